package org.stockbook.journals.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.LineIssue;

/** Collects what is wrong with one line. */
public final class LineIssues {
    private final Draft line;
    private final List<LineIssue> found = new ArrayList<>();

    public LineIssues(Draft line) {
        this.line = line;
    }

    public void add(JournalField field, String code, Map<String, Object> parameters) {
        found.add(new LineIssue(line.id(), line.lineNo(), field, code, LineIssue.Severity.ERROR, parameters));
    }

    /** Something to look at that does not stop the posting. */
    void warn(JournalField field, String code, Map<String, Object> parameters) {
        found.add(new LineIssue(line.id(), line.lineNo(), field, code, LineIssue.Severity.WARNING, parameters));
    }

    void missing(JournalField field) {
        add(field, "common.field-required", Map.of("field", field.property()));
    }

    void unknown(JournalField field) {
        add(field, "api.reference-not-found", Map.of("field", field.property(), "value", line.values().text(field)));
    }

    public List<LineIssue> found() {
        return List.copyOf(found);
    }
}
