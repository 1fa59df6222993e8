package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.LineCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.scenario.operation.JournalLine;

/** Turns journal lines into posting lines, with the default amounts of the cards (spec: journals, section 6). */
final class Journals {
    private final PlayedCompany company;

    Journals(PlayedCompany company) {
        this.company = company;
    }

    PostingLine postingLine(JournalLine line, StockCard item) {
        return switch (line.entryType()) {
            case TRANSFER -> transfer(line, item);
            case PURCHASE -> movement(line, item, EntryType.PURCHASE);
            case SALE -> movement(line, item, EntryType.SALE);
            case POSITIVE_ADJUSTMENT -> movement(line, item, EntryType.POSITIVE_ADJUSTMENT);
            case NEGATIVE_ADJUSTMENT -> movement(line, item, EntryType.NEGATIVE_ADJUSTMENT);
        };
    }

    private PostingLine movement(JournalLine line, StockCard item, EntryType type) {
        var unit = unit(line, item);
        var base = unit.factor().toBase(line.quantity());
        var quantity = type.leavesStock() ? base.negated() : base;
        var place = new Place(new VariantCode(line.variant()), new LocationCode(line.location()));
        var origin = origin(line, item, line.dimensions());
        return new PostingLine.Movement(
                new LineNo(line.line()),
                item.no(),
                place,
                type,
                line.postingDate().orElse(company.settings().workDate()),
                quantity,
                unit,
                application(line),
                tracking(line),
                false,
                cost(line, item, type, quantity),
                trade(line, item, type, quantity),
                groups(item),
                origin,
                new Invoicing.AtOnce(origin));
    }

    private PostingLine transfer(JournalLine line, StockCard item) {
        var unit = unit(line, item);
        var variant = new VariantCode(line.variant());
        var from = new Place(variant, new LocationCode(line.location()));
        var to = new Place(variant, new LocationCode(line.newLocation().orElse(line.location())));
        var newDimensions = line.newDimensions().isEmpty() ? line.dimensions() : line.newDimensions();
        return new PostingLine.Transfer(
                new LineNo(line.line()),
                item.no(),
                from,
                to,
                line.postingDate().orElse(company.settings().workDate()),
                unit.factor().toBase(line.quantity()),
                unit,
                application(line),
                tracking(line),
                tracking(line),
                cardAt(item, from).unitCost(),
                groups(item),
                origin(line, item, line.dimensions()),
                origin(line, item, newDimensions),
                false);
    }

    private static Tracking tracking(JournalLine line) {
        return line.tracking().isEmpty() ? Tracking.NONE : NumberedGoods.tracking(line.tracking().getFirst());
    }

    private Origin origin(JournalLine line, StockCard item, Map<String, String> values) {
        var date = line.postingDate().orElse(company.settings().workDate());
        return Origin.ofJournal(new DocumentNo(line.document()), date)
                .withDimensions(company.books().dimensions(merged(item.dimensions(), values)));
    }

    /** What a line says goes before the defaults. */
    static Map<String, String> merged(Map<String, String> defaults, Map<String, String> line) {
        var values = new TreeMap<>(defaults);
        values.putAll(line);
        return values;
    }

    private static UnitUsed unit(JournalLine line, StockCard item) {
        var code = line.uom().orElse(item.baseUnit());
        return new UnitUsed(new UnitCode(code), item.factor(code));
    }

    private FixedApplication application(JournalLine line) {
        if (line.appliesToEntry().isPresent()) {
            return new FixedApplication.ToEntry(company.entries().number(line.appliesToEntry().get()));
        }
        return line.appliesFromEntry()
                .<FixedApplication>map(entry -> new FixedApplication.FromEntry(company.entries().number(entry)))
                .orElse(FixedApplication.AUTOMATIC);
    }

    static PostingGroups groups(StockCard item) {
        return new PostingGroups(item.inventoryGroup(), BusinessGroup.BLANK, item.productGroup());
    }

    /** The card that gives default costs at a place. */
    CostCard cardAt(StockCard item, Place place) {
        var perPlace = company.settings().averagePolicy().present().calculation() == AverageCalculation.ITEM_VARIANT_LOCATION
                || item.facts().method().isStandard();
        var costs = company.entries().book(item.no()).costs();
        return perPlace ? costs.stockkeepingUnit(place).orElse(costs.card()) : costs.card();
    }

    private LineCost cost(JournalLine line, StockCard item, EntryType type, Quantity quantity) {
        var place = new Place(new VariantCode(line.variant()), new LocationCode(line.location()));
        var card = cardAt(item, place);
        return switch (type) {
            case PURCHASE, POSITIVE_ADJUSTMENT -> priced(line, item, type, quantity);
            case NEGATIVE_ADJUSTMENT -> LineCost.ofUnitCost(
                    line.unitAmount().or(line::unitCost).map(amount -> perBase(line, item, amount)).orElse(card.unitCost()), quantity);
            case SALE -> LineCost.ofUnitCost(card.unitCost(), quantity);
            case TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT ->
                throw new IllegalArgumentException("no journal line: " + type);
        };
    }

    private static UnitCost perBase(JournalLine line, StockCard item, BigDecimal amount) {
        return UnitCost.rounded(amount.divide(unit(line, item).factor().value(), MathContext.DECIMAL128));
    }

    private LineCost priced(JournalLine line, StockCard item, EntryType type, Quantity quantity) {
        var factor = unit(line, item).factor().value();
        var overhead = new Overhead(item.facts().indirectCost(), item.facts().overheadRate());
        var unitAmount = unitAmount(line, item, type, overhead);
        var direct = Amount.rounded(line.quantity().multiply(unitAmount));
        var exactUnitCost = unitAmount
                .multiply(overhead.indirect().growth())
                .add(overhead.rate().value().multiply(factor))
                .divide(factor, MathContext.DECIMAL128);
        var atUnitCost = Amount.rounded(quantity.value().multiply(exactUnitCost));
        return new LineCost(
                direct, UnitCost.rounded(exactUnitCost), atUnitCost, overhead.indirect(), overhead.rate(), Amount.ZERO);
    }

    private BigDecimal unitAmount(JournalLine line, StockCard item, EntryType type, Overhead overhead) {
        if (line.unitAmount().isPresent()) {
            return line.unitAmount().get();
        }
        var factor = unit(line, item).factor().value();
        var card = cardAt(item, new Place(new VariantCode(line.variant()), new LocationCode(line.location())));
        if (type == EntryType.PURCHASE && line.unitCost().isEmpty()) {
            return card.lastDirectCost().value().multiply(factor);
        }
        var unitCost = line.unitCost().orElse(card.unitCost().value().multiply(factor));
        return UnitCost.rounded(unitCost.subtract(overhead.rate().value().multiply(factor))
                        .divide(overhead.indirect().growth(), MathContext.DECIMAL128))
                .value();
    }

    private static Trade trade(JournalLine line, StockCard item, EntryType type, Quantity quantity) {
        return switch (type) {
            case SALE -> {
                var price = line.unitAmount()
                        .orElse(item.unitPrice().value().multiply(unit(line, item).factor().value()));
                var amount = Amount.rounded(line.quantity().multiply(price));
                yield new Trade(amount, Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);
            }
            case PURCHASE -> {
                var amount = line.unitAmount().map(price -> Amount.rounded(line.quantity().multiply(price))).orElse(Amount.ZERO);
                yield new Trade(Amount.ZERO, Amount.ZERO, amount, Amount.ZERO, Amount.ZERO);
            }
            case POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT ->
                Trade.NONE;
        };
    }

    /** The lines as a user types them; what the cards propose is not typed. */
    List<TypedLine> typed(List<JournalLine> lines) {
        return lines.stream().flatMap(line -> {
            var item = company.cards().item(line.item());
            return line.parts(unit(line, item).factor().value()).stream().map(part -> typed(part, item));
        }).toList();
    }

    private TypedLine typed(JournalLine line, StockCard item) {
        var type = entryType(line.entryType());
        var entry = application(line);
        var dimensions = merged(item.dimensions(), line.dimensions());
        return new TypedLine(
                type, line.postingDate().orElse(company.settings().workDate()), line.document(), item.no().code(),
                new Place(new VariantCode(line.variant()), new LocationCode(line.location())),
                new LocationCode(line.newLocation().orElse(line.location())), line.quantity(), line.uom().orElse(item.baseUnit()), typedAmount(line, item, type),
                entry instanceof FixedApplication.ToEntry(var to) ? Optional.of(to) : Optional.empty(),
                entry instanceof FixedApplication.FromEntry(var from) ? Optional.of(from) : Optional.empty(),
                tracking(line), dimensions, line.newDimensions().isEmpty() ? dimensions : merged(item.dimensions(), line.newDimensions()));
    }

    private static EntryType entryType(JournalLine.EntryType type) {
        return switch (type) {
            case PURCHASE -> EntryType.PURCHASE;
            case SALE -> EntryType.SALE;
            case POSITIVE_ADJUSTMENT -> EntryType.POSITIVE_ADJUSTMENT;
            case NEGATIVE_ADJUSTMENT -> EntryType.NEGATIVE_ADJUSTMENT;
            case TRANSFER -> EntryType.TRANSFER;
        };
    }

    /** Adjustments of standard cost items cost what the card says, whatever a scenario writes (spec: costing, section 4). */
    private Optional<BigDecimal> typedAmount(JournalLine line, StockCard item, EntryType type) {
        var isFixed = item.facts().method().isStandard() && (type == EntryType.POSITIVE_ADJUSTMENT || type == EntryType.NEGATIVE_ADJUSTMENT);
        if (isFixed || type == EntryType.TRANSFER || line.unitAmount().isEmpty() && line.unitCost().isEmpty()) {
            return Optional.empty();
        }
        return switch (type) {
            case PURCHASE, POSITIVE_ADJUSTMENT ->
                Optional.of(unitAmount(line, item, type, new Overhead(item.facts().indirectCost(), item.facts().overheadRate())));
            case NEGATIVE_ADJUSTMENT -> line.unitAmount().or(line::unitCost);
            case SALE -> line.unitAmount();
            case TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> Optional.empty();
        };
    }

    /** Indirect cost in per cent and overhead per base unit. */
    private record Overhead(Percentage indirect, UnitCost rate) {}

    /** Lines of one batch take their default amounts from the cards as they are before the batch. */
    List<PostingLine> postingLines(List<JournalLine> lines) {
        return lines.stream().flatMap(line -> {
            var item = company.cards().item(line.item());
            return line.parts(unit(line, item).factor().value()).stream().map(part -> postingLine(part, item));
        }).toList();
    }
}
