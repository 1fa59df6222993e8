package org.stockbook.scenario.memory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
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
    private final Map<String, MemoryItem> items;
    private final MasterFiles masterFiles;
    private final Journals cards;
    private final InvoiceSetup invoices;

    TradeLines(Map<String, MemoryItem> items, MasterFiles masterFiles, Journals cards, InvoiceSetup invoices) {
        this.items = items;
        this.masterFiles = masterFiles;
        this.cards = cards;
        this.invoices = invoices;
    }

    /** What a line takes from its document. */
    record Surroundings(DocumentHeader header, String location, DimensionSetId dimensions) {}

    org.stockbook.kernel.documents.DocumentLine line(DocumentLine line, Surroundings document, LineProgress progress) {
        return switch (line.type().orElse(DocumentLine.LineType.ITEM)) {
            case ITEM -> itemLine(line, document, progress);
            case ITEM_CHARGE -> chargeLine(line, document, progress);
            case GENERAL_LEDGER_ACCOUNT, RESOURCE -> throw new UnsupportedOperationException("line type " + line.type());
        };
    }

    private org.stockbook.kernel.documents.DocumentLine itemLine(
            DocumentLine line, Surroundings document, LineProgress progress) {
        var item = InMemoryCompany.known(items, line.no().orElseThrow());
        var unit = line.uom().orElse(item.baseUnit());
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
                price(line, document.header().side(), item, used),
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
        var charge = masterFiles.charge(line.no().orElseThrow());
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
    private record Stocked(MemoryItem item, Place place, UnitUsed unit) {}

    private static LinePrice price(DocumentLine line, TradeSide side, MemoryItem item, UnitUsed unit) {
        var known = switch (side) {
            case PURCHASE -> item.card().lastDirectCost();
            case SALES -> item.unitPrice();
        };
        return price(line, Price.rounded(known.value().multiply(unit.factor().value())), true);
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
                .flatMap(no -> stocked.item().book().find(new ItemLedgerEntryNo(no)))
                .map(entry -> entry.cost().inventoriable().per(entry.quantity()))
                .orElseGet(() -> cards.cardAt(stocked.item(), stocked.place()).unitCost());
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

    private static FixedApplication application(DocumentLine line) {
        if (line.applToItemEntry().isPresent()) {
            return new FixedApplication.ToEntry(new ItemLedgerEntryNo(line.applToItemEntry().get()));
        }
        return line.applFromItemEntry()
                .<FixedApplication>map(entry -> new FixedApplication.FromEntry(new ItemLedgerEntryNo(entry)))
                .orElse(FixedApplication.AUTOMATIC);
    }

    /** The units of a currency that so many local units are worth. */
    static BigDecimal localUnits(BigDecimal unitsPerLocal) {
        return BigDecimal.ONE.divide(unitsPerLocal, MathContext.DECIMAL128);
    }
}
