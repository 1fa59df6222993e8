package org.stockbook.costs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.LineCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;

/** A company whose costs are left open: it sells before the price of what it sells is known. */
final class CostingCompany {
    private static final PostingGroups GROUPS =
            new PostingGroups(new InventoryGroup("RESALE"), BusinessGroup.BLANK, new ProductGroup("RETAIL"));
    private static final RegisterStamp STAMP =
            RegisterStamp.of("system", new SourceCode("ITEMJNL"), new JournalBatchName("DEFAULT"));

    private final DSLContext dsl;
    private final TransactionTemplate transaction;
    private final InventoryPosting posting;

    CostingCompany(DSLContext dsl, TransactionTemplate transaction, InventoryPosting posting) {
        this.dsl = dsl;
        this.transaction = transaction;
        this.posting = posting;
    }

    /** Founds it, once. */
    void found() {
        dsl.execute("UPDATE inventory_setup SET automatic_cost_adjustment = 'NEVER', automatic_cost_posting = false");
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) > 0) {
            return;
        }
        dsl.execute("INSERT INTO inventory_posting_group (code) VALUES ('RESALE')");
        dsl.execute("INSERT INTO general_product_group (code) VALUES ('RETAIL')");
        dsl.execute("INSERT INTO gl_account (no) SELECT no FROM unnest(ARRAY['1300','1305','2250','5000','5005','5050','5100','5110','5200']) AS no");
        dsl.execute("""
                INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id)
                SELECT l.id, g.id, (SELECT id FROM gl_account WHERE no = '1300'), (SELECT id FROM gl_account WHERE no = '1305')
                FROM location l, inventory_posting_group g""");
        dsl.execute("""
                INSERT INTO general_posting_setup (general_business_group_id, general_product_group_id, cost_of_goods_sold_account_id,
                    cost_of_goods_sold_interim_account_id, inventory_adjustment_account_id, inventory_accrual_interim_account_id,
                    direct_cost_applied_account_id, overhead_applied_account_id, purchase_variance_account_id)
                SELECT 0, g.id, a('5000'), a('5005'), a('5050'), a('2250'), a('5100'), a('5110'), a('5200')
                FROM general_product_group g""".replaceAll("a\\('(\\d+)'\\)", "(SELECT id FROM gl_account WHERE no = '$1')"));
    }

    /** Makes items named after a prefix, FIFO and average in turn. */
    List<ItemNo> items(String prefix, int count) {
        dsl.execute("""
                INSERT INTO item (no, costing_method, inventory_posting_group_id, general_product_group_id)
                SELECT ? || lpad(n::text, 4, '0'), (CASE WHEN n % 2 = 0 THEN 'FIFO' ELSE 'AVERAGE' END)::costing_method,
                    (SELECT id FROM inventory_posting_group WHERE code = 'RESALE'), (SELECT id FROM general_product_group WHERE code = 'RETAIL')
                FROM generate_series(1, ?) AS n""", prefix, count);
        dsl.execute("UPDATE item_cost SET unit_cost = 7 WHERE item_id IN (SELECT id FROM item WHERE no LIKE ? || '%')", prefix);
        return IntStream.rangeClosed(1, count).mapToObj(n -> new ItemNo(prefix + "%04d".formatted(n))).toList();
    }

    /** Every item is sold several times at a cost that is only guessed, then bought at another one. */
    void trade(List<ItemNo> items, int sales) {
        for (var sale = 1; sale <= sales; sale++) {
            var day = LocalDate.of(2026, 1, 1).plusDays(sale);
            var lines = new ArrayList<PostingLine>();
            for (var item : items) {
                lines.add(line(new LineNo(lines.size() + 1), new Goods(item, EntryType.SALE, -1, day), Amount.of("-7.00")));
            }
            post(lines);
        }
        var lines = new ArrayList<PostingLine>();
        for (var item : items) {
            var price = Amount.of("10.01").plus(Amount.ofUnscaled(lines.size()));
            lines.add(line(new LineNo(lines.size() + 1), new Goods(item, EntryType.PURCHASE, sales + 3L, LocalDate.of(2026, 3, 1)), price));
        }
        post(lines);
    }

    /** What moves, and when. */
    record Goods(ItemNo item, EntryType type, long quantity, LocalDate date) {}

    static PostingLine line(LineNo no, Goods goods, Amount amount) {
        var date = goods.date();
        var origin = Origin.ofJournal(new DocumentNo("J-" + no.value()), date);
        var moved = Quantity.of(goods.quantity());
        return new PostingLine.Movement(
                no, goods.item(), new Place(VariantCode.BLANK, LocationCode.BLANK), goods.type(), date, moved, UnitUsed.BASE, FixedApplication.AUTOMATIC, Tracking.NONE,
                false, new LineCost(amount, amount.abs().per(moved.abs()), amount, Percentage.ZERO, UnitCost.ZERO, Amount.ZERO), Trade.NONE, GROUPS,
                origin, new Invoicing.AtOnce(origin));
    }

    void post(List<PostingLine> lines) {
        transaction.executeWithoutResult(_ -> {
            if (posting.post(STAMP, lines) instanceof InventoryOutcome.Refused refused) {
                throw new AssertionError(refused.toString());
            }
        });
    }

    /** The cost of every entry of the items of a prefix, in order of items and entries, without their names. */
    List<String> costs(String prefix) {
        return dsl.fetch("""
                SELECT substring(i.no FROM length(?) + 1), e.posting_date, e.quantity, sum(v.cost_amount_actual), sum(v.cost_amount_expected)
                FROM item i JOIN item_ledger_entry e ON e.item_id = i.id
                JOIN value_entry v ON v.item_id = e.item_id AND v.item_ledger_entry_no = e.entry_no
                WHERE i.no LIKE ? || '%' GROUP BY i.no, e.entry_no, e.posting_date, e.quantity ORDER BY i.no, e.posting_date, e.entry_no""", prefix, prefix)
                .map(row -> row.intoList().toString());
    }
}
