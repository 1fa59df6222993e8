package org.stockbook.journals.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.journals.JournalField.DIMENSION_1;
import static org.stockbook.journals.JournalField.ENTRY_TYPE;
import static org.stockbook.journals.JournalField.ITEM;
import static org.stockbook.journals.JournalField.LOCATION;
import static org.stockbook.journals.JournalField.NEW_DIMENSION_1;
import static org.stockbook.journals.JournalField.NEW_LOCATION;
import static org.stockbook.journals.JournalField.NEW_VARIANT;
import static org.stockbook.journals.JournalField.QUANTITY;
import static org.stockbook.journals.JournalField.UNIT_AMOUNT;
import static org.stockbook.journals.JournalField.VARIANT;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.LineIssue;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** The reclassification journal on a real database (spec: journals, section 7). */
@SpringBootTest(properties = "stockbook.books-of-test=ReclassificationJournalTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ReclassificationJournalTest {
    @Autowired
    private DSLContext dsl;

    @Autowired
    private ItemJournals journals;

    private JournalDesk moves = new JournalDesk(journals, dsl, JournalKind.RECLASSIFICATION);
    private String item = "";

    @BeforeEach
    void found_a_company() {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        dsl.execute("DELETE FROM journal_line");
        item = TestCompany.item(dsl, "FIFO", "4");
        moves = new JournalDesk(journals, dsl, JournalKind.RECLASSIFICATION);
        var goods = new JournalDesk(journals, dsl, JournalKind.ITEM);
        goods.add(Map.of(ITEM, item, QUANTITY, "10", UNIT_AMOUNT, "4", LOCATION, "BLUE", VARIANT, "V1"));
        goods.post();
    }

    /** Spec: journals, G6 and G8. */
    @Test
    void cost_goes_along_to_another_location_and_another_variant() {
        moves.add(Map.of(ITEM, item, QUANTITY, "6", LOCATION, "BLUE", NEW_LOCATION, "RED", VARIANT, "V1"),
                Map.of(ITEM, item, QUANTITY, "2", LOCATION, "BLUE", VARIANT, "V1", NEW_VARIANT, "V2"));
        assertThat(JournalDesk.codes(moves.post())).isEmpty();
        assertThat(moves.stock(item)).containsExactly("BLUE V1 2 8.00", "BLUE V2 2 8.00", "RED V1 6 24.00");
    }

    @Test
    void the_blank_variant_is_a_variant_to_go_to() {
        var line = moves.add(Map.of(ITEM, item, QUANTITY, "3", LOCATION, "BLUE", VARIANT, "V1")).getFirst();
        assertThat(line.value(NEW_VARIANT) + " " + line.value(NEW_LOCATION)).isEqualTo("V1 BLUE");
        assertThat(line.issues()).extracting(LineIssue::code).containsExactly("journals.nothing-to-reclassify");

        assertThat(moves.edit(line, Map.of(NEW_VARIANT, "")).issues()).isEmpty();
        assertThat(moves.lines().getFirst().value(NEW_VARIANT)).isEmpty();
        assertThat(JournalDesk.codes(moves.post())).isEmpty();
        assertThat(moves.stock(item)).containsExactly("BLUE  3 12.00", "BLUE V1 7 28.00");
    }

    @Test
    void dimensions_change_and_stock_stays_where_it_is() {
        var line = moves.add(Map.of(ITEM, item, QUANTITY, "3", LOCATION, "BLUE", VARIANT, "V1")).getFirst();
        line = moves.edit(line, Map.of(NEW_DIMENSION_1, "SALES"));
        assertThat(line.value(DIMENSION_1) + line.value(NEW_DIMENSION_1)).isEqualTo("SALES");
        assertThat(line.issues()).isEmpty();
        assertThat(JournalDesk.codes(moves.post())).isEmpty();
        assertThat(dsl.fetch("""
                SELECT e.quantity::int || ' ' || (e.dimension_set_id <> 0) FROM item_ledger_entry e JOIN item i ON i.id = e.item_id
                WHERE i.no = ? AND e.entry_type = 'TRANSFER' ORDER BY e.entry_no""", item).getValues(0, String.class)).containsExactly("-3 false", "3 true");
    }

    /** Finance, section 9: what the item and the new location demand holds for what the goods become. */
    @Test
    void dimensions_are_checked_on_the_new_side_too() {
        dsl.execute("""
                INSERT INTO default_dimension (record_type, record_id, dimension_id, value_posting)
                SELECT 'LOCATION', l.id, d.id, 'CODE_MANDATORY' FROM location l, dimension d WHERE l.code = 'RED' AND d.code = 'DEPARTMENT'""");
        var line = moves.add(Map.of(ITEM, item, QUANTITY, "3", LOCATION, "BLUE", NEW_LOCATION, "RED", VARIANT, "V1")).getFirst();
        assertThat(line.issues()).extracting(issue -> issue.field() + " " + issue.code()).containsExactly("NEW_DIMENSION_1 finance.dimension-mandatory");
        assertThat(moves.edit(line, Map.of(NEW_DIMENSION_1, "SALES")).issues()).isEmpty();
        assertThat(JournalDesk.codes(moves.post())).isEmpty();
        dsl.execute("DELETE FROM default_dimension WHERE record_type = 'LOCATION'");
    }

    @Test
    void other_entry_types_and_bad_quantities_are_refused() {
        var line = moves.add(Map.of(ITEM, item, QUANTITY, "-3", ENTRY_TYPE, "purchase", LOCATION, "BLUE", VARIANT, "V1", NEW_LOCATION, "TRANSIT")).getFirst();
        assertThat(line.issues()).extracting(LineIssue::code)
                .contains("journals.entry-type-not-allowed", "journals.in-transit-location", "ledger.transfer-quantity-negative");
        dsl.execute("DELETE FROM journal_line");
        moves.add(Map.of(ITEM, item, QUANTITY, "11", LOCATION, "BLUE", VARIANT, "V1", NEW_LOCATION, "RED"));
        dsl.execute("UPDATE inventory_setup SET prevent_negative_inventory = true");
        assertThat(JournalDesk.codes(moves.post())).containsExactly("ledger.insufficient-stock");
        dsl.execute("UPDATE inventory_setup SET prevent_negative_inventory = false");
    }
}
