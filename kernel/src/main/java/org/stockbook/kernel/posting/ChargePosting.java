package org.stockbook.kernel.posting;

import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.posting.PostingLine.Charge;

/** Freight, duty and the like land on an entry (spec: ledger, section 5.4; costing, section 5). */
final class ChargePosting {
    private final ItemPosting item;
    private final Charge line;
    private final BookedEntry entry;

    ChargePosting(ItemPosting item, Charge line, BookedEntry entry) {
        this.item = item;
        this.line = line;
        this.entry = entry;
    }

    void post() {
        var quantity = line.valued().orElse(entry.quantity());
        var valuationDate = entry.valuationDate();
        var amount = entry.isDecrease() && entry.entry().type() == EntryType.SALE ? line.amount().negated() : line.amount();
        var draft = new ValueDraft(entry, line.postingDate(), line.groups(), line.origin())
                .charge(line.charge(), line.documentType())
                .valued(quantity)
                .costPerUnit(amount.per(quantity))
                .cost(Cost.actual(amount))
                .trade(line.trade());
        var value = item.write(draft, valuationDate, false).entry();
        if (value.inventoriable() && !amount.isZero()) {
            offsetOnStandardItem(amount);
            item.increaseChanged(entry);
        }
    }

    /** On standard items the charge changes nothing in inventory: the variance takes it back (spec: ledger, section 5.4). */
    private void offsetOnStandardItem(Amount amount) {
        if (item.isStandard()) {
            var quantity = line.valued().orElse(entry.quantity());
            var origin = line.origin().withDimensions(entry.entry().origin().dimensions());
            var draft = new ValueDraft(entry, line.postingDate(), groupsOfItem(), origin)
                    .charge(line.charge(), line.documentType())
                    .purchaseVariance()
                    .valued(quantity)
                    .costPerUnit(amount.negated().per(quantity))
                    .cost(Cost.actual(amount.negated()));
            item.write(draft, entry.valuationDate(), false);
        }
    }

    /** The charge has a product group of its own; the variance is the item's (spec: reconciliation, section 7). */
    private PostingGroups groupsOfItem() {
        var groups = entry.entry().groups();
        return new PostingGroups(groups.inventory(), line.groups().business(), groups.product());
    }
}
