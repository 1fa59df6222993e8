package org.stockbook.kernel.documents;

import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;

/**
 * What was agreed on a line, in the currency of the document (spec: purchasing, section 2.4).
 *
 * @param unit per unit of measure
 * @param lineDiscount in per cent of the gross amount
 * @param invoiceDiscount what the invoice discount takes off the whole line
 */
public record LinePrice(Price unit, Percentage lineDiscount, boolean allowInvoiceDiscount, Money invoiceDiscount) {
    public static LinePrice of(Price unit) {
        return new LinePrice(unit, Percentage.ZERO, true, Money.ZERO);
    }

    public LinePrice withInvoiceDiscount(Money newInvoiceDiscount) {
        return new LinePrice(unit, lineDiscount, allowInvoiceDiscount, newInvoiceDiscount);
    }
}
