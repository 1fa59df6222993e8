package org.stockbook.generaljournal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.JournalBatchName;

/** Where drafts of the general journal are kept. */
public interface GeneralJournalDrafts {
    Optional<DraftBatch> batch(JournalBatchName name);

    /** The batch, locked until the transaction ends. */
    DraftBatch lock(JournalBatchName name);

    /** A new batch; the one that is there where the name is taken. */
    DraftBatch create(DraftBatch batch);

    /** Keeps what is said of a batch, its name excepted. */
    void change(DraftBatch batch);

    /** Removes a batch with its lines. */
    void remove(DraftBatch batch);

    /** The first of what a batch names that does not exist: its field and value. */
    Optional<Map<String, Object>> unknown(DraftBatch batch);

    List<DraftLine> lines(DraftBatch batch, int skip, int top);

    List<DraftLine> lines(DraftBatch batch, Collection<Long> ids);

    /** A line of any batch, with nothing said of its issues. */
    Optional<DraftLine.Kept> line(long id);

    /** The line with the highest number up to this one. */
    Optional<DraftLine> before(DraftBatch batch, int lineNo);

    /** The lowest line number above this one. */
    Optional<Integer> after(DraftBatch batch, int lineNo);

    /** Moves the lines behind a number further back. */
    void makeRoom(DraftBatch batch, int lineNo, int distance);

    /** Inserts those with id 0, updates the others; with their ids and versions in the same order. */
    List<DraftLine> keep(DraftBatch batch, List<DraftLine> lines, String user);

    void delete(DraftBatch batch, Collection<Long> ids);

    void deleteAll(DraftBatch batch);

    void raiseVersion(DraftBatch batch);

    JournalTotals totals(DraftBatch batch);
}
