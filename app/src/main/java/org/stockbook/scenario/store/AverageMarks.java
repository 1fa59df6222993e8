package org.stockbook.scenario.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.costing.AverageCostPolicy;

/** Marks the averages of items as open to question after the way of averaging has changed (spec: costing, section 7). */
final class AverageMarks {
    private final DSLContext dsl;
    private Optional<AverageCostPolicy> policy = Optional.empty();

    AverageMarks(DSLContext dsl) {
        this.dsl = dsl;
    }

    void use(AverageCostPolicy newPolicy) {
        policy = Optional.of(newPolicy);
    }

    void mark(Collection<ItemBook> books, LocalDate from) {
        var rule = policy.orElseThrow(() -> new IllegalStateException("no settings yet"));
        for (var book : books) {
            var points = new TreeSet<EntryPoint>();
            book.entries().forEach(entry -> entry.values().stream()
                    .filter(value -> !value.valuationDate().isBefore(from))
                    .forEach(value -> points.add(
                            new EntryPoint(rule.poolOf(entry.place(), value.valuationDate()), value.valuationDate()))));
            points.forEach(point -> write(book.facts().item().code(), point));
            if (!points.isEmpty()) {
                dsl.execute(
                        "UPDATE item_cost SET cost_is_adjusted = false WHERE item_id = (SELECT id FROM item WHERE no = ?)",
                        book.facts().item().code());
            }
        }
    }

    private void write(String item, EntryPoint point) {
        dsl.execute(
                """
                INSERT INTO unadjusted_cost_point (item_id, variant_id, location_id, valuation_date)
                SELECT i.id, v.id, l.id, ? FROM item i, item_variant v, location l
                WHERE i.no = ? AND v.code = ? AND (v.id = 0 OR v.item_id = i.id) AND l.code = ?
                ON CONFLICT DO NOTHING""",
                point.valuationDate(), item, point.place().variant().code(), point.place().location().code());
    }
}
