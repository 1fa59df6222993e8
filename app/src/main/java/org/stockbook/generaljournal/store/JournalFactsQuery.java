package org.stockbook.generaljournal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.generaljournal.AppliesTo;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.AccountCard;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.CurrencyAccounts;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.OpenKey;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.PartnerCard;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.VatSetup;
import org.stockbook.kernel.generaljournal.GeneralJournalLine;
import org.stockbook.kernel.generaljournal.JournalAccount;
import org.stockbook.kernel.generaljournal.JournalDocument;
import org.stockbook.kernel.generaljournal.JournalValue;
import org.stockbook.kernel.generaljournal.OpenEntry;
import org.stockbook.kernel.generaljournal.PartnerEntryNo;
import org.stockbook.kernel.generaljournal.VatCombination;
import org.stockbook.kernel.generalledger.AllowedDates;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** The master data behind lines and the open entries that they name, in one round trip whatever the number of lines. */
final class JournalFactsQuery {
    private static final String ACCOUNTS = "SELECT no, account_type = 'POSTING', blocked, direct_posting FROM gl_account WHERE no = ANY (?::text[])";
    private static final String PARTNERS = """
            SELECT p.no, coalesce(g.code, ''), p.blocked IN ('PAYMENTS', 'ALL'), control.no, discount.no
            FROM %1$s p
            LEFT JOIN %1$s_posting_group g ON g.id = p.%1$s_posting_group_id
            LEFT JOIN gl_account control ON control.id = g.%2$s_account_id AND NOT control.blocked AND control.account_type = 'POSTING'
            LEFT JOIN gl_account discount ON discount.id = g.payment_discount_%3$s_account_id AND NOT discount.blocked
            WHERE p.no = ANY (?::text[])""";
    private static final String VAT = """
            SELECT b.code, p.code, s.vat_percentage, purchase.no, sales.no
            FROM vat_posting_setup s
            JOIN vat_business_group b ON b.id = s.vat_business_group_id
            JOIN vat_product_group p ON p.id = s.vat_product_group_id
            LEFT JOIN gl_account purchase ON purchase.id = s.purchase_vat_account_id
            LEFT JOIN gl_account sales ON sales.id = s.sales_vat_account_id
            WHERE NOT s.blocked AND s.calculation_type = 'NORMAL'""";
    private static final String CURRENCIES = """
            SELECT c.code, gains.no, losses.no, residual.no FROM currency c
            LEFT JOIN gl_account gains ON gains.id = c.realized_gains_account_id
            LEFT JOIN gl_account losses ON losses.id = c.realized_losses_account_id
            LEFT JOIN gl_account residual ON residual.id = c.residual_gains_account_id
            WHERE c.id <> 0""";
    /** Held in the order of their keys, so that two postings never wait for each other in a circle. */
    private static final String OPEN = """
            SELECT e.entry_no, p.no, g.code, e.posting_date, e.document_type::text, e.document_no, coalesce(c.code, ''), sum(d.amount), sum(d.currency_amount),
                e.discount_date, e.discount_amount
            FROM %1$s_ledger_entry e
            JOIN %1$s p ON p.id = e.%1$s_id
            JOIN %1$s_posting_group g ON g.id = e.%1$s_posting_group_id
            LEFT JOIN currency c ON c.id = e.currency_id
            JOIN %1$s_ledger_entry_detail d ON d.%1$s_ledger_entry_no = e.entry_no
            WHERE e.is_open AND e.document_no = ANY (?::text[])
            GROUP BY e.entry_no, p.no, g.code, c.code
            ORDER BY e.entry_no""";
    private static final String LOCK = "SELECT entry_no FROM %1$s_ledger_entry WHERE is_open AND document_no = ANY (?::text[]) ORDER BY entry_no FOR UPDATE";

    private final Map<AccountNo, AccountCard> accounts = new HashMap<>();
    private final Map<JournalAccount.Partner, PartnerCard> partners = new HashMap<>();
    private final Map<VatCombination, VatSetup> vat = new HashMap<>();
    private final Map<OpenKey, OpenEntry> open = new HashMap<>();
    private final Map<CurrencyCode, CurrencyAccounts> currencies = new HashMap<>();

    static GeneralJournalFacts read(DSLContext dsl, List<GeneralJournalLine> lines, AllowedDates dates, boolean lock) {
        var found = new JournalFactsQuery();
        var documents = ArrayText.ofTexts(lines.stream().flatMap(line -> line.terms().appliesTo().stream()).map(named -> named.document().code()).distinct().toList());
        var trip = new RoundTrip();
        if (lock) {
            trip.query(LOCK.formatted("vendor"), _ -> {}, documents).query(LOCK.formatted("customer"), _ -> {}, documents);
        }
        trip.query(ACCOUNTS, row -> found.accounts.put(new AccountNo(row.getString(1)), new AccountCard(row.getBoolean(2), row.getBoolean(3), row.getBoolean(4))), accounts(lines))
                .query(PARTNERS.formatted("vendor", "payables", "credit"), row -> found.partner(TradeSide.PURCHASE, row), partners(lines, TradeSide.PURCHASE))
                .query(PARTNERS.formatted("customer", "receivables", "debit"), row -> found.partner(TradeSide.SALES, row), partners(lines, TradeSide.SALES))
                .query(VAT, found::vat)
                .query(CURRENCIES, row -> found.currencies.put(new CurrencyCode(row.getString(1)),
                        new CurrencyAccounts(account(row.getString(2)), account(row.getString(3)), account(row.getString(4)))))
                .query(OPEN.formatted("vendor"), row -> found.open(TradeSide.PURCHASE, row), documents)
                .query(OPEN.formatted("customer"), row -> found.open(TradeSide.SALES, row), documents)
                .run(dsl);
        return new GeneralJournalFacts(found.accounts, found.partners, found.vat, found.open, found.currencies, dates);
    }

    private static Stream<JournalAccount> sides(List<GeneralJournalLine> lines) {
        return lines.stream().flatMap(line -> Stream.concat(Stream.of(line.account()), line.balancing().stream()));
    }

    private static ArrayText accounts(List<GeneralJournalLine> lines) {
        return ArrayText.ofTexts(sides(lines).filter(JournalAccount.Ledger.class::isInstance).map(side -> ((JournalAccount.Ledger) side).account().code()).distinct().toList());
    }

    private static ArrayText partners(List<GeneralJournalLine> lines, TradeSide side) {
        return ArrayText.ofTexts(sides(lines).filter(JournalAccount.Partner.class::isInstance).map(JournalAccount.Partner.class::cast)
                .filter(partner -> partner.side() == side).map(partner -> partner.partner().code()).distinct().toList());
    }

    private static Optional<AccountNo> account(@Nullable String no) {
        return Optional.ofNullable(no).map(AccountNo::new);
    }

    private void partner(TradeSide side, ResultSet row) throws SQLException {
        var group = row.getString(2);
        partners.put(new JournalAccount.Partner(side, new PartnerNo(row.getString(1))),
                new PartnerCard(new PartnerGroup(group), row.getBoolean(3), account(row.getString(4)), account(row.getString(5))));
    }

    private void vat(ResultSet row) throws SQLException {
        var business = new VatBusinessGroup(row.getString(1));
        var product = new VatProductGroup(row.getString(2));
        var rate = new Percentage(row.getBigDecimal(3));
        vat.put(new VatCombination(TradeSide.PURCHASE, business, product), new VatSetup(rate, account(row.getString(4))));
        vat.put(new VatCombination(TradeSide.SALES, business, product), new VatSetup(rate, account(row.getString(5))));
    }

    private void open(TradeSide side, ResultSet row) throws SQLException {
        var partner = new JournalAccount.Partner(side, new PartnerNo(row.getString(2)));
        var remaining = new JournalValue(new CurrencyCode(row.getString(7)), Money.of(row.getBigDecimal(9)), Amount.of(row.getBigDecimal(8)));
        var until = Optional.ofNullable(row.getObject(10, LocalDate.class));
        var discount = until.filter(_ -> isAboveZero(row)).map(day -> new OpenEntry.Discount(day, discount(row)));
        open.putIfAbsent(new OpenKey(partner, new AppliesTo(kind(row.getString(5)), new DocumentNo(row.getString(6)))),
                new OpenEntry(new PartnerEntryNo(row.getLong(1)), partner, new PartnerGroup(row.getString(3)), row.getObject(4, LocalDate.class), remaining, discount));
    }

    private static boolean isAboveZero(ResultSet row) {
        return !discount(row).isZero();
    }

    private static Money discount(ResultSet row) {
        try {
            return Money.of(row.getBigDecimal(11));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JournalDocument.Kind kind(String documentType) {
        return switch (DocumentType.valueOf(documentType)) {
            case PURCHASE_INVOICE, SALES_INVOICE -> JournalDocument.Kind.INVOICE;
            case PURCHASE_CREDIT_MEMO, SALES_CREDIT_MEMO -> JournalDocument.Kind.CREDIT_MEMO;
            case PAYMENT -> JournalDocument.Kind.PAYMENT;
            case REFUND -> JournalDocument.Kind.REFUND;
            case NONE, SALES_SHIPMENT, SALES_RETURN_RECEIPT, PURCHASE_RECEIPT, PURCHASE_RETURN_SHIPMENT, TRANSFER_SHIPMENT, TRANSFER_RECEIPT,
                    DIRECT_TRANSFER, SERVICE_SHIPMENT, POSTED_ASSEMBLY, INVENTORY_RECEIPT, INVENTORY_SHIPMENT -> JournalDocument.Kind.NONE;
        };
    }
}
