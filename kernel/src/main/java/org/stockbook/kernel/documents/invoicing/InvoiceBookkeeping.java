package org.stockbook.kernel.documents.invoicing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.VatTerms;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.amounts.LineAmounts;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts.AccountKey;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts.Found;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts.TradeAccount;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts.VatAccount;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking.Groups;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking.LedgerLine;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking.PartnerLine;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking.VatLine;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.LineNo;

/**
 * The general ledger lines, VAT entries and the partner entry of an invoice or credit memo (spec: purchasing, sections 4.2 and
 * 4.3; sales, section 8.2). A purchase debits, a sale credits, a return does the opposite.
 */
public final class InvoiceBookkeeping {
    private static final LineNo PARTNER = new LineNo(0);

    private final DocumentHeader header;
    private final InvoiceAccounts accounts;
    private final DiscountPosting discounts;
    private final Map<LedgerKey, Sums> ledger = new LinkedHashMap<>();
    private final Map<VatKey, Sums> vat = new LinkedHashMap<>();
    private final List<RefusedAccount> refusals = new ArrayList<>();

    public InvoiceBookkeeping(DocumentHeader header, InvoiceAccounts accounts, DiscountPosting discounts) {
        this.header = header;
        this.accounts = accounts;
        this.discounts = discounts;
    }

    private record LedgerKey(AccountNo account, Groups groups, DimensionSetId dimensions) {}

    private record VatKey(VatTerms terms) {}

    private record Sums(Amount amount, Amount vat) {
        private Sums plus(Amount moreAmount, Amount moreVat) {
            return new Sums(amount.plus(moreAmount), vat.plus(moreVat));
        }
    }

    /** Why accounts cannot be posted to; the booking is worth nothing when there is one. */
    public List<RefusedAccount> refusals() {
        return List.copyOf(refusals);
    }

    /** Books what is invoiced; once. */
    public InvoiceBooking book(DocumentAmounts amounts) {
        for (var line : amounts.lines()) {
            if (!line.quantity().isZero()) {
                bookLine(line);
            }
        }
        var total = asDebit(amounts.localTotal()).negated();
        var partner = header.partner();
        var account = header.side() == TradeSide.PURCHASE ? new AccountKey.Payables(partner.group()) : new AccountKey.Receivables(partner.group());
        find(PARTNER, account).ifPresent(no -> add(no, Groups.NONE, header.dimensions(), new Sums(total, Amount.ZERO)));
        var money = total.signum() == amounts.total().signum() ? amounts.total() : amounts.total().negated();
        return new InvoiceBooking(
                ledgerLines(), vatLines(), new PartnerLine(header.side(), partner.billing(), partner.group(), total, money));
    }

    private List<LedgerLine> ledgerLines() {
        return ledger.entrySet().stream()
                .filter(entry -> !entry.getValue().amount().isZero())
                .map(entry -> new LedgerLine(
                        entry.getKey().account(), entry.getValue().amount(), entry.getValue().vat(), entry.getKey().groups(),
                        entry.getKey().dimensions()))
                .toList();
    }

    private List<VatLine> vatLines() {
        return vat.entrySet().stream()
                .map(entry -> new VatLine(
                        header.partner().vat(), entry.getKey().terms().product(), entry.getKey().terms().calculation(),
                        entry.getKey().terms().rate(), entry.getValue().amount(), entry.getValue().vat()))
                .toList();
    }

    private void bookLine(LineAmounts amounts) {
        var line = amounts.line();
        var local = amounts.local();
        var lineDiscount = discounts.showsLineDiscounts() ? local.lineDiscount() : Amount.ZERO;
        var invoiceDiscount = discounts.showsInvoiceDiscounts() ? local.invoiceDiscount() : Amount.ZERO;
        bookTrade(line, asDebit(local.net().plus(lineDiscount).plus(invoiceDiscount)), asDebit(local.vat()));
        bookDiscount(line, lineDiscountAccount(), asDebit(lineDiscount).negated());
        bookDiscount(line, invoiceDiscountAccount(), asDebit(invoiceDiscount).negated());
        bookVat(amounts);
    }

    /** What a purchase debits is above zero; a sale and a return turn the sign. */
    private Amount asDebit(Amount amount) {
        return (header.side() == TradeSide.PURCHASE) != header.kind().isReturn() ? amount : amount.negated();
    }

    private void bookTrade(DocumentLine line, Amount amount, Amount vatAmount) {
        if (amount.isZero() && vatAmount.isZero()) {
            return;
        }
        var key = switch (line.subject()) {
            case LineSubject.OfAccount subject -> new AccountKey.OnLine(subject.account());
            case LineSubject.OfItem _, LineSubject.OfCharge _, LineSubject.OfResource _, LineSubject.OfText _ ->
                    tradeKey(line, tradeAccount());
        };
        if (!amount.isZero()) {
            find(line.no(), key).ifPresent(no -> add(no, groups(line), line.dimensions(), new Sums(amount, vatAmount)));
        }
    }

    private void bookDiscount(DocumentLine line, TradeAccount field, Amount amount) {
        if (!amount.isZero()) {
            find(line.no(), tradeKey(line, field))
                    .ifPresent(no -> add(no, groups(line), line.dimensions(), new Sums(amount, Amount.ZERO)));
        }
    }

    private void bookVat(LineAmounts amounts) {
        var line = amounts.line();
        var onAccount = asDebit(amounts.local().vat());
        var reversed = header.side() == TradeSide.PURCHASE ? asDebit(amounts.local().reversedVat()) : Amount.ZERO;
        vat.merge(new VatKey(line.vat()), new Sums(asDebit(amounts.local().net()), onAccount.plus(reversed)),
                (before, more) -> before.plus(more.amount(), more.vat()));
        bookVat(line, header.side() == TradeSide.PURCHASE ? VatAccount.PURCHASE_VAT : VatAccount.SALES_VAT, onAccount.plus(reversed));
        bookVat(line, VatAccount.REVERSE_CHARGE_VAT, reversed.negated());
    }

    private void bookVat(DocumentLine line, VatAccount field, Amount amount) {
        if (!amount.isZero()) {
            find(line.no(), new AccountKey.Vat(header.partner().vat(), line.vat().product(), field))
                    .ifPresent(no -> add(no, Groups.NONE, line.dimensions(), new Sums(amount, Amount.ZERO)));
        }
    }

    private void add(AccountNo account, Groups groups, DimensionSetId dimensions, Sums sums) {
        ledger.merge(new LedgerKey(account, groups, dimensions), sums, (before, more) -> before.plus(more.amount(), more.vat()));
    }

    private Groups groups(DocumentLine line) {
        return new Groups(header.partner().business(), line.product(), header.partner().vat(), line.vat().product());
    }

    private AccountKey tradeKey(DocumentLine line, TradeAccount field) {
        return new AccountKey.Trade(header.partner().business(), line.product(), field);
    }

    private TradeAccount tradeAccount() {
        var isReturn = header.kind().isReturn();
        return switch (header.side()) {
            case PURCHASE -> isReturn ? TradeAccount.PURCHASE_CREDIT_MEMO : TradeAccount.PURCHASE;
            case SALES -> isReturn ? TradeAccount.SALES_CREDIT_MEMO : TradeAccount.SALES;
        };
    }

    private TradeAccount lineDiscountAccount() {
        return header.side() == TradeSide.PURCHASE ? TradeAccount.PURCHASE_LINE_DISCOUNT : TradeAccount.SALES_LINE_DISCOUNT;
    }

    private TradeAccount invoiceDiscountAccount() {
        return header.side() == TradeSide.PURCHASE ? TradeAccount.PURCHASE_INVOICE_DISCOUNT : TradeAccount.SALES_INVOICE_DISCOUNT;
    }

    private Optional<AccountNo> find(LineNo line, AccountKey key) {
        return switch (accounts.find(key)) {
            case Found.Account account -> Optional.of(account.account());
            case Found.SetupMissing missing -> refuse(line, key, missing);
            case Found.AccountBlocked blocked -> refuse(line, key, blocked);
            case Found.AccountNotPosting heading -> refuse(line, key, heading);
        };
    }

    private Optional<AccountNo> refuse(LineNo line, AccountKey key, Found found) {
        var refusal = new RefusedAccount(line, key, found);
        if (!refusals.contains(refusal)) {
            refusals.add(refusal);
        }
        return Optional.empty();
    }
}
