package org.stockbook.kernel.documents.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.invoicing.InvoiceBookkeeping;

/**
 * Posts a purchase or sales document, in parts or whole: checks it and says everything that is to happen
 * (spec: purchasing, section 4; sales, section 8). The posting lines it plans may still be refused by the item ledger.
 */
public final class DocumentPosting {
    private DocumentPosting() {}

    /** All refusals that can be found, or the whole plan. The posting date and the exchange rate are those of the header. */
    public static DocumentOutcome plan(Document document, PostingChoice choice, PostedNumbers numbers, DocumentFacts facts) {
        var chosen = ChosenQuantities.of(document, choice);
        var refusals = new ArrayList<>(new DocumentChecks(chosen, facts).refusals());
        if (!refusals.isEmpty()) {
            return new DocumentOutcome.Refused(refusals);
        }
        var amounts = DocumentAmounts.toInvoice(chosen);
        var lines = new LinePosting(chosen, numbers, facts, amounts);
        for (var line : chosen.lines()) {
            lines.post(line);
        }
        var booking = new InvoiceBookkeeping(chosen.header(), facts.accounts(), facts.rules().discounts());
        var invoice = postsInvoice(chosen) ? Optional.of(lines.invoice(booking.book(amounts))) : Optional.<PostedInvoice>empty();
        if (!booking.refusals().isEmpty()) {
            return new DocumentOutcome.Refused(booking.refusals().stream()
                    .<DocumentRefusal>map(DocumentRefusal.AccountRefused::new)
                    .toList());
        }
        var plan = new DocumentPlan(
                lines.postingLines(), after(document, chosen), lines.handling(), invoice, lines.earlier(), chargesAfter(chosen, facts));
        return new DocumentOutcome.Planned(plan);
    }

    private static boolean postsInvoice(Document chosen) {
        return chosen.lines().stream().anyMatch(line -> !line.progress().toInvoice().isZero());
    }

    private static Document after(Document document, Document chosen) {
        return chosen.withLines(chosen.lines().stream()
                .map(line -> line.subject().isText()
                        ? document.line(line.no())
                        : posted(line))
                .toList());
    }

    /** The numbers on a line were those of what has now been handled. */
    private static DocumentLine posted(DocumentLine line) {
        var after = line.withProgress(line.progress().posted(line.quantity()));
        return line.progress().toHandle().isZero() ? after : after.withTracked(List.of());
    }

    private static List<ChargeAssignment> chargesAfter(Document chosen, DocumentFacts facts) {
        return facts.charges().stream()
                .map(row -> chosen.line(row.charge()).progress().toInvoice().isZero() ? row : row.posted())
                .toList();
    }
}
