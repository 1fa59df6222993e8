package org.stockbook.journals.drafts;

import java.util.List;
import java.util.Optional;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.StandardJournal;
import org.stockbook.journals.StandardJournalRequest;
import org.stockbook.journals.lines.Draft;

/** Standard journals as they are kept. */
public interface StandardJournals {
    /** In order of their codes. */
    List<StandardJournal> all();

    Optional<StandardJournal> find(JournalKind kind, String code);

    /** The lines, without dates, numbers and applications. */
    List<Draft> lines(JournalKind kind, String code);

    /** Keeps lines of a batch; those that a standard journal of this code had before are gone. */
    void save(DraftBatch batch, StandardJournalRequest request);

    void remove(JournalKind kind, String code);
}
