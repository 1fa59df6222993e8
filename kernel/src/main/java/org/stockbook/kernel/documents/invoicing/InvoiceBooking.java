package org.stockbook.kernel.documents.invoicing;

import java.util.List;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.VatCalculation;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.origin.DimensionSetId;

/**
 * The money books of an invoice or credit memo (spec: purchasing, section 4.2; sales, section 8.2). The ledger lines sum to zero.
 * The inventory side comes from the value entries.
 */
public record InvoiceBooking(List<LedgerLine> ledger, List<VatLine> vat, PartnerLine partner) {
    public InvoiceBooking {
        ledger = List.copyOf(ledger);
        vat = List.copyOf(vat);
    }

    /**
     * A general ledger entry.
     *
     * @param amount local currency; above zero is a debit
     * @param vatAmount the VAT on it, same sign
     */
    public record LedgerLine(AccountNo account, Amount amount, Amount vatAmount, Groups groups, DimensionSetId dimensions) {}

    /** The groups behind a ledger line; blank on VAT, payables and receivables. */
    public record Groups(BusinessGroup business, ProductGroup product, VatBusinessGroup vatBusiness, VatProductGroup vatProduct) {
        public static final Groups NONE =
                new Groups(BusinessGroup.BLANK, ProductGroup.BLANK, VatBusinessGroup.BLANK, VatProductGroup.BLANK);
    }

    /**
     * A VAT entry: one per combination of VAT groups.
     *
     * @param base local currency; above zero on purchase invoices, below zero on sales invoices
     * @param amount same sign; what moves on the VAT account
     */
    public record VatLine(
            VatBusinessGroup business, VatProductGroup product, VatCalculation calculation, Percentage rate, Amount base, Amount amount) {}

    /**
     * The open amount of the partner.
     *
     * @param amount local currency; below zero is a debt of ours
     * @param money the same in the currency of the document
     */
    public record PartnerLine(TradeSide side, PartnerNo partner, PartnerGroup group, Amount amount, Money money) {}
}
