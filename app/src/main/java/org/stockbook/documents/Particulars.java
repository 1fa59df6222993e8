package org.stockbook.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a document carries for people and papers; no rule of posting reads it (spec: purchasing, section 2.2).
 *
 * @param partnerName as copied from the partner, like the address
 * @param address one line of the address per line
 * @param shipTo where goods go, if not to the partner's own address
 * @param reference the partner's own word for this deal
 * @param requested when goods are wanted
 * @param validUntil of quotes
 * @param appliesTo number of the posted document that this one is settled against, empty for none
 * @param shipmentMethod how goods travel, by its code, empty for none
 * @param shipComplete only whole orders are shipped (spec: sales, section 7)
 * @param center responsibility centre, empty for none
 * @param assignedUser who works on it, by login
 * @param madeOf number of the quote or blanket order that it was made of, empty for none
 */
public record Particulars(
        String partnerName,
        String address,
        ShipTo shipTo,
        String reference,
        Optional<LocalDate> orderDate,
        Optional<LocalDate> requested,
        Optional<LocalDate> validUntil,
        PaymentTerms payment,
        String appliesTo,
        String shipmentMethod,
        boolean shipComplete,
        String center,
        String assignedUser,
        String madeOf) {
    public static final Particulars NONE = new Particulars(
            "", "", ShipTo.NONE, "", Optional.empty(), Optional.empty(), Optional.empty(), PaymentTerms.NONE, "", "", false, "", "", "");

    /** Another address of the customer, by its code, as it was when it was chosen. */
    public record ShipTo(String code, String address) {
        public static final ShipTo NONE = new ShipTo("", "");
    }

    /**
     * How the document is to be paid.
     *
     * @param code of the terms, empty for none
     * @param discountUntil last day on which the discount is granted
     * @param discountPercentage of the total
     */
    public record PaymentTerms(String code, Optional<LocalDate> discountUntil, BigDecimal discountPercentage) {
        public static final PaymentTerms NONE = new PaymentTerms("", Optional.empty(), BigDecimal.ZERO);
    }

    public Particulars with(PaymentTerms newPayment) {
        return new Particulars(
                partnerName, address, shipTo, reference, orderDate, requested, validUntil, newPayment, appliesTo, shipmentMethod, shipComplete, center,
                assignedUser, madeOf);
    }

    public Particulars settling(String document) {
        return new Particulars(
                partnerName, address, shipTo, reference, orderDate, requested, validUntil, payment, document, shipmentMethod, shipComplete, center,
                assignedUser, madeOf);
    }

    public Particulars madeOf(String document) {
        return new Particulars(
                partnerName, address, shipTo, reference, orderDate, requested, validUntil, payment, appliesTo, shipmentMethod, shipComplete, center,
                assignedUser, document);
    }

    public Particulars in(String newCenter) {
        return new Particulars(
                partnerName, address, shipTo, reference, orderDate, requested, validUntil, payment, appliesTo, shipmentMethod, shipComplete, newCenter, "",
                madeOf);
    }
}
