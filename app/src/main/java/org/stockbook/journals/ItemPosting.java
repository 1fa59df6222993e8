package org.stockbook.journals;

import java.math.BigDecimal;
import java.util.List;

/** What became of lines that were posted without a draft: all of it or nothing (spec: api, section 5.1). */
public sealed interface ItemPosting {
    /**
     * Written.
     *
     * @param replayed by an earlier call with the same key
     */
    record Posted(Receipt receipt, boolean replayed) implements ItemPosting {}

    /** Nothing was written; everything that is wrong with each line. */
    record Refused(List<LineIssue> issues) implements ItemPosting {
        public Refused {
            issues = List.copyOf(issues);
        }
    }

    /**
     * What was written; the register leads to all of it.
     *
     * @param documents numbers of the documents, in the order of the lines
     */
    record Receipt(long register, List<String> documents, int itemEntries, int valueEntries, int generalLedgerEntries, List<Line> lines) {
        public Receipt {
            documents = List.copyOf(documents);
            lines = List.copyOf(lines);
        }
    }

    /** The item ledger entries that one line made. */
    record Line(int lineNo, List<Entry> entries) {
        public Line {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An item ledger entry.
     *
     * @param quantity in base units, with its sign
     * @param cost actual cost at the time of posting, with the sign of the quantity
     */
    record Entry(long number, BigDecimal quantity, BigDecimal cost) {}
}
