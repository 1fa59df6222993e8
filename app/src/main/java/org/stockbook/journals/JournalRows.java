package org.stockbook.journals;

import org.stockbook.platform.rows.RowSource;

/** Draft lines as rows, for lists of the API. */
public interface JournalRows {
    /** The lines of all batches of all journals in which the caller may work; what could not be read is blank. */
    RowSource lines();

    /** What batches of each journal have in common (spec: journals, section 2). */
    RowSource templates();

    /** The batches of a kind; of every journal there is one at least (spec: journals, section 2). */
    RowSource batches(JournalKind kind);
}
