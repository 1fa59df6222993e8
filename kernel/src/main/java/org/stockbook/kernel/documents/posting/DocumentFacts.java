package org.stockbook.kernel.documents.posting;

import java.util.List;
import java.util.Map;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts;

/**
 * Everything that posting a document needs to know beside the document.
 *
 * @param items every item on its lines and behind its charge targets
 * @param open what was received or shipped before and is not invoiced, of its own lines or of the lines it takes over; oldest first
 * @param charges the assignments of its item charge lines
 * @param goods the posted lines that item charges are assigned to
 * @param accounts finds the accounts of an invoice
 */
public record DocumentFacts(
        DocumentRules rules,
        PartnerState partner,
        Map<ItemNo, ItemCard> items,
        List<OpenPostedLine> open,
        List<ChargeAssignment> charges,
        List<PostedGoods> goods,
        InvoiceAccounts accounts) {

    public DocumentFacts {
        items = Map.copyOf(items);
        open = List.copyOf(open);
        charges = List.copyOf(charges);
        goods = List.copyOf(goods);
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
