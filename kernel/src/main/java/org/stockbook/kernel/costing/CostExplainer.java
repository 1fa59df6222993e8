package org.stockbook.kernel.costing;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.costing.CostExplanation.Event;
import org.stockbook.kernel.costing.CostExplanation.Growth;
import org.stockbook.kernel.costing.CostExplanation.Known;
import org.stockbook.kernel.costing.CostExplanation.Node;
import org.stockbook.kernel.costing.CostExplanation.Open;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** Explains costs from the whole history of an item, along the same links on which adjustment moves them. */
public final class CostExplainer {
    /** Chains of moves longer than this end in what stands at their last link. */
    private static final int DEEPEST = 40;

    private final ItemBook book;
    private final CostFlow flow;
    private final PoolCauses pools;
    private final Set<Open> open = EnumSet.noneOf(Open.class);
    private Optional<ValueEntryNo> knownUpTo = Optional.empty();

    private CostExplainer(ItemBook book, AverageCostPolicy policy) {
        this.book = book;
        this.flow = new CostFlow(book);
        this.pools = new PoolCauses(book, flow, policy);
    }

    /** Explains the cost of one entry. */
    public static CostExplanation explain(ItemBook book, AverageCostPolicy policy, ItemLedgerEntryNo entry) {
        return new CostExplainer(book, policy).entry(book.entry(entry));
    }

    /** Explains what stock is worth. */
    public static CostExplanation explainStock(ItemBook book, AverageCostPolicy policy) {
        return new CostExplainer(book, policy).stock();
    }

    private CostExplanation entry(BookedEntry entry) {
        knownUpTo = entry.values().stream().map(value -> value.entry().no()).findFirst();
        var amount = worth(entry, flow.of(entry).total());
        var root = moved(entry, entry.quantity().abs(), amount, 0);
        look(entry);
        return new CostExplanation(root, growth(entry, valuedBelow(root)), open);
    }

    private CostExplanation stock() {
        var quantity = Quantity.ZERO;
        var value = Amount.ZERO;
        for (var entry : book.entries()) {
            quantity = quantity.plus(entry.quantity());
            value = value.plus(flow.of(entry).total());
        }
        look();
        var causes = book.facts().method().isAverage() ? List.of(pools.ofStock(quantity, value)) : layers();
        var root = node(new Event.InStock(book.facts().item()), quantity.max(Quantity.ZERO), value, causes);
        return new CostExplanation(root, List.of(), open);
    }

    /** The open increases with what is left of them. */
    private List<Node> layers() {
        var layers = new ArrayList<Node>();
        for (var entry : book.entries()) {
            if (entry.isIncrease() && entry.isOpen()) {
                var left = flow.of(entry).total();
                for (var row : entry.feeding()) {
                    left = left.plus(flow.share(new CostFlow.Taken(entry.no(), row.quantity()), book.entry(row.owner())));
                }
                layers.add(moved(entry, entry.remaining(), left, 1));
                look(entry);
            } else if (entry.isDecrease() && entry.isOpen()) {
                open.add(Open.NOT_COVERED);
            }
        }
        return layers;
    }

    private void look() {
        if (!book.costIsAdjusted()) {
            open.add(Open.NOT_ADJUSTED);
        }
    }

    private void look(BookedEntry entry) {
        look();
        if (!entry.isFullyInvoiced()) {
            open.add(Open.NOT_INVOICED);
        }
        if (entry.isDecrease() && entry.isOpen()) {
            open.add(Open.NOT_COVERED);
        }
    }

    /** Costs as goods are worth, not as the ledger signs them. */
    private static Amount worth(BookedEntry entry, Amount cost) {
        return entry.isDecrease() ? cost.negated() : cost;
    }

    private Node moved(BookedEntry entry, Quantity quantity, Amount amount, int depth) {
        var row = entry.entry();
        var event = new Event.Moved(row.no(), row.type(), row.place(), row.postingDate(), row.quantity(), row.origin());
        var part = new Part(entry, quantity, amount, depth);
        return node(event, quantity, amount, depth > DEEPEST ? values(part) : entry.isDecrease() ? behindDecrease(part) : behindIncrease(part));
    }

    /** A part of an entry that counts, with its cost. */
    private record Part(BookedEntry entry, Quantity quantity, Amount amount, int depth) {
        Quantity whole() {
            return entry.quantity().abs();
        }

        /** The same share of a quantity of the whole entry. */
        Quantity of(Quantity ofWhole) {
            return Quantity.rounded(ofWhole.abs().value().multiply(quantity.value())
                    .divide(whole().value(), Quantity.SCALE, RoundingMode.HALF_UP));
        }

        Amount of(Amount ofWhole) {
            return ofWhole.share(quantity, whole());
        }
    }

    /** The causes, completed by what they leave unexplained: then they sum to the amount. */
    private Node node(Event event, Quantity quantity, Amount amount, List<Node> causes) {
        if (causes.isEmpty()) {
            return new Node(event, quantity, amount, known(event), List.of());
        }
        var rest = amount;
        for (var cause : causes) {
            rest = rest.minus(cause.amount());
        }
        var complete = new ArrayList<>(PoolCauses.largest(causes));
        if (!rest.isZero()) {
            complete.add(new Node(new Event.Rest(), Quantity.ZERO, rest, Known.AT_POSTING, List.of()));
        }
        return new Node(event, quantity, amount, known(event), complete);
    }

    private Known known(Event event) {
        return event instanceof Event.Valued valued && knownUpTo.isPresent() && valued.entry().compareTo(knownUpTo.get()) > 0
                ? Known.LATER
                : Known.AT_POSTING;
    }

    private List<Node> behindDecrease(Part part) {
        var entry = part.entry();
        if (CostFlow.isValuedByAverage(entry) && entry.remaining().isZero()) {
            return List.of(pools.of(entry, part.quantity(), part.amount()));
        }
        var causes = new ArrayList<Node>();
        for (var source : CostFlow.takenFrom(entry)) {
            var increase = book.entry(source.increase());
            look(increase);
            causes.add(moved(increase, part.of(source.quantity()), part.of(flow.share(source, entry).negated()), part.depth() + 1));
        }
        if (!entry.remaining().isZero()) {
            open.add(Open.NOT_COVERED);
            var first = entry.values().stream().findFirst().map(value -> value.entry().costPerUnit());
            first.ifPresent(cost -> causes.add(node(
                    new Event.NotCovered(), part.of(entry.remaining()), part.of(entry.remaining().abs().at(cost)), List.of())));
        }
        return causes.isEmpty() ? values(part) : causes;
    }

    private List<Node> behindIncrease(Part part) {
        var entry = part.entry();
        if (entry.costSources().isEmpty()) {
            return values(part);
        }
        var causes = new ArrayList<Node>();
        for (var row : entry.costSources()) {
            causes.add(behindLink(part, row));
        }
        entry.values().stream().filter(value -> !value.entry().isDocument() && !value.entry().adjustment())
                .forEach(value -> causes.add(valued(part, value, value.inventoriable())));
        return causes;
    }

    /** A receiving transfer leg carries on the increase that was consumed; a return takes back what the decrease cost. */
    private Node behindLink(Part part, ItemApplication row) {
        var average = book.find(row.outbound()).filter(CostFlow::isValuedByAverage).isPresent();
        if (row.transferredFrom().isPresent() && !average) {
            var increase = book.entry(row.transferredFrom());
            look(increase);
            var chunk = flow.share(new CostFlow.Taken(increase.no(), row.quantity()), book.entry(row.outbound()));
            return moved(increase, part.of(row.quantity()), part.of(chunk), part.depth() + 1);
        }
        var decrease = book.entry(row.outbound());
        var cost = flow.of(decrease).total().share(row.quantity(), decrease.quantity());
        return moved(decrease, part.of(row.quantity()), part.of(cost), part.depth() + 1);
    }

    /** What value entries brought: invoices and what corrects them, and as one what is expected still. */
    private List<Node> values(Part part) {
        var leaves = new ArrayList<Node>();
        var expected = Amount.ZERO;
        for (var value : part.entry().values()) {
            expected = expected.plus(value.entry().cost().expected());
            if (!value.entry().cost().actual().isZero()) {
                leaves.add(valued(part, value, value.entry().cost().actual()));
            }
        }
        if (!expected.isZero()) {
            leaves.addFirst(valued(part, part.entry().values().getFirst(), expected));
        }
        return leaves;
    }

    private Node valued(Part part, BookedValue value, Amount amount) {
        var entry = value.entry();
        var isExpected = entry.expectedCost() && !entry.cost().expected().isZero() && entry.cost().actual().isZero();
        var event = new Event.Valued(entry.no(), entry.type(), isExpected, entry.charge(), entry.postingDate(), worth(part.entry(), amount), entry.origin());
        var quantity = entry.invoicedQuantity().isZero() && !isExpected ? Quantity.ZERO : part.of(isExpected ? part.whole() : entry.invoicedQuantity());
        return node(event, quantity, part.of(worth(part.entry(), amount)), List.of());
    }

    private static List<Event.Valued> valuedBelow(Node node) {
        var found = new ArrayList<Event.Valued>();
        if (node.event() instanceof Event.Valued valued) {
            found.add(valued);
        }
        node.causes().forEach(cause -> found.addAll(valuedBelow(cause)));
        return found;
    }

    private static List<Growth> growth(BookedEntry entry, List<Event.Valued> events) {
        var steps = new ArrayList<Growth>();
        var total = Amount.ZERO;
        var before = Optional.<ValueEntryNo>empty();
        for (var value : entry.values()) {
            var row = value.entry();
            var amount = worth(entry, value.inventoriable());
            total = total.plus(amount);
            var from = before;
            var cause = row.adjustment()
                    ? events.stream()
                            .filter(event -> event.entry().compareTo(row.no()) < 0 && from.map(last -> event.entry().compareTo(last) > 0).orElse(true))
                            .max(Comparator.comparing(Event.Valued::entry))
                    : Optional.<Event.Valued>empty();
            steps.add(new Growth(row.no(), row.type(), row.adjustment(), row.postingDate(), row.origin(), amount, total, cause));
            before = Optional.of(row.no());
        }
        return steps;
    }
}
