package org.stockbook.kernel.posting;

import java.time.LocalDate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.revaluation.RevaluationShare;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.posting.PostingLine.Revaluation;

/** A new value for what is on hand (spec: costing, section 8). */
final class RevaluationPosting {
    private final ItemPosting item;
    private final Revaluation line;

    RevaluationPosting(ItemPosting item, Revaluation line) {
        this.item = item;
        this.line = line;
    }

    void post() {
        for (var share : line.shares()) {
            if (!share.amount().isZero()) {
                write(item.book().entry(share.entry()), share);
            }
        }
        line.standardCost().ifPresent(this::keepStandardCost);
    }

    private void write(BookedEntry entry, RevaluationShare share) {
        var direct = entry.valuationDate();
        var from = line.partial() ? line.postingDate() : entry.postingDate();
        var valuationDate = from.isAfter(direct) ? from : direct;
        var draft = new ValueDraft(entry, line.postingDate(), line.groups(), line.origin())
                .type(ValueEntryType.REVALUATION)
                .valued(share.quantity())
                .partialRevaluation(line.partial())
                .costPerUnit(share.amount().per(share.quantity()))
                .cost(split(entry, share.amount()));
        item.write(draft, valuationDate, false);
        mark(entry, valuationDate);
    }

    /** On standard items not wholly invoiced, the part not invoiced stays expected. */
    private Cost split(BookedEntry entry, Amount amount) {
        if (!item.isStandard() || entry.isFullyInvoiced()) {
            return Cost.actual(amount);
        }
        var notInvoiced = entry.quantity().minus(entry.state().invoiced());
        var expected = amount.share(notInvoiced, entry.quantity());
        return new Cost(amount.minus(expected), expected, Amount.ZERO);
    }

    private void mark(BookedEntry entry, LocalDate valuationDate) {
        if (item.isAverage()) {
            item.markPoint(entry.place(), valuationDate);
        }
        item.increaseChanged(entry);
    }

    private void keepStandardCost(UnitCost standardCost) {
        var costs = item.book().costs();
        line.standardCostAt()
                .flatMap(place -> costs.stockkeepingUnit(place)
                        .map(card -> {
                            costs.change(place, card.withStandardCost(standardCost));
                            return place;
                        }))
                .ifPresentOrElse(_ -> {}, () -> costs.change(costs.card().withStandardCost(standardCost)));
    }
}
