package org.stockbook.documents;

import java.time.LocalDate;
import java.util.Optional;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentPartner;
import org.stockbook.kernel.documents.LineCosts;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.VatTerms;
import org.stockbook.kernel.documents.posting.PartnerState;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.kernel.measure.Price;

/** What master data propose on new documents and lines. */
public interface DocumentDefaults {
    /** The partner as a new document copies it; empty if there is none. */
    Optional<OfPartner> partner(TradeSide side, String number);

    /** What a line about this proposes; empty if it does not exist. */
    Optional<OfLine> line(DocumentHeader header, LineSubject subject, String unit);

    /** The rate of a date; empty if none is set up. */
    Optional<ExchangeRate> rate(CurrencyCode currency, LocalDate date);

    boolean locationExists(String code);

    /** From the vendor or customer. */
    record OfPartner(DocumentPartner partner, CurrencyCode currency, LocationCode location, PartnerState.Blocked blocked) {}

    /**
     * From the item, charge or account.
     *
     * @param unitKnown false if the item has no such unit of measure
     */
    record OfLine(
            String description, UnitUsed unit, boolean unitKnown, Price price, LineCosts costs, ProductGroup product, VatTerms vat,
            boolean allowInvoiceDiscount) {}
}
