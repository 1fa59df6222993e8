package org.stockbook.journals.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stockbook.journals.JournalField.DIMENSION_1;
import static org.stockbook.journals.JournalField.DOCUMENT_NO;
import static org.stockbook.journals.JournalField.ENTRY_TYPE;
import static org.stockbook.journals.JournalField.IMPORT_SOURCE;
import static org.stockbook.journals.JournalField.ITEM;
import static org.stockbook.journals.JournalField.LOCATION;
import static org.stockbook.journals.JournalField.POSTING_DATE;
import static org.stockbook.journals.JournalField.QUANTITY;
import static org.stockbook.journals.JournalField.UNIT_AMOUNT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.journals.BatchDetails;
import org.stockbook.journals.BatchKept;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalImport;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.StandardJournalRequest;
import org.stockbook.journals.StandardKept;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.exchange.FileRefused;

/** Batches, standard journals and files on a real database (spec: journals, sections 2, 4, 10, 12 and 13). */
@SpringBootTest(properties = "stockbook.books-of-test=FilledJournalsTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class FilledJournalsTest {
    private static final BatchDetails PLAIN = new BatchDetails("Counts", "", "", "", "");

    @Autowired
    private DSLContext dsl;

    @Autowired
    private ItemJournals journals;

    @Autowired
    private KeepJournalBatches batches;

    @Autowired
    private KeepStandardJournals standards;

    @Autowired
    private ImportJournalLines imports;

    private JournalDesk desk = new JournalDesk(journals, dsl, JournalKind.ITEM);
    private String item = "";

    @BeforeEach
    void found_a_company() {
        if (dsl.fetchCount(DSL.table("inventory_posting_setup")) == 0) {
            TestCompany.found(dsl);
        }
        dsl.execute("DELETE FROM journal_line");
        dsl.execute("DELETE FROM journal_batch WHERE name <> 'DEFAULT'");
        desk = new JournalDesk(journals, dsl, JournalKind.ITEM);
        item = TestCompany.item(dsl, "FIFO", "4");
    }

    @Test
    void batches_are_made_changed_and_removed_with_what_they_name() {
        var address = JournalAddress.of(JournalKind.ITEM, "DAILY");
        assertThat(create(address, PLAIN)).isInstanceOf(BatchKept.Kept.class);
        assertThat(create(address, PLAIN)).isEqualTo(new BatchKept.Refused("common.already-exists", Map.of("key", "DAILY")));
        var changed = JournalDesk.as(() -> batches.change(address, 0, new BatchDetails("Daily", "IJ", "PI", "", "")));
        assertThat(changed).isInstanceOfSatisfying(BatchKept.Kept.class, kept -> assertThat(kept.batch().series() + kept.batch().postingSeries()).isEqualTo("IJPI"));
        assertThat(code(JournalDesk.as(() -> batches.change(address, 99, PLAIN)))).isEqualTo("common.changed-by-another");
        assertThat(code(JournalDesk.as(() -> batches.change(address, 0, new BatchDetails("", "IJ", "IJ", "", ""))))).isEqualTo("journals.series-equal");
        assertThat(code(JournalDesk.as(() -> batches.change(address, 0, new BatchDetails("", "", "", "", "nobody"))))).isEqualTo("api.reference-not-found");
        assertThat(code(create(JournalAddress.of(JournalKind.RECURRING, "MONTHLY"), new BatchDetails("", "IJ", "", "", "")))).isEqualTo("journals.recurring-series");
        JournalDesk.as(() -> {
            batches.delete(address, 0);
            return true;
        });
        assertThat(JournalDesk.as(() -> journals.batch(address))).isEmpty();
    }

    private BatchKept create(JournalAddress address, BatchDetails details) {
        return JournalDesk.as(() -> batches.create(address, details));
    }

    private static String code(BatchKept kept) {
        return switch (kept) {
            case BatchKept.Kept _ -> "";
            case BatchKept.Refused refused -> refused.code();
        };
    }

    @Test
    void renumbering_keeps_documents_together() {
        desk.add(Map.of(ITEM, item, DOCUMENT_NO, "B"), Map.of(ITEM, item, DOCUMENT_NO, "B"), Map.of(ITEM, item, DOCUMENT_NO, "A"));
        assertThat(code(JournalDesk.as(() -> batches.renumber(desk.batch(), 0)))).isEqualTo("finance.series-required");
        dsl.execute("UPDATE journal_batch SET number_series_id = (SELECT id FROM number_series WHERE code = 'IJ')");
        assertThat(code(JournalDesk.as(() -> batches.renumber(desk.batch(), 0)))).isEmpty();
        assertThat(desk.lines()).extracting(line -> line.value(DOCUMENT_NO)).containsExactly("IJ-0001", "IJ-0001", "IJ-0002");
        dsl.execute("UPDATE journal_batch SET number_series_id = NULL");
    }

    /** Spec: journals, G13. */
    @Test
    void standard_lines_come_back_with_or_without_their_amounts() {
        var line = desk.add(Map.of(ITEM, item, QUANTITY, "3", UNIT_AMOUNT, "5.9", LOCATION, "BLUE", DIMENSION_1, "SALES")).getFirst();
        assertThat(line.issues()).isEmpty();
        assertThat(save("PLAIN", false, false)).isInstanceOf(StandardKept.Saved.class);
        assertThat(save("PRICED", true, false)).isInstanceOf(StandardKept.Saved.class);
        assertThat(save("PRICED", true, false)).isEqualTo(new StandardKept.Refused("common.confirmation-required", Map.of("field", "replace")));
        assertThat(save("PRICED", true, true)).isInstanceOf(StandardKept.Saved.class);
        dsl.execute("UPDATE item_cost SET unit_cost = 6.2 WHERE item_id = (SELECT id FROM item WHERE no = ?)", item);

        assertThat(take("PLAIN")).isInstanceOf(StandardKept.Taken.class);
        assertThat(take("PRICED")).isInstanceOf(StandardKept.Taken.class);
        assertThat(desk.lines()).extracting(taken -> taken.value(QUANTITY) + " " + taken.value(UNIT_AMOUNT) + " " + taken.value(LOCATION) + " " + taken.value(DIMENSION_1))
                .containsExactly("3 5.90 BLUE SALES", "3 6.20 BLUE SALES", "3 5.90 BLUE SALES");
        assertThat(take("NOWHERE")).isInstanceOf(StandardKept.Refused.class);
        assertThat(JournalDesk.as(() -> standards.all())).extracting(standard -> standard.code() + standard.lines()).containsExactly("PLAIN1", "PRICED1");
    }

    private StandardKept save(String code, boolean amounts, boolean replace) {
        return JournalDesk.as(() -> standards.save(desk.batch(), new StandardJournalRequest(code, code, List.of(), amounts, true, replace)));
    }

    private StandardKept take(String code) {
        return JournalDesk.as(() -> standards.take(desk.batch(), code));
    }

    @Test
    void a_file_in_latin_1_with_semicolons_and_decimal_commas_is_read() {
        var file = "Varenr.;itemNumber;quantity;unitAmount;postingDate;entryType;description\n"
                + "x;" + item + ";1,5;2,25;28.02.2026;Opregulering;Grøn cykel\n";
        var imported = read("linjer.csv", file.getBytes(Charset.forName("windows-1252")), JournalImport.Mode.ALL_OR_NOTHING);
        assertThat(imported.issues()).extracting(found -> found.issue().code()).containsOnly("common.field-required");
        dsl.execute("DELETE FROM journal_line");

        var complete = file.replace("Varenr.;", "documentNumber;").replace("\nx;", "\nD9;");
        assertThat(read("linjer.csv", complete.getBytes(Charset.forName("windows-1252")), JournalImport.Mode.ALL_OR_NOTHING).issues()).isEmpty();
        assertThat(desk.lines()).extracting(line -> line.value(POSTING_DATE) + " " + line.value(QUANTITY) + " " + line.value(UNIT_AMOUNT) + " " + line.value(IMPORT_SOURCE))
                .containsExactly("2026-02-28 1.5 2.25 linjer.csv:2");
    }

    @Test
    void every_bad_row_is_reported_and_nothing_added_unless_the_good_ones_are_asked_for() {
        var file = "itemNumber,quantity,documentNumber,unused\n" + item + ",1,D1,\nUNKNOWN,1,D1,\n" + item + ",many,D1,\n<script>alert(1)</script>,0,D1,\n";
        var refused = read("rows.csv", file.getBytes(StandardCharsets.UTF_8), JournalImport.Mode.ALL_OR_NOTHING);
        assertThat(refused.lines()).isZero();
        assertThat(refused.ignored()).containsExactly("unused");
        assertThat(refused.issues()).extracting(JournalImport.RowIssue::row).contains(3L, 4L, 5L).doesNotContain(2L);
        assertThat(desk.lines()).isEmpty();
        assertThat(read("rows.csv", file.getBytes(StandardCharsets.UTF_8), JournalImport.Mode.TRIAL).lines()).isZero();
        assertThat(desk.lines()).isEmpty();
        assertThat(read("rows.csv", file.getBytes(StandardCharsets.UTF_8), JournalImport.Mode.ONLY_GOOD_ROWS).lines()).isEqualTo(1);
        assertThat(desk.lines()).hasSize(1);
    }

    @Test
    void files_of_other_kinds_are_refused() {
        assertThatThrownBy(() -> read("x.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), JournalImport.Mode.TRIAL)).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> read("x.zip", "PK\u0003\u0004 no workbook".getBytes(StandardCharsets.UTF_8), JournalImport.Mode.TRIAL)).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> read("x.csv", new byte[0], JournalImport.Mode.TRIAL)).isInstanceOf(FileRefused.class);
        assertThat(read("x.csv", "quantity\n1\n".getBytes(StandardCharsets.UTF_8), JournalImport.Mode.TRIAL).issues())
                .singleElement().satisfies(found -> assertThat(found.issue().code()).isEqualTo("common.field-required"));
    }

    /** Spec: journals, G15: layers come from a workbook, and the inventory account gets their value. */
    @Test
    void opening_balances_are_a_workbook_of_layers() throws IOException {
        var average = TestCompany.item(dsl, "AVERAGE", "0");
        dsl.execute("INSERT INTO general_business_group (code) VALUES ('OPENING')");
        dsl.execute("INSERT INTO gl_account (no) VALUES ('3900')");
        dsl.execute("""
                INSERT INTO general_posting_setup (general_business_group_id, general_product_group_id, inventory_adjustment_account_id, direct_cost_applied_account_id)
                SELECT b.id, p.id, a.id, a.id FROM general_business_group b, general_product_group p, gl_account a
                WHERE b.code = 'OPENING' AND p.code = 'RETAIL' AND a.no = '3900'""");
        var before = account("1300");
        assertThat(read("opening.xlsx", workbook(average), JournalImport.Mode.ALL_OR_NOTHING).issues()).isEmpty();
        assertThat(JournalDesk.codes(desk.post())).isEmpty();
        assertThat(desk.stock(item)).containsExactly("BLUE  150 390.00");
        assertThat(desk.stock(average)).containsExactly("RED  40 360.00");
        assertThat(dsl.fetchCount(DSL.table("item_ledger_entry e JOIN item i ON i.id = e.item_id"), DSL.condition("i.no = ? AND e.document_no = 'OPENING'", item))).isEqualTo(2);
        assertThat(account("1300") - before).isEqualTo(75_000);
        assertThat(account("3900")).isEqualTo(-75_000);
    }

    private byte[] workbook(String average) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Stockbook", "1.0")) {
            var sheet = workbook.newWorksheet("Opening");
            var heading = List.of("Posting date", "Document no.", "Item", "Location", "Quantity", "Unit amount", "Business group");
            for (var column = 0; column < heading.size(); column++) {
                sheet.value(0, column, heading.get(column));
            }
            row(sheet, 1, List.of(item, "BLUE", 100, 2.5));
            row(sheet, 2, List.of(item, "BLUE", 50, 2.8));
            row(sheet, 3, List.of(average, "RED", 40, 9));
        }
        return bytes.toByteArray();
    }

    /** The values are item, location, quantity and cost. */
    private static void row(Worksheet sheet, int row, List<?> values) {
        sheet.value(row, 0, LocalDate.parse("2025-12-31"));
        sheet.style(row, 0).format("yyyy-MM-dd").set();
        sheet.value(row, 1, "opening");
        for (var column = 0; column < values.size(); column++) {
            switch (values.get(column)) {
                case Number number -> sheet.value(row, column + 2, number);
                case Object text -> sheet.value(row, column + 2, text.toString());
            }
        }
        sheet.value(row, 6, "OPENING");
    }

    /** In cents. */
    private long account(String number) {
        return dsl.fetchSingle("""
                SELECT (coalesce(sum(e.amount), 0) * 100)::bigint FROM gl_entry e JOIN gl_account a ON a.id = e.gl_account_id WHERE a.no = ?""", number).get(0, Long.class);
    }

    private JournalImport read(String name, byte[] bytes, JournalImport.Mode mode) {
        return JournalDesk.as(() -> imports.read(desk.batch(), name, bytes, mode));
    }

    @Test
    void entry_types_are_read_in_any_language() {
        var file = "itemNumber,quantity,documentNumber,entryType\n" + item + ",1,D1,Negative adjmt.\n" + item + ",1,D1,sale\n";
        read("types.csv", file.getBytes(StandardCharsets.UTF_8), JournalImport.Mode.ALL_OR_NOTHING);
        assertThat(desk.lines()).extracting(line -> line.value(ENTRY_TYPE)).containsExactly("negativeAdjustment", "sale");
    }
}
