package org.stockbook.scenario.play;

import java.math.BigDecimal;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.VatCalculation;
import org.stockbook.kernel.documents.VatTerms;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.scenario.operation.Fixture.GeneralPostingSetup;
import org.stockbook.scenario.operation.Fixture;

/** Accounts and VAT of invoices as far as a fixture tells them: it holds no partner and VAT posting groups. */
final class InvoiceSetup implements InvoiceAccounts {
    static final PartnerGroup DOMESTIC_PARTNERS = new PartnerGroup("DOMESTIC");
    static final PartnerGroup FOREIGN_PARTNERS = new PartnerGroup("FOREIGN");

    private final Fixture fixture;

    InvoiceSetup(Fixture fixture) {
        this.fixture = fixture;
    }

    static VatBusinessGroup vatBusiness(String businessGroup) {
        return new VatBusinessGroup(businessGroup);
    }

    /** What a line of these groups is taxed at: EU parties by reverse charge, export parties not at all. */
    VatTerms terms(String businessGroup, String productGroup, String chargeNo) {
        var rate = fixture.vat().itemChargeExceptions().getOrDefault(
                chargeNo, fixture.vat().pctByGenProdPostingGroup().getOrDefault(productGroup, BigDecimal.ZERO));
        var product = new VatProductGroup("VAT" + rate.toPlainString());
        var name = new VatTerms.VatRateName(product.code());
        return switch (businessGroup) {
            case "EXPORT" -> new VatTerms(product, name, VatCalculation.NORMAL, Percentage.ZERO);
            case "EU" -> new VatTerms(product, name, VatCalculation.REVERSE_CHARGE, new Percentage(rate));
            default -> new VatTerms(product, name, VatCalculation.NORMAL, new Percentage(rate));
        };
    }

    @Override
    public Found find(AccountKey key) {
        return switch (key) {
            case AccountKey.Trade trade -> fixture.generalPostingSetup().stream()
                    .filter(row -> row.genBusPostingGroup().equals(trade.business().code())
                            && row.genProdPostingGroup().equals(trade.product().code()))
                    .map(row -> found(account(row, trade.field())))
                    .findFirst()
                    .orElseGet(Found.SetupMissing::new);
            case AccountKey.Vat vat -> found(account(vat));
            case AccountKey.Payables payables -> found(payables.group().equals(DOMESTIC_PARTNERS) ? "5410" : "5420");
            case AccountKey.Receivables receivables -> found(receivables.group().equals(DOMESTIC_PARTNERS) ? "2310" : "2320");
            case AccountKey.OnLine line -> new Found.Account(line.account());
        };
    }

    private static Found found(String account) {
        return account.isEmpty() ? new Found.SetupMissing() : new Found.Account(new AccountNo(account));
    }

    private static String account(GeneralPostingSetup row, TradeAccount field) {
        return switch (field) {
            case PURCHASE -> row.purchases();
            case PURCHASE_CREDIT_MEMO -> row.purchaseCredit();
            case PURCHASE_LINE_DISCOUNT -> row.purchaseLineDiscount();
            case PURCHASE_INVOICE_DISCOUNT -> row.purchaseInvoiceDiscount();
            case SALES -> row.sales();
            case SALES_CREDIT_MEMO -> row.salesCredit();
            case SALES_LINE_DISCOUNT -> row.salesLineDiscount();
            case SALES_INVOICE_DISCOUNT -> row.salesInvoiceDiscount();
        };
    }

    private static String account(AccountKey.Vat vat) {
        var reduced = vat.product().code().equals("VAT10");
        return switch (vat.field()) {
            case SALES_VAT -> reduced ? "5611" : "5610";
            case PURCHASE_VAT -> reduced ? "5631" : "5630";
            case REVERSE_CHARGE_VAT -> reduced ? "5621" : "5620";
        };
    }
}
