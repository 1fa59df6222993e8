package org.stockbook.kernel.documents;

import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.VariantCode;

/** What a document line is about (spec: purchasing, section 2.3). */
public sealed interface LineSubject {
    /** Goods or a service with an item card. */
    record OfItem(ItemNo item, VariantCode variant) implements LineSubject {}

    /** Freight, duty and the like, to be assigned to item lines. */
    record OfCharge(ItemChargeNo charge) implements LineSubject {}

    /** Straight to a general ledger account. */
    record OfAccount(AccountNo account) implements LineSubject {}

    /** Work of a person or machine. */
    record OfResource(ResourceNo resource) implements LineSubject {}

    /** Words only; needs no quantity. */
    record OfText() implements LineSubject {}

    default boolean isItem() {
        return this instanceof OfItem;
    }

    default boolean isCharge() {
        return this instanceof OfCharge;
    }

    default boolean isText() {
        return this instanceof OfText;
    }
}
