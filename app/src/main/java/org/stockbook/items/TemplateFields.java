package org.stockbook.items;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordTypes;

/** A template holds fields of the card, but none that tells items apart or is computed (spec: items, section 13). */
@Component
public class TemplateFields implements RecordCheck {
    private static final Set<String> NEVER = Set.of("number", "displayName", "displayName2", "searchDescription", "gtin", "unitCost", "blocked", "blockReason");

    private final ObjectProvider<RecordTypes> types;

    TemplateFields(ObjectProvider<RecordTypes> types) {
        this.types = types;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var fields = types.getObject().of("items").fields().stream()
                .filter(TemplateFields::allows).map(RecordField::name).toList();
        return changes.stream().filter(change -> !fields.contains(change.text("field")))
                .map(change -> change.issue("field", "api.unknown-field", Map.of("field", change.text("field")))).toList();
    }

    /** Whether a field of the card may stand in a template. */
    public static boolean allows(RecordField field) {
        return !field.is(RecordField.Trait.READ_ONLY) && !NEVER.contains(field.name());
    }
}
