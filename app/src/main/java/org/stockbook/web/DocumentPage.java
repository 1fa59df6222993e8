package org.stockbook.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stockbook.platform.security.Permission;

/**
 * A document that is worked off: header, lines in the grid of the journals, totals, status, posting with preview (spec: ui, section 2.2, type
 * D). The page talks to the API: {@code /api/v1/<collection>/number:<number>}, its lines, {@code .../preview} and {@code .../post}. Its
 * address is {@code /<path>/<number>}, where the list of the same path stands before it.
 *
 * @param permission to read
 */
public record DocumentPage(String path, Area area, Permission permission, Permission change, Permission posting, Resource resource, Contents contents,
        List<Posting> postings, List<PageAction> actions) implements Page {
    public DocumentPage {
        postings = List.copyOf(postings);
        actions = List.copyOf(actions);
    }

    /**
     * Where the API has it.
     *
     * @param partner the property that names vendor or customer; empty where there is none
     * @param partners the collection of these
     */
    public record Resource(String collection, String lines, String partner, String partners, Source source) {}

    /**
     * Posted documents whose lines can be taken over.
     *
     * @param type of the posted documents, empty for none
     * @param action of the API that takes them over
     */
    public record Source(String type, String action) {
        public static final Source NONE = new Source("", "");
    }

    /**
     * What can be typed.
     *
     * @param header fields that people fill in, in their order
     * @param more the other fields
     * @param columns of the lines
     * @param afterRelease columns that stay open when the document is released
     * @param figures properties of the document shown as key figures, each the text {@code figure.<name>}
     * @param totals properties summed up below the lines, each the text {@code total.<name>}
     */
    public record Contents(List<WorksheetPage.Column> header, List<WorksheetPage.Column> more, List<WorksheetPage.Column> columns, List<String> afterRelease,
            List<String> figures, List<String> totals) {
        public Contents {
            header = List.copyOf(header);
            more = List.copyOf(more);
            columns = List.copyOf(columns);
            afterRelease = List.copyOf(afterRelease);
            figures = List.copyOf(figures);
            totals = List.copyOf(totals);
        }
    }

    /**
     * A way to post, the text {@code posting.<name>}.
     *
     * @param choice what the API is asked for, for instance receive and invoice
     */
    public record Posting(String name, Map<String, Boolean> choice) {
        public Posting {
            choice = Map.copyOf(choice);
        }
    }

    /** Says how far documents have been changed, for pages that are open (spec: ui, section 6, changed meanwhile). */
    @FunctionalInterface
    public interface Versions {
        /** Documents of a collection by number; those that are gone are not in it. */
        Map<String, Version> now(String collection, Set<String> numbers);
    }

    /** A state of a document: its version, and the name of who made it. */
    public record Version(int number, String changedBy) {}

    @Override
    public boolean inMenu() {
        return false;
    }
}
