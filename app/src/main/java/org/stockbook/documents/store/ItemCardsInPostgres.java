package org.stockbook.documents.store;

import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.ItemCards;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.posting.ItemCard;

/** Item cards for whoever moves goods by documents. */
@Repository
class ItemCardsInPostgres implements ItemCards {
    private final DSLContext dsl;

    ItemCardsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Map<ItemNo, ItemCard> read(Collection<ItemNo> items, ItemCard.Blocking here) {
        return ItemCardRows.read(dsl, items.stream().map(ItemNo::code).distinct().toList(), here);
    }
}
