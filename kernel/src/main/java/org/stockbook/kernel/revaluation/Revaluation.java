package org.stockbook.kernel.revaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * What stock is worth on a date, and how a new value is spread over the increases it consists of (spec: costing, section 8).
 * The book must hold the whole history of the item.
 */
public final class Revaluation {
    /** By location, then by variant; what has none comes last. */
    private static final Comparator<Place> NAMED_FIRST = Comparator.comparing((Place place) -> place.location().isBlank())
            .thenComparing(Place::location)
            .thenComparing(place -> place.variant().isBlank())
            .thenComparing(Place::variant);

    private final ItemBook book;
    private final AverageCostPolicy policy;
    private final RevaluationRequest request;
    private final StockAtDate stock;

    public Revaluation(ItemBook book, AverageCostPolicy policy, RevaluationRequest request) {
        this.book = book;
        this.policy = policy;
        this.request = request;
        this.stock = new StockAtDate(book, request.date());
    }

    /** Why the value cannot be calculated; the first reason, in the order of the specification. */
    public Optional<RevaluationRefusal> refusal() {
        return openDecrease().or(this::averageRefusal);
    }

    private Optional<RevaluationRefusal> openDecrease() {
        return book.entries().stream()
                .filter(entry -> entry.isDecrease() && entry.isOpen() && request.covers(entry.place()))
                .filter(entry -> !entry.postingDate().isAfter(request.date()))
                .findFirst()
                .map(entry -> new RevaluationRefusal.OpenDecrease(book.facts().item(), entry.no()));
    }

    private Optional<RevaluationRefusal> averageRefusal() {
        if (!book.facts().method().isAverage()) {
            return Optional.empty();
        }
        var item = book.facts().item();
        if (!book.points().isEmpty() && !book.points().first().valuationDate().isAfter(request.date())) {
            return Optional.of(new RevaluationRefusal.NotAdjusted(item, book.points().first().valuationDate()));
        }
        if (request.per() == RevaluationRequest.Per.ITEM_LEDGER_ENTRY) {
            return Optional.of(new RevaluationRefusal.PerItemOnly(item));
        }
        var periodEnd = policy.periodOf(request.date()).last();
        if (!periodEnd.equals(request.date())) {
            return Optional.of(new RevaluationRefusal.NotPeriodEnd(item, periodEnd));
        }
        var calculation = policy.ruleOn(request.date()).calculation();
        return isGroupedAs(calculation)
                ? Optional.empty()
                : Optional.of(new RevaluationRefusal.WrongGrouping(item, calculation));
    }

    private boolean isGroupedAs(AverageCalculation calculation) {
        return switch (calculation) {
            case ITEM -> !request.byLocation() && !request.byVariant();
            case ITEM_VARIANT_LOCATION -> request.byLocation() && request.byVariant();
        };
    }

    /** The lines to propose; none for stock that is not there. */
    public List<RevaluationProposal> propose() {
        var revaluable = stock.revaluable(request::covers, isPerItem());
        return switch (request.per()) {
            case ITEM_LEDGER_ENTRY -> revaluable.stream().map(this::ofEntry).toList();
            case ITEM -> groups(revaluable).entrySet().stream()
                    .map(group -> ofGroup(request.groupOf(group.getKey()), group.getValue()))
                    .toList();
        };
    }

    private boolean isPerItem() {
        return request.per() == RevaluationRequest.Per.ITEM;
    }

    private RevaluationProposal ofEntry(BookedEntry entry) {
        var group = new RevaluationGroup(
                Optional.of(entry.place().location()), Optional.of(entry.place().variant()));
        return new RevaluationProposal(group, entry.no(), stock.remaining(entry), stock.value(entry));
    }

    private Map<Place, List<BookedEntry>> groups(List<BookedEntry> entries) {
        var groups = new TreeMap<Place, List<BookedEntry>>(NAMED_FIRST);
        for (var entry : entries) {
            groups.computeIfAbsent(groupPlace(entry.place()), _ -> new ArrayList<>()).add(entry);
        }
        return groups;
    }

    private Place groupPlace(Place place) {
        return new Place(
                request.byVariant() ? place.variant() : Place.BLANK.variant(),
                request.byLocation() ? place.location() : Place.BLANK.location());
    }

    private RevaluationProposal ofGroup(RevaluationGroup group, List<BookedEntry> entries) {
        var quantity = Quantity.ZERO;
        var value = Amount.ZERO;
        for (var entry : entries) {
            quantity = quantity.plus(stock.remaining(entry));
            value = value.plus(stock.value(entry));
        }
        var worth = book.facts().method().isAverage() ? stock.averageValue(group::contains, quantity) : value;
        return new RevaluationProposal(group, ItemLedgerEntryNo.NONE, quantity, worth);
    }

    /**
     * Spreads the new value of a proposal over the increases it stands for: average items by their present values, others so
     * that each unit is worth the same; the last takes the rest.
     *
     * @return one change of value per increase, empty when the stock is no longer what was proposed
     */
    public Optional<List<RevaluationShare>> spread(RevaluationProposal proposal, Amount revalued) {
        var entries = proposal.entry().isPresent()
                ? List.of(book.entry(proposal.entry()))
                : stock.revaluable(place -> request.covers(place) && proposal.group().contains(place), isPerItem());
        var quantity = entries.stream().map(stock::remaining).reduce(Quantity.ZERO, Quantity::plus);
        if (!quantity.equals(proposal.quantity())) {
            return Optional.empty();
        }
        var change = revalued.minus(proposal.value());
        return Optional.of(
                book.facts().method().isAverage() ? byValue(entries, change) : byQuantity(entries, revalued, quantity, change));
    }

    private List<RevaluationShare> byValue(List<BookedEntry> entries, Amount change) {
        var whole = entries.stream().map(stock::value).reduce(Amount.ZERO, Amount::plus);
        var shares = new ArrayList<RevaluationShare>();
        var restValue = whole;
        var rest = change;
        for (var entry : entries) {
            var value = stock.value(entry);
            var last = entry == entries.getLast();
            var part = last || restValue.isZero() ? (last ? rest : Amount.ZERO) : rest.times(value, restValue);
            shares.add(new RevaluationShare(entry.no(), stock.remaining(entry), part));
            rest = rest.minus(part);
            restValue = restValue.minus(value);
        }
        return shares;
    }

    private List<RevaluationShare> byQuantity(List<BookedEntry> entries, Amount revalued, Quantity quantity, Amount change) {
        var shares = new ArrayList<RevaluationShare>();
        var rest = change;
        var reached = Quantity.ZERO;
        for (var entry : entries) {
            var remaining = stock.remaining(entry);
            var before = revalued.share(reached, quantity);
            reached = reached.plus(remaining);
            var part = entry == entries.getLast()
                    ? rest
                    : revalued.share(reached, quantity).minus(before).minus(stock.valueByPostingDate(entry));
            shares.add(new RevaluationShare(entry.no(), remaining, part));
            rest = rest.minus(part);
        }
        return shares;
    }
}
