package org.stockbook.generaljournal;

import org.stockbook.kernel.code.JournalBatchName;

/**
 * A batch of the general journal.
 *
 * @param balancingAccount proposed on new lines, empty for none
 * @param series numbers its documents, empty for none
 * @param version counts every change of the batch or one of its lines
 */
public record DraftBatch(long id, JournalBatchName name, String description, String balancingAccount, String series, String reason, long version) {
    /** Stands for the batch where lines come without one. */
    static final DraftBatch NONE = new DraftBatch(0, JournalBatchName.BLANK, "", "", "", "", 0);
}
