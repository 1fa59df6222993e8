package org.stockbook.finance;

import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;

/**
 * Who posted, with which function: what a register says of the entries written together. Its time is the database's, when
 * the row is written.
 *
 * @param user the login of the user
 * @param batch the journal batch, blank for documents and batch runs
 * @param run the batch run that wrote the entries, 0 where none did
 */
public record RegisterStamp(String user, SourceCode source, JournalBatchName batch, long run) {
    /** A posting by a person, not by a batch run. */
    public static RegisterStamp of(String user, SourceCode source, JournalBatchName batch) {
        return new RegisterStamp(user, source, batch, 0);
    }
}
