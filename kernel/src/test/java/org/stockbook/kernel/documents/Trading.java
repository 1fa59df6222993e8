package org.stockbook.kernel.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemCosts;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.business.CountedNumbers;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.AdjustmentDates;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.costing.AveragePeriodType;
import org.stockbook.kernel.costing.CostAdjustment;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts;
import org.stockbook.kernel.documents.posting.DocumentFacts;
import org.stockbook.kernel.documents.posting.DocumentOutcome;
import org.stockbook.kernel.documents.posting.DocumentPlan;
import org.stockbook.kernel.documents.posting.DocumentPosting;
import org.stockbook.kernel.documents.posting.DocumentRefusal;
import org.stockbook.kernel.documents.posting.DocumentRules;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.posting.OpenPostedLine;
import org.stockbook.kernel.documents.posting.PartnerState;
import org.stockbook.kernel.documents.posting.PostedGoods;
import org.stockbook.kernel.documents.posting.PostedNumbers;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.Posting;
import org.stockbook.kernel.posting.PostingDates;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;
import org.stockbook.kernel.posting.PostingRules;

/** A company whose documents post to books in memory; every account exists and is called like its setup field. */
public final class Trading {
    private static final AverageCostPolicy AVERAGE =
            AverageCostPolicy.of(AverageCalculation.ITEM, AveragePeriodType.DAY);

    private final Map<ItemNo, ItemBook> books = new TreeMap<>();
    private final Map<ItemNo, ItemCard> cards = new TreeMap<>();
    private final CountedNumbers numbers = new CountedNumbers();
    private final List<Handled> handled = new ArrayList<>();
    private DocumentRules documentRules = DocumentRules.PLAIN;
    private int documents;

    private record Handled(PostedLineKey key, DocumentNo order, DocumentLine line, UnitQuantity quantity, UnitQuantity invoiced, List<ItemLedgerEntryNo> entries) {
        private Handled invoice(UnitQuantity more) {
            return new Handled(key, order, line, quantity, invoiced.plus(more), entries);
        }
    }

    public Trading item(String no, CostingMethod method, String unitCost) {
        return item(new ItemFacts(new ItemNo(no), ItemType.INVENTORY, method, Percentage.ZERO, UnitCost.ZERO, false, true), unitCost);
    }

    public Trading item(ItemFacts facts, String unitCost) {
        var card = new CostCard(UnitCost.of(unitCost), UnitCost.of(unitCost), UnitCost.ZERO);
        books.put(facts.item(), new ItemBook(facts, new ItemCosts(card, Map.of()), Set.of(), List.of()));
        cards.put(facts.item(), new ItemCard(facts.type(), ItemCard.Blocking.NONE, new InventoryGroup("RESALE"), new ProductGroup("RETAIL"), card, Map.of()));
        return this;
    }

    /** Returns must name what they reverse, in documents and in the item ledger. */
    public Trading demandingExactCosts() {
        documentRules = new DocumentRules(PostingDates.ANY, true, false, documentRules.discounts());
        return this;
    }

    /** Posts and keeps; the document is answered as it is afterwards. */
    public Document post(Document document, PostingChoice choice) {
        return post(document, choice, List.of()).after();
    }

    public DocumentPlan post(Document document, PostingChoice choice, List<ChargeAssignment> charges) {
        return switch (plan(document, choice, charges)) {
            case DocumentOutcome.Refused refused -> throw new AssertionError(refused.refusals().toString());
            case DocumentOutcome.Planned planned -> keep(document, planned.plan());
        };
    }

    public List<DocumentRefusal> refusals(Document document, PostingChoice choice) {
        return refusals(document, choice, List.of());
    }

    public List<DocumentRefusal> refusals(Document document, PostingChoice choice, List<ChargeAssignment> charges) {
        return switch (plan(document, choice, charges)) {
            case DocumentOutcome.Refused refused -> refused.refusals();
            case DocumentOutcome.Planned _ -> List.of();
        };
    }

    private DocumentOutcome plan(Document document, PostingChoice choice, List<ChargeAssignment> charges) {
        var facts = new DocumentFacts(
                documentRules, PartnerState.FREE, cards, open(), charges, goods(),
                key -> new InvoiceAccounts.Found.Account(new AccountNo(nameOf(key))));
        documents++;
        var numbersOfDocuments = new PostedNumbers(new DocumentNo("H" + documents), new DocumentNo("I" + documents));
        return DocumentPosting.plan(document, choice, numbersOfDocuments, facts);
    }

    private static String nameOf(InvoiceAccounts.AccountKey key) {
        return switch (key) {
            case InvoiceAccounts.AccountKey.Trade trade -> trade.field().name();
            case InvoiceAccounts.AccountKey.Vat vat -> vat.field().name();
            case InvoiceAccounts.AccountKey.Payables _ -> "PAYABLES";
            case InvoiceAccounts.AccountKey.Receivables _ -> "RECEIVABLES";
            case InvoiceAccounts.AccountKey.OnLine line -> line.account().code();
        };
    }

    private DocumentPlan keep(Document document, DocumentPlan plan) {
        var posted = postLines(plan.lines());
        plan.handling().ifPresent(receipt -> receipt.lines().forEach(line -> handled.add(new Handled(
                new PostedLineKey(receipt.type(), receipt.no(), line.no()),
                document.header().no(),
                line.source(),
                line.quantity(),
                line.invoiced(),
                line.postings().stream().flatMap(position -> posted.get(position).entries().stream()).toList()))));
        plan.invoiced().forEach(part -> handled.replaceAll(
                line -> line.key().equals(part.line().key()) ? line.invoice(part.quantity()) : line));
        return plan;
    }

    /** Posts to the item ledger alone; refusals of it are failures. */
    public List<PostedLine> postLines(List<PostingLine> lines) {
        var exact = documentRules.exactReversalRequired();
        var rules = new PostingRules(AVERAGE, PostingDates.ANY, AdjustmentDates.ANY, false, exact, exact);
        return switch (Posting.post(lines, books, rules, numbers)) {
            case PostingOutcome.Posted posted -> posted.lines();
            case PostingOutcome.Refused refused -> throw new AssertionError(refused.refusals().toString());
        };
    }

    public void adjust() {
        books.values().forEach(book -> new CostAdjustment(AVERAGE, AdjustmentDates.ANY).adjust(book, numbers));
    }

    private List<OpenPostedLine> open() {
        return handled.stream().filter(line -> !line.invoiced().equals(line.quantity())).map(this::open).toList();
    }

    private OpenPostedLine open(Handled line) {
        var entries = line.entries().stream()
                .map(this::entry)
                .filter(entry -> !entry.isFullyInvoiced())
                .map(entry -> new OpenPostedLine.OpenEntry(entry.no(), entry.quantity().minus(entry.state().invoiced())))
                .toList();
        return new OpenPostedLine(
                line.key(), line.order(), line.line().no(), line.line().unit().factor(),
                line.quantity().minus(line.invoiced()), entries);
    }

    private List<PostedGoods> goods() {
        var goods = new ArrayList<PostedGoods>();
        for (var line : handled) {
            if (line.line().subject() instanceof LineSubject.OfItem item) {
                goods.add(new PostedGoods(line.key(), item.item(), line.entries().stream()
                        .map(entry -> new PostedGoods.EntryQuantity(entry, entry(entry).quantity()))
                        .toList()));
            }
        }
        return goods;
    }

    /** The posted line that a posting of this document made, counted from 1. */
    public PostedLineKey handled(int number) {
        return handled.get(number - 1).key();
    }

    public BookedEntry entry(ItemLedgerEntryNo no) {
        return books.values().stream().flatMap(book -> book.find(no).stream()).findFirst().orElseThrow();
    }

    public BookedEntry entry(long no) {
        return entry(new ItemLedgerEntryNo(no));
    }

    /** Actual and expected cost of an entry as text, such as {@code 45.60/0.00}. */
    public String cost(long no) {
        var cost = entry(no).cost();
        return cost.actual() + "/" + cost.expected();
    }

    /** Quantities of all entries of an item in order. */
    public List<String> quantities(String item) {
        return books.get(new ItemNo(item)).entries().stream().map(entry -> entry.quantity().toString()).toList();
    }

    public Amount value(String item) {
        return books.get(new ItemNo(item)).entries().stream()
                .map(entry -> entry.cost().inventoriable())
                .reduce(Amount.ZERO, Amount::plus);
    }

    /** The general ledger side of an invoice by account. */
    public static Map<String, String> ledger(DocumentPlan plan) {
        var sums = new LinkedHashMap<String, String>();
        var lines = plan.invoice().orElseThrow().booking().ledger();
        var total = Amount.ZERO;
        for (var line : lines) {
            sums.merge(line.account().code(), line.amount().toString(), (a, b) -> Amount.of(a).plus(Amount.of(b)).toString());
            total = total.plus(line.amount());
        }
        assertThat(total).isEqualTo(Amount.ZERO);
        return sums;
    }

    static LineNo line(int number) {
        return new LineNo(number * 10000);
    }

    static LocalDate on(String date) {
        return LocalDate.parse(date);
    }
}
