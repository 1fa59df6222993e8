package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.LineCosts;
import org.stockbook.kernel.documents.LinePrice;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.ResourceNo;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.scenario.operation.DocumentLine;

/** Makes lines of the kernel's documents of the lines that scenarios write, with defaults from the cards. */
final class TradeLines {
    private static final ProductGroup SERVICES = new ProductGroup("SERVICES");

    private final PlayedCompany company;
    private final InvoiceSetup invoices;

    TradeLines(PlayedCompany company, InvoiceSetup invoices) {
        this.company = company;
        this.invoices = invoices;
    }

    /** What a line takes from its document. */
    record Surroundings(DocumentHeader header, String location, DimensionSetId dimensions) {}

    org.stockbook.kernel.documents.DocumentLine line(DocumentLine line, Surroundings document, LineProgress progress) {
        return switch (line.type().orElse(DocumentLine.LineType.ITEM)) {
            case ITEM -> itemLine(line, document, progress);
            case ITEM_CHARGE -> chargeLine(line, document, progress);
            case GENERAL_LEDGER_ACCOUNT -> otherLine(
                    line, document, progress, new Other(new LineSubject.OfAccount(new AccountNo(line.no().orElseThrow())), ProductGroup.BLANK));
            case RESOURCE -> otherLine(
                    line, document, progress, new Other(new LineSubject.OfResource(new ResourceNo(line.no().orElseThrow())), SERVICES));
        };
    }

    /** What is neither goods nor a charge, and the group that its account follows from. */
    private record Other(LineSubject subject, ProductGroup product) {}

    /** Neither goods nor charges: no entry of inventory comes of it. Fixtures hold no resources, so their group is that of services. */
    private org.stockbook.kernel.documents.DocumentLine otherLine(
            DocumentLine line, Surroundings document, LineProgress progress, Other other) {
        return new org.stockbook.kernel.documents.DocumentLine(
                new LineNo(line.line()),
                other.subject(),
                line.description().orElse(""),
                new LocationCode(line.location().orElse(document.location())),
                UnitUsed.BASE,
                UnitQuantity.of(line.quantity().orElse(BigDecimal.ZERO)),
                price(line, Price.ZERO, false),
                LineCosts.NONE,
                other.product(),
                invoices.terms(document.header().partner().business().code(), other.product().code(), ""),
                progress,
                LineSource.OWN,
                FixedApplication.AUTOMATIC,
                List.of(),
                document.dimensions());
    }

    static org.stockbook.kernel.documents.DocumentLine withCosts(org.stockbook.kernel.documents.DocumentLine line, LineCosts costs) {
        return new org.stockbook.kernel.documents.DocumentLine(
                line.no(), line.subject(), line.description(), line.location(), line.unit(), line.quantity(), line.price(), costs,
                line.product(), line.vat(), line.progress(), line.source(), line.application(), line.tracked(), line.dimensions());
    }

    static org.stockbook.kernel.documents.DocumentLine withSubject(org.stockbook.kernel.documents.DocumentLine line, LineSubject subject) {
        return new org.stockbook.kernel.documents.DocumentLine(
                line.no(), subject, line.description(), line.location(), line.unit(), line.quantity(), line.price(), line.costs(),
                line.product(), line.vat(), line.progress(), line.source(), line.application(), line.tracked(), line.dimensions());
    }

    private org.stockbook.kernel.documents.DocumentLine itemLine(
            DocumentLine line, Surroundings document, LineProgress progress) {
        var item = company.cards().item(line.no().orElseThrow());
        var unit = line.uom().orElseGet(() -> item.unitOf(document.header().side()));
        var used = new UnitUsed(new UnitCode(unit), item.factor(unit));
        var place = new Place(
                new VariantCode(line.variant().orElse("")), new LocationCode(line.location().orElse(document.location())));
        return new org.stockbook.kernel.documents.DocumentLine(
                new LineNo(line.line()),
                new LineSubject.OfItem(new ItemNo(item.no().code()), place.variant()),
                line.description().orElse(""),
                place.location(),
                used,
                UnitQuantity.of(line.quantity().orElseThrow()),
                price(line, document.header(), new Stocked(item, place, used)),
                costs(line, document.header().side(), new Stocked(item, place, used)),
                item.productGroup(),
                invoices.terms(document.header().partner().business().code(), item.productGroup().code(), ""),
                progress,
                source(line, document.header()),
                application(line),
                List.of(),
                document.dimensions());
    }

    private org.stockbook.kernel.documents.DocumentLine chargeLine(
            DocumentLine line, Surroundings document, LineProgress progress) {
        var charge = company.cards().charge(line.no().orElseThrow());
        return new org.stockbook.kernel.documents.DocumentLine(
                new LineNo(line.line()),
                new LineSubject.OfCharge(new ItemChargeNo(charge.no())),
                line.description().orElse(charge.description()),
                new LocationCode(line.location().orElse(document.location())),
                UnitUsed.BASE,
                UnitQuantity.of(line.quantity().orElseThrow()),
                price(line, Price.ZERO, false),
                LineCosts.NONE,
                new ProductGroup(charge.genProdPostingGroup()),
                invoices.terms(document.header().partner().business().code(), charge.genProdPostingGroup(), charge.no()),
                progress,
                LineSource.OWN,
                FixedApplication.AUTOMATIC,
                List.of(),
                document.dimensions());
    }

    /** Items and where they are kept. */
    private record Stocked(StockCard item, Place place, UnitUsed unit) {}

    /** What cards know is in local currency, per base unit. */
    private LinePrice price(DocumentLine line, DocumentHeader header, Stocked stocked) {
        var known = switch (header.side()) {
            case PURCHASE -> lastDirectCost(stocked);
            case SALES -> stocked.item().unitPrice();
        };
        var perUnit = header.terms().rate().fromLocal(known.value().multiply(stocked.unit().factor().value()));
        return price(line, Price.rounded(perUnit), true);
    }

    private UnitCost lastDirectCost(Stocked stocked) {
        var costs = company.entries().book(stocked.item().no()).costs();
        return costs.stockkeepingUnit(stocked.place()).orElse(costs.card()).lastDirectCost();
    }

    /** Item charges take no part in invoice discounts. */
    private static LinePrice price(DocumentLine line, Price known, boolean allowInvoiceDiscount) {
        return new LinePrice(
                line.price().map(Price::rounded).orElse(known),
                line.lineDiscountPct().map(Percentage::new).orElse(Percentage.ZERO),
                allowInvoiceDiscount,
                Money.ZERO);
    }

    private LineCosts costs(DocumentLine line, TradeSide side, Stocked stocked) {
        var facts = stocked.item().facts();
        return switch (side) {
            case PURCHASE -> LineCosts.overhead(
                    line.indirectCostPct().map(Percentage::new).orElse(facts.indirectCost()), facts.overheadRate());
            case SALES -> new LineCosts(
                    Optional.of(line.unitCostLcy().map(UnitCost::rounded).orElseGet(() -> known(line, stocked))),
                    Percentage.ZERO,
                    UnitCost.ZERO);
        };
    }

    /** The unit cost of the card when the line is entered; with a fixed application that of the named entry. */
    private UnitCost known(DocumentLine line, Stocked stocked) {
        var named = line.applToItemEntry().or(line::applFromItemEntry);
        var perBase = named.filter(_ -> !stocked.item().facts().method().isStandard() || line.applFromItemEntry().isPresent())
                .flatMap(no -> company.entries().book(stocked.item().no()).find(company.entries().number(no)))
                .map(entry -> entry.cost().inventoriable().per(entry.quantity()))
                .orElseGet(() -> company.journals().cardAt(stocked.item(), stocked.place()).unitCost());
        return UnitCost.rounded(perBase.value().multiply(stocked.unit().factor().value()));
    }

    private static LineSource source(DocumentLine line, DocumentHeader header) {
        if (line.source().isEmpty()) {
            return LineSource.OWN;
        }
        var isReturn = header.kind().isReturn();
        var type = switch (header.side()) {
            case PURCHASE -> isReturn ? DocumentType.PURCHASE_RETURN_SHIPMENT : DocumentType.PURCHASE_RECEIPT;
            case SALES -> isReturn ? DocumentType.SALES_RETURN_RECEIPT : DocumentType.SALES_SHIPMENT;
        };
        return new LineSource.Posted(new PostedLineKey(
                type, new DocumentNo(line.source().get()), new LineNo(line.sourceLine().orElseThrow())));
    }

    private FixedApplication application(DocumentLine line) {
        if (line.applToItemEntry().isPresent()) {
            return new FixedApplication.ToEntry(company.entries().number(line.applToItemEntry().get()));
        }
        return line.applFromItemEntry()
                .<FixedApplication>map(entry -> new FixedApplication.FromEntry(company.entries().number(entry)))
                .orElse(FixedApplication.AUTOMATIC);
    }
}
