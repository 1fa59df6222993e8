package org.stockbook.kernel.availability;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.measure.Quantity;

/**
 * The stock of an item, or of a variant, at one place and what is planned to come and go (spec: availability, section 3).
 *
 * @param onHand in base units
 */
public record StockOutlook(Quantity onHand, List<PlannedMovement> planned) {
    private static final Comparator<PlannedMovement> BY_DAY =
            Comparator.comparing(PlannedMovement::day).thenComparing(movement -> movement.document().code());

    public StockOutlook {
        planned = List.copyOf(planned);
    }

    /** The lowest level from now to the end of a day: what is overdue happens first, what one day brings is there for what it takes. */
    public Quantity lowestUntil(LocalDate last) {
        var days = new TreeMap<LocalDate, Quantity>();
        planned.stream().filter(movement -> !movement.day().isAfter(last)).forEach(movement -> days.merge(movement.day(), movement.quantity(), Quantity::plus));
        var level = onHand;
        var lowest = onHand;
        for (var change : days.values()) {
            level = level.plus(change);
            lowest = lowest.min(level);
        }
        return lowest;
    }

    /**
     * The same after a posting: what is posted of a document comes off what it still plans, as far as it plans that.
     *
     * @param change of the stock, in base units
     */
    public StockOutlook after(DocumentNo document, Quantity change) {
        var rest = new ArrayList<PlannedMovement>();
        var posted = change;
        for (var movement : planned) {
            var isOfIt = movement.document().equals(document) && movement.quantity().signum() == posted.signum();
            var taken = isOfIt ? posted.abs().min(movement.quantity().abs()).withSignOf(posted) : Quantity.ZERO;
            posted = posted.minus(taken);
            var left = movement.quantity().minus(taken);
            if (!left.isZero()) {
                rest.add(new PlannedMovement(movement.day(), movement.document(), left));
            }
        }
        return new StockOutlook(onHand.plus(change), rest);
    }

    /** Two places, or two variants at a place, seen as one. */
    public StockOutlook with(StockOutlook other) {
        return new StockOutlook(onHand.plus(other.onHand), Stream.concat(planned.stream(), other.planned.stream()).toList());
    }

    /**
     * Which supply each demand waits for: the earliest demand takes what is on hand and then the earliest supply, be it late or not. What is on
     * hand makes nobody wait; what nothing supplies waits for nothing.
     */
    public List<Peg> pegs() {
        var supplies = new ArrayDeque<>(planned.stream().filter(movement -> movement.quantity().isPositive()).sorted(BY_DAY).toList());
        var pegs = new ArrayList<Peg>();
        var free = onHand;
        var left = Quantity.ZERO;      // of the first supply
        for (var demand : planned.stream().filter(PlannedMovement::isDemand).sorted(BY_DAY).toList()) {
            var fromStock = demand.quantity().abs().min(free.max(Quantity.ZERO));
            free = free.minus(fromStock);
            var wanted = demand.quantity().abs().minus(fromStock);
            while (wanted.isPositive() && !supplies.isEmpty()) {
                left = left.isZero() ? supplies.getFirst().quantity() : left;
                var taken = wanted.min(left);
                pegs.add(new Peg(demand, supplies.getFirst(), taken));
                wanted = wanted.minus(taken);
                left = left.minus(taken);
                if (left.isZero()) {
                    supplies.removeFirst();
                }
            }
        }
        return pegs;
    }
}
