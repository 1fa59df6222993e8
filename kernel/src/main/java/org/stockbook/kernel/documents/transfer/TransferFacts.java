package org.stockbook.kernel.documents.transfer;

import java.util.Map;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.posting.PostingDates;

/**
 * Everything that posting a transfer order needs to know beside the order.
 *
 * @param number of the posted shipment, receipt or direct transfer
 * @param secondNumber of the receipt that follows the shipment of a direct transfer in two steps; else not used
 * @param complete shipping advice: all of the order or nothing
 */
public record TransferFacts(
        PostingDates dates, Map<ItemNo, ItemCard> items, DocumentNo number, DocumentNo secondNumber, boolean complete) {
    public TransferFacts {
        items = Map.copyOf(items);
    }

    /**
     * The card of an item.
     *
     * @throws IllegalArgumentException if it was not brought along
     */
    ItemCard item(ItemNo no) {
        var card = items.get(no);
        if (card == null) {
            throw new IllegalArgumentException("the facts bring no item " + no);
        }
        return card;
    }
}
