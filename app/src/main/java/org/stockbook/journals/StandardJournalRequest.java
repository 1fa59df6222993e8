package org.stockbook.journals;

import java.util.List;

/**
 * How lines become a standard journal.
 *
 * @param lineIds only these, all of the batch when empty
 * @param saveUnitAmount amounts stay; without it they are found anew whenever the journal is taken
 * @param replace the lines of a standard journal that is there already go
 */
public record StandardJournalRequest(
        String code, String description, List<Long> lineIds, boolean saveUnitAmount, boolean saveQuantity, boolean replace) {
    public StandardJournalRequest {
        lineIds = List.copyOf(lineIds);
    }
}
