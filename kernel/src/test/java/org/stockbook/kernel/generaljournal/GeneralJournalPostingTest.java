package org.stockbook.kernel.generaljournal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.AccountCard;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.CurrencyAccounts;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.OpenKey;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.PartnerCard;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.VatSetup;
import org.stockbook.kernel.generaljournal.JournalTransaction.DetailType;
import org.stockbook.kernel.generalledger.AllowedDates;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.posting.LineNo;

/** Spec: finance, section 15. */
class GeneralJournalPostingTest {
    private static final LocalDate MAY_5 = LocalDate.of(2026, 5, 5);
    private static final AccountNo RENT = new AccountNo("8100");
    private static final AccountNo BANK = new AccountNo("2920");
    private static final AccountNo SUPPLIES = new AccountNo("8200");
    private static final AccountNo PURCHASE_VAT = new AccountNo("5630");
    private static final AccountNo PAYABLES = new AccountNo("5410");
    private static final AccountNo RECEIVABLES = new AccountNo("2310");
    private static final AccountNo LOSSES = new AccountNo("9330");
    private static final AccountNo DISCOUNTS = new AccountNo("9250");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final VatCombination VAT = new VatCombination(TradeSide.PURCHASE, new VatBusinessGroup("LOCAL"), new VatProductGroup("FULL"));
    private static final JournalAccount.Partner VENDOR = new JournalAccount.Partner(TradeSide.PURCHASE, new PartnerNo("V10"));
    private static final JournalAccount.Partner CUSTOMER = new JournalAccount.Partner(TradeSide.SALES, new PartnerNo("C10"));
    private static final AppliesTo INVOICE = new AppliesTo(JournalDocument.Kind.INVOICE, new DocumentNo("I1"));

    private static final AccountCard OPEN_ACCOUNT = new AccountCard(true, false, true);

    private static GeneralJournalFacts facts(OpenEntry... entries) {
        var open = new java.util.HashMap<OpenKey, OpenEntry>();
        for (var entry : entries) {
            open.put(new OpenKey(entry.partner(), INVOICE), entry);
        }
        return new GeneralJournalFacts(
                Map.of(RENT, OPEN_ACCOUNT, BANK, OPEN_ACCOUNT, SUPPLIES, OPEN_ACCOUNT, PAYABLES, new AccountCard(true, false, false)),
                Map.of(VENDOR, new PartnerCard(new PartnerGroup("DOMESTIC"), false, Optional.of(PAYABLES), Optional.empty()),
                        CUSTOMER, new PartnerCard(new PartnerGroup("DOMESTIC"), false, Optional.of(RECEIVABLES), Optional.of(DISCOUNTS))),
                Map.of(VAT, new VatSetup(Percentage.of("25"), Optional.of(PURCHASE_VAT))),
                open,
                Map.of(EUR, new CurrencyAccounts(Optional.empty(), Optional.of(LOSSES), Optional.empty())),
                new AllowedDates(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
    }

    private static GeneralJournalLine line(int no, JournalDocument document, JournalAccount account, String amount) {
        return new GeneralJournalLine(
                new LineNo(no), document, account, Optional.empty(), local(amount), LineTerms.NONE);
    }

    private static JournalDocument paper(LocalDate date, String document, JournalDocument.Kind kind) {
        return new JournalDocument(kind, new DocumentNo(document), "", date, date, date, false);
    }

    private static JournalValue local(String amount) {
        return JournalValue.local(Amount.of(amount));
    }

    private static JournalAccount ledger(AccountNo account) {
        return new JournalAccount.Ledger(account);
    }

    private static GeneralJournalOutcome post(GeneralJournalLine... lines) {
        return GeneralJournalPosting.post(List.of(lines), facts());
    }

    private static JournalTransaction posted(GeneralJournalOutcome outcome) {
        assertThat(outcome).isInstanceOf(GeneralJournalOutcome.Posted.class);
        return ((GeneralJournalOutcome.Posted) outcome).documents().getFirst();
    }

    private static List<String> codes(GeneralJournalOutcome outcome) {
        assertThat(outcome).isInstanceOf(GeneralJournalOutcome.Refused.class);
        return ((GeneralJournalOutcome.Refused) outcome).refusals().stream().map(GeneralJournalRefusal::code).toList();
    }

    private static List<String> ledgerOf(JournalTransaction transaction) {
        return transaction.ledger().stream().map(line -> line.account() + " " + line.value().local()).toList();
    }

    /** Example 15.1. */
    @Test
    void lines_of_one_date_and_number_must_balance() {
        var balanced = post(line(1, paper(MAY_5, "J1", JournalDocument.Kind.NONE), ledger(RENT), "1000.00"), line(2, paper(MAY_5, "J1", JournalDocument.Kind.NONE), ledger(BANK), "-1000.00"));
        var short_of_one = post(line(1, paper(MAY_5, "J1", JournalDocument.Kind.NONE), ledger(RENT), "1000.00"), line(2, paper(MAY_5, "J1", JournalDocument.Kind.NONE), ledger(BANK), "-999.00"));
        var two_dates = post(line(1, paper(MAY_5, "J1", JournalDocument.Kind.NONE), ledger(RENT), "1000.00"), line(2, paper(MAY_5.plusDays(1), "J1", JournalDocument.Kind.NONE), ledger(BANK), "-1000.00"));

        assertThat(ledgerOf(posted(balanced))).containsExactly("8100 1000.00", "2920 -1000.00");
        assertThat(((GeneralJournalOutcome.Refused) short_of_one).refusals())
                .containsExactly(new GeneralJournalRefusal.OutOfBalance(new LineNo(1), new DocumentNo("J1"), Amount.of("1.00")));
        assertThat(codes(two_dates)).containsExactly("finance.journal-out-of-balance", "finance.journal-out-of-balance");
    }

    /** Example 15.2. */
    @Test
    void vat_is_split_from_the_amount_of_an_account() {
        var office = new GeneralJournalLine(new LineNo(1), paper(MAY_5, "J2", JournalDocument.Kind.NONE), ledger(SUPPLIES),
                Optional.of(ledger(BANK)), local("125.00"), LineTerms.NONE.with(VAT));

        var transaction = posted(post(office));

        assertThat(ledgerOf(transaction)).containsExactly("8200 100.00", "5630 25.00", "2920 -125.00");
        assertThat(transaction.vat()).singleElement()
                .satisfies(vat -> assertThat(vat.base() + " " + vat.amount()).isEqualTo("100.00 25.00"));
    }

    /** Example 15.9. */
    @Test
    void paying_a_dearer_currency_realizes_a_loss() {
        var invoice = open(VENDOR, new JournalValue(EUR, Money.of("-80.00"), Amount.of("-89.60")), Optional.empty());
        var payment = new GeneralJournalLine(new LineNo(1), paper(MAY_5, "P1", JournalDocument.Kind.PAYMENT), VENDOR,
                Optional.of(ledger(BANK)), new JournalValue(EUR, Money.of("80.00"), Amount.of("92.00")), LineTerms.NONE.applying(INVOICE));

        var transaction = posted(GeneralJournalPosting.post(List.of(payment), facts(invoice)));

        assertThat(ledgerOf(transaction)).containsExactly("5410 92.00", "5410 -2.40", "9330 2.40", "2920 -92.00");
        assertThat(remaining(transaction, invoice)).isEqualTo(Amount.ZERO);
        assertThat(transaction.partners().getFirst().isSettled()).isTrue();
    }

    /** Example 15.13. */
    @Test
    void a_discount_is_granted_to_who_pays_in_time() {
        var invoice = open(CUSTOMER, local("1250.00"), Optional.of(new OpenEntry.Discount(MAY_5, Money.of("25.00"))));

        var in_time = posted(GeneralJournalPosting.post(List.of(receipt("-1225.00", MAY_5)), facts(invoice)));
        var late = posted(GeneralJournalPosting.post(List.of(receipt("-1225.00", MAY_5.plusDays(2))), facts(invoice)));

        assertThat(ledgerOf(in_time)).containsExactly("2310 -1225.00", "2310 -25.00", "9250 25.00", "2920 1225.00");
        assertThat(remaining(in_time, invoice)).isEqualTo(Amount.ZERO);
        assertThat(ledgerOf(late)).containsExactly("2310 -1225.00", "2920 1225.00");
        assertThat(remaining(late, invoice)).isEqualTo(Amount.of("25.00"));
    }

    /** Example 15.14, the first half: two payments of one journal share what is left. */
    @Test
    void payments_of_one_journal_follow_each_other_on_an_invoice() {
        var invoice = open(CUSTOMER, local("500.00"), Optional.empty());
        var outcome = GeneralJournalPosting.post(
                List.of(receipt("-200.00", MAY_5), receipt("-400.00", MAY_5.plusDays(1))), facts(invoice));

        var documents = ((GeneralJournalOutcome.Posted) outcome).documents();

        assertThat(documents.getFirst().partners().getFirst().isSettled()).isTrue();
        assertThat(documents.get(1).partners().getFirst().isSettled()).isFalse();
        assertThat(documents.get(1).partners().getFirst().details())
                .contains(new JournalTransaction.Detail(Optional.of(invoice.no()), DetailType.APPLICATION, local("-300.00"), true));
    }

    @Test
    void every_bad_line_is_named() {
        var control = line(1, paper(MAY_5, "J1", JournalDocument.Kind.NONE), ledger(PAYABLES), "5.00");
        var unknown = line(2, paper(MAY_5, "J1", JournalDocument.Kind.NONE), ledger(new AccountNo("9999")), "5.00");
        var early = line(3, paper(LocalDate.of(2025, 12, 31), "J1", JournalDocument.Kind.NONE), ledger(RENT), "5.00");
        var unnumbered = line(4, paper(MAY_5, "", JournalDocument.Kind.NONE), ledger(RENT), "5.00");
        var partners = new GeneralJournalLine(new LineNo(5), paper(MAY_5, "J1", JournalDocument.Kind.NONE), VENDOR,
                Optional.of(CUSTOMER), local("5.00"), LineTerms.NONE);
        var nothing_open = new GeneralJournalLine(new LineNo(6), paper(MAY_5, "J6", JournalDocument.Kind.PAYMENT), VENDOR,
                Optional.of(ledger(BANK)), local("5.00"), LineTerms.NONE.applying(INVOICE));

        assertThat(codes(post(control, unknown, early, unnumbered, partners))).containsExactly(
                "finance.account-no-direct-posting", "api.reference-not-found", "finance.posting-date-not-allowed",
                "common.field-required", "finance.balancing-account");
        assertThat(codes(post(nothing_open))).containsExactly("finance.application-invalid");
    }

    @Test
    void a_line_without_amount_is_skipped() {
        var outcome = (GeneralJournalOutcome.Posted) post(line(1, paper(MAY_5, "J1", JournalDocument.Kind.NONE), ledger(RENT), "0.00"));

        assertThat(outcome.documents()).isEmpty();
        assertThat(outcome.skipped()).containsExactly(new LineNo(1));
    }

    private static OpenEntry open(JournalAccount.Partner partner, JournalValue remaining, Optional<OpenEntry.Discount> discount) {
        return new OpenEntry(new PartnerEntryNo(7), partner, new PartnerGroup("DOMESTIC"), LocalDate.of(2026, 4, 26), remaining, discount);
    }

    private static GeneralJournalLine receipt(String amount, LocalDate date) {
        return new GeneralJournalLine(new LineNo(1), paper(date, "P1", JournalDocument.Kind.PAYMENT), CUSTOMER,
                Optional.of(ledger(BANK)), local(amount), LineTerms.NONE.applying(INVOICE));
    }

    private static Amount remaining(JournalTransaction transaction, OpenEntry entry) {
        return transaction.partners().stream().flatMap(partner -> partner.details().stream())
                .filter(detail -> detail.entry().equals(Optional.of(entry.no())))
                .map(detail -> detail.value().local())
                .reduce(entry.remaining().local(), Amount::plus);
    }
}
