package org.stockbook.journals;

import java.util.Map;

/**
 * Something posting will not accept, or a warning: a stable code of the specification's list with typed facts, never a sentence.
 *
 * @param lineId id of the draft line, 0 where the issue belongs to the batch
 * @param lineNo number of the line within the batch, 0 where the issue belongs to the batch
 * @param code for instance {@code ledger.insufficient-stock}
 * @param parameters the values behind the text, by the names used in the texts; numbers as BigDecimal, dates as LocalDate, the rest as String
 */
public record LineIssue(long lineId, int lineNo, JournalField field, String code, Severity severity, Map<String, Object> parameters) {
    public LineIssue {
        parameters = Map.copyOf(parameters);
    }

    /** How bad it is: an error stops the posting, a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean stopsPosting() {
        return severity == Severity.ERROR;
    }
}
