package org.stockbook.kernel.book;

import java.time.LocalDate;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.UnitCost;

/**
 * A decrease that is not loaded, as far as unit costs need it: the last one gives the unit cost of an item without stock (spec:
 * costing, section 3).
 *
 * @param byAverage it was valued at the average of its pool
 * @param perUnit what one base unit of it costs
 */
public record DecreaseOutside(
        ItemLedgerEntryNo no, Place place, LocalDate valuationDate, boolean byAverage, UnitCost perUnit) {}
