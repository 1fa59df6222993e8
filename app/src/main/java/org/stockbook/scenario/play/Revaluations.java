package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.revaluation.Revaluation;
import org.stockbook.kernel.revaluation.RevaluationGroup;
import org.stockbook.kernel.revaluation.RevaluationProposal;
import org.stockbook.kernel.revaluation.RevaluationRequest;
import org.stockbook.kernel.revaluation.RevaluationShare;
import org.stockbook.scenario.company.RevaluationRow;
import org.stockbook.scenario.operation.Operation.CalculateRevaluation;
import org.stockbook.scenario.operation.Operation.RevaluationPer;
import org.stockbook.scenario.operation.RevaluationLine;
import tools.jackson.databind.JsonNode;

/** The revaluation journal: proposed lines, and what posting makes of them. */
final class Revaluations {
    private static final int STEP = 10000;

    private final PlayedCompany company;
    private final List<Open> open = new ArrayList<>();

    Revaluations(PlayedCompany company) {
        this.company = company;
    }

    /**
     * A line of the journal that was not posted yet.
     *
     * @param proposedCost the new unit cost that the calculation itself proposes, where it has a base
     */
    private record Open(
            int line, StockCard item, CalculateRevaluation calculation, RevaluationProposal proposed, Optional<UnitCost> proposedCost) {}

    /**
     * What posting makes of lines.
     *
     * @param refusals why nothing may be posted; one per bad line
     */
    record Prepared(List<PostingLine> lines, List<String> refusals) {}

    /**
     * Proposes lines, which take the place of those not posted.
     *
     * @return why nothing is proposed
     */
    List<String> calculate(CalculateRevaluation calculation) {
        var items = calculation.items().isEmpty()
                ? company.cards().items()
                : calculation.items().stream().map(company.cards()::item).toList();
        var refusals = new ArrayList<String>();
        var lines = new ArrayList<Open>();
        for (var item : items) {
            var revaluation = new Revaluation(company.entries().book(item.no()), company.settings().averagePolicy(), request(calculation));
            revaluation
                    .refusal()
                    .ifPresentOrElse(
                            refused -> refusals.add(refused.code() + " " + refused),
                            () -> revaluation.propose().forEach(proposed -> lines.add(new Open(
                                    (lines.size() + 1) * STEP, item, calculation, proposed, proposedCost(item, calculation)))));
        }
        if (refusals.isEmpty()) {
            open.clear();
            open.addAll(lines);
        }
        return refusals;
    }

    /** A base other than the present value makes a new unit cost of what the card says. */
    private Optional<UnitCost> proposedCost(StockCard item, CalculateRevaluation calculation) {
        return switch (calculation.calculationBase().map(String::strip).orElse("")) {
            case "", "none" -> Optional.empty();
            case "last-direct-unit-cost", "last-direct-cost" ->
                Optional.of(company.entries().book(item.no()).costs().card().lastDirectCost());
            default -> throw new IllegalArgumentException("calculation base " + calculation.calculationBase().get());
        };
    }

    private RevaluationRequest request(CalculateRevaluation calculation) {
        return new RevaluationRequest(
                calculation.postingDate(),
                switch (calculation.per()) {
                    case ITEM -> RevaluationRequest.Per.ITEM;
                    case ITEM_LEDGER_ENTRY -> RevaluationRequest.Per.ITEM_LEDGER_ENTRY;
                },
                calculation.byLocation(),
                calculation.byVariant(),
                chosen(calculation.locationFilter(), company.cards().locations().keySet()).map(LocationCode::new).collect(Collectors.toSet()),
                chosen(calculation.variantFilter(), variants()).map(VariantCode::new).collect(Collectors.toSet()));
    }

    private Set<String> variants() {
        return company.cards().items().stream().flatMap(item -> item.variants().stream()).collect(Collectors.toSet());
    }

    /** The codes that a filter lets through, blank among them where it does; none without a filter. */
    private static Stream<String> chosen(Optional<JsonNode> filter, Set<String> codes) {
        return filter.filter(node -> !node.isNull())
                .map(CodeFilter::of)
                .map(wanted -> Stream.concat(Stream.of(""), codes.stream()).filter(wanted::fits))
                .orElse(Stream.empty());
    }

    /** Makes posting lines of the new values; a line without one changes nothing. */
    Prepared prepare(List<RevaluationLine> lines) {
        var made = new ArrayList<PostingLine>();
        var refusals = new ArrayList<String>();
        for (var line : lines) {
            var item = company.cards().item(line.item());
            var proposal = find(line);
            if (proposal.isPresent()) {
                if (isRevalued(line) || proposal.get().proposedCost().isPresent()) {
                    add(made, refusals, ofProposal(line, proposal.get(), item), line);
                }
            } else if (line.appliesToEntry().isPresent()) {
                made.add(byHand(line, item));
            } else if (isRevalued(line)) {
                add(made, refusals, ofGroup(line, item, refusals), line);
            }
        }
        return new Prepared(made, refusals);
    }

    private static void add(List<PostingLine> made, List<String> refusals, Optional<PostingLine> posting, RevaluationLine line) {
        var before = refusals.size();
        posting.ifPresentOrElse(made::add, () -> {
            if (before == refusals.size()) {
                refusals.add("costing.revaluation-stale " + line.item() + ", line " + line.line());
            }
        });
    }

    /** The journal is empty after it was posted. */
    void clear() {
        open.clear();
    }

    private static boolean isRevalued(RevaluationLine line) {
        return line.unitCostRevalued().isPresent() || line.inventoryValueRevalued().isPresent();
    }

    /** The proposal of the same line and stock, else of the same stock, else of the same line. */
    private Optional<Open> find(RevaluationLine line) {
        var possible = open.stream().filter(candidate -> mayBe(line, candidate)).toList();
        var sameStock = possible.stream().filter(candidate -> isOfSameStock(line, candidate)).toList();
        return ofLine(sameStock, line).or(() -> sameStock.stream().findFirst()).or(() -> ofLine(possible, line));
    }

    private static Optional<Open> ofLine(List<Open> proposals, RevaluationLine line) {
        return proposals.stream().filter(candidate -> candidate.line() == line.line()).findFirst();
    }

    private boolean mayBe(RevaluationLine line, Open candidate) {
        var entry = candidate.proposed().entry();
        return candidate.item().no().code().equals(line.item())
                && line.appliesToEntry().map(ordinal -> company.entries().number(ordinal).equals(entry)).orElse(true);
    }

    private static boolean isOfSameStock(RevaluationLine line, Open candidate) {
        return location(candidate.proposed().group()).equals(line.location())
                && variant(candidate.proposed().group()).equals(line.variant());
    }

    private static String location(RevaluationGroup group) {
        return group.location().map(LocationCode::code).orElse("");
    }

    private static String variant(RevaluationGroup group) {
        return group.variant().map(VariantCode::code).orElse("");
    }

    /** Nothing where the stock has changed since the value was calculated. */
    private Optional<PostingLine> ofProposal(RevaluationLine line, Open proposal, StockCard item) {
        var proposed = proposal.proposed();
        var revalued = isRevalued(line)
                ? revalued(line, proposed)
                : proposal.proposedCost().map(cost -> proposed.quantity().at(cost)).orElse(proposed.value());
        var shares = new Revaluation(company.entries().book(item.no()), company.settings().averagePolicy(), request(proposal.calculation()))
                .spread(proposed, revalued);
        var standardCost = proposal.calculation().updateStandardCost()
                ? Optional.of(revalued.per(proposed.quantity()))
                : Optional.<UnitCost>empty();
        var place = proposed.group().location().map(location ->
                new Place(proposed.group().variant().orElse(VariantCode.BLANK), location));
        return shares.map(spread -> new PostingLine.Revaluation(
                new LineNo(line.line()),
                item.no(),
                line.postingDate(),
                spread,
                true,
                standardCost,
                place,
                Journals.groups(item),
                origin(line, item)));
    }

    /** A line made by hand for all stock of an item, or for that at a place. */
    private Optional<PostingLine> ofGroup(RevaluationLine line, StockCard item, List<String> refusals) {
        var perPlace = item.facts().method().isAverage()
                && company.settings().averagePolicy().ruleOn(line.postingDate()).calculation() == AverageCalculation.ITEM_VARIANT_LOCATION;
        var calculation = new CalculateRevaluation(
                line.postingDate(), line.document(), RevaluationPer.ITEM, perPlace || !line.location().isEmpty(),
                perPlace || !line.variant().isEmpty(), List.of(item.no().code()), Optional.empty(), Optional.empty(), false,
                Optional.empty());
        var revaluation = new Revaluation(company.entries().book(item.no()), company.settings().averagePolicy(), request(calculation));
        var refused = revaluation.refusal();
        if (refused.isPresent()) {
            refusals.add(refused.get().code() + " " + refused.get());
            return Optional.empty();
        }
        return revaluation.propose().stream()
                .map(proposed -> new Open(line.line(), item, calculation, proposed, Optional.empty()))
                .filter(candidate -> isOfSameStock(line, candidate))
                .findFirst()
                .flatMap(proposal -> ofProposal(line, proposal, item));
    }

    private static Amount revalued(RevaluationLine line, RevaluationProposal proposed) {
        return line.unitCostRevalued()
                .map(cost -> proposed.quantity().at(UnitCost.of(figure(cost, proposed))))
                .or(() -> line.inventoryValueRevalued().map(value -> Amount.of(figure(value, proposed))))
                .orElse(proposed.value());
    }

    /** A figure, or a simple calculation with a field of the proposed line. */
    private static BigDecimal figure(JsonNode node, RevaluationProposal proposed) {
        if (!node.isObject()) {
            return node.decimalValue();
        }
        if (node.has("field")) {
            return switch (node.get("field").asString()) {
                case "inventory_value_calculated" -> proposed.value().value();
                case "unit_cost_calculated" -> proposed.unitCost().value();
                case "quantity" -> proposed.quantity().value();
                default -> throw new IllegalArgumentException("unknown figure " + node);
            };
        }
        var figures = node.get("args").valueStream().map(arg -> figure(arg, proposed)).toList();
        return switch (node.get("op").asString()) {
            case "sum" -> figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case "neg" -> figures.getFirst().negate();
            case "abs" -> figures.getFirst().abs();
            case "*" -> figures.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
            case "/" -> figures.getFirst().divide(figures.get(1), MathContext.DECIMAL128);
            case "round" -> figures.getFirst()
                    .divide(figures.get(1), 0, RoundingMode.HALF_UP)
                    .multiply(figures.get(1));
            default -> throw new IllegalArgumentException("unknown calculation " + node);
        };
    }

    /** A whole increase chosen by the user. */
    private PostingLine byHand(RevaluationLine line, StockCard item) {
        var entry = company.entries().number(line.appliesToEntry().orElseThrow());
        var increase = company.entries().book(item.no()).entry(entry);
        var value = increase.values().stream()
                .filter(one -> one.entry().type() != ValueEntryType.ROUNDING)
                .map(BookedValue::inventoriable)
                .reduce(Amount.ZERO, Amount::plus);
        var whole = new RevaluationProposal(RevaluationGroup.WHOLE_ITEM, entry, increase.quantity(), value);
        var share = new RevaluationShare(entry, increase.quantity(), revalued(line, whole).minus(value));
        return new PostingLine.Revaluation(
                new LineNo(line.line()),
                item.no(),
                line.postingDate(),
                List.of(share),
                false,
                Optional.empty(),
                Optional.<Place>empty(),
                Journals.groups(item),
                origin(line, item));
    }

    private Origin origin(RevaluationLine line, StockCard item) {
        return Origin.ofJournal(new DocumentNo(line.document()), line.postingDate())
                .withDimensions(company.books().dimensions(Journals.merged(item.dimensions(), line.dimensions())));
    }

    List<RevaluationRow> rows() {
        return open.stream()
                .map(line -> new RevaluationRow(
                        line.line(),
                        line.calculation().postingDate(),
                        line.item().no().code(),
                        variant(line.proposed().group()),
                        location(line.proposed().group()),
                        company.entries().ordinal(line.proposed().entry()),
                        line.proposed().quantity().value(),
                        line.proposed().value().value(),
                        line.proposed().unitCost().value()))
                .toList();
    }
}
