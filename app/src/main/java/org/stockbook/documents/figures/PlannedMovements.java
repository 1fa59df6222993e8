package org.stockbook.documents.figures;

import org.stockbook.platform.rows.RowSource;

/** What open documents will bring and take, in base units: receipts above zero, issues below (spec: availability, sections 2 and 3). */
public interface PlannedMovements {
    /**
     * A row for each line that is not completely handled; a transfer has one where the goods leave, one where they arrive, and one where they are in
     * transit meanwhile. Its columns: itemNumber, variantCode, locationCode, plannedDate, documentKind, documentNumber, partnerName, quantity.
     */
    RowSource lines();

    /** The same added up; its columns: itemNumber, documentKind, documents, quantity. */
    RowSource sums();
}
