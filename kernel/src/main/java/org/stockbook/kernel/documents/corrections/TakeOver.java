package org.stockbook.kernel.documents.corrections;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.posting.OpenPostedLine;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/**
 * Get receipt lines, get shipment lines: an invoice takes over what others have handled and not invoiced
 * (spec: purchasing, section 5; sales, section 10).
 */
public final class TakeOver {
    private static final int STEP = 10_000;

    private TakeOver() {}

    /**
     * A posted line that an invoice may take over.
     *
     * @param order header of the order it was posted from
     * @param line the order line with the price that is agreed now
     * @param heading the words that go before the lines of its posted document, in the language of the partner
     */
    public record Candidate(OpenPostedLine open, DocumentHeader order, DocumentLine line, String heading) {}

    /**
     * The invoice with the lines taken over behind its own.
     *
     * @param skipped what does not fit this invoice, with the reason; a notice, no refusal
     */
    public record Taken(Document invoice, List<Skipped> skipped) {
        public Taken {
            skipped = List.copyOf(skipped);
        }
    }

    /** A posted line that stays where it is. */
    public record Skipped(OpenPostedLine line, Reason reason) {}

    /** Why a posted line cannot be taken over. */
    public enum Reason {
        WRONG_PARTNER("purchasing.wrong-partner"),
        WRONG_CURRENCY("purchasing.wrong-currency");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Takes over whole lines at the prices of their orders; their quantity may be lowered afterwards. */
    public static Taken lines(Document invoice, List<Candidate> candidates) {
        var lines = new ArrayList<>(invoice.lines());
        var skipped = new ArrayList<Skipped>();
        var headed = new HashSet<DocumentNo>();
        for (var candidate : candidates) {
            var reason = misfit(invoice.header(), candidate.order());
            if (reason.isPresent()) {
                skipped.add(new Skipped(candidate.open(), reason.get()));
            } else if (!isTaken(invoice, candidate.open())) {
                if (headed.add(candidate.open().key().document())) {
                    lines.add(DocumentLine.text(next(lines), candidate.heading(), invoice.header().dimensions()));
                }
                lines.add(line(next(lines), candidate));
            }
        }
        return new Taken(invoice.withLines(lines), skipped);
    }

    private static LineNo next(List<DocumentLine> lines) {
        return new LineNo((lines.isEmpty() ? 0 : lines.getLast().no().value()) + STEP);
    }

    private static boolean isTaken(Document invoice, OpenPostedLine open) {
        return invoice.lines().stream().anyMatch(line -> line.source().equals(new LineSource.Posted(open.key())));
    }

    private static Optional<Reason> misfit(DocumentHeader invoice, DocumentHeader order) {
        if (!invoice.partner().billing().equals(order.partner().billing())) {
            return Optional.of(Reason.WRONG_PARTNER);
        }
        return invoice.terms().currency().equals(order.terms().currency())
                ? Optional.empty()
                : Optional.of(Reason.WRONG_CURRENCY);
    }

    private static DocumentLine line(LineNo no, Candidate candidate) {
        var source = candidate.line();
        var quantity = candidate.open().notInvoiced();
        var discount = source.quantity().isZero()
                ? source.price().invoiceDiscount()
                : source.price().invoiceDiscount().share(quantity, source.quantity());
        return new DocumentLine(
                no,
                source.subject(),
                source.description(),
                source.location(),
                source.unit(),
                quantity,
                source.price().withInvoiceDiscount(discount),
                source.costs(),
                source.product(),
                source.vat(),
                LineProgress.fresh(quantity),
                new LineSource.Posted(candidate.open().key()),
                FixedApplication.AUTOMATIC,
                List.of(),
                source.dimensions(),
                source.returnReason());
    }
}
