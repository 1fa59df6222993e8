package org.stockbook.generaljournal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.generaljournal.GeneralJournalField.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.documents.TradingCompany;
import org.stockbook.finance.AccountMovements.Period;
import org.stockbook.finance.FiscalYears;
import org.stockbook.finance.TrialBalance;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.SignedInUser;

/** The general journal on a real database (spec: finance, sections 3, 4 and 15). */
@SpringBootTest(properties = "stockbook.books-of-test=GeneralJournalTest")
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class GeneralJournalTest {
    private static final JournalBatchName DEFAULT = new JournalBatchName("DEFAULT");

    @Autowired
    private EditGeneralJournal editing;

    @Autowired
    private PostGeneralJournal posting;

    @Autowired
    private ReverseTransaction reversing;

    @Autowired
    private ApplyEntries applying;

    @Autowired
    private CloseIncomeStatement closing;

    @Autowired
    private FiscalYears years;

    @Autowired
    private TrialBalance trialBalance;

    @Autowired
    private DSLContext dsl;

    @BeforeEach
    void a_company() {
        SecurityContextHolder.getContext().setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of()));
        TradingCompany.create(dsl);
        dsl.execute("INSERT INTO gl_account (no) VALUES ('BANK'), ('RENT'), ('EQUITY')");
        dsl.execute("UPDATE gl_account SET direct_posting = false WHERE no IN ('PAYABLES', 'RECEIVABLES')");
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_opening_balance_and_a_payment_leave_the_partner_settled() {
        type(Map.of(POSTING_DATE, "2026-05-04", DOCUMENT_NO, "OB1", DOCUMENT_TYPE, "invoice", ACCOUNT_TYPE, "vendor", ACCOUNT_NO, "P10", AMOUNT, "-500.00",
                BALANCING_NO, "EQUITY"));
        assertThat(post()).isInstanceOf(JournalPosted.Posted.class);
        type(Map.of(POSTING_DATE, "2026-05-05", DOCUMENT_NO, "PAY1", DOCUMENT_TYPE, "payment", ACCOUNT_TYPE, "vendor", ACCOUNT_NO, "p10", AMOUNT, "500.00",
                BALANCING_NO, "BANK", APPLIES_TO_NO, "OB1"));

        var preview = posting.preview(DEFAULT);
        assertThat(preview.issues()).isEmpty();
        assertThat(preview.documents()).hasSize(1);
        var posted = (JournalPosted.Posted) post();

        assertThat(posted.ledgerEntries()).isEqualTo(2);
        assertThat(posted.partnerEntries()).isEqualTo(1);
        assertThat(balance("PAYABLES")).isEqualTo("0.00");
        assertThat(balance("BANK")).isEqualTo("-500.00");
        assertThat(dsl.fetchValue("SELECT count(*) FROM vendor_ledger_entry WHERE is_open")).isEqualTo(0L);
        assertThat(dsl.fetchValue("SELECT sum(amount)::text FROM vendor_ledger_entry_detail")).isEqualTo("0.00");
        assertThat(editing.lines(editing.batch(DEFAULT).orElseThrow(), 0, 10)).isEmpty();
    }

    @Test
    void a_batch_out_of_balance_writes_nothing_and_says_by_how_much() {
        type(Map.of(POSTING_DATE, "2026-05-05", DOCUMENT_NO, "J1", ACCOUNT_NO, "RENT", AMOUNT, "1000.00"));
        type(Map.of(ACCOUNT_NO, "BANK", AMOUNT, "-999.00"));

        var refused = (JournalPosted.Refused) post();

        assertThat(refused.issues()).extracting(DraftIssue::code).containsExactly("finance.journal-out-of-balance");
        assertThat(refused.issues().getFirst().parameters().get("difference")).hasToString("1.00");
        assertThat(dsl.fetchValue("SELECT count(*) FROM gl_entry")).isEqualTo(0L);
        assertThat(editing.lines(editing.batch(DEFAULT).orElseThrow(), 0, 10)).hasSize(2);
    }

    @Test
    void whatever_was_typed_is_kept_with_what_is_wrong_with_it() {
        var saved = (LinesSaved.Kept) editing.save(DEFAULT, List.of(
                new LineChange.Added(0, Map.of(POSTING_DATE, "yesterday", DOCUMENT_NO, "J1", ACCOUNT_NO, "RENT", AMOUNT, "a lot")),
                new LineChange.Added(0, Map.of(POSTING_DATE, "2026-05-05", DOCUMENT_NO, "J1", ACCOUNT_NO, "NONSENSE", AMOUNT, "1.005")),
                new LineChange.Added(0, Map.of(POSTING_DATE, "2026-05-05", ACCOUNT_NO, "PAYABLES", AMOUNT, "5", CURRENCY, "XYZ"))));

        assertThat(saved.lines().get(0).issues()).extracting(issue -> issue.field() + " " + issue.code())
                .containsExactly("POSTING_DATE api.malformed", "AMOUNT api.malformed");
        assertThat(saved.lines().get(0).line().text(AMOUNT)).isEqualTo("a lot");
        assertThat(saved.lines().get(1).issues()).extracting(DraftIssue::code).containsExactly("api.needs-rounding");
        assertThat(saved.lines().get(2).issues()).extracting(DraftIssue::code).contains("finance.exchange-rate-missing");
    }

    @Test
    void vat_is_split_from_the_line_and_reaches_its_ledger() {
        type(Map.of(POSTING_DATE, "2026-05-05", DOCUMENT_NO, "J2", ACCOUNT_NO, "RENT", AMOUNT, "125.00", BALANCING_NO, "BANK", POSTING_TYPE, "purchase",
                TAX_BUSINESS_GROUP, "DOMESTIC", TAX_PRODUCT_GROUP, "VAT25"));

        post();

        assertThat(balance("VATIN")).isEqualTo("25.00");
        assertThat(dsl.fetchSingle("SELECT base_amount::text, vat_amount::text FROM vat_entry").intoList()).containsExactly("100.00", "25.00");
        assertThat(dsl.fetchValue("SELECT vat_amount::text FROM gl_entry g JOIN gl_account a ON a.id = g.gl_account_id WHERE a.no = 'RENT'")).isEqualTo("25.00");
    }

    @Test
    void a_line_changed_by_somebody_else_is_not_overwritten() {
        var line = type(Map.of(POSTING_DATE, "2026-05-05", DOCUMENT_NO, "J1", ACCOUNT_NO, "RENT", AMOUNT, "5")).line();
        editing.save(DEFAULT, List.of(new LineChange.Edited(line.id(), line.version(), Map.of(AMOUNT, "6"))));

        var late = editing.save(DEFAULT, List.of(new LineChange.Edited(line.id(), line.version(), Map.of(AMOUNT, "7"))));

        assertThat(late).isEqualTo(new LinesSaved.ChangedByAnother(List.of(line.id())));
    }

    @Test
    void a_repeated_call_posts_once() {
        type(Map.of(POSTING_DATE, "2026-05-05", DOCUMENT_NO, "J1", ACCOUNT_NO, "RENT", AMOUNT, "5", BALANCING_NO, "BANK"));

        var first = posting.post(DEFAULT, 0, "key-1");
        var again = posting.post(DEFAULT, 0, "key-1");

        assertThat(again).usingRecursiveComparison().ignoringFields("replayed").isEqualTo(first);
        assertThat(dsl.fetchValue("SELECT count(*) FROM gl_entry")).isEqualTo(2L);
    }

    /** Example 15.5. */
    @Test
    void a_reversal_is_the_opposite_and_happens_once() {
        type(Map.of(POSTING_DATE, "2026-05-05", DOCUMENT_NO, "J1", ACCOUNT_TYPE, "customer", ACCOUNT_NO, "P10", AMOUNT, "125.00", BALANCING_NO, "RENT"));
        post();
        var transaction = dsl.fetchSingle("SELECT min(transaction_no) FROM gl_entry").get(0, Long.class);

        assertThat(reversing.reverse(transaction)).isInstanceOf(ReverseTransaction.Outcome.Reversed.class);

        assertThat(balance("RECEIVABLES")).isEqualTo("0.00");
        assertThat(dsl.fetchValue("SELECT count(*) FROM customer_ledger_entry WHERE is_open")).isEqualTo(0L);
        assertThat(dsl.fetchValue("SELECT sum(amount)::text FROM customer_ledger_entry_detail")).isEqualTo("0.00");
        assertThat(dsl.fetchValue("SELECT count(*) FROM gl_entry WHERE reversed_by_entry_no IS NOT NULL")).isEqualTo(2L);
        assertThat(dsl.fetchValue("SELECT sum(debit_amount - credit_amount)::text FROM gl_account_movement")).isEqualTo("0.00");
        assertThat(reversing.reverse(transaction)).isEqualTo(new ReverseTransaction.Outcome.Refused("finance.already-reversed", Map.of()));
    }

    /** Example 15.14. */
    @Test
    void only_the_latest_settlement_is_taken_back() {
        receipts();
        var entries = dsl.fetch("SELECT entry_no FROM customer_ledger_entry ORDER BY entry_no").map(row -> row.get(0, Long.class));
        assertThat(applying.apply(TradeSide.SALES, entries.get(1), entries.get(0))).isEqualTo(new ApplyEntries.Outcome.Done(Amount.of("200.00")));
        assertThat(applying.apply(TradeSide.SALES, entries.get(2), entries.get(0))).isEqualTo(new ApplyEntries.Outcome.Done(Amount.of("300.00")));
        assertThat(dsl.fetchValue("SELECT count(*) FROM customer_ledger_entry WHERE is_open")).isEqualTo(0L);

        assertThat(applying.unapply(TradeSide.SALES, entries.get(1))).isInstanceOf(ApplyEntries.Outcome.Refused.class);
        assertThat(applying.unapply(TradeSide.SALES, entries.get(2))).isEqualTo(new ApplyEntries.Outcome.Done(Amount.of("300.00")));
        assertThat(applying.unapply(TradeSide.SALES, entries.get(1))).isEqualTo(new ApplyEntries.Outcome.Done(Amount.of("200.00")));

        assertThat(dsl.fetch("SELECT sum(amount)::text FROM customer_ledger_entry_detail GROUP BY customer_ledger_entry_no ORDER BY customer_ledger_entry_no")
                .map(row -> row.get(0, String.class))).containsExactly("500.00", "-200.00", "-300.00");
        assertThat(dsl.fetchValue("SELECT count(*) FROM customer_ledger_entry WHERE is_open")).isEqualTo(3L);
        assertThat(applying.apply(TradeSide.SALES, entries.get(1), entries.get(2))).isInstanceOf(ApplyEntries.Outcome.Refused.class);
    }

    private void receipts() {
        type(Map.of(POSTING_DATE, "2026-05-04", DOCUMENT_NO, "I1", DOCUMENT_TYPE, "invoice", ACCOUNT_TYPE, "customer", ACCOUNT_NO, "P10", AMOUNT, "500.00", BALANCING_NO, "RENT"));
        post();
        for (var paid : List.of("-200.00", "-300.00")) {
            type(Map.of(POSTING_DATE, "2026-05-05", DOCUMENT_NO, "P" + paid, DOCUMENT_TYPE, "payment", ACCOUNT_TYPE, "customer", ACCOUNT_NO, "P10", AMOUNT, paid,
                    BALANCING_NO, "BANK"));
            post();
        }
    }

    /** Example 15.6. */
    @Test
    void closing_a_year_carries_its_income_to_retained_earnings_on_the_closing_day() {
        dsl.execute("UPDATE gl_account SET statement_type = 'BALANCE_SHEET' WHERE no IN ('BANK', 'EQUITY')");
        dsl.execute("UPDATE general_ledger_setup SET retained_earnings_account_id = (SELECT id FROM gl_account WHERE no = 'EQUITY')");
        years.create(LocalDate.of(2025, 1, 1), 12, 1);
        type(Map.of(POSTING_DATE, "2025-12-20", DOCUMENT_NO, "J1", ACCOUNT_NO, "RENT", AMOUNT, "150.00", BALANCING_NO, "BANK"));
        post();
        assertThat(years.close()).isEqualTo(new FiscalYears.Outcome.Refused("finance.next-year-missing"));
        years.create(LocalDate.of(2026, 1, 1), 12, 1);
        years.close();

        assertThat(closing.propose(DEFAULT, "CLOSE25")).isEqualTo(new CloseIncomeStatement.Outcome.Proposed(2, LocalDate.of(2025, 12, 31)));
        assertThat(post()).isInstanceOf(JournalPosted.Posted.class);

        var last = LocalDate.of(2025, 12, 31);
        assertThat(balanceOf("RENT", new Period(last, last, false))).isEqualTo(Amount.of("150.00"));
        assertThat(balanceOf("RENT", new Period(last, last, true))).isEqualTo(Amount.ZERO);
        assertThat(balanceOf("EQUITY", new Period(last, last.plusDays(1), false))).isEqualTo(Amount.of("150.00"));
        assertThat(closing.propose(DEFAULT, "CLOSE25")).isEqualTo(new CloseIncomeStatement.Outcome.Refused("common.nothing-to-post", Map.of()));
    }

    private Amount balanceOf(String account, Period period) {
        return trialBalance.lines(period).stream().filter(line -> line.account().number().equals(account)).findFirst().orElseThrow().balance();
    }

    private DraftLine.Checked type(Map<GeneralJournalField, String> values) {
        return ((LinesSaved.Kept) editing.save(DEFAULT, List.of(new LineChange.Added(0, values)))).lines().getFirst();
    }

    private JournalPosted post() {
        return posting.post(DEFAULT, 0, "");
    }

    private String balance(String account) {
        return dsl.fetchSingle("SELECT coalesce(sum(amount), 0)::numeric(18,2)::text FROM gl_entry g JOIN gl_account a ON a.id = g.gl_account_id WHERE a.no = ?", account)
                .get(0, String.class);
    }
}
