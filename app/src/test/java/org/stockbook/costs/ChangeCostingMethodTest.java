package org.stockbook.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.costs.ChangeCostingMethod.Outcome;
import org.stockbook.costs.ChangeCostingMethod.Request;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.Permissions;

/** Another costing method for an item with entries (spec: costing, section 11), and items that are worth nothing. */
@SpringBootTest(properties = "stockbook.books-of-test=ChangeCostingMethodTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ChangeCostingMethodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

    @Autowired
    private DSLContext dsl;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private InventoryPosting posting;

    @Autowired
    private AdjustCosts adjustCosts;

    @Autowired
    private PostCostToGeneralLedger postCost;

    @Autowired
    private VerifyBooks verifyBooks;

    @Autowired
    private ReconcileInventory reconcile;

    @Autowired
    private ChangeCostingMethod change;

    private CostingCompany company;

    @BeforeEach
    void a_company() {
        company = new CostingCompany(dsl, transaction, posting);
        company.found();
    }

    @Test
    void the_stock_moves_over_at_what_it_is_worth_and_the_history_stays() {
        var item = company.items("CHG", 1).getFirst();
        company.trade(List.of(item), 2);
        assertThat(as(() -> change.change(request(item, "CHG-OLD", CostingMethod.FIFO, Optional.empty()))))
                .isEqualTo(new Outcome.Refused("costing.not-adjusted", Map.of("item", item.code())));
        as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.of(item), false), LongWork.SILENT));
        var before = worth(item);

        var outcome = as(() -> change.change(request(item, "CHG-OLD", CostingMethod.FIFO, Optional.empty())));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Changed.class, changed -> {
            assertThat(changed.moved()).isEqualTo(Quantity.of(3));
            assertThat(changed.value()).isEqualTo(before);
        });
        assertThat(worth(item)).isEqualTo(before);
        assertThat(worth(new ItemNo("CHG-OLD"))).isEqualTo(Amount.ZERO);
        assertThat(dsl.fetchSingle("SELECT costing_method::text FROM item WHERE no = ?", item.code()).get(0, String.class)).isEqualTo("FIFO");
        assertThat(dsl.fetchSingle("SELECT blocked FROM item WHERE no = 'CHG-OLD'").get(0, Boolean.class)).isTrue();
        booksAgree();
    }

    @Test
    void a_new_standard_item_stands_at_its_standard_cost() {
        var item = company.items("STD", 1).getFirst();
        company.trade(List.of(item), 2);
        as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.of(item), false), LongWork.SILENT));
        assertThat(as(() -> change.change(request(item, "STD-OLD", CostingMethod.STANDARD, Optional.empty())))).isInstanceOf(Outcome.Refused.class);

        as(() -> change.change(request(item, "STD-OLD", CostingMethod.STANDARD, Optional.of(UnitCost.of("12")))));

        assertThat(worth(item)).isEqualTo(Amount.of("36.00"));
        booksAgree();
    }

    @Test
    void what_is_not_covered_or_without_serials_stays_as_it_is() {
        var item = company.items("NEG", 1).getFirst();
        company.post(List.of(CostingCompany.line(new LineNo(1), new CostingCompany.Goods(item, EntryType.SALE, -1, TODAY), Amount.of("-7.00"))));
        as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.of(item), false), LongWork.SILENT));

        assertThat(as(() -> change.change(request(item, "NEG-OLD", CostingMethod.FIFO, Optional.empty()))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo("costing.revaluation-open-decrease"));
        assertThat(as(() -> change.change(request(item, "NEG-OLD", CostingMethod.SPECIFIC, Optional.empty()))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo("costing.specific-needs-serial-tracking"));
        assertThat(dsl.fetch("SELECT 1 FROM item WHERE no = 'NEG-OLD'")).isEmpty();
    }

    @Test
    void an_item_without_value_moves_without_cost() {
        var item = company.items("ZERO", 1).getFirst();
        dsl.execute("UPDATE item SET inventory_value_zero = true WHERE no = ?", item.code());
        company.trade(List.of(item), 2);
        as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.of(item), false), LongWork.SILENT));

        assertThat(company.costs("ZERO")).allSatisfy(row -> assertThat(row).endsWith("0.00, 0.00]"));
        booksAgree();
    }

    private static Request request(ItemNo item, String oldNumber, CostingMethod method, Optional<UnitCost> standardCost) {
        return new Request(item, new ItemNo(oldNumber), method, standardCost, TODAY);
    }

    private Amount worth(ItemNo item) {
        return Amount.of(dsl.fetchSingle("""
                SELECT coalesce(sum(v.cost_amount_actual + v.cost_amount_expected), 0) FROM value_entry v JOIN item i ON i.id = v.item_id WHERE i.no = ?""",
                item.code()).get(0, BigDecimal.class));
    }

    private void booksAgree() {
        as(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.of(), false), LongWork.SILENT));
        as(() -> postCost.post(PostCostToGeneralLedger.Request.EVERYTHING, LongWork.SILENT));
        assertThat(as(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
        assertThat(as(() -> reconcile.asOf(ReconcileInventory.ALWAYS)).agrees()).isTrue();
    }

    private static <T> T as(Supplier<T> work) {
        return Permissions.asStockbook(work);
    }
}
