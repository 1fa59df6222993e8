package org.stockbook.journals.drafts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.journals.BatchDetails;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalTotals;
import org.stockbook.journals.StockAfterLine;
import org.stockbook.journals.lines.Draft;

/** Batches and draft lines as they are kept; every call is one statement or a few, however many lines there are. */
public interface JournalDrafts {
    /** The batches of a kind, in order of their names. */
    List<DraftBatch> batches(JournalKind kind);

    Optional<DraftBatch> batch(JournalAddress address);

    /** Makes a batch of the journal of its kind, which must be there. */
    void create(JournalAddress address, BatchDetails details);

    void change(DraftBatch batch, BatchDetails details);

    /** Removes a batch with its lines. */
    void remove(DraftBatch batch);

    /** The first of the series, reason and user that does not exist: its field and value. */
    Optional<Map<String, Object>> unknown(BatchDetails details);

    /** The batch, locked until the transaction ends; a second user waits here and then sees what the first one did. */
    DraftBatch lock(JournalAddress address);

    /** Says that lines of a batch changed. */
    void raiseVersion(DraftBatch batch);

    /** Lines in their order. */
    List<Draft> lines(DraftBatch batch, int skip, int top);

    /** Those of these lines that are still in the batch. */
    List<Draft> lines(DraftBatch batch, Collection<Long> ids);

    /** A line of any batch. */
    Optional<Found> line(long id);

    /**
     * A line and where it stands.
     *
     * @param changedBy login of who changed it last
     */
    record Found(JournalAddress batch, Draft line, String changedBy, Instant changedAt) {}

    /** What a line and those above it do to the stock of its item, at the places of the line. */
    List<StockAfterLine> stockAfter(DraftBatch batch, long line);

    /** The last line at or before a number, to be copied from. */
    Optional<Draft> before(DraftBatch batch, int lineNo);

    /** The number of the first line behind a number. */
    Optional<Integer> after(DraftBatch batch, int lineNo);

    /** Moves all lines behind a number away from it. */
    void makeRoom(DraftBatch batch, int lineNo, int distance);

    /** Keeps new lines, in their order. */
    List<Draft> insert(DraftBatch batch, List<Draft> lines, String user);

    /** Keeps changed lines, in their order. */
    List<Draft> update(DraftBatch batch, List<Draft> lines, String user);

    void delete(DraftBatch batch, Collection<Long> ids);

    void deleteAll(DraftBatch batch);

    JournalTotals totals(DraftBatch batch);
}
