package org.stockbook.kernel.documents.amounts;

import java.util.ArrayList;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;

/** Spreads an invoice discount over the lines that allow it (spec: purchasing, section 2.4, item 2). */
public final class InvoiceDiscounts {
    private InvoiceDiscounts() {}

    /** Takes a percentage off everything that allows it. */
    public static Document spread(Document document, Percentage percentage) {
        return spread(document, Money.rounded(percentage.of(base(document).value())));
    }

    /** Takes an amount off, by line amounts with a running remainder: what the lines get sums to the amount. */
    public static Document spread(Document document, Money discount) {
        var base = base(document);
        var lines = new ArrayList<DocumentLine>(document.lines().size());
        var reached = Money.ZERO;
        var given = Money.ZERO;
        for (var line : document.lines()) {
            reached = reached.plus(allowed(line));
            var due = discount.share(reached, base);
            lines.add(line.withPrice(line.price().withInvoiceDiscount(due.minus(given))));
            given = due;
        }
        return document.withLines(lines);
    }

    private static Money base(Document document) {
        return document.lines().stream().map(InvoiceDiscounts::allowed).reduce(Money.ZERO, Money::plus);
    }

    private static Money allowed(DocumentLine line) {
        if (line.subject().isText() || !line.price().allowInvoiceDiscount()) {
            return Money.ZERO;
        }
        var priced = PricedLine.of(line, line.quantity());
        return priced.gross().minus(priced.lineDiscount());
    }
}
