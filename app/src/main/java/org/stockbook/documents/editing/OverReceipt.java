package org.stockbook.documents.editing;

import java.util.Optional;
import org.stockbook.documents.editing.DocumentDefaults.Tolerance;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.Surplus;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.measure.UnitQuantity;

/**
 * Whoever is to receive more than is outstanding raises the order line by the excess, as far as the item or its vendor tolerates it
 * (spec: purchasing, section 6).
 */
final class OverReceipt {
    private final DocumentDefaults defaults;
    private final DocumentHeader header;

    OverReceipt(DocumentDefaults defaults, DocumentHeader header) {
        this.defaults = defaults;
        this.header = header;
    }

    /** What becomes of a line. */
    sealed interface Result {
        record Within(DocumentLine line) implements Result {}

        /** More than is tolerated; so much can be received at most. */
        record Beyond(UnitQuantity maximum) implements Result {}
    }

    /** Without a tolerance a line stays as it was typed, and posting refuses what is above the order. */
    Result apply(DocumentLine line, LineChange change) {
        if (!(line.subject() instanceof LineSubject.OfItem item) || !isOrdered(line)) {
            return new Result.Within(line);
        }
        var wanted = wanted(line, change);
        if (wanted.isEmpty()) {
            return new Result.Within(line);
        }
        return defaults.tolerance(header, item, line.unit().code())
                .map(tolerance -> raised(line, wanted.get(), tolerance, change))
                .orElseGet(() -> change.surplus().isPresent() && !isOrdered(line, wanted.get()) ? new Result.Beyond(line.progress().outstanding(line.quantity())) : new Result.Within(line));
    }

    private boolean isOrdered(DocumentLine line) {
        return header.side() == TradeSide.PURCHASE && header.kind() == DocumentKind.ORDER && line.source() instanceof LineSource.Own && line.quantity().isPositive();
    }

    private static boolean isOrdered(DocumentLine line, UnitQuantity wanted) {
        return wanted.compareTo(line.quantity().minus(line.progress().surplus().open())) <= 0;
    }

    /** The quantity that the line is to have; empty where it stays as it is. */
    private static Optional<UnitQuantity> wanted(DocumentLine line, LineChange change) {
        var progress = line.progress();
        if (change.surplus().isPresent()) {
            return change.surplus().map(UnitQuantity::of).map(surplus -> line.quantity().minus(progress.surplus().open()).plus(surplus));
        }
        var total = progress.handled().plus(progress.toHandle());
        return change.toHandle().isPresent() && total.compareTo(line.quantity()) > 0 ? Optional.of(total) : Optional.empty();
    }

    private static Result raised(DocumentLine line, UnitQuantity wanted, Tolerance tolerance, LineChange change) {
        var progress = line.progress();
        var surplus = progress.surplus();
        var most = Surplus.most(surplus.ordered(line.quantity()), tolerance.percentage(), tolerance.step());
        var raisedBy = wanted.minus(line.quantity().minus(surplus.open()));
        if (wanted.compareTo(most) > 0 || raisedBy.isNegative()) {
            return new Result.Beyond(most.minus(progress.handled()));
        }
        var counted = progress.counted(wanted, progress.handled(), progress.invoiced()).with(surplus.opening(raisedBy));
        var chosen = change.toInvoice().map(UnitQuantity::of).map(counted::invoicing).orElse(counted);
        return new Result.Within(line.withQuantity(wanted).withProgress(chosen));
    }
}
