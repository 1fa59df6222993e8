package org.stockbook.documents;

import java.util.Collection;
import java.util.Map;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.posting.ItemCard;

/** What documents need of item cards, in sets. */
public interface ItemCards {
    /** @param here how an item is blocked on one side only; NONE where a side does not matter */
    Map<ItemNo, ItemCard> read(Collection<ItemNo> items, ItemCard.Blocking here);
}
