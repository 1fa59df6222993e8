package org.stockbook.journals;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.JournalBatchName;

/**
 * The item journal: draft lines kept one by one, checked, previewed and posted (spec: journals). Each call asks for its permission itself.
 */
public interface ItemJournals {
    /** The batches of the item journal; a journal without any is given one named DEFAULT (spec: journals, section 2). */
    List<JournalBatch> batches();

    Optional<JournalBatch> batch(JournalBatchName name);

    /** Lines in their order, with the issues found when they were last saved. */
    List<JournalLine> lines(JournalBatchName batch, int skip, int top);

    /**
     * Keeps changed lines and answers with these lines only; all in one transaction, constant work per line. A line is never refused for
     * its contents: what is wrong with it comes back as its issues.
     */
    JournalSaved save(JournalBatchName batch, List<? extends JournalLineChange> changes);

    /** Deletes lines; those already gone are not an error. */
    JournalTotals delete(JournalBatchName batch, List<Long> lineIds);

    /** Checks every line by the rules of posting, without effect on the ledgers (spec: journals, section 11). */
    List<LineIssue> validate(JournalBatchName batch);

    /** What posting would write. */
    PostingPreview preview(JournalBatchName batch);

    /**
     * Posts the whole batch or nothing.
     *
     * @param version of the batch that was read, refused with {@code common.changed-by-another} if lines changed since; 0 posts what is there
     * @param idempotencyKey the same key gives the first answer again; empty where the caller has none
     */
    JournalPosting post(JournalBatchName batch, long version, String idempotencyKey);
}
