package org.stockbook.kernel.book;

import java.time.LocalDate;
import org.stockbook.kernel.ledger.Place;

/**
 * From this valuation date on, costs at this place are not final: the mark that cost adjustment works off
 * (spec: costing, section 6.2). The place is blank for average items pooled per item.
 */
public record EntryPoint(Place place, LocalDate valuationDate) implements Comparable<EntryPoint> {
    @Override
    public int compareTo(EntryPoint other) {
        var byDate = valuationDate.compareTo(other.valuationDate);
        return byDate != 0 ? byDate : place.compareTo(other.place);
    }
}
