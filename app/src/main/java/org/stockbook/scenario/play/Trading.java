package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.TrackedPart;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.amounts.InvoiceDiscounts;
import org.stockbook.kernel.documents.invoicing.DiscountPosting;
import org.stockbook.kernel.documents.posting.DocumentFacts;
import org.stockbook.kernel.documents.posting.DocumentOutcome;
import org.stockbook.kernel.documents.posting.DocumentPlan;
import org.stockbook.kernel.documents.posting.DocumentPosting;
import org.stockbook.kernel.documents.posting.DocumentRules;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.posting.PartnerState;
import org.stockbook.kernel.documents.posting.PostedNumbers;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.operation.Operation;
import org.stockbook.scenario.operation.TrackedQuantity;

/** Purchases and sales: open documents, their posting, item charges and undo. */
final class Trading {
    private final PlayedCompany company;
    private final InvoiceSetup invoices;
    private final PostedLines posted;
    private final OpenDocuments documents;

    Trading(PlayedCompany company, PostedLines posted) {
        this.company = company;
        this.invoices = new InvoiceSetup(company.cards().fixture());
        this.posted = posted;
        this.documents = new OpenDocuments(company, new TradeLines(company, invoices));
    }

    OpenDocuments documents() {
        return documents;
    }

    Outcome assign(Operation.AssignCharge step) {
        var open = documents.open(step.doc());
        var charge = new LineNo(step.line());
        open.assign(charge, step.to().stream()
                .map(row -> ChargeAssignment.of(charge, target(row), UnitQuantity.of(row.quantity()))
                        .withAmount(row.amount().map(Money::rounded)))
                .toList());
        return Outcome.DONE;
    }

    private static ChargeAssignment.Target target(Operation.Assignment row) {
        return switch (row.kind()) {
            case "purchase-order", "purchase-invoice", "purchase-return-order", "purchase-credit-memo",
                    "sales-order", "sales-invoice", "sales-return-order", "sales-credit-memo" ->
                new ChargeAssignment.Target.SameDocument(new LineNo(row.line()));
            default -> new ChargeAssignment.Target.PostedGoods(
                    new PostedLineKey(PostedLines.typeOf(row.kind()), new DocumentNo(row.doc()), new LineNo(row.line())));
        };
    }

    Outcome post(Operation.PostDocument step) {
        var open = documents.open(step.doc());
        var document = chosen(open, step);
        var facts = facts(open, document);
        var choice = new PostingChoice(step.receive() || step.ship(), step.invoice());
        return switch (DocumentPosting.plan(document, choice, numbers(step), facts)) {
            case DocumentOutcome.Refused refused ->
                new Outcome.Refused(refused.refusals().stream().map(one -> one.code() + " " + one).toList());
            case DocumentOutcome.Planned planned ->
                company.post(planned.plan().lines(), made -> write(open, planned.plan(), made));
        };
    }

    private void write(OpenDocument open, DocumentPlan plan, List<PostedLine> made) {
        open.become(plan.after());
        open.becomeCharges(plan.charges());
        plan.invoiced().forEach(earlier -> posted.invoice(earlier.line().key(), earlier.quantity()));
        plan.handling().ifPresent(handling -> {
            for (var line : handling.lines()) {
                var item = line.source().subject() instanceof LineSubject.OfItem subject
                        ? subject.item()
                        : new ItemNo("-");
                posted.add(new PostedLines.Line(
                        new PostedLineKey(handling.type(), handling.no(), line.no()),
                        new PostedLines.Origin(
                                plan.after().header().no(), line.no(), item, line.source().unit().factor()),
                        line.quantity(),
                        line.invoiced(),
                        line.postings().stream().flatMap(position -> made.get(position).entries().stream()).toList()));
            }
        });
        plan.invoice().ifPresent(invoice -> company.books().book(invoice, plan.after().header().dates().posting()));
    }

    private static PostedNumbers numbers(Operation.PostDocument step) {
        var names = step.creates();
        var handling = List.of("receipt", "shipment", "return_receipt", "return_shipment").stream()
                .filter(names::containsKey)
                .map(names::get)
                .findFirst()
                .orElse("");
        var invoice = names.getOrDefault("invoice", names.getOrDefault("credit_memo", ""));
        return new PostedNumbers(new DocumentNo(handling), new DocumentNo(invoice));
    }

    /** The document at its posting date with exactly the quantities of the step. */
    private Document chosen(OpenDocument open, Operation.PostDocument step) {
        var document = open.document();
        var quantities = new HashMap<Integer, Operation.HandledLine>();
        step.lines().forEach(line -> quantities.put(line.line(), line));
        var header = document.header()
                .withDates(DocumentDates.on(step.postingDate()))
                .withTerms(document.header().terms().withRate(documents.rate(document.header(), step.postingDate())));
        var dated = new Document(
                header,
                document.lines().stream()
                        .map(line -> line.withProgress(chosen(
                                line.progress(), Optional.ofNullable(quantities.get(line.no().value())))))
                        .map(line -> line.withTracked(tracked(open, line)))
                        .toList());
        var discount = invoiceDiscount(header);
        return discount.isZero() ? dated : InvoiceDiscounts.spread(dated, discount);
    }

    /** The serial and lot numbers of what is handled now. */
    private List<TrackedPart> tracked(OpenDocument open, DocumentLine line) {
        var factor = line.unit().factor().value();
        var handled = line.progress().handled().value().abs().multiply(factor);
        var now = line.progress().toHandle().value().multiply(factor);
        return NumberedGoods.next(open.numbers(line.no()), handled, now.abs()).stream()
                .map(part -> new TrackedPart(
                        NumberedGoods.tracking(part),
                        Quantity.of(now.signum() < 0 ? part.quantityBase().negate() : part.quantityBase()),
                        application(part, line)))
                .toList();
    }

    private FixedApplication application(TrackedQuantity part, DocumentLine line) {
        var from = part.appliesFromEntry().<FixedApplication>map(entry -> new FixedApplication.FromEntry(company.entries().number(entry)));
        return from.or(() -> part.appliesToEntry().map(entry -> new FixedApplication.ToEntry(company.entries().number(entry))))
                .orElse(line.application());
    }

    private static LineProgress chosen(LineProgress progress, Optional<Operation.HandledLine> line) {
        var handle = line.flatMap(Operation.HandledLine::handle).orElse(BigDecimal.ZERO);
        var invoice = line.flatMap(Operation.HandledLine::invoice).orElse(BigDecimal.ZERO);
        return progress.choosing(UnitQuantity.of(handle), UnitQuantity.of(invoice));
    }

    private Percentage invoiceDiscount(DocumentHeader header) {
        var purchase = header.side() == TradeSide.PURCHASE;
        var switchedOn = purchase ? company.settings().invoiceDiscountOnPurchases() : company.settings().invoiceDiscountOnSales();
        var discounts = company.cards().fixture().invoiceDiscounts();
        return !switchedOn
                ? Percentage.ZERO
                : (purchase ? discounts.vendors() : discounts.customers()).stream()
                        .filter(row -> row.partner().equals(header.partner().no().code()))
                        .map(row -> new Percentage(row.discountPct()))
                        .findFirst()
                        .orElse(Percentage.ZERO);
    }

    private DocumentFacts facts(OpenDocument open, Document document) {
        var rules = company.settings().postingRules();
        var exact = document.header().side() == TradeSide.PURCHASE ? rules.exactReversalOfPurchases() : rules.exactReversalOfSales();
        return new DocumentFacts(
                new DocumentRules(rules.dates(), exact, false, DiscountPosting.ALL_DISCOUNTS),
                PartnerState.FREE,
                cards(),
                posted.open(this::notInvoiced),
                chosenCharges(open.charges(), document),
                posted.goods(no -> company.entries().entry(no).entry()),
                invoices);
    }

    /** Of a charge line that is invoiced in part, the assignments post in their order as far as that reaches. */
    private static List<ChargeAssignment> chosenCharges(List<ChargeAssignment> charges, Document document) {
        var left = new HashMap<LineNo, UnitQuantity>();
        var chosen = new ArrayList<ChargeAssignment>();
        for (var row : charges) {
            var rest = left.computeIfAbsent(row.charge(), no -> chargeToInvoice(document, no));
            var now = row.toAssign().signum() == rest.signum() ? row.toAssign().nearerToZero(rest) : UnitQuantity.ZERO;
            left.put(row.charge(), rest.minus(now));
            chosen.add(new ChargeAssignment(row.charge(), row.target(), row.toAssign(), now, row.assigned(), row.amount()));
        }
        return chosen;
    }

    private static UnitQuantity chargeToInvoice(Document document, LineNo no) {
        var line = document.line(no);
        return document.header().kind().isPostedInParts() ? line.progress().toInvoice() : line.quantity();
    }

    private Quantity notInvoiced(ItemLedgerEntryNo no) {
        var entry = company.entries().entry(no);
        return entry.quantity().minus(entry.state().invoiced());
    }

    /** Stockkeeping units count only where they give the unit cost. */
    private ItemCard card(StockCard item) {
        var counts = company.settings().averagePolicy().present().calculation() == AverageCalculation.ITEM_VARIANT_LOCATION
                || item.facts().method().isStandard();
        var costs = company.entries().book(item.no()).costs();
        return new ItemCard(
                item.facts().type(),
                ItemCard.Blocking.NONE,
                item.inventoryGroup(),
                item.productGroup(),
                costs.card(),
                counts ? costs.stockkeepingUnits() : Map.of());
    }

    Map<ItemNo, ItemCard> cards() {
        var cards = new HashMap<ItemNo, ItemCard>();
        company.cards().items().forEach(item -> cards.put(item.no(), card(item)));
        return cards;
    }

    Outcome undo(Operation.Undo step) {
        var undone = new ArrayList<PostedLines.Line>();
        var postings = new ArrayList<PostingLine>();
        for (var name : step.lines()) {
            var key = new PostedLineKey(PostedLines.typeOf(step.kind()), new DocumentNo(name.doc()), new LineNo(name.line()));
            var line = posted.find(key).orElseThrow(() -> new IllegalArgumentException("there is no " + key));
            undone.add(line);
            line.entries().forEach(entry -> postings.add(undo(line, entry)));
        }
        return company.post(postings, _ -> undone.forEach(this::takeBack));
    }

    private PostingLine undo(PostedLines.Line line, ItemLedgerEntryNo no) {
        var entry = company.entries().entry(no).entry();
        return new PostingLine.Undo(line.key().line(), line.item(), no, entry.postingDate(), entry.origin());
    }

    private void takeBack(PostedLines.Line line) {
        posted.correct(line);
        var open = documents.open(line.order().code());
        var orderLine = open.document().line(line.orderLine());
        var progress = orderLine.progress();
        open.become(open.document().withLines(open.document().lines().stream()
                .map(one -> one.no().equals(orderLine.no())
                        ? one.withProgress(progress.counted(
                                one.quantity(), progress.handled().minus(line.quantity()), progress.invoiced()))
                        : one)
                .toList()));
    }
}
