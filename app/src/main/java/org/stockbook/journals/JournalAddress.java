package org.stockbook.journals;

import org.stockbook.kernel.code.JournalBatchName;

/** Names a batch: each kind of journal has batches of its own. */
public record JournalAddress(JournalKind kind, JournalBatchName name) {
    public static JournalAddress of(JournalKind kind, String name) {
        return new JournalAddress(kind, new JournalBatchName(name));
    }
}
