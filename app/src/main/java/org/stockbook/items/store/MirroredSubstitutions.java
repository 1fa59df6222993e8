package org.stockbook.items.store;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordEffect;

/** Interchangeable substitutions stand in both directions; the mirror of one that no longer is loses the flag (spec: items, section 8). */
@Component
class MirroredSubstitutions implements RecordEffect {
    private static final String MAKE = """
            INSERT INTO item_substitution (item_id, variant_id, substitute_item_id, substitute_variant_id, description, interchangeable, condition)
            SELECT s.substitute_item_id, s.substitute_variant_id, s.item_id, s.variant_id, i.description, true, s.condition
            FROM item_substitution s JOIN item i ON i.id = s.item_id JOIN item x ON x.id = s.substitute_item_id
            JOIN unnest(?::text[], ?::text[]) AS changed (no, substitute) ON i.no = changed.no AND x.no = changed.substitute
            WHERE s.interchangeable
            ON CONFLICT (item_id, variant_id, substitute_item_id, substitute_variant_id, substitute_catalog_item_id)
            DO UPDATE SET interchangeable = true""";
    private static final String RELEASE = """
            UPDATE item_substitution m SET interchangeable = false
            FROM item_substitution s JOIN item i ON i.id = s.item_id JOIN item x ON x.id = s.substitute_item_id
            JOIN unnest(?::text[], ?::text[]) AS changed (no, substitute) ON i.no = changed.no AND x.no = changed.substitute
            WHERE NOT s.interchangeable AND m.interchangeable AND m.item_id = s.substitute_item_id AND m.variant_id = s.substitute_variant_id
                AND m.substitute_item_id = s.item_id AND m.substitute_variant_id = s.variant_id""";

    private final DSLContext database;

    MirroredSubstitutions(DSLContext database) {
        this.database = database;
    }

    @Override
    public void apply(List<RecordChange> changes) {
        Object items = changes.stream().map(change -> change.text("itemNumber")).toArray(String[]::new);
        Object substitutes = changes.stream().map(change -> change.text("substituteItemNumber")).toArray(String[]::new);
        database.execute(MAKE, items, substitutes);
        database.execute(RELEASE, items, substitutes);
    }
}
