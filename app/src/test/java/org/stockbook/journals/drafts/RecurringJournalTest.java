package org.stockbook.journals.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.journals.JournalField.DESCRIPTION;
import static org.stockbook.journals.JournalField.DOCUMENT_NO;
import static org.stockbook.journals.JournalField.ENTRY_TYPE;
import static org.stockbook.journals.JournalField.ITEM;
import static org.stockbook.journals.JournalField.LOCATION;
import static org.stockbook.journals.JournalField.POSTING_DATE;
import static org.stockbook.journals.JournalField.QUANTITY;
import static org.stockbook.journals.JournalField.RECURRING_FREQUENCY;
import static org.stockbook.journals.JournalField.RECURRING_METHOD;
import static org.stockbook.journals.JournalField.RECURRING_UNTIL;
import static org.stockbook.journals.JournalField.UNIT_AMOUNT;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.DateFormula;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** The recurring journal on a real database (spec: journals, section 9). */
@SpringBootTest(properties = "stockbook.books-of-test=RecurringJournalTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class RecurringJournalTest {
    @Autowired
    private DSLContext dsl;

    @Autowired
    private ItemJournals journals;

    private JournalDesk desk = new JournalDesk(journals, dsl, JournalKind.RECURRING);
    private String item = "";

    @BeforeEach
    void found_a_company() {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        dsl.execute("DELETE FROM journal_line");
        desk = new JournalDesk(journals, dsl, JournalKind.RECURRING);
        item = TestCompany.item(dsl, "FIFO", "4");
    }

    @AfterEach
    void it_is_march_again() {
        today("2026-03-05");
    }

    private void today(String date) {
        dsl.execute("UPDATE company SET work_date = ?::date", date);
    }

    /** Spec: journals, G11 and G14. */
    @Test
    void a_fixed_line_moves_on_month_by_month_until_it_expires() {
        today("2026-02-20");
        add("fixed", "1M", "2026-01-15", Map.of(QUANTITY, "3", RECURRING_UNTIL, "2026-03-15", DOCUMENT_NO, "OH-%3", DESCRIPTION, "Overhead %4 %6"));
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(JournalDesk.codes(desk.post())).containsExactly("common.nothing-to-post");
        assertThat(desk.lines().getFirst().value(POSTING_DATE)).isEqualTo("2026-03-15");
        assertThat(dsl.fetch("""
                SELECT e.posting_date || ' ' || e.document_no || ' ' || e.description FROM item_ledger_entry e JOIN item i ON i.id = e.item_id
                WHERE i.no = ? ORDER BY e.entry_no""", item).getValues(0, String.class))
                .containsExactly("2026-01-15 OH-1 Overhead January 2026", "2026-02-15 OH-2 Overhead February 2026");

        today("2026-03-16");
        assertThat(JournalDesk.codes(desk.post())).containsExactly("common.nothing-to-post", "journals.recurring-expired");
        assertThat(desk.preview().issues()).extracting(LineIssue::code).containsExactly("journals.recurring-expired");
        today("2026-03-15");
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(desk.stock(item)).containsExactly("BLUE  9 36.00");
    }

    /** Spec: journals, G12. */
    @Test
    void a_variable_line_asks_for_its_quantity_each_time() {
        add("variable", "1W", "2026-02-01", Map.of(QUANTITY, "4"));
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(desk.lines().getFirst().value(QUANTITY)).isEmpty();
        assertThat(JournalDesk.codes(desk.post())).containsExactly("common.field-required");
    }

    @Test
    void all_due_occurrences_are_posted_together_or_not_at_all() {
        add("fixed", "1M", "2025-12-31", Map.of(QUANTITY, "2"));
        var posted = JournalDesk.as(() -> journals.postAllDue(desk.batch(), "key-1"));
        assertThat(posted).isInstanceOfSatisfying(JournalPosting.Posted.class, all -> assertThat(all.itemEntries()).isEqualTo(3));
        assertThat(JournalDesk.as(() -> journals.postAllDue(desk.batch(), "key-1"))).usingRecursiveComparison().ignoringFields("replayed").isEqualTo(posted);
        assertThat(desk.stock(item)).containsExactly("BLUE  6 24.00");
        assertThat(desk.lines().getFirst().value(POSTING_DATE)).isEqualTo("2026-03-28");

        add("fixed", "1M", "2026-01-01", Map.of(QUANTITY, "2", UNIT_AMOUNT, "4"));
        dsl.execute("UPDATE general_ledger_setup SET allow_posting_from = '2026-02-15'");
        assertThat(JournalDesk.as(() -> journals.postAllDue(desk.batch(), ""))).isInstanceOf(JournalPosting.Refused.class);
        assertThat(desk.stock(item)).containsExactly("BLUE  6 24.00");
        dsl.execute("UPDATE general_ledger_setup SET allow_posting_from = '2020-01-01'");
    }

    @Test
    void a_reversing_line_is_taken_back_the_day_after_at_the_same_cost() {
        new JournalDesk(journals, dsl, JournalKind.ITEM).add(Map.of(ITEM, item, QUANTITY, "10", UNIT_AMOUNT, "7", LOCATION, "BLUE", POSTING_DATE, "2026-01-01"));
        new JournalDesk(journals, dsl, JournalKind.ITEM).post();
        add("reversingFixed", "1M", "2026-02-28", Map.of(ENTRY_TYPE, "negativeAdjustment", QUANTITY, "4"));
        var preview = desk.preview();
        assertThat(desk.stock(item)).as("a preview writes nothing").containsExactly("BLUE  10 70.00");
        assertThat(desk.lines().getFirst().value(POSTING_DATE)).isEqualTo("2026-02-28");
        assertThat(preview.itemEntries()).extracting(row -> row.postingDate() + " " + row.quantity()).containsExactly("2026-02-28 -4", "2026-03-01 4");
        assertThat(preview.valueEntries()).extracting(row -> row.costActual().toString()).containsExactly("-28.00", "28.00");
        assertThat(preview.stock()).extracting(row -> row.before() + " " + row.after()).containsExactly("10 10");
        var posted = desk.post();
        assertThat(JournalDesk.codes(posted)).isEmpty();
        assertThat(posted).isInstanceOfSatisfying(JournalPosting.Posted.class, all -> assertThat(
                all.itemEntries() + " " + all.valueEntries() + " " + all.generalLedgerEntries())
                .isEqualTo(preview.itemEntries().size() + " " + (preview.valueEntries().size() + preview.adjustments()) + " " + preview.generalLedgerEntries()));
        assertThat(desk.stock(item)).containsExactly("BLUE  10 70.00");
        assertThat(dsl.fetch("""
                SELECT e.posting_date || ' ' || e.quantity::int FROM item_ledger_entry e JOIN item i ON i.id = e.item_id
                WHERE i.no = ? ORDER BY e.entry_no""", item).getValues(0, String.class))
                .containsExactly("2026-01-01 10", "2026-02-28 -4", "2026-03-01 4");
    }

    @Test
    void method_and_frequency_are_needed_and_must_be_readable() {
        var line = desk.add(Map.of(ITEM, item, QUANTITY, "1", RECURRING_FREQUENCY, "every month")).getFirst();
        assertThat(line.issues()).extracting(LineIssue::code).containsExactlyInAnyOrder("api.value-unreadable", "common.field-required");
        assertThat(line.value(RECURRING_FREQUENCY)).isEqualTo("EVERY MONTH");
        assertThat(desk.add(Map.of(ITEM, item, QUANTITY, "1", RECURRING_METHOD, "fixed", RECURRING_FREQUENCY, "1m", POSTING_DATE, "2026-02-01",
                RECURRING_UNTIL, "2026-01-01")).getFirst().issues()).extracting(LineIssue::code).containsExactly("common.date-order");
    }

    @ParameterizedTest
    @CsvSource({"1M, 2026-01-31, 2026-02-28", "1D+1M-1D, 2026-01-31, 2026-02-28", "1D+1M-1D, 2026-02-28, 2026-03-31", "2W, 2026-01-01, 2026-01-15",
        "CM, 2026-02-03, 2026-02-28", "CM+1D, 2026-02-03, 2026-03-01", "-CM, 2026-02-03, 2026-02-01", "1Q, 2026-01-31, 2026-04-30", "CY, 2026-01-31, 2026-12-31"})
    void a_formula_leads_from_date_to_date(String formula, LocalDate from, LocalDate to) {
        assertThat(DateFormula.read(formula).orElseThrow().from(from)).isEqualTo(to);
    }

    @Test
    void other_texts_are_no_formula() {
        assertThat(List.of("", "M", "1", "1M1D", "1X", "99999D", "1M+", "'; DROP TABLE item")).noneMatch(text -> DateFormula.read(text).isPresent());
    }

    private void add(String method, String frequency, String date, Map<JournalField, String> more) {
        var values = new EnumMap<JournalField, String>(Map.of(
                ITEM, item, RECURRING_METHOD, method, RECURRING_FREQUENCY, frequency, POSTING_DATE, date, LOCATION, "BLUE"));
        values.putAll(more);
        assertThat(desk.add(values).getFirst().issues()).isEmpty();
    }
}
