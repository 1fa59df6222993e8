package org.stockbook.journals.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.inventory.EditApplications;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.periods.CloseInventoryPeriods;
import org.stockbook.inventory.periods.PeriodChange;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.LineIssue;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.posting.Refusal;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.Permissions;

/** The application worksheet and inventory periods on a real database. */
@SpringBootTest(properties = "stockbook.books-of-test=ClosingBooksTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ClosingBooksTest {
    private static final JournalAddress BATCH = JournalAddress.of(JournalKind.ITEM, "DEFAULT");
    private static final LocalDate DAY = LocalDate.parse("2026-03-05");

    @Autowired
    private DSLContext dsl;

    @Autowired
    private ItemJournals journals;

    @Autowired
    private EditApplications applications;

    @Autowired
    private CloseInventoryPeriods periods;

    private String item = "";

    @BeforeEach
    void found_a_company() {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        dsl.execute("DELETE FROM journal_line");
        dsl.execute("UPDATE journal_batch SET number_series_id = NULL, posting_number_series_id = NULL");
        item = TestCompany.item(dsl, "FIFO", "0");
        as(() -> journals.batches(JournalKind.ITEM));
    }

    @AfterEach
    void every_period_is_open() {
        as(() -> periods.reopen(LocalDate.parse("2026-03-31")));
    }

    /** Spec: ledger, section 6.7. */
    @Test
    void an_issue_is_moved_from_one_receipt_to_another_with_its_cost() {
        post("positiveAdjustment", "1", "4");
        post("positiveAdjustment", "1", "9");
        post("negativeAdjustment", "1", "4");
        var entries = dsl.fetch("SELECT e.entry_no FROM item_ledger_entry e JOIN item i ON i.id = e.item_id WHERE i.no = ? ORDER BY 1", item)
                .getValues(0, Long.class);
        long application = dsl.fetchSingle("""
                SELECT a.entry_no FROM item_application a JOIN item i ON i.id = a.item_id WHERE i.no = ? AND a.outbound_entry_no = ?""", item, entries.get(2))
                .get(0, Long.class);

        var moved = as(() -> applications.edit(new EditApplications.Request(new ItemNo(item), List.of(new ItemApplicationNo(application)),
                List.of(new EditApplications.Applied(new ItemLedgerEntryNo(entries.get(2)), new ItemLedgerEntryNo(entries.get(1)))))));
        assertThat(moved).isInstanceOf(InventoryOutcome.Posted.class);
        assertThat(dsl.fetchSingle("SELECT sum(b.cost_amount_actual) FROM inventory_balance b JOIN item i ON i.id = b.item_id WHERE i.no = ?", item)
                .get(0, String.class)).isEqualTo("4.00");

        assertThat(as(() -> applications.edit(new EditApplications.Request(new ItemNo(item), List.of(new ItemApplicationNo(1)), List.of()))))
                .isInstanceOfSatisfying(InventoryOutcome.Refused.class,
                        refused -> assertThat(refused.refusals().getFirst()).isInstanceOf(Refusal.ApplicationInvalid.class));
    }

    /** Spec: costing, section 10. */
    @Test
    void a_period_closes_when_nothing_is_open_and_then_takes_no_posting() {
        var end = LocalDate.parse("2026-03-31");
        as(() -> periods.create(end, "March"));
        post("negativeAdjustment", "1", "0");
        assertThat(as(() -> periods.close(end))).isInstanceOfSatisfying(PeriodChange.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("costing.period-not-closable");
            assertThat(refused.culprits()).anySatisfy(culprit -> assertThat(culprit.item().code()).isEqualTo(item));
        });
        post("positiveAdjustment", "1", "2");
        assertThat(as(() -> periods.close(end))).isInstanceOf(PeriodChange.Done.class);
        assertThat(as(() -> periods.create(LocalDate.parse("2026-02-28"), "February"))).isInstanceOf(PeriodChange.Refused.class);

        assertThat(journal("positiveAdjustment", "1", "2")).isInstanceOfSatisfying(JournalPosting.Refused.class, refused ->
                assertThat(refused.issues()).extracting(LineIssue::code).containsExactly("costing.inventory-period-closed"));
        dsl.execute("DELETE FROM journal_line");
        assertThat(as(() -> periods.reopen(end))).isInstanceOf(PeriodChange.Done.class);
        assertThat(dsl.fetchCount(DSL.table("inventory_period_event"))).isGreaterThanOrEqualTo(2);
    }

    private void post(String type, String quantity, String unitAmount) {
        assertThat(journal(type, quantity, unitAmount)).isInstanceOf(JournalPosting.Posted.class);
    }

    private JournalPosting journal(String type, String quantity, String unitAmount) {
        return as(() -> {
            journals.save(BATCH, List.of(new JournalLineChange.Added(0, Map.of(JournalField.ENTRY_TYPE, type, JournalField.ITEM, item,
                    JournalField.QUANTITY, quantity, JournalField.UNIT_AMOUNT, unitAmount, JournalField.DOCUMENT_NO, "D1",
                    JournalField.POSTING_DATE, DAY.toString()))));
            return journals.post(BATCH, 0, "");
        });
    }

    private static <T> T as(Supplier<T> work) {
        return Permissions.asStockbook(work);
    }
}
