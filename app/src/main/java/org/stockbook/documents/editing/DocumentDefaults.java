package org.stockbook.documents.editing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.stockbook.documents.Particulars;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentPartner;
import org.stockbook.kernel.documents.LineCosts;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.ReturnReason;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.VatTerms;
import org.stockbook.kernel.documents.posting.PartnerState;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.DateFormula;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitQuantity;

/** What master data propose on new documents and lines. */
public interface DocumentDefaults {
    /** The partner as a new document copies it; empty if there is none. */
    Optional<OfPartner> partner(TradeSide side, String number);

    /** What a line about this proposes; empty if it does not exist. */
    Optional<OfLine> line(DocumentHeader header, LineSubject subject, String unit);

    /** By how much more than ordered may be received of an item, of its own or else of its vendor; empty where nothing is tolerated. */
    Optional<Tolerance> tolerance(DocumentHeader header, LineSubject.OfItem item, UnitCode unit);

    /** The rate of a date; empty if none is set up. */
    Optional<ExchangeRate> rate(CurrencyCode currency, LocalDate date);

    boolean locationExists(String code);

    /** Terms of payment by their code; empty if there are none. */
    Optional<Terms> terms(String code);

    boolean shipmentMethodExists(String code);

    /** A return reason by its code; empty if there is none. */
    Optional<OfReturnReason> returnReason(String code);

    /** An address of a customer by its code, one line of the address per line; empty if there is none. */
    Optional<String> shipToAddress(String customer, String code);

    /** Location of a responsibility centre, blank where it has none; empty if there is no such centre. */
    Optional<LocationCode> center(String code);

    /** From the vendor or customer; the terms are those of who is paid or pays. */
    record OfPartner(
            DocumentPartner partner, CurrencyCode currency, boolean pricesIncludeVat, LocationCode location, PartnerState.Blocked blocked,
            String paymentTerms, Particulars particulars) {}

    /**
     * When a document is to be paid and what is taken off for paying early (spec: finance, section 14).
     *
     * @param discountPercentage of the total
     */
    record Terms(String code, DateFormula due, DateFormula discount, BigDecimal discountPercentage, boolean onCreditMemos) {
        Particulars.PaymentTerms from(LocalDate documentDate, boolean isReturn) {
            var granted = discountPercentage.signum() > 0 && (onCreditMemos || !isReturn);
            return granted
                    ? new Particulars.PaymentTerms(code, Optional.of(discount.from(documentDate)), discountPercentage)
                    : new Particulars.PaymentTerms(code, Optional.empty(), BigDecimal.ZERO);
        }
    }

    /**
     * Why goods come back.
     *
     * @param location where they are put, blank for where the line says
     */
    record OfReturnReason(ReturnReason reason, LocationCode location) {
        static final OfReturnReason NONE = new OfReturnReason(ReturnReason.NONE, LocationCode.BLANK);
    }

    /**
     * A tolerance of receiving.
     *
     * @param step smallest quantity of the unit; zero where any will do
     */
    record Tolerance(Percentage percentage, UnitQuantity step) {}

    /**
     * From the item, charge or account.
     *
     * @param unitKnown false if the item has no such unit of measure
     */
    record OfLine(
            String description, UnitUsed unit, boolean unitKnown, Price price, LineCosts costs, ProductGroup product, VatTerms vat,
            boolean allowInvoiceDiscount, boolean priceIncludesVat) {}
}
