package org.stockbook.journals.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.journals.JournalField.AMOUNT;
import static org.stockbook.journals.JournalField.APPLIES_TO_ENTRY;
import static org.stockbook.journals.JournalField.ENTRY_TYPE;
import static org.stockbook.journals.JournalField.ITEM;
import static org.stockbook.journals.JournalField.LOCATION;
import static org.stockbook.journals.JournalField.POSTING_DATE;
import static org.stockbook.journals.JournalField.QUANTITY;
import static org.stockbook.journals.JournalField.UNIT_AMOUNT;
import static org.stockbook.journals.JournalField.UNIT_COST_REVALUED;
import static org.stockbook.journals.JournalField.VALUE_CALCULATED;
import static org.stockbook.journals.JournalField.VALUE_REVALUED;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.journals.InventoryValueRequest;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLine;
import org.stockbook.journals.LineIssue;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** The revaluation journal on a real database (spec: journals, section 8; costing, section 8). */
@SpringBootTest(properties = "stockbook.books-of-test=RevaluationJournalTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class RevaluationJournalTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-05");

    @Autowired
    private DSLContext dsl;

    @Autowired
    private ItemJournals journals;

    @Autowired
    private CalculateInventoryValue calculation;

    private JournalDesk desk = new JournalDesk(journals, dsl, JournalKind.REVALUATION);
    private String item = "";

    @BeforeEach
    void found_a_company() {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        dsl.execute("DELETE FROM journal_line");
        desk = new JournalDesk(journals, dsl, JournalKind.REVALUATION);
        item = TestCompany.item(dsl, "FIFO", "0");
    }

    /** Spec: journals, G10, per item. */
    @Test
    void a_new_value_is_spread_over_what_is_left() {
        threeMovements();
        var line = calculate(false).getFirst();
        assertThat(line.value(QUANTITY) + " " + line.value(VALUE_CALCULATED)).isEqualTo("16 74.00");

        var revalued = desk.edit(line, Map.of(UNIT_COST_REVALUED, "5"));
        assertThat(revalued.value(VALUE_REVALUED) + " " + revalued.value(AMOUNT)).isEqualTo("80.00 6.00");
        var batch = desk.batch();
        assertThat(JournalDesk.as(() -> journals.preview(batch)).valueEntries()).extracting(row -> row.item().code() + " " + row.costActual())
                .containsExactly(item + " 6.00");
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(desk.stock(item)).containsExactly("BLUE  16 80.00");
        assertThat(desk.lines()).isEmpty();
    }

    /** Spec: journals, G10, per entry. */
    @Test
    void each_entry_can_have_its_own_value() {
        threeMovements();
        var lines = calculate(true);
        assertThat(lines).extracting(line -> line.value(QUANTITY) + " " + line.value(VALUE_CALCULATED)).containsExactly("6 24.00", "10 50.00");
        desk.edit(lines.getFirst(), Map.of(UNIT_COST_REVALUED, "4.5"));
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(desk.stock(item)).containsExactly("BLUE  16 77.00");
    }

    @Test
    void what_was_posted_in_between_asks_for_a_new_calculation() {
        threeMovements();
        desk.edit(calculate(false).getFirst(), Map.of(VALUE_REVALUED, "90"));
        move("negativeAdjustment", "1");
        assertThat(JournalDesk.codes(desk.post())).containsExactly("costing.revaluation-stale");
        assertThat(desk.lines()).hasSize(1);
    }

    @Test
    void a_chosen_entry_is_revalued_whole() {
        threeMovements();
        var entry = dsl.fetchSingle("SELECT min(e.entry_no) FROM item_ledger_entry e JOIN item i ON i.id = e.item_id WHERE i.no = ?", item).get(0, String.class);
        var line = desk.add(Map.of(ITEM, item, APPLIES_TO_ENTRY, entry)).getFirst();
        assertThat(line.value(QUANTITY) + " " + line.value(VALUE_CALCULATED) + " " + line.value(LOCATION)).isEqualTo("10 40.00 BLUE");
        desk.edit(line, Map.of(VALUE_REVALUED, "50"));
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(desk.stock(item)).containsExactly("BLUE  16 80.00");
    }

    @Test
    void a_line_without_stock_and_a_negative_value_are_refused() {
        threeMovements();
        assertThat(desk.add(Map.of(ITEM, item)).getFirst().issues()).extracting(LineIssue::code).containsExactly("common.field-required");
        assertThat(desk.add(Map.of(ITEM, item, APPLIES_TO_ENTRY, "999999")).getFirst().issues()).extracting(LineIssue::code)
                .containsExactly("ledger.application-invalid");
        dsl.execute("DELETE FROM journal_line");
        var line = calculate(false).getFirst();
        assertThat(desk.edit(line, Map.of(VALUE_REVALUED, "-1")).issues()).extracting(LineIssue::code)
                .contains("common.wrong-sign");
        assertThat(desk.edit(line, Map.of(POSTING_DATE, "2026-03-04")).value(VALUE_CALCULATED)).isEmpty();
    }

    @Test
    void average_items_are_revalued_per_item_only() {
        item = TestCompany.item(dsl, "AVERAGE", "0");
        threeMovements();
        var refused = JournalDesk.as(() -> calculation.calculate(desk.batch(), request(true)));
        assertThat(refused.refusals()).extracting(LineIssue::code).containsExactly("costing.revaluation-per-item-only");
        assertThat(desk.lines()).isEmpty();
        desk.edit(calculate(false).getFirst(), Map.of(VALUE_REVALUED, "100"));
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(desk.stock(item)).containsExactly("BLUE  16 100.00");
    }

    @Test
    void the_new_cost_becomes_the_standard_cost_if_asked_for() {
        item = TestCompany.item(dsl, "STANDARD", "6");
        dsl.execute("UPDATE item_cost SET standard_cost = 6 WHERE item_id = (SELECT id FROM item WHERE no = ?)", item);
        new JournalDesk(journals, dsl, JournalKind.ITEM).add(Map.of(ITEM, item, QUANTITY, "10", LOCATION, "BLUE"));
        new JournalDesk(journals, dsl, JournalKind.ITEM).post();
        desk.edit(calculate(false).getFirst(), Map.of(UNIT_COST_REVALUED, "7"));
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(desk.stock(item)).containsExactly("BLUE  10 70.00");
        assertThat(dsl.fetchSingle("SELECT c.standard_cost FROM item_cost c JOIN item i ON i.id = c.item_id WHERE i.no = ?", item).get(0, String.class))
                .isEqualTo("7.00000");
    }

    private void threeMovements() {
        move("positiveAdjustment", "10", "4");
        move("positiveAdjustment", "10", "5");
        move("negativeAdjustment", "4");
    }

    private void move(String type, String... quantityAndCost) {
        var goods = new JournalDesk(journals, dsl, JournalKind.ITEM);
        goods.add(quantityAndCost.length == 1
                ? Map.of(ITEM, item, ENTRY_TYPE, type, QUANTITY, quantityAndCost[0], LOCATION, "BLUE")
                : Map.of(ITEM, item, ENTRY_TYPE, type, QUANTITY, quantityAndCost[0], UNIT_AMOUNT, quantityAndCost[1], LOCATION, "BLUE"));
        assertThat(JournalDesk.codes(goods.post())).isEmpty();
    }

    private List<JournalLine> calculate(boolean perEntry) {
        var batch = desk.batch();
        var calculated = JournalDesk.as(() -> calculation.calculate(batch, request(perEntry)));
        assertThat(calculated.refusals()).isEmpty();
        assertThat(calculated.kept().lines()).allSatisfy(line -> assertThat(line.issues()).isEmpty());
        return calculated.kept().lines();
    }

    private InventoryValueRequest request(boolean perEntry) {
        return new InventoryValueRequest(
                DAY, "R1", List.of(item), perEntry, false, false, List.of(), List.of(), true, InventoryValueRequest.Base.PRESENT_VALUE);
    }
}
