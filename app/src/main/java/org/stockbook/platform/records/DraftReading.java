package org.stockbook.platform.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.stockbook.platform.records.RecordField.Trait;

/** Reads the values of drafts by the fields of their kind, and keeps what could not be read. */
final class DraftReading {
    private final RecordType type;
    private final List<RecordIssue> issues = new ArrayList<>();

    DraftReading(RecordType type) {
        this.type = type;
    }

    /** A draft whose values are typed by their field. */
    record Typed(int row, Map<String, Object> address, OptionalLong version, Map<String, Object> values) {}

    List<RecordIssue> issues() {
        return issues;
    }

    Typed read(RecordDraft draft) {
        return new Typed(draft.row(), values(draft.row(), draft.address()), draft.version(), values(draft.row(), draft.values()));
    }

    private Map<String, Object> values(int row, Map<String, Object> given) {
        var values = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> {
            if (name.equals("etag")) {
                return;    // the version under its other name, sent back with the rest
            }
            if (name.equals("id") || name.equals("version")) {
                values.put(name, value);
                return;
            }
            type.field(name).ifPresentOrElse(
                    field -> read(row, field, value, values),
                    () -> issues.add(new RecordIssue(row, name, "api.unknown-field", Map.of("field", name))));
        });
        return values;
    }

    private void read(int row, RecordField field, Object value, Map<String, Object> values) {
        if (field.is(Trait.READ_ONLY)) {
            issues.add(new RecordIssue(row, field.name(), "api.field-read-only", Map.of("field", field.name())));
            return;
        }
        switch (ValueReader.read(field, value)) {
            case ValueReader.Reading.Value(var typed) -> values.put(field.name(), typed);
            case ValueReader.Reading.Refused(var code, var parameters) -> {
                var named = new LinkedHashMap<String, Object>(parameters);
                named.put("field", field.name());
                issues.add(new RecordIssue(row, field.name(), code, named));
            }
        }
    }
}
