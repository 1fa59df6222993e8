package org.stockbook.inventory.figures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** What was posted last: one row for each register, read in one query (spec: ui, section 2.3). */
public interface LastPostings {
    /** The newest first. */
    List<Posting> last(int count);

    /**
     * A register.
     *
     * @param source what posted it
     * @param batch of the journal, empty for documents
     * @param document of its entries, the first of several, empty where it has none
     * @param documents how many there are
     * @param entries value entries
     * @param value what it changed the value of stock by, expected cost included, in local currency
     */
    record Posting(long register, Instant at, String user, String source, String batch, String document, int documents, int entries, BigDecimal value) {}
}
