package org.stockbook.kernel.documents.amounts;

import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;

/**
 * What a line, or the part of it to be invoiced, comes to in the currency of the document and in local currency. Signs are those
 * of the line: above zero in the direction of the document.
 *
 * @param quantity the quantity the amounts are for, in the unit of the line
 * @param gross quantity times price, with VAT where prices include it
 * @param net what is left of it without discounts and VAT
 * @param vat what the partner invoices or is invoiced on top; zero where the VAT is reversed
 * @param reversedVat what the buyer owes to the state instead
 */
public record LineAmounts(
        DocumentLine line,
        UnitQuantity quantity,
        Money gross,
        Money lineDiscount,
        Money invoiceDiscount,
        Money net,
        Money vat,
        Money reversedVat,
        LocalAmounts local) {

    /** Gross less line discount: what stands on the line. */
    public Money lineAmount() {
        return gross.minus(lineDiscount);
    }

    public Money total() {
        return net.plus(vat);
    }
}
