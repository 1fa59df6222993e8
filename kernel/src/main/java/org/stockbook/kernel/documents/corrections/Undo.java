package org.stockbook.kernel.documents.corrections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.documents.corrections.UndoOutcome.Reason;
import org.stockbook.kernel.posting.PostingLine;

/**
 * Takes back receipts, shipments and returns of both, on the date they were posted
 * (spec: purchasing, section 6; sales, section 11; ledger, section 9).
 */
public final class Undo {
    private Undo() {}

    public static UndoOutcome plan(List<UndoableLine> posted) {
        var refusals = new ArrayList<UndoOutcome.Refusal>();
        var lines = new ArrayList<PostingLine>();
        var corrections = new ArrayList<UndoOutcome.Correction>();
        for (var line : posted) {
            reason(line).ifPresent(reason -> refusals.add(new UndoOutcome.Refusal(line.key(), reason)));
            var positions = new ArrayList<Integer>();
            for (var entry : line.entries()) {
                positions.add(lines.size());
                var origin = line.origin().withDocument(line.key().type(), line.key().document(), line.correction().value());
                lines.add(new PostingLine.Undo(line.key().line(), line.item(), entry, line.postingDate(), origin));
            }
            corrections.add(new UndoOutcome.Correction(line, positions));
        }
        return refusals.isEmpty() ? new UndoOutcome.Planned(lines, corrections) : new UndoOutcome.Refused(refusals);
    }

    private static Optional<Reason> reason(UndoableLine line) {
        if (line.quantity().isZero()) {
            return Optional.of(Reason.NOTHING);
        }
        if (line.corrected()) {
            return Optional.of(Reason.ALREADY_CORRECTED);
        }
        if (!line.invoiced().isZero()) {
            return Optional.of(Reason.INVOICED);
        }
        return line.charged() ? Optional.of(Reason.ITEM_CHARGE) : Optional.empty();
    }
}
