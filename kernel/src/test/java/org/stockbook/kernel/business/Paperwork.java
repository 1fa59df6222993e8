package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.corrections.Undo;
import org.stockbook.kernel.documents.corrections.UndoOutcome;
import org.stockbook.kernel.documents.corrections.UndoableLine;
import org.stockbook.kernel.documents.invoicing.DiscountPosting;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts;
import org.stockbook.kernel.documents.posting.DocumentFacts;
import org.stockbook.kernel.documents.posting.DocumentOutcome;
import org.stockbook.kernel.documents.posting.DocumentPlan;
import org.stockbook.kernel.documents.posting.DocumentPosting;
import org.stockbook.kernel.documents.posting.DocumentRules;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.posting.OpenPostedLine;
import org.stockbook.kernel.documents.posting.PartnerState;
import org.stockbook.kernel.documents.posting.PostedGoods;
import org.stockbook.kernel.documents.posting.PostedNumbers;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;

/** The documents of a company: what was agreed and is not invoiced yet, and what was posted. */
public final class Paperwork {
    private final Books books;
    private final List<Agreed> agreed = new ArrayList<>();
    private final List<Handled> handled = new ArrayList<>();
    private final PostedInvoices invoices;
    private int documents;

    Paperwork(Books books) {
        this.books = books;
        invoices = new PostedInvoices(books, this);
    }

    PostedInvoices invoices() {
        return invoices;
    }

    /** A document that is not invoiced in full, with the assignments of its item charges. */
    public record Agreed(Document document, List<ChargeAssignment> charges) {}

    /** A posted line of a receipt, shipment, return or transfer receipt. */
    public record Handled(
            PostedLineKey key, DocumentNo order, DocumentLine line, UnitQuantity quantity, UnitQuantity invoiced, boolean corrected,
            boolean charged, List<ItemLedgerEntryNo> entries) {
        Handled with(UnitQuantity nowInvoiced, boolean nowCorrected, boolean nowCharged) {
            return new Handled(key, order, line, quantity, nowInvoiced, nowCorrected, nowCharged, entries);
        }

        public ItemNo item() {
            return ((LineSubject.OfItem) line.subject()).item();
        }

        public boolean isTransfer() {
            return key.type() == DocumentType.TRANSFER_RECEIPT;
        }
    }

    public List<Agreed> agreed() {
        return agreed;
    }

    /** Posted item lines that fit; those taken back never do. */
    public List<Handled> handled(Predicate<Handled> fits) {
        return handled.stream().filter(line -> !line.corrected() && line.line().subject().isItem()).filter(fits).toList();
    }

    public BookedEntry entry(Handled line, ItemLedgerEntryNo no) {
        return books.of(line.item()).entry(no);
    }

    /** A number that no document has. */
    public String newNumber() {
        documents++;
        return "D" + documents;
    }

    public void agree(Document document, List<ChargeAssignment> charges) {
        agreed.add(new Agreed(document, charges));
    }

    /** Agrees a document that is posted at once, as the last one agreed; refused, it is thrown away. */
    boolean agreeAndPost(Document document, List<ChargeAssignment> charges, BooleanSupplier posting) {
        agree(document, charges);
        var paper = agreed.getLast();
        try {
            return posting.getAsBoolean();
        } catch (PostingRefused refused) {
            agreed.remove(paper);
            throw refused;
        }
    }

    void add(Handled line) {
        handled.add(line);
    }

    /** Posts what was chosen of a document, as of its posting date. */
    public boolean post(Agreed paper, Document chosen, PostingChoice choice) {
        documents++;
        var numbers = new PostedNumbers(new DocumentNo("H" + documents), new DocumentNo("I" + documents));
        var facts = facts(paper.charges());
        var outcome = DocumentPosting.plan(chosen, choice, numbers, facts);
        if (!outcome.equals(DocumentPosting.plan(chosen, choice, numbers, facts))) {
            throw new AssertionError("the same document is planned in two ways: " + chosen);
        }
        return switch (outcome) {
            case DocumentOutcome.Refused refused -> throw new PostingRefused(refused.refusals());
            case DocumentOutcome.Planned planned -> keep(paper, planned.plan());
        };
    }

    private boolean keep(Agreed paper, DocumentPlan plan) {
        var posted = post(plan.lines());
        agreed.remove(paper);
        if (!plan.after().isComplete() && paper.document().header().kind().isPostedInParts()) {
            agreed.add(new Agreed(plan.after(), plan.charges()));
        }
        plan.handling().ifPresent(receipt -> receipt.lines().forEach(line -> add(new Handled(
                new PostedLineKey(receipt.type(), receipt.no(), line.no()),
                paper.document().header().no(),
                line.source(),
                line.quantity(),
                line.invoiced(),
                false,
                false,
                line.postings().stream().flatMap(position -> posted.get(position).entries().stream()).toList()))));
        plan.invoiced().forEach(part -> invoiced(paper, part));
        invoices.keep(paper.document(), plan, posted);
        paper.charges().forEach(row -> {
            if (row.target() instanceof ChargeAssignment.Target.PostedGoods goods) {
                replace(goods.line(), line -> line.with(line.invoiced(), line.corrected(), true));
            }
        });
        return true;
    }

    private void invoiced(Agreed paper, DocumentPlan.EarlierInvoiced part) {
        replace(part.line().key(), line -> line.with(line.invoiced().plus(part.quantity()), line.corrected(), line.charged()));
        if (!part.line().order().equals(paper.document().header().no())) {
            progress(part.line().order(), part.line().orderLine(), line -> line.withProgress(line.progress().counted(
                    line.quantity(), line.progress().handled(), line.progress().invoiced().plus(part.quantity()))));
        }
    }

    private void replace(PostedLineKey key, UnaryOperator<Handled> change) {
        handled.replaceAll(line -> line.key().equals(key) ? change.apply(line) : line);
    }

    void progress(DocumentNo order, LineNo no, UnaryOperator<DocumentLine> change) {
        agreed.replaceAll(paper -> paper.document().header().no().equals(order)
                ? new Agreed(
                        paper.document().withLines(paper.document().lines().stream()
                                .map(line -> line.no().equals(no) ? change.apply(line) : line)
                                .toList()),
                        paper.charges())
                : paper);
    }

    /** Takes a posted line back; the order gets its quantity again. */
    public boolean undo(Handled line) {
        var date = entry(line, line.entries().getFirst()).postingDate();
        var undoable = new UndoableLine(
                line.key(), line.item(), date, line.quantity(), line.invoiced(), line.corrected(), line.charged(),
                new LineNo(line.key().line().value() + 1), Origin.ofJournal(line.key().document(), date), line.entries());
        return switch (Undo.plan(List.of(undoable))) {
            case UndoOutcome.Refused refused -> throw new PostingRefused(refused.refusals());
            case UndoOutcome.Planned planned -> {
                post(planned.lines());
                replace(line.key(), each -> each.with(each.invoiced(), true, each.charged()));
                progress(line.order(), line.line().no(), each -> each.withProgress(each.progress().counted(
                        each.quantity(), each.progress().handled().minus(line.quantity()), each.progress().invoiced())));
                yield true;
            }
        };
    }

    List<PostedLine> post(List<PostingLine> lines) {
        return switch (books.post(lines)) {
            case PostingOutcome.Posted posted -> posted.lines();
            case PostingOutcome.Refused refused -> throw new PostingRefused(refused.refusals());
        };
    }

    /** Invoices what was received and shipped, at the prices agreed; what was not handled is given up. */
    void invoiceEverything(String date) {
        for (var paper : List.copyOf(agreed)) {
            var lines = paper.document().lines().stream()
                    .map(line -> line.withProgress(line.progress()
                            .handling(UnitQuantity.ZERO)
                            .invoicing(line.subject().isItem() ? line.progress().notInvoiced() : UnitQuantity.ZERO)))
                    .toList();
            var dated = paper.document().withHeader(paper.document().header().withDates(DocumentDates.on(LocalDate.parse(date))));
            var anything = lines.stream().anyMatch(line -> !line.progress().toInvoice().isZero());
            if (anything && paper.document().header().kind().isPostedInParts()) {
                post(paper, dated.withLines(lines), PostingChoice.INVOICE);
            }
        }
    }

    /** What posting a document has to know of the rest of the company. */
    private DocumentFacts facts(List<ChargeAssignment> charges) {
        return new DocumentFacts(
                new DocumentRules(books.dates(), false, false, DiscountPosting.NONE), PartnerState.FREE, cards(), open(), charges, goods(),
                key -> new InvoiceAccounts.Found.Account(new AccountNo(key.getClass().getSimpleName())));
    }

    Map<ItemNo, ItemCard> cards() {
        var cards = new TreeMap<ItemNo, ItemCard>();
        books.all().forEach(book -> cards.put(book.facts().item(), new ItemCard(
                book.facts().type(), ItemCard.Blocking.NONE, new InventoryGroup("RESALE"), new ProductGroup("RETAIL"),
                book.costs().card(), Map.of())));
        return cards;
    }

    private List<OpenPostedLine> open() {
        return handled.stream()
                .filter(line -> !line.isTransfer() && !line.corrected() && !line.invoiced().equals(line.quantity()))
                .map(this::open)
                .toList();
    }

    OpenPostedLine open(Handled line) {
        var entries = line.entries().stream()
                .map(no -> entry(line, no))
                .filter(entry -> !entry.isFullyInvoiced())
                .map(entry -> new OpenPostedLine.OpenEntry(entry.no(), entry.quantity().minus(entry.state().invoiced())))
                .toList();
        return new OpenPostedLine(
                line.key(), line.order(), line.line().no(), line.line().unit().factor(), line.quantity().minus(line.invoiced()), entries);
    }

    private List<PostedGoods> goods() {
        var byKey = new HashMap<PostedLineKey, PostedGoods>();
        for (var line : handled(_ -> true)) {
            byKey.put(line.key(), new PostedGoods(line.key(), line.item(), line.entries().stream()
                    .map(no -> new PostedGoods.EntryQuantity(no, entry(line, no).quantity()))
                    .toList()));
        }
        return List.copyOf(byKey.values());
    }
}
