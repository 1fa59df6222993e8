package org.stockbook.journals;

import java.util.List;
import java.util.Optional;

/**
 * The journals: draft lines kept one by one, checked, previewed and posted (spec: journals). Each call asks for its permission itself.
 */
public interface ItemJournals {
    /** The batches of a kind; of every journal there is one at least (spec: journals, section 2). */
    List<JournalBatch> batches(JournalKind kind);

    Optional<JournalBatch> batch(JournalAddress batch);

    /** Makes a batch, or says why not. */
    BatchKept create(JournalAddress batch, BatchDetails details);

    /** Lines in their order, with the issues found when they were last saved. */
    List<JournalLine> lines(JournalAddress batch, int skip, int top);

    /** A line of any batch; it is not there for who may not work in its journal. */
    Optional<KeptJournalLine> line(long id);

    /**
     * Keeps changed lines and answers with these lines only; all in one transaction, constant work per line. A line is never refused for
     * its contents: what is wrong with it comes back as its issues.
     */
    JournalSaved save(JournalAddress batch, List<? extends JournalLineChange> changes);

    /** Deletes lines; those already gone are not an error. */
    JournalTotals delete(JournalAddress batch, List<Long> lineIds);

    /** Checks every line by the rules of posting, without effect on the ledgers (spec: journals, section 11). */
    List<LineIssue> validate(JournalAddress batch);

    /** What a line will do to stock, the lines above it counted: a place for each where goods leave or arrive; none where no item moves. */
    List<StockAfterLine> stockAfter(JournalAddress batch, long lineId);

    /** What posting would write. */
    PostingPreview preview(JournalAddress batch);

    /**
     * Posts the whole batch or nothing.
     *
     * @param version of the batch that was read, refused with {@code common.changed-by-another} if lines changed since; 0 posts what is there
     * @param idempotencyKey the same key gives the first answer again; empty where the caller has none
     */
    JournalPosting post(JournalAddress batch, long version, String idempotencyKey);

    /** Posts the lines of a recurring batch as often as they are due; all of it or nothing. */
    JournalPosting postAllDue(JournalAddress batch, String idempotencyKey);
}
