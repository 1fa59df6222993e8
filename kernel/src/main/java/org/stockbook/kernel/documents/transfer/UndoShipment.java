package org.stockbook.kernel.documents.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.PostingLine;

/**
 * Takes transfer shipments back that nobody has received: each layer of cost travels back to where it came from, on the date of the shipment
 * (spec: transfer, section 11).
 */
public final class UndoShipment {
    private UndoShipment() {}

    /** What came of it: all lines or every reason why not. */
    public sealed interface Outcome {
        /** May be taken back. */
        record Planned(List<PostingLine> lines, List<Correction> corrections) implements Outcome {
            public Planned {
                lines = List.copyOf(lines);
                corrections = List.copyOf(corrections);
            }
        }

        record Refused(List<Refusal> refusals) implements Outcome {
            public Refused {
                refusals = List.copyOf(refusals);
            }
        }
    }

    /** A line with the positions in the posting lines whose entries belong to the line below it that takes it back. */
    public record Correction(ShippedLine line, List<Integer> postings) {
        public Correction {
            postings = List.copyOf(postings);
        }
    }

    /** Why a line must stay. */
    public record Refusal(PostedLineKey line, Reason reason) {
        public String code() {
            return switch (reason) {
                case NOTHING -> "transfer.nothing-to-undo";
                case ALREADY_CORRECTED -> "ledger.undo-already-corrected";
                case RECEIVED -> "transfer.undo-received";
            };
        }
    }

    /** Reasons to stay. */
    public enum Reason {
        NOTHING,
        ALREADY_CORRECTED,
        RECEIVED
    }

    public static Outcome plan(List<ShippedLine> shipped) {
        var refusals = new ArrayList<Refusal>();
        var lines = new ArrayList<PostingLine>();
        var corrections = new ArrayList<Correction>();
        for (var line : shipped) {
            reason(line).ifPresent(reason -> refusals.add(new Refusal(line.key(), reason)));
            var positions = new ArrayList<Integer>();
            for (var layer : line.layers()) {
                positions.add(lines.size());
                lines.add(back(line, layer));
            }
            corrections.add(new Correction(line, positions));
        }
        return refusals.isEmpty() ? new Outcome.Planned(lines, corrections) : new Outcome.Refused(refusals);
    }

    private static Optional<Reason> reason(ShippedLine line) {
        if (line.corrected()) {
            return Optional.of(Reason.ALREADY_CORRECTED);
        }
        if (line.quantity().isZero() || line.layers().isEmpty()) {
            return Optional.of(Reason.NOTHING);
        }
        return line.isReceived() ? Optional.of(Reason.RECEIVED) : Optional.empty();
    }

    private static PostingLine back(ShippedLine line, ShippedLine.Layer layer) {
        var origin = line.origin().withDocument(line.key().type(), line.key().document(), line.correction().value());
        return new PostingLine.Transfer(
                line.key().line(), line.item(), line.between(), line.from(), line.postingDate(), layer.quantity(), line.unit(),
                new FixedApplication.ToEntry(layer.entry()), layer.tracking(), layer.tracking(), line.unitCost(), line.groups(), origin, origin, true);
    }
}
