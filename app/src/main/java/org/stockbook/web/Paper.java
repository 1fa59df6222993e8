package org.stockbook.web;

import java.util.List;
import org.stockbook.platform.i18n.Language;

/**
 * A document as it is handed over, rendered once for all (spec: ui, section 7). All texts are in the language of whoever receives it.
 *
 * @param sheet that it is printed on
 * @param facts beside the recipient: numbers, dates, terms
 * @param totals below the table, the last one is what it all comes to
 * @param remarks below the totals
 */
public record Paper(Language language, Sheet sheet, Head head, List<Fact> facts, Table table, List<Fact> totals, List<String> remarks) {
    public Paper {
        facts = List.copyOf(facts);
        totals = List.copyOf(totals);
        remarks = List.copyOf(remarks);
    }

    /** Sizes of paper. */
    public enum Sheet {
        A4,
        LETTER
    }

    /**
     * Who writes to whom about what.
     *
     * @param sender name and address, line by line; the first one is the name
     * @param title what it is and its number
     * @param recipient name and address, line by line
     * @param page how pages are counted, with {@code {page}} and {@code {pages}} still open
     */
    public record Head(List<String> sender, String title, List<String> recipient, List<Fact> others, String page) {
        public Head {
            sender = List.copyOf(sender);
            recipient = List.copyOf(recipient);
            others = List.copyOf(others);
        }
    }

    /** A label and what it says; several lines are separated by line feeds. */
    public record Fact(String label, String value) {}

    /** @param figure at the right, and never broken over two lines */
    public record Column(String heading, boolean figure) {}

    /** Rows have a text for each column. */
    public record Table(List<Column> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
