package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.corrections.CancelFacts;
import org.stockbook.kernel.documents.corrections.CancelInvoice;
import org.stockbook.kernel.documents.corrections.InvoicedLine;
import org.stockbook.kernel.documents.posting.DocumentPlan;
import org.stockbook.kernel.documents.posting.PostedInvoice;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.PostingLine;

/** The invoices that a company has posted, and the credit memos that took some of them back. */
public final class PostedInvoices {
    private final Books books;
    private final Paperwork paperwork;
    private final List<Posted> open = new ArrayList<>();
    private final List<TakenBack> takenBack = new ArrayList<>();

    PostedInvoices(Books books, Paperwork paperwork) {
        this.books = books;
        this.paperwork = paperwork;
    }

    /** An invoice with what its lines invoiced of which entries. */
    public record Posted(Document document, List<Line> lines) {}

    /** One of its lines. */
    public record Line(PostedInvoice.Line line, Map<ItemLedgerEntryNo, Quantity> entries) {
        ItemNo item() {
            return ((LineSubject.OfItem) line.source().subject()).item();
        }
    }

    /** The whole of an entry went back by the entry of a credit memo. */
    public record TakenBack(ItemNo item, ItemLedgerEntryNo entry, ItemLedgerEntryNo back) {}

    /** Invoices that may be cancelled: what they shipped without stock has no cost that could come back yet. */
    public List<Posted> open() {
        return open.stream().filter(invoice -> invoice.lines().stream().allMatch(this::isCovered)).toList();
    }

    private boolean isCovered(Line line) {
        return line.entries().keySet().stream().map(no -> books.of(line.item()).entry(no)).noneMatch(entry -> entry.isDecrease() && entry.isOpen());
    }

    /** Entries that a cancellation took back as a whole. */
    List<TakenBack> takenBack() {
        return takenBack;
    }

    void keep(Document document, DocumentPlan plan, List<PostedLine> posted) {
        if (document.header().kind().isReturn() || plan.invoice().isEmpty()) {
            return;
        }
        var lines = plan.invoice().orElseThrow().lines().stream()
                .filter(line -> !line.source().progress().toInvoice().isZero())
                .map(line -> new Line(line, entries(line, plan, posted)))
                .toList();
        open.add(new Posted(document, lines));
    }

    private static Map<ItemLedgerEntryNo, Quantity> entries(PostedInvoice.Line line, DocumentPlan plan, List<PostedLine> posted) {
        var entries = new TreeMap<ItemLedgerEntryNo, Quantity>();
        for (var position : line.postings()) {
            switch (plan.lines().get(position)) {
                case PostingLine.Movement movement -> entries.merge(posted.get(position).entries().getFirst(), movement.quantity(), Quantity::plus);
                case PostingLine.Invoice invoice -> entries.merge(invoice.entry(), invoice.quantity(), Quantity::plus);
                default -> { }
            }
        }
        return entries;
    }

    /** Posts the credit memo that takes an invoice back; false where that is refused. */
    boolean cancel(LocalDate date, Posted invoice) {
        var facts = facts(date, invoice);
        if (!CancelInvoice.refusals(facts).isEmpty() || facts.lines().stream().anyMatch(line -> !isComplete(line))) {
            return false;
        }
        var before = books.history().size();
        var memo = CancelInvoice.creditMemo(facts);
        paperwork.agreeAndPost(memo, List.of(), () -> paperwork.post(paperwork.agreed().getLast(), memo, PostingChoice.BOTH));
        open.remove(invoice);
        giveBack(invoice);
        var written = (Books.Written.Posted) books.history().get(before);
        for (var i = 0; i < written.lines().size(); i++) {
            if (written.lines().get(i) instanceof PostingLine.Movement movement) {
                remember(movement, written.made().get(i).entries().getFirst());
            }
        }
        return true;
    }

    /** Journals may have invoiced an entry of a document before its own invoice did. */
    private static boolean isComplete(InvoicedLine line) {
        var invoiced = line.entries().stream().map(InvoicedLine.Entry::quantity).reduce(Quantity.ZERO, Quantity::plus);
        return !line.line().subject().isItem() || invoiced.abs().equals(line.quantity().toBase(line.line().unit().factor()).abs());
    }

    private void remember(PostingLine.Movement movement, ItemLedgerEntryNo back) {
        var book = books.of(movement.item());
        var entry = switch (movement.application()) {
            case FixedApplication.ToEntry to -> to.entry();
            case FixedApplication.FromEntry from -> from.entry();
            case FixedApplication.Automatic _ ->
                throw new AssertionError("goods of a cancelled invoice go back without saying which");
        };
        if (book.entry(entry).quantity().equals(movement.quantity().negated())) {
            takenBack.add(new TakenBack(movement.item(), entry, back));
        }
    }

    /** The order may be received or shipped and invoiced once more. */
    private void giveBack(Posted invoice) {
        for (var line : invoice.lines()) {
            for (var part : line.line().parts()) {
                paperwork.handled(each -> each.key().equals(part.handled())).forEach(receipt -> paperwork.progress(
                        receipt.order(), receipt.line().no(), each -> each.withProgress(each.progress().counted(
                                each.quantity(), each.progress().handled().minus(part.quantity()),
                                each.progress().invoiced().minus(part.quantity())))));
            }
        }
    }

    private CancelFacts facts(LocalDate date, Posted invoice) {
        var header = invoice.document().header();
        var lines = invoice.lines().stream()
                .map(line -> new InvoicedLine(line.line().source(), line.line().source().progress().toInvoice(), entries(line)))
                .toList();
        var combined = invoice.lines().stream()
                .flatMap(line -> line.line().parts().stream())
                .anyMatch(part -> paperwork.handled(each -> each.key().equals(part.handled())).stream()
                        .anyMatch(receipt -> !receipt.order().equals(header.no())));
        return new CancelFacts(
                new DocumentHeader(
                        header.side(), DocumentKind.CREDIT_MEMO, new DocumentNo(paperwork.newNumber()), header.partner(),
                        DocumentDates.on(date.isBefore(header.dates().posting()) ? header.dates().posting() : date), header.terms(),
                        header.external(), header.dimensions(), header.reason()),
                lines, false, false, false, combined, false);
    }

    private List<InvoicedLine.Entry> entries(Line line) {
        return line.entries().entrySet().stream().map(each -> {
            var entry = books.of(line.item()).entry(each.getKey());
            return new InvoicedLine.Entry(entry.no(), entry.entry().tracking(), each.getValue(), reversible(entry), isReturned(line.item(), entry));
        }).toList();
    }

    private static Quantity reversible(BookedEntry entry) {
        return entry.isIncrease() ? entry.remaining() : entry.state().shippedNotReturned().abs();
    }

    private boolean isReturned(ItemNo item, BookedEntry entry) {
        return entry.isIncrease()
                ? entry.feeding().stream().anyMatch(row -> books.of(item).entry(row.outbound()).entry().type() == EntryType.PURCHASE)
                : !entry.state().shippedNotReturned().equals(entry.quantity());
    }
}
