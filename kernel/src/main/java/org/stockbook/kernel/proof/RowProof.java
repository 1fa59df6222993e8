package org.stockbook.kernel.proof;

import java.util.List;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** Numbers ascend (I12), and no row hangs in the air. */
final class RowProof {
    private final IndexedHistory history;
    private final List<Finding> findings;

    private RowProof(IndexedHistory history, List<Finding> findings) {
        this.history = history;
        this.findings = findings;
    }

    static void prove(IndexedHistory history, List<Finding> findings) {
        var proof = new RowProof(history, findings);
        proof.entries();
        proof.values();
        proof.applications();
    }

    private void entries() {
        var last = 0L;
        for (var each : history.history().entries()) {
            last = ascends(last, each.entry().no().value(), new Subject.OfEntry(each.entry().no()));
        }
    }

    private void values() {
        var last = 0L;
        for (var each : history.history().values()) {
            var subject = new Subject.OfValue(each.entry().no());
            last = ascends(last, each.entry().no().value(), subject);
            exists(each.entry().itemLedgerEntry(), subject);
        }
    }

    private void applications() {
        var last = 0L;
        for (var each : history.history().applications()) {
            last = ascends(last, each.no().value(), new Subject.OfApplication(each.no()));
            exist(each);
        }
    }

    private void exist(ItemApplication application) {
        var subject = new Subject.OfApplication(application.no());
        exists(application.inbound(), subject);
        if (application.outbound().isPresent()) {
            exists(application.outbound(), subject);
        }
    }

    private void exists(ItemLedgerEntryNo no, Subject subject) {
        if (history.position(no) == EntryPositions.NOWHERE) {
            findings.add(Finding.of(Invariant.ROWS_HAVE_THEIR_ENTRY, subject, no.value(), 0));
        }
    }

    private long ascends(long last, long number, Subject subject) {
        if (number <= last) {
            findings.add(Finding.of(Invariant.NUMBERS_ASCEND, subject, last + 1, number));
        }
        return number;
    }
}
