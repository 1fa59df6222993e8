package org.stockbook.kernel.documents.amounts;

import org.stockbook.kernel.measure.Amount;

/**
 * The amounts of a line in local currency, all without VAT but the VAT itself.
 *
 * @param net without discounts
 * @param lineDiscount what the line discount took off
 * @param invoiceDiscount what the invoice discount took off
 */
public record LocalAmounts(Amount net, Amount lineDiscount, Amount invoiceDiscount, Amount vat, Amount reversedVat) {
    public static final LocalAmounts ZERO =
            new LocalAmounts(Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);

    public Amount discount() {
        return lineDiscount.plus(invoiceDiscount);
    }

    public Amount total() {
        return net.plus(vat);
    }
}
