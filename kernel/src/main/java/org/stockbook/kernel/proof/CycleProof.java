package org.stockbook.kernel.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.OrderType;

/**
 * Cost flows from increases to the decreases they feed, from decreases to the increases that take their cost, and through an
 * order from what it consumed to what it put out; it never comes back (I10). Strips whatever nothing flows into, then whatever
 * flows nowhere: what is left goes round in a circle.
 */
final class CycleProof {
    private final IndexedHistory history;
    private final Map<OrderLine, Integer> orders = new HashMap<>();
    private final Edges edges = new Edges();

    private CycleProof(IndexedHistory history) {
        this.history = history;
    }

    static void prove(IndexedHistory history, List<Finding> findings) {
        var proof = new CycleProof(history);
        proof.gather();
        var inCircle = proof.edges.circles(history.size() + proof.orders.size());
        for (var position = 0; position < history.size(); position++) {
            if (inCircle[position]) {
                findings.add(Finding.of(Invariant.COST_HAS_NO_CYCLE, history.subject(position), 0, 1));
            }
        }
    }

    private void gather() {
        for (var application : history.history().applications()) {
            var inbound = history.position(application.inbound());
            var outbound = history.position(application.outbound());
            if (inbound != EntryPositions.NOWHERE && outbound != EntryPositions.NOWHERE) {
                if (application.takesQuantity()) {
                    edges.add(inbound, outbound);
                } else {
                    edges.add(outbound, inbound);
                }
            }
        }
        for (var position = 0; position < history.size(); position++) {
            var entry = history.entry(position);
            if (isConsumption(entry.type())) {
                edges.add(position, order(entry.origin().order()));
            } else if (isOutput(entry.type())) {
                edges.add(order(entry.origin().order()), position);
            }
        }
    }

    /** An order is a point of its own; an assembly order as a whole, of a production order each line. */
    private int order(OrderLine line) {
        var key = line.type() == OrderType.ASSEMBLY ? new OrderLine(line.type(), line.no(), 0) : line;
        var next = history.size() + orders.size();
        return orders.computeIfAbsent(key, _ -> next);
    }

    private static boolean isConsumption(EntryType type) {
        return type == EntryType.CONSUMPTION || type == EntryType.ASSEMBLY_CONSUMPTION;
    }

    private static boolean isOutput(EntryType type) {
        return type == EntryType.OUTPUT || type == EntryType.ASSEMBLY_OUTPUT;
    }
}
