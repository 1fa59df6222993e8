package org.stockbook.kernel.costing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.origin.Origin;

/**
 * Why a cost is what it is: the chain of events that made it (spec: costing, sections 6.4 to 6.7; ui, section 5). Costs are above
 * zero where goods are worth something, whichever way they move; the causes of a node sum to its amount, to the cent.
 *
 * @param growth the value entries that made the figure, in posting order; empty where stock is explained
 * @param open why the figure may still change; empty where it is final
 */
public record CostExplanation(Node root, List<Growth> growth, Set<Open> open) {
    public CostExplanation {
        growth = List.copyOf(growth);
        open = Set.copyOf(open);
    }

    public boolean isFinal() {
        return open.isEmpty();
    }

    /**
     * One event with what it contributes.
     *
     * @param quantity what of it counts here, zero or above; zero where it brought no goods
     * @param known whether it was known when the explained entry was posted
     * @param causes in order of their dates; empty where nothing stands behind it
     */
    public record Node(Event event, Quantity quantity, Amount amount, Known known, List<Node> causes) {
        public Node {
            causes = List.copyOf(causes);
        }
    }

    /** When something was known. */
    public enum Known {
        AT_POSTING,
        LATER
    }

    /** What happened. */
    public sealed interface Event {
        /**
         * Goods moved in or out.
         *
         * @param whole quantity of the entry, with its sign
         */
        record Moved(ItemLedgerEntryNo entry, EntryType type, Place place, LocalDate date, Quantity whole, Origin origin) implements Event {}

        /**
         * Money came to goods.
         *
         * @param expected received or shipped, but not invoiced yet
         * @param charge blank where it is no item charge
         */
        record Valued(ValueEntryNo entry, ValueEntryType type, boolean expected, ItemChargeNo charge, LocalDate date, Amount whole, Origin origin)
                implements Event {}

        /**
         * Goods were valued at the average of a period.
         *
         * @param place the pool, blank where the item has one
         * @param whole what was averaged, with what it was worth
         */
        record Averaged(Place place, Period period, Quantity whole, Amount value) implements Event {}

        /** What was on hand before the period. */
        record Opening(LocalDate before, Quantity whole, Amount value) implements Event {}

        /** Many smaller causes together. */
        record Others(int count) implements Event {}

        /** No stock covers it yet; it stands at what the item was known to cost. */
        record NotCovered() implements Event {}

        /** Roundings, and what cost adjustment has not brought on yet. */
        record Rest() implements Event {}

        /** What is on hand. */
        record InStock(ItemNo item) implements Event {}
    }

    /**
     * One step in which the figure grew.
     *
     * @param amount what this value entry added
     * @param total what the figure was then
     * @param cause for an adjustment: the latest event before it that the figure depends on
     */
    public record Growth(
            ValueEntryNo entry, ValueEntryType type, boolean adjustment, LocalDate date, Origin origin, Amount amount, Amount total,
            Optional<Event.Valued> cause) {}

    /** Why a figure may still change. */
    public enum Open {
        NOT_COVERED,
        NOT_INVOICED,
        NOT_ADJUSTED
    }
}
