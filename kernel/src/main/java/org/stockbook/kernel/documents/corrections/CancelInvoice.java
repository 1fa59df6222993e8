package org.stockbook.kernel.documents.corrections;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.TrackedPart;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.posting.FixedApplication;

/** Prepares the credit memo that takes a posted invoice back at exact cost (spec: purchasing, section 8; sales, section 11). */
public final class CancelInvoice {
    private CancelInvoice() {}

    /** Every reason why not, none if it may be cancelled. */
    public static List<CancelRefusal> refusals(CancelFacts facts) {
        var refusals = new ArrayList<CancelRefusal>();
        add(refusals, facts.corrected(), CancelRefusal.CORRECTED);
        add(refusals, facts.applied(), CancelRefusal.APPLIED);
        add(refusals, facts.combined(), CancelRefusal.COMBINED);
        add(refusals, facts.blocked(), CancelRefusal.BLOCKED);
        add(refusals, facts.dateRefused(), CancelRefusal.DATE);
        add(refusals, facts.lines().stream().anyMatch(line -> line.line().subject().isCharge()), CancelRefusal.LINE_TYPE);
        var entries = facts.lines().stream().flatMap(line -> line.entries().stream()).toList();
        var returned = entries.stream().anyMatch(InvoicedLine.Entry::returned);
        add(refusals, returned, CancelRefusal.RETURNED);
        add(refusals, !returned && entries.stream().anyMatch(CancelInvoice::isGone), CancelRefusal.NOT_IN_STOCK);
        return refusals;
    }

    private static void add(List<CancelRefusal> refusals, boolean holds, CancelRefusal refusal) {
        if (holds) {
            refusals.add(refusal);
        }
    }

    private static boolean isGone(InvoicedLine.Entry entry) {
        return entry.reversible().compareTo(entry.quantity().abs()) < 0;
    }

    /** The credit memo for everything, each line applied to the entries it takes back. */
    public static Document creditMemo(CancelFacts facts) {
        return new Document(facts.header(), facts.lines().stream().map(line -> back(facts, line)).toList());
    }

    private static DocumentLine back(CancelFacts facts, InvoicedLine invoiced) {
        var line = invoiced.line();
        var price = line.price();
        var discount = line.quantity().isZero()
                ? price.invoiceDiscount()
                : price.invoiceDiscount().share(invoiced.quantity(), line.quantity());
        return new DocumentLine(
                line.no(),
                line.subject(),
                line.description(),
                line.location(),
                line.unit(),
                invoiced.quantity(),
                price.withInvoiceDiscount(discount),
                line.costs(),
                line.product(),
                line.vat(),
                LineProgress.fresh(invoiced.quantity()),
                LineSource.OWN,
                FixedApplication.AUTOMATIC,
                invoiced.entries().stream().map(entry -> part(facts, entry)).toList(),
                line.dimensions());
    }

    private static TrackedPart part(CancelFacts facts, InvoicedLine.Entry entry) {
        var isPurchase = facts.header().side() == TradeSide.PURCHASE;
        var incoming = entry.quantity().isPositive();
        var application = incoming ? new FixedApplication.ToEntry(entry.entry()) : new FixedApplication.FromEntry(entry.entry());
        var inDirectionOfDocument = isPurchase ? entry.quantity() : entry.quantity().negated();
        return new TrackedPart(entry.tracking(), inDirectionOfDocument, application);
    }
}
