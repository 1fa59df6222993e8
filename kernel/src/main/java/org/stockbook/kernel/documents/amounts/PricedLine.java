package org.stockbook.kernel.documents.amounts;

import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;

/** A quantity of a line at its price, less discounts; with VAT where the document's prices include it. */
record PricedLine(DocumentLine line, UnitQuantity quantity, Money gross, Money lineDiscount, Money invoiceDiscount) {
    static PricedLine of(DocumentLine line, UnitQuantity quantity) {
        var price = line.price();
        var gross = price.unit().times(quantity);
        var lineDiscount = Money.rounded(price.lineDiscount().of(gross.value()));
        var invoiceDiscount = line.quantity().isZero()
                ? Money.ZERO
                : price.invoiceDiscount().share(quantity, line.quantity());
        return new PricedLine(line, quantity, gross, lineDiscount, invoiceDiscount);
    }

    /** What VAT is computed of, or out of. */
    Money taxable() {
        return gross.minus(lineDiscount).minus(invoiceDiscount);
    }
}
