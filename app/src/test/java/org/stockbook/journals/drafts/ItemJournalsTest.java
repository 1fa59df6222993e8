package org.stockbook.journals.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.journals.JournalField.AMOUNT;
import static org.stockbook.journals.JournalField.DESCRIPTION;
import static org.stockbook.journals.JournalField.DIMENSION_1;
import static org.stockbook.journals.JournalField.DOCUMENT_NO;
import static org.stockbook.journals.JournalField.ENTRY_TYPE;
import static org.stockbook.journals.JournalField.ITEM;
import static org.stockbook.journals.JournalField.LOCATION;
import static org.stockbook.journals.JournalField.POSTING_DATE;
import static org.stockbook.journals.JournalField.QUANTITY;
import static org.stockbook.journals.JournalField.SERIAL_NO;
import static org.stockbook.journals.JournalField.UNIT;
import static org.stockbook.journals.JournalField.UNIT_AMOUNT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLine;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.LineIssue;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.Permissions;

/** Item journals on a real database, by the worked examples of the specification (spec: journals, section 15). */
@SpringBootTest(properties = "stockbook.books-of-test=ItemJournalsTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ItemJournalsTest {
    private static final JournalAddress BATCH = JournalAddress.of(JournalKind.ITEM, "DEFAULT");

    @Autowired
    private DSLContext dsl;

    @Autowired
    private ItemJournals journals;

    private String item = "";

    @BeforeEach
    void found_a_company() {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        dsl.execute("UPDATE journal_batch SET number_series_id = NULL, posting_number_series_id = NULL");
        dsl.execute("DELETE FROM journal_line");
        item = TestCompany.item(dsl, "FIFO", "4");
        as(() -> journals.batches(JournalKind.ITEM));
    }

    @Test
    void a_new_journal_has_a_batch() {
        assertThat(as(() -> journals.batches(JournalKind.ITEM))).extracting(batch -> batch.address()).containsExactly(BATCH);
    }

    /** Spec: journals, G1 and G2. */
    @Test
    void increases_and_decreases_move_quantity_and_value() {
        add(Map.of(ITEM, item, QUANTITY, "10", UNIT_AMOUNT, "4"), Map.of(ITEM, item, QUANTITY, "5", UNIT_AMOUNT, "5"));
        assertThat(post()).isInstanceOfSatisfying(JournalPosting.Posted.class, posted -> {
            assertThat(posted.register()).isPositive();
            assertThat(posted.itemEntries()).isEqualTo(2);
            assertThat(posted.generalLedgerEntries()).isEqualTo(4);
        });
        assertThat(stockAndValue()).isEqualTo("15.00000 65.00");

        add(Map.of(ENTRY_TYPE, "negativeAdjustment", ITEM, item, QUANTITY, "12"));
        assertThat(post()).isInstanceOf(JournalPosting.Posted.class);
        assertThat(stockAndValue()).isEqualTo("3.00000 15.00");
        assertThat(as(() -> journals.lines(BATCH, 0, 10))).isEmpty();
    }

    /** Spec: journals, G3. */
    @Test
    void the_proposed_amount_leaves_room_for_overhead() {
        dsl.execute("UPDATE item SET overhead_rate = 1, indirect_cost_percentage = 25 WHERE no = ?", item);
        dsl.execute("UPDATE item_cost SET unit_cost = 11 WHERE item_id = (SELECT id FROM item WHERE no = ?)", item);
        var line = add(Map.of(ITEM, item, QUANTITY, "1")).getFirst();
        assertThat(line.value(UNIT_AMOUNT)).isEqualTo("8.00");
        assertThat(line.value(DESCRIPTION)).isEqualTo("Test " + item);
        assertThat(line.value(UNIT)).isEqualTo("PCS");
        assertThat(post()).isInstanceOf(JournalPosting.Posted.class);
        assertThat(stockAndValue()).isEqualTo("1.00000 11.00");
    }

    /** Spec: journals, G4. */
    @Test
    void a_number_out_of_sequence_stops_the_batch() {
        dsl.execute("UPDATE journal_batch SET number_series_id = (SELECT id FROM number_series WHERE code = 'IJ')");
        dsl.execute("UPDATE number_series_line SET last_number_used = 'IJ-0004' WHERE number_series_id = (SELECT id FROM number_series WHERE code = 'IJ')");
        var first = add(Map.of(ITEM, item, QUANTITY, "1")).getFirst();
        assertThat(first.value(DOCUMENT_NO)).isEqualTo("IJ-0005");
        var lines = add(Map.of(ITEM, item, QUANTITY, "1"), Map.of(ITEM, item, QUANTITY, "1", DOCUMENT_NO, "IJ-0008"));
        assertThat(lines.getFirst().value(DOCUMENT_NO)).isEqualTo("IJ-0005");

        assertThat(codes(post())).containsExactly("journals.document-no-out-of-sequence");
        assertThat(dsl.fetchValue("SELECT last_number_used FROM number_series_line l JOIN number_series s ON s.id = l.number_series_id WHERE s.code = 'IJ'"))
                .isEqualTo("IJ-0004");

        edit(lines.getLast(), Map.of(DOCUMENT_NO, "IJ-0006"));
        assertThat(post()).isInstanceOfSatisfying(JournalPosting.Posted.class,
                posted -> assertThat(posted.documents()).extracting(document -> document.code()).containsExactly("IJ-0005", "IJ-0006"));
    }

    /** Spec: journals, G5. */
    @Test
    void temporary_numbers_become_numbers_of_the_posting_series() {
        dsl.execute("UPDATE journal_batch SET posting_number_series_id = (SELECT id FROM number_series WHERE code = 'PI')");
        add(line("T1"), line("T1"), line("T2"));
        assertThat(post()).isInstanceOfSatisfying(JournalPosting.Posted.class,
                posted -> assertThat(posted.documents()).extracting(document -> document.code()).containsExactly("PI-0101", "PI-0102"));
    }

    private Map<JournalField, String> line(String document) {
        return Map.of(ITEM, item, QUANTITY, "1", DOCUMENT_NO, document);
    }

    /** Spec: journals, G16. */
    @Test
    void a_preview_shows_the_entries_and_writes_none() {
        add(Map.of(ITEM, item, QUANTITY, "5", UNIT_AMOUNT, "5"));
        var preview = as(() -> journals.preview(BATCH));
        assertThat(preview.issues()).isEmpty();
        assertThat(preview.itemEntries()).singleElement().satisfies(row -> assertThat(row.quantity()).hasToString("5"));
        assertThat(preview.valueEntries()).singleElement().satisfies(row -> assertThat(row.costActual()).hasToString("25.00"));
        assertThat(preview.generalLedger()).extracting(row -> row.account().code() + " " + row.debit() + " " + row.credit())
                .containsExactly("1300 25.00 0.00", "5050 0.00 25.00");
        assertThat(preview.stock()).singleElement().satisfies(row -> assertThat(row.before() + " " + row.after()).isEqualTo("0 5"));
        assertThat(stockAndValue()).isEqualTo("");
    }

    @Test
    void every_bad_line_of_five_hundred_says_what_is_wrong_and_keeps_what_was_typed() {
        var blocked = TestCompany.item(dsl, "FIFO", "1");
        dsl.execute("UPDATE item SET blocked = true WHERE no = ?", blocked);
        var pasted = new ArrayList<Map<JournalField, String>>();
        IntStream.range(0, 495).forEach(_ -> pasted.add(Map.of(ITEM, item, QUANTITY, "1", UNIT_AMOUNT, "2")));
        pasted.add(Map.of(ITEM, "'; DROP TABLE item; --", QUANTITY, "1"));
        pasted.add(Map.of(ITEM, blocked, QUANTITY, "1"));
        pasted.add(Map.of(ITEM, item, QUANTITY, "zwölf"));
        pasted.add(Map.of(ITEM, item, QUANTITY, "1", UNIT, "BARREL"));
        pasted.add(Map.of(ITEM, item, QUANTITY, "0", POSTING_DATE, "1850-01-01", LOCATION, "TRANSIT", DESCRIPTION, "<script>alert(1)</script>"));
        var lines = add(pasted);

        assertThat(lines.subList(0, 495)).allSatisfy(line -> assertThat(line.issues()).isEmpty());
        assertThat(lines.subList(495, 500)).extracting(line -> line.issues().stream().map(LineIssue::code).toList()).containsExactly(
                List.of("api.value-unreadable"), List.of("items.blocked"), List.of("api.value-unreadable"), List.of("items.unit-unknown"),
                List.of("finance.posting-date-not-allowed", "journals.in-transit-location", "common.field-required"));
        assertThat(lines.get(497).value(QUANTITY)).isEqualTo("zwölf");
        var kept = as(() -> journals.lines(BATCH, 495, 5));
        assertThat(kept).isEqualTo(lines.subList(495, 500));
        assertThat(as(() -> journals.batch(BATCH)).orElseThrow().totals())
                .satisfies(totals -> assertThat(totals.lines() + " " + totals.errors() + " " + totals.increases()).isEqualTo("500 7 991.00"));
        assertThat(codes(post())).hasSize(7);
        assertThat(stockAndValue()).isEqualTo("");
    }

    @Test
    void stock_and_applications_are_checked_by_posting() {
        dsl.execute("UPDATE item SET prevent_negative_inventory = 'YES' WHERE no = ?", item);
        add(Map.of(ENTRY_TYPE, "sale", ITEM, item, QUANTITY, "1"), Map.of(ENTRY_TYPE, "negativeAdjustment", ITEM, item, QUANTITY, "1", JournalField.APPLIES_TO_ENTRY, "999999"));
        assertThat(as(() -> journals.validate(BATCH))).extracting(issue -> issue.field() + " " + issue.code())
                .containsExactly("QUANTITY ledger.insufficient-stock", "APPLIES_TO_ENTRY ledger.application-invalid");
        assertThat(codes(post())).containsExactly("ledger.insufficient-stock", "ledger.application-invalid");
    }

    @Test
    void an_old_version_of_a_line_is_refused_whole() {
        var line = add(Map.of(ITEM, item, QUANTITY, "1")).getFirst();
        edit(line, Map.of(QUANTITY, "2"));
        var late = as(() -> journals.save(BATCH, List.of(new JournalLineChange.Edited(line.id(), line.version(), Map.of(QUANTITY, "3")))));
        assertThat(late).isEqualTo(new JournalSaved.ChangedByAnother(List.of(line.id())));
        assertThat(as(() -> journals.lines(BATCH, 0, 1)).getFirst().value(QUANTITY)).isEqualTo("2");
    }

    @Test
    void a_repeated_call_gives_the_first_answer_and_posts_once() {
        add(Map.of(ITEM, item, QUANTITY, "1", UNIT_AMOUNT, "2"));
        var first = as(() -> journals.post(BATCH, 0, "key-" + item));
        var second = as(() -> journals.post(BATCH, 0, "key-" + item));
        assertThat(second).usingRecursiveComparison().ignoringFields("replayed").isEqualTo(first);
        assertThat(stockAndValue()).isEqualTo("1.00000 2.00");
        assertThat(codes(post())).containsExactly("common.nothing-to-post");
    }

    @Test
    void of_two_users_who_post_one_batch_at_once_one_posts_it() throws Exception {
        add(Map.of(ITEM, item, QUANTITY, "1", UNIT_AMOUNT, "2"));
        try (var users = Executors.newFixedThreadPool(2)) {
            Callable<JournalPosting> posting = () -> post();
            var answers = users.invokeAll(List.of(posting, posting)).stream().map(future -> future.resultNow()).toList();
            assertThat(answers).filteredOn(JournalPosting.Posted.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(JournalPosting.Refused.class::isInstance).singleElement()
                    .satisfies(refused -> assertThat(codes(refused)).containsExactly("common.nothing-to-post"));
        }
        assertThat(stockAndValue()).isEqualTo("1.00000 2.00");
    }

    @Test
    void lines_are_put_between_others_and_pass_on_what_they_share() {
        var lines = add(Map.of(ITEM, item, POSTING_DATE, "2026-02-03"), Map.of(ITEM, item));
        assertThat(lines.getLast().value(POSTING_DATE)).isEqualTo("2026-02-03");
        var saved = (JournalSaved.Kept) as(() -> journals.save(BATCH, List.of(new JournalLineChange.Added(lines.getFirst().lineNo(), Map.of(AMOUNT, "7")))));
        assertThat(saved.lines().getFirst().lineNo()).isBetween(lines.getFirst().lineNo() + 1, lines.getLast().lineNo() - 1);
    }

    @Test
    void dimensions_come_from_the_item_and_are_checked() {
        dsl.execute("""
                INSERT INTO default_dimension (record_type, record_id, dimension_id, dimension_value_id, value_posting)
                SELECT 'ITEM', (SELECT id FROM item WHERE no = ?), d.id, v.id, 'CODE_MANDATORY' FROM dimension d JOIN dimension_value v ON v.dimension_id = d.id
                WHERE v.code = 'SALES'""", item);
        var line = add(Map.of(ITEM, item, QUANTITY, "1")).getFirst();
        assertThat(line.value(DIMENSION_1)).isEqualTo("SALES");
        assertThat(edit(line, Map.of(DIMENSION_1, "")).issues()).extracting(LineIssue::code).containsExactly("finance.dimension-mandatory");
        assertThat(edit(line, Map.of(DIMENSION_1, "NONSENSE")).issues()).extracting(LineIssue::code).contains("finance.dimension-blocked");
        assertThat(as(() -> journals.lines(BATCH, 0, 1)).getFirst().value(DIMENSION_1)).isEqualTo("NONSENSE");
    }

    @Test
    void specific_items_ask_for_serial_numbers() {
        var specific = TestCompany.item(dsl, "SPECIFIC", "0");
        dsl.execute("UPDATE item SET item_tracking_code_id = (SELECT id FROM item_tracking_code WHERE code = 'SERIAL') WHERE no = ?", specific);
        assertThat(add(Map.of(ITEM, specific, QUANTITY, "2")).getFirst().issues()).extracting(LineIssue::code)
                .containsExactly("tracking.number-missing", "tracking.serial-quantity");
        dsl.execute("DELETE FROM journal_line");
        add(Map.of(ITEM, specific, QUANTITY, "1", UNIT_AMOUNT, "9", SERIAL_NO, "s1"), Map.of(ITEM, specific, QUANTITY, "1", SERIAL_NO, "s1"));
        assertThat(codes(post())).containsExactly("tracking.serial-already-in-stock");
    }

    @Test
    void the_cost_of_a_standard_item_is_not_typed() {
        var standard = TestCompany.item(dsl, "STANDARD", "6");
        dsl.execute("UPDATE item_cost SET standard_cost = 6 WHERE item_id = (SELECT id FROM item WHERE no = ?)", standard);
        var line = add(Map.of(ITEM, standard, QUANTITY, "1")).getFirst();
        assertThat(line.value(UNIT_AMOUNT)).isEqualTo("6.00");
        assertThat(line.issues()).isEmpty();
        assertThat(edit(line, Map.of(UNIT_AMOUNT, "7")).issues()).extracting(LineIssue::code).containsExactly("costing.unit-cost-fixed");
    }

    @SafeVarargs
    private List<JournalLine> add(Map<JournalField, String>... lines) {
        return add(List.of(lines));
    }

    private List<JournalLine> add(List<Map<JournalField, String>> lines) {
        var changes = new ArrayList<JournalLineChange>();
        lines.forEach(values -> {
            var all = new java.util.EnumMap<JournalField, String>(JournalField.class);
            if (dsl.fetchExists(DSL.table("journal_batch"), DSL.condition("number_series_id IS NULL"))) {
                all.put(DOCUMENT_NO, "D1");
            }
            all.putAll(values);
            changes.add(new JournalLineChange.Added(0, all));
        });
        return ((JournalSaved.Kept) as(() -> journals.save(BATCH, changes))).lines();
    }

    private JournalLine edit(JournalLine line, Map<JournalField, String> values) {
        return ((JournalSaved.Kept) as(() -> journals.save(BATCH, List.of(new JournalLineChange.Edited(line.id(), 0, values))))).lines().getFirst();
    }

    private JournalPosting post() {
        return as(() -> journals.post(BATCH, 0, ""));
    }

    private static List<String> codes(JournalPosting posting) {
        return switch (posting) {
            case JournalPosting.Posted _ -> List.of();
            case JournalPosting.Refused refused -> refused.issues().stream().map(LineIssue::code).toList();
        };
    }

    private String stockAndValue() {
        return dsl.fetch("""
                SELECT sum(b.quantity) || ' ' || sum(b.cost_amount_actual) FROM inventory_balance b JOIN item i ON i.id = b.item_id
                WHERE i.no = ? HAVING count(*) > 0""", item).stream().map(row -> row.get(0, String.class)).findFirst().orElse("");
    }

    private static <T> T as(java.util.function.Supplier<T> work) {
        return Permissions.asStockbook(work);
    }
}
