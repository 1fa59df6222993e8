package org.stockbook.kernel.documents.posting;

import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.measure.UnitQuantity;

/** The document with exactly the quantities that this posting handles and invoices (spec: purchasing, section 2.3). */
final class ChosenQuantities {
    private ChosenQuantities() {}

    static Document of(Document document, PostingChoice choice) {
        return document.withLines(document.lines().stream()
                .map(line -> line.withProgress(of(document.header(), line, choice)))
                .toList());
    }

    private static LineProgress of(DocumentHeader header, DocumentLine line, PostingChoice choice) {
        var progress = line.progress();
        if (line.subject().isText() || !header.kind().isPosted()) {
            return new LineProgress(UnitQuantity.ZERO, progress.handled(), UnitQuantity.ZERO, progress.invoiced());
        }
        if (!header.kind().isPostedInParts()) {
            var handled = line.source() instanceof LineSource.Posted;
            return new LineProgress(
                    handled ? UnitQuantity.ZERO : line.quantity(),
                    handled ? line.quantity() : UnitQuantity.ZERO,
                    line.quantity(),
                    UnitQuantity.ZERO);
        }
        return new LineProgress(
                choice.handle() ? progress.toHandle() : UnitQuantity.ZERO,
                progress.handled(),
                choice.invoice() ? progress.toInvoice() : UnitQuantity.ZERO,
                progress.invoiced());
    }
}
