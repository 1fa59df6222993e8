package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
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

    /** A line of the journal that was not posted yet. */
    private record Open(int line, StockCard item, CalculateRevaluation calculation, RevaluationProposal proposed) {}

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
                            () -> revaluation.propose().forEach(proposed ->
                                    lines.add(new Open((lines.size() + 1) * STEP, item, calculation, proposed))));
        }
        if (refusals.isEmpty()) {
            open.clear();
            open.addAll(lines);
        }
        return refusals;
    }

    private static RevaluationRequest request(CalculateRevaluation calculation) {
        return new RevaluationRequest(
                calculation.postingDate(),
                switch (calculation.per()) {
                    case ITEM -> RevaluationRequest.Per.ITEM;
                    case ITEM_LEDGER_ENTRY -> RevaluationRequest.Per.ITEM_LEDGER_ENTRY;
                },
                calculation.byLocation(),
                calculation.byVariant(),
                calculation.locationFilter().map(LocationCode::new).stream().collect(Collectors.toSet()),
                calculation.variantFilter().map(VariantCode::new).stream().collect(Collectors.toSet()));
    }

    /** Makes posting lines of the new values and empties the journal. */
    List<PostingLine> postingLines(List<RevaluationLine> lines) {
        var made = new ArrayList<PostingLine>();
        for (var line : lines) {
            var item = company.cards().item(line.item());
            find(line).ifPresentOrElse(
                    proposal -> {
                        if (line.unitCostRevalued().isPresent() || line.inventoryValueRevalued().isPresent()) {
                            made.add(ofProposal(line, proposal, item));
                        }
                    },
                    () -> made.add(byHand(line, item)));
        }
        open.clear();
        return made;
    }

    private Optional<Open> find(RevaluationLine line) {
        return open.stream().filter(candidate -> matches(line, candidate)).findFirst();
    }

    private boolean matches(RevaluationLine line, Open candidate) {
        var proposed = candidate.proposed();
        return candidate.item().no().code().equals(line.item())
                && location(proposed.group()).equals(line.location())
                && variant(proposed.group()).equals(line.variant())
                && line.appliesToEntry().map(entry -> company.entries().number(entry).equals(proposed.entry())).orElse(true);
    }

    private static String location(RevaluationGroup group) {
        return group.location().map(LocationCode::code).orElse("");
    }

    private static String variant(RevaluationGroup group) {
        return group.variant().map(VariantCode::code).orElse("");
    }

    private PostingLine ofProposal(RevaluationLine line, Open proposal, StockCard item) {
        var proposed = proposal.proposed();
        var revalued = revalued(line, proposed);
        var shares = new Revaluation(company.entries().book(item.no()), company.settings().averagePolicy(), request(proposal.calculation()))
                .spread(proposed, revalued)
                .orElseThrow(() -> new IllegalStateException("costing.revaluation-stale"));
        var standardCost = proposal.calculation().updateStandardCost()
                ? Optional.of(revalued.per(proposed.quantity()))
                : Optional.<UnitCost>empty();
        var place = proposed.group().location().map(location ->
                new Place(proposed.group().variant().orElse(VariantCode.BLANK), location));
        return new PostingLine.Revaluation(
                new LineNo(line.line()),
                item.no(),
                line.postingDate(),
                shares,
                true,
                standardCost,
                place,
                Journals.groups(item),
                origin(line, item));
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
