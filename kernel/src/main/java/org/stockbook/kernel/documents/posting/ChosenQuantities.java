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
            return progress.choosing(UnitQuantity.ZERO, UnitQuantity.ZERO);
        }
        if (!header.kind().isPostedInParts()) {
            var handled = line.source() instanceof LineSource.Posted;
            var whole = handled ? LineProgress.of(UnitQuantity.ZERO, line.quantity()) : LineProgress.of(line.quantity(), UnitQuantity.ZERO);
            return whole.invoicing(line.quantity());
        }
        return progress.choosing(
                choice.handle() ? progress.toHandle() : UnitQuantity.ZERO, choice.invoice() ? progress.toInvoice() : UnitQuantity.ZERO);
    }
}
