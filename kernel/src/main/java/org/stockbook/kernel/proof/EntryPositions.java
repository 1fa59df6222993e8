package org.stockbook.kernel.proof;

import java.util.Arrays;
import java.util.List;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** Where in the history an entry stands, by its number: sorted numbers instead of a map, for the sake of a million entries. */
final class EntryPositions {
    /** There is no such entry. */
    static final int NOWHERE = -1;

    private final long[] numbers;
    private final int[] positions;

    EntryPositions(List<ItemHistory.Entry> entries) {
        var order = entries.stream().mapToLong(each -> each.entry().no().value()).toArray();
        numbers = order.clone();
        Arrays.sort(numbers);
        positions = new int[order.length];
        for (var position = order.length - 1; position >= 0; position--) {
            positions[Arrays.binarySearch(numbers, order[position])] = position;
        }
    }

    int of(ItemLedgerEntryNo no) {
        var found = Arrays.binarySearch(numbers, no.value());
        return found < 0 ? NOWHERE : positions[found];
    }
}
