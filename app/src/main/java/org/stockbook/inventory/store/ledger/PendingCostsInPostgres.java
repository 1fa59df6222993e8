package org.stockbook.inventory.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.PendingCosts;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.generalledger.PostedCost;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** The list of pending costs and the columns that say what of a cost is posted. */
@Component
final class PendingCostsInPostgres implements PendingCosts {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final String ITEMS = """
            SELECT no FROM item WHERE (cardinality(?::text[]) = 0 OR no = ANY (?::text[])) AND EXISTS (
                SELECT FROM pending_gl_posting p
                WHERE p.item_id = item.id AND p.posting_date BETWEEN ?::date AND ?::date)
            ORDER BY id""";
    private static final String ENTRIES = """
            SELECT %s, v.location_id, v.cost_posted_to_gl, v.expected_cost_posted_to_gl
            FROM value_entry v
            WHERE (v.item_id, v.item_ledger_entry_no, v.entry_no) IN (
                SELECT p.item_id, p.item_ledger_entry_no, p.value_entry_no FROM pending_gl_posting p
                WHERE p.item_id = ANY (?::bigint[]) AND p.posting_date BETWEEN ?::date AND ?::date)
            ORDER BY v.item_id, v.posting_date, v.entry_no""".formatted(EntryReader.VALUE_COLUMNS);
    private static final String MARK = """
            WITH posted AS (
                SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::numeric[], ?::numeric[])
                    AS s (item_id, item_ledger_entry_no, entry_no, actual, expected)),
            marked AS (
                UPDATE value_entry v SET cost_posted_to_gl = v.cost_posted_to_gl + s.actual,
                    expected_cost_posted_to_gl = v.expected_cost_posted_to_gl + s.expected
                FROM posted s
                WHERE v.item_id = s.item_id AND v.item_ledger_entry_no = s.item_ledger_entry_no AND v.entry_no = s.entry_no
                RETURNING v.item_id, v.variant_id, v.location_id, v.posting_date, v.item_ledger_entry_type, v.value_entry_type,
                    v.variance_type, v.order_type, s.actual, s.expected),
            months AS (
                UPDATE inventory_monthly d SET cost_posted_to_gl = d.cost_posted_to_gl + m.actual
                FROM (
                    SELECT item_id, variant_id, location_id, date_trunc('month', posting_date)::date AS first_day, sum(actual) AS actual
                    FROM marked GROUP BY 1, 2, 3, 4) AS m
                WHERE d.item_id = m.item_id AND d.variant_id = m.variant_id AND d.location_id = m.location_id
                    AND d.first_day = m.first_day)
            UPDATE inventory_daily d SET cost_posted_to_gl = d.cost_posted_to_gl + m.actual,
                expected_cost_posted_to_gl = d.expected_cost_posted_to_gl + m.expected
            FROM (
                SELECT item_id, variant_id, location_id, posting_date, item_ledger_entry_type, value_entry_type, variance_type,
                    order_type, sum(actual) AS actual, sum(expected) AS expected
                FROM marked GROUP BY 1, 2, 3, 4, 5, 6, 7, 8) AS m
            WHERE d.item_id = m.item_id AND d.variant_id = m.variant_id AND d.location_id = m.location_id
                AND d.posting_date = m.posting_date AND d.item_ledger_entry_type = m.item_ledger_entry_type
                AND d.value_entry_type = m.value_entry_type AND d.variance_type = m.variance_type
                AND d.order_type = m.order_type""";
    private static final String REMOVE = """
            DELETE FROM pending_gl_posting p USING unnest(?::bigint[], ?::bigint[], ?::bigint[])
                AS s (item_id, item_ledger_entry_no, entry_no)
            WHERE p.item_id = s.item_id AND p.item_ledger_entry_no = s.item_ledger_entry_no AND p.value_entry_no = s.entry_no""";

    private final DSLContext dsl;

    PendingCostsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<ItemNo> items(Filter filter) {
        var items = new ArrayList<ItemNo>();
        var only = ArrayText.ofTexts(filter.items().stream().map(ItemNo::code).toList());
        new RoundTrip()
                .query(ITEMS, row -> items.add(new ItemNo(row.getString(1))), only, only, from(filter), to(filter))
                .run(dsl);
        return items;
    }

    @Override
    public List<Pending> of(Collection<ItemNo> items, Filter filter) {
        var keys = ItemsQuery.keysOf(dsl, items);
        var reader = new EntryReader(keys);
        var pending = new ArrayList<Pending>();
        var itemKeys = ArrayText.ofNumbers(items.stream().map(keys::item).toList());
        new RoundTrip()
                .query(ENTRIES, row -> pending.add(pending(row, reader, keys)), itemKeys, from(filter), to(filter))
                .run(dsl);
        return pending;
    }

    private static Pending pending(ResultSet row, EntryReader reader, LedgerKeys keys) throws SQLException {
        var loaded = reader.value(row);
        var columns = row.getMetaData().getColumnCount();
        var location = keys.place(0, row.getLong(columns - 2)).location();
        var posted = new CostParts(Amount.of(row.getBigDecimal(columns - 1)), Amount.of(row.getBigDecimal(columns)));
        var entry = loaded.entry();
        var cost = new CostEntry.OfMovement(entry, location, entry.groups().inventory(), posted);
        return new Pending(keys.item(loaded.item()), entry.itemLedgerEntry(), cost);
    }

    @Override
    public void markPosted(Collection<Pending> entries, Collection<PostedCost> posted) {
        var keys = ItemsQuery.keysOf(dsl, entries.stream().map(Pending::item).distinct().toList());
        var byNo = new HashMap<ValueEntryNo, Pending>();
        entries.forEach(entry -> byNo.put(entry.cost().no(), entry));
        var items = new ArrayText();
        var movements = new ArrayText();
        var values = new ArrayText();
        var actual = new ArrayText();
        var expected = new ArrayText();
        for (var cost : posted) {
            var entry = byNo.get(cost.entry());
            if (entry != null) {
                items.add(keys.item(entry.item()));
                movements.add(entry.itemLedgerEntry().value());
                values.add(cost.entry().value());
                actual.add(cost.parts().actual().unscaled(), Amount.SCALE);
                expected.add(cost.parts().expected().unscaled(), Amount.SCALE);
            }
        }
        new RoundTrip()
                .update(MARK, items, movements, values, actual, expected)
                .update(REMOVE, items, movements, values)
                .run(dsl);
    }

    private static LocalDate from(Filter filter) {
        return filter.from().isBefore(FIRST) ? FIRST : filter.from();
    }

    private static LocalDate to(Filter filter) {
        return filter.to().isAfter(LAST) ? LAST : filter.to();
    }
}
