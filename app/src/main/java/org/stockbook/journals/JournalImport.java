package org.stockbook.journals;

import java.util.List;
import java.util.Map;

/**
 * What came of a file of journal lines.
 *
 * @param rows that the file holds
 * @param lines that were added, 0 for a trial
 * @param ignored headings that name no field
 * @param issues what is wrong, in the order of the rows; with any error nothing is added, unless only the good rows were asked for
 */
public record JournalImport(int rows, int lines, List<String> ignored, List<RowIssue> issues) {
    public JournalImport {
        ignored = List.copyOf(ignored);
        issues = List.copyOf(issues);
    }

    /** @param row as spreadsheets count them, 0 for the file as a whole */
    public record RowIssue(long row, LineIssue issue) {}

    /** How a file is to be read. */
    public enum Mode {
        /** Every row or none. */
        ALL_OR_NOTHING,
        /** The rows without an error. */
        ONLY_GOOD_ROWS,
        /** None, only to see what is wrong. */
        TRIAL
    }

    public Map<String, Integer> counts() {
        return Map.of("rows", rows, "lines", lines, "errors", (int) issues.stream().filter(found -> found.issue().stopsPosting()).count());
    }
}
