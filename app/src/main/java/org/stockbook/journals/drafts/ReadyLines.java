package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.JournalCards;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.journals.lines.TypedItems;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.ReasonCode;

/** Makes lines that come in one call ready to be posted, by the rules of the journals: completed, checked, as posting lines; nothing is kept of them. */
@Component
class ReadyLines {
    private final TypedItems items;
    private final CompleteLines completing;
    private final CheckJournal checks;
    private final TransactionTemplate transaction;

    ReadyLines(TypedItems items, CompleteLines completing, CheckJournal checks, PlatformTransactionManager transactions) {
        this.items = items;
        this.completing = completing;
        this.checks = checks;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Lines with their issues, the cards behind them and what would be posted. */
    record Ready(DraftBatch batch, CheckJournal.Checked checked, JournalCards.Known known) {
        /** Whether something about the lines holds only as long as nobody else posts the same items. */
        boolean wantsHolding() {
            return checked.lines().stream().anyMatch(line -> line.values().has(JournalField.SERIAL_NO));
        }
    }

    /** Stands for the batch that there is none of: no number series, no reason, nobody's. */
    static DraftBatch batch(JournalKind kind) {
        return new DraftBatch(0, new JournalAddress(kind, JournalBatchName.BLANK), "", "", "", kind.source(), ReasonCode.BLANK, "", 0);
    }

    /** A fixed number of statements, however many lines there are; what was found out stays right until the items are posted by somebody else. */
    Ready of(JournalKind kind, List<Map<JournalField, String>> typed) {
        return Optional.ofNullable(transaction.execute(status -> {
            var batch = batch(kind);
            var policy = checks.policy();
            var named = items.named(typed.stream().map(values -> new JournalLineChange.Added(0, values)).toList());
            var completed = completing.complete(kind, begun(batch, policy, named), policy);
            var ready = new Ready(batch, checks.ready(batch, completed.lines(), completed.known()), completed.known());
            if (ready.checked().stops()) {
                status.setRollbackOnly();
            }
            return ready;
        })).orElseThrow();
    }

    /** Each line takes from the one above what lines of a journal take. */
    private static List<CompleteLines.Begun> begun(DraftBatch batch, InventoryPolicy policy, List<JournalLineChange> changes) {
        var begun = new ArrayList<CompleteLines.Begun>();
        var above = Optional.<LineValues>empty();
        for (var change : changes) {
            var values = CompleteLines.fromAbove(batch, policy.workDate(), above);
            begun.add(new CompleteLines.Begun(Draft.fresh((begun.size() + 1) * SaveJournalLines.STEP, values), change.values()));
            above = Optional.of(values.with(change.values()));
        }
        return begun;
    }

    /** The same while the items are held, in the transaction of the posting. */
    Ready held(Ready ready) {
        checks.lock(ready.checked().lines());
        return new Ready(ready.batch(), checks.ready(ready.batch(), ready.checked().lines(), ready.known()), ready.known());
    }

    /** An issue of the call, not of one of its lines. */
    static LineIssue issue(String code) {
        return new LineIssue(0, 0, JournalField.LINE, code, LineIssue.Severity.ERROR, Map.of());
    }
}
