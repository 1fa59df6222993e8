package org.stockbook.kernel.documents.invoicing;

/** Which discounts get accounts of their own, the trade account being posted without deducting them. */
public enum DiscountPosting {
    NONE,
    LINE_DISCOUNTS,
    INVOICE_DISCOUNTS,
    ALL_DISCOUNTS;

    boolean showsLineDiscounts() {
        return switch (this) {
            case LINE_DISCOUNTS, ALL_DISCOUNTS -> true;
            case NONE, INVOICE_DISCOUNTS -> false;
        };
    }

    boolean showsInvoiceDiscounts() {
        return switch (this) {
            case INVOICE_DISCOUNTS, ALL_DISCOUNTS -> true;
            case NONE, LINE_DISCOUNTS -> false;
        };
    }
}
