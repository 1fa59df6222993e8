package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLine;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.PostingPreview;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.LineIssue;
import org.stockbook.platform.security.Permissions;

/** Somebody who works in the first batch of one kind of journal. */
record JournalDesk(ItemJournals journals, DSLContext dsl, JournalKind kind) {
    static <T> T as(Supplier<T> work) {
        return Permissions.asStockbook(work);
    }

    JournalAddress batch() {
        as(() -> journals.batches(kind));
        return JournalAddress.of(kind, "DEFAULT");
    }

    @SafeVarargs
    final List<JournalLine> add(Map<JournalField, String>... lines) {
        var changes = new ArrayList<JournalLineChange>();
        for (var values : lines) {
            var all = new EnumMap<JournalField, String>(JournalField.class);
            all.put(JournalField.DOCUMENT_NO, "D1");
            all.putAll(values);
            changes.add(new JournalLineChange.Added(0, all));
        }
        var batch = batch();
        return ((JournalSaved.Kept) as(() -> journals.save(batch, changes))).lines();
    }

    JournalLine edit(JournalLine line, Map<JournalField, String> values) {
        var batch = batch();
        return ((JournalSaved.Kept) as(() -> journals.save(batch, List.of(new JournalLineChange.Edited(line.id(), 0, values))))).lines().getFirst();
    }

    List<JournalLine> lines() {
        var batch = batch();
        return as(() -> journals.lines(batch, 0, 1000));
    }

    /** What posting the batch would write. */
    PostingPreview preview() {
        return as(() -> journals.preview(batch()));
    }

    JournalPosting post() {
        var batch = batch();
        return as(() -> journals.post(batch, 0, ""));
    }

    static List<String> codes(JournalPosting posting) {
        return switch (posting) {
            case JournalPosting.Posted _ -> List.of();
            case JournalPosting.Refused refused -> refused.issues().stream().map(LineIssue::code).toList();
        };
    }

    /** Location, variant, quantity and value of each place of an item. */
    List<String> stock(String item) {
        return dsl.fetch("""
                SELECT l.code || ' ' || v.code || ' ' || b.quantity::int || ' ' || b.cost_amount_actual FROM inventory_balance b
                JOIN location l ON l.id = b.location_id JOIN item_variant v ON v.id = b.variant_id JOIN item i ON i.id = b.item_id
                WHERE i.no = ? ORDER BY 1""", item).getValues(0, String.class);
    }
}
