package org.stockbook.documents;

import java.util.List;
import java.util.Map;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.posting.OpenPostedLine;
import org.stockbook.kernel.documents.posting.PartnerState;
import org.stockbook.kernel.documents.posting.PostedGoods;
import org.stockbook.platform.database.SetupVersion;

/**
 * What the store knows that posting a document needs.
 *
 * @param setups how far they had come then
 */
public record StoredFacts(
        PartnerState partner, Map<ItemNo, ItemCard> items, List<OpenPostedLine> open, List<PostedGoods> goods, SetupVersion setups) {
    public StoredFacts {
        items = Map.copyOf(items);
        open = List.copyOf(open);
        goods = List.copyOf(goods);
    }
}
