package org.stockbook.kernel.documents;

import java.util.List;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/**
 * One line of a document (spec: purchasing, section 2.3).
 *
 * @param quantity in the unit of the line; above zero in the direction of the document
 * @param application exact reversal: to the receipt that goes back, from the shipment that comes back
 * @param tracked serial, lot and package numbers of what is to be handled; empty when the item has none
 * @param returnReason only on return orders and credit memos
 */
public record DocumentLine(
        LineNo no,
        LineSubject subject,
        String description,
        LocationCode location,
        UnitUsed unit,
        UnitQuantity quantity,
        LinePrice price,
        LineCosts costs,
        ProductGroup product,
        VatTerms vat,
        LineProgress progress,
        LineSource source,
        FixedApplication application,
        List<TrackedPart> tracked,
        DimensionSetId dimensions,
        ReturnReason returnReason) {

    public DocumentLine {
        tracked = List.copyOf(tracked);
    }

    /** A line that says nothing of a return. */
    public DocumentLine(
            LineNo no,
            LineSubject subject,
            String description,
            LocationCode location,
            UnitUsed unit,
            UnitQuantity quantity,
            LinePrice price,
            LineCosts costs,
            ProductGroup product,
            VatTerms vat,
            LineProgress progress,
            LineSource source,
            FixedApplication application,
            List<TrackedPart> tracked,
            DimensionSetId dimensions) {
        this(
                no, subject, description, location, unit, quantity, price, costs, product, vat, progress, source, application, tracked,
                dimensions, ReturnReason.NONE);
    }

    /** A line of words only. */
    public static DocumentLine text(LineNo no, String words, DimensionSetId dimensions) {
        return new DocumentLine(
                no, new LineSubject.OfText(), words, LocationCode.BLANK, UnitUsed.BASE, UnitQuantity.ZERO, LinePrice.of(Price.ZERO),
                LineCosts.NONE, ProductGroup.BLANK, VatTerms.NONE, LineProgress.fresh(UnitQuantity.ZERO), LineSource.OWN,
                FixedApplication.AUTOMATIC, List.of(), dimensions);
    }

    public DocumentLine withProgress(LineProgress newProgress) {
        return new DocumentLine(
                no, subject, description, location, unit, quantity, price, costs, product, vat, newProgress, source,
                application, tracked, dimensions, returnReason);
    }

    /** Another quantity; all that is not handled is proposed to be. */
    public DocumentLine withQuantity(UnitQuantity newQuantity) {
        return new DocumentLine(
                no, subject, description, location, unit, newQuantity, price, costs, product, vat,
                progress.counted(newQuantity, progress.handled(), progress.invoiced()), source, application, tracked,
                dimensions, returnReason);
    }

    public DocumentLine withPrice(LinePrice newPrice) {
        return new DocumentLine(
                no, subject, description, location, unit, quantity, newPrice, costs, product, vat, progress, source,
                application, tracked, dimensions, returnReason);
    }

    public DocumentLine withTracked(List<TrackedPart> newTracked) {
        return new DocumentLine(
                no, subject, description, location, unit, quantity, price, costs, product, vat, progress, source,
                application, newTracked, dimensions, returnReason);
    }

    public DocumentLine withApplication(FixedApplication newApplication) {
        return new DocumentLine(
                no, subject, description, location, unit, quantity, price, costs, product, vat, progress, source,
                newApplication, tracked, dimensions, returnReason);
    }

    /** The same line under another number, in another document. */
    public DocumentLine numbered(LineNo newNo) {
        return new DocumentLine(
                newNo, subject, description, location, unit, quantity, price, costs, product, vat, progress, source,
                application, tracked, dimensions, returnReason);
    }

    public DocumentLine withReturnReason(ReturnReason newReason) {
        return new DocumentLine(
                no, subject, description, location, unit, quantity, price, costs, product, vat, progress, source,
                application, tracked, dimensions, newReason);
    }

    public DocumentLine withSource(LineSource newSource) {
        return new DocumentLine(
                no, subject, description, location, unit, quantity, price, costs, product, vat, progress, newSource,
                application, tracked, dimensions, returnReason);
    }
}
