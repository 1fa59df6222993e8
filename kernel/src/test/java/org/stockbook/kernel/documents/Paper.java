package org.stockbook.kernel.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.ReturnReasonCode;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/** Writes documents the way a clerk does: one line after the other; VAT 25 % unless said otherwise. */
public final class Paper {
    public static final VatTerms VAT25 = new VatTerms(
            new VatProductGroup("VAT25"), new VatTerms.VatRateName("VAT25"), VatCalculation.NORMAL, Percentage.of("25"));

    private final List<DocumentLine> lines = new ArrayList<>();
    private final TradeSide side;
    private final DocumentKind kind;
    private DocumentTerms terms = DocumentTerms.LOCAL;
    private LocalDate date = LocalDate.parse("2026-05-04");

    private Paper(TradeSide side, DocumentKind kind) {
        this.side = side;
        this.kind = kind;
    }

    public static Paper purchase(DocumentKind kind) {
        return new Paper(TradeSide.PURCHASE, kind);
    }

    public static Paper sale(DocumentKind kind) {
        return new Paper(TradeSide.SALES, kind);
    }

    public Paper on(String day) {
        date = LocalDate.parse(day);
        return this;
    }

    public Paper pricesIncludeVat() {
        terms = new DocumentTerms(terms.currency(), terms.rate(), true);
        return this;
    }

    public Paper currency(String code, String rate) {
        terms = new DocumentTerms(new CurrencyCode(code), ExchangeRate.of("1", rate), terms.pricesIncludeVat());
        return this;
    }

    public Paper item(String no, String quantity, String price) {
        return line(new LineSubject.OfItem(new ItemNo(no), VariantCode.BLANK), quantity, LinePrice.of(Price.of(price)));
    }

    /** Where the goods of the last line are, and in which variant. */
    public Paper at(Place place) {
        var line = lines.getLast();
        var subject = line.subject() instanceof LineSubject.OfItem item ? new LineSubject.OfItem(item.item(), place.variant()) : line.subject();
        lines.set(lines.size() - 1, new DocumentLine(
                line.no(), subject, line.description(), place.location(), line.unit(), line.quantity(), line.price(), line.costs(), line.product(),
                line.vat(), line.progress(), line.source(), line.application(), line.tracked(), line.dimensions(), line.returnReason()));
        return this;
    }

    public Paper charge(String quantity, String price) {
        return line(new LineSubject.OfCharge(new ItemChargeNo("FREIGHT")), quantity, LinePrice.of(Price.of(price)));
    }

    public Paper line(LineSubject subject, String quantity, LinePrice price) {
        var ordered = UnitQuantity.of(quantity);
        lines.add(new DocumentLine(
                new LineNo((lines.size() + 1) * 10000),
                subject,
                "",
                LocationCode.BLANK,
                new UnitUsed(new UnitCode("PCS"), UnitFactor.ONE),
                ordered,
                price,
                LineCosts.NONE,
                new ProductGroup("RETAIL"),
                VAT25,
                LineProgress.fresh(ordered),
                LineSource.OWN,
                FixedApplication.AUTOMATIC,
                List.of(),
                DimensionSetId.EMPTY));
        return this;
    }

    private Paper change(UnaryOperator<DocumentLine> change) {
        lines.set(lines.size() - 1, change.apply(lines.getLast()));
        return this;
    }

    public Paper discount(String percent) {
        return change(line -> line.withPrice(new LinePrice(
                line.price().unit(), Percentage.of(percent), line.price().allowInvoiceDiscount(), line.price().invoiceDiscount())));
    }

    public Paper noInvoiceDiscount() {
        return change(line -> line.withPrice(new LinePrice(
                line.price().unit(), line.price().lineDiscount(), false, line.price().invoiceDiscount())));
    }

    public Paper overhead(String percent, String rate) {
        return costs(LineCosts.overhead(Percentage.of(percent), UnitCost.of(rate)));
    }

    public Paper costs(LineCosts costs) {
        return change(line -> copy(line, new Parts(line.unit(), costs, line.source(), line.application())));
    }

    public Paper unit(String code, String factor) {
        return change(line -> copy(
                line,
                new Parts(new UnitUsed(new UnitCode(code), UnitFactor.of(factor)), line.costs(), line.source(), line.application())));
    }

    /** Goods that come back for scrap. */
    public Paper scrapped() {
        return change(line -> line.withReturnReason(new ReturnReason(new ReturnReasonCode("SCRAP"), true)));
    }

    public Paper applied(FixedApplication application) {
        return change(line -> copy(line, new Parts(line.unit(), line.costs(), line.source(), application)));
    }

    public Paper from(PostedLineKey posted) {
        return change(line -> copy(line, new Parts(line.unit(), line.costs(), new LineSource.Posted(posted), line.application())));
    }

    private record Parts(UnitUsed unit, LineCosts costs, LineSource source, FixedApplication application) {}

    private static DocumentLine copy(DocumentLine line, Parts parts) {
        return new DocumentLine(
                line.no(), line.subject(), line.description(), line.location(), parts.unit(), line.quantity(), line.price(),
                parts.costs(), line.product(), line.vat(), line.progress(), parts.source(), parts.application(),
                line.tracked(), line.dimensions(), line.returnReason());
    }

    public Document no(String number) {
        var partner = new DocumentPartner(
                new PartnerNo("P1"), new PartnerNo("P1"), new BusinessGroup("DOMESTIC"), new VatBusinessGroup("DOMESTIC"),
                new PartnerGroup("DOMESTIC"));
        return new Document(
                new DocumentHeader(
                        side, kind, new DocumentNo(number), partner, DocumentDates.on(date), terms, "X1",
                        DimensionSetId.EMPTY, ReasonCode.BLANK),
                lines);
    }

    /** Chooses what is to be handled of a line; what is to be invoiced follows. */
    public static Document handling(Document document, int line, String quantity) {
        return change(document, line, progress -> progress.handling(UnitQuantity.of(quantity)));
    }

    public static Document invoicing(Document document, int line, String quantity) {
        return change(document, line, progress -> progress.invoicing(UnitQuantity.of(quantity)));
    }

    private static Document change(Document document, int number, UnaryOperator<LineProgress> change) {
        return document.withLines(document.lines().stream()
                .map(line -> line.no().value() == number * 10000 ? line.withProgress(change.apply(line.progress())) : line)
                .toList());
    }
}
