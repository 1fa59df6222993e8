package org.stockbook.journals;

import java.util.List;
import java.util.Map;

/**
 * A draft line as it is kept: it may be incomplete or wrong, and then says so (spec: api, section 5).
 *
 * @param id never changes, never reused
 * @param lineNo order in the batch: 10000, 20000 ...
 * @param version raised by each change; a change that names an older one is refused
 * @param values canonical texts by field: ISO dates, plain decimals, codes, camelCase entry types; what could not be read stays as typed;
 *     blank fields are absent
 * @param issues what posting would refuse or warn of, as far as the line alone tells
 */
public record JournalLine(long id, int lineNo, int version, Map<JournalField, String> values, List<LineIssue> issues) {
    public JournalLine {
        values = Map.copyOf(values);
        issues = List.copyOf(issues);
    }

    /** The text of a field, empty where the field is blank. */
    public String value(JournalField field) {
        return values.getOrDefault(field, "");
    }
}
