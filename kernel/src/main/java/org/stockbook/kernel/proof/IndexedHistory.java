package org.stockbook.kernel.proof;

import java.util.List;
import java.util.function.ToIntFunction;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** The history of an item with the value entries and applications of each entry at hand, by position of the entry. */
final class IndexedHistory {
    private final ItemHistory history;
    private final EntryPositions positions;
    private final Grouping values;
    private final Grouping feeding;
    private final Grouping sources;

    IndexedHistory(ItemHistory history) {
        this.history = history;
        positions = new EntryPositions(history.entries());
        var size = history.entries().size();
        values = new Grouping(size, history.values(), value -> positions.of(value.entry().itemLedgerEntry()));
        feeding = new Grouping(size, history.applications(), each -> taken(each) ? positions.of(each.inbound()) : EntryPositions.NOWHERE);
        sources = new Grouping(size, history.applications(), each -> taken(each) ? positions.of(each.outbound()) : EntryPositions.NOWHERE);
    }

    ItemHistory history() {
        return history;
    }

    int size() {
        return history.entries().size();
    }

    int position(ItemLedgerEntryNo no) {
        return positions.of(no);
    }

    ItemLedgerEntry entry(int position) {
        return history.entries().get(position).entry();
    }

    EntryState state(int position) {
        return history.entries().get(position).state();
    }

    Subject subject(int position) {
        return new Subject.OfEntry(entry(position).no());
    }

    int valueCount(int position) {
        return values.count(position);
    }

    ItemHistory.Value value(int position, int index) {
        return history.values().get(values.row(position, index));
    }

    /** How many decreases took from this increase. */
    int feedingCount(int position) {
        return feeding.count(position);
    }

    ItemApplication feeding(int position, int index) {
        return history.applications().get(feeding.row(position, index));
    }

    /** From how many increases this decrease took. */
    int sourceCount(int position) {
        return sources.count(position);
    }

    ItemApplication source(int position, int index) {
        return history.applications().get(sources.row(position, index));
    }

    boolean isFullyInvoiced(int position) {
        return state(position).invoiced().equals(entry(position).quantity());
    }

    private static boolean taken(ItemApplication application) {
        return application.takesQuantity() && !application.isOwnRow();
    }

    /** The rows of a list by the entry they belong to, in the order of the list; two arrays instead of a list per entry. */
    private static final class Grouping {
        private final int[] starts;
        private final int[] rows;

        private <T> Grouping(int size, List<T> list, ToIntFunction<T> owner) {
            var owners = list.stream().mapToInt(owner).toArray();
            starts = new int[size + 1];
            for (var position : owners) {
                if (position != EntryPositions.NOWHERE) {
                    starts[position + 1]++;
                }
            }
            for (var position = 0; position < size; position++) {
                starts[position + 1] += starts[position];
            }
            rows = new int[starts[size]];
            var next = starts.clone();
            for (var row = 0; row < owners.length; row++) {
                if (owners[row] != EntryPositions.NOWHERE) {
                    rows[next[owners[row]]++] = row;
                }
            }
        }

        private int count(int position) {
            return starts[position + 1] - starts[position];
        }

        private int row(int position, int index) {
            return rows[starts[position] + index];
        }
    }
}
