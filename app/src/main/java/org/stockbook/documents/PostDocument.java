package org.stockbook.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.documents.Documents.PostedName;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.GeneralLedgerLine;
import org.stockbook.finance.GeneralLedgerPosted;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.finance.InvoiceEntries;
import org.stockbook.finance.InvoiceLedgers;
import org.stockbook.finance.LedgerTerms;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking;
import org.stockbook.kernel.documents.posting.DocumentFacts;
import org.stockbook.kernel.documents.posting.DocumentOutcome;
import org.stockbook.kernel.documents.posting.DocumentPlan;
import org.stockbook.kernel.documents.posting.DocumentPosting;
import org.stockbook.kernel.documents.posting.DocumentRules;
import org.stockbook.kernel.documents.posting.PostedInvoice;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.platform.database.RoundTrip;

/**
 * Posts a purchase or sales document with its ledgers in one transaction: locks the document, then the receipts it may invoice, then
 * the items, then takes numbers; all of it is written, or nothing.
 */
@Component
public class PostDocument {
    private final Documents documents;
    private final DocumentNumbers numbers;
    private final InventoryLedger inventory;
    private final InventoryPosting inventoryPosting;
    private final InventoryPolicies policies;
    private final GeneralLedger generalLedger;
    private final InvoiceLedgers invoiceLedgers;
    private final Centers centers;
    private final SettleDocument settle;
    private final DocumentDimensions dimensions;
    private final TransactionTemplate transaction;

    PostDocument(Documents documents, DocumentNumbers numbers, Ledgers ledgers, Centers centers, PlatformTransactionManager transactions) {
        this.documents = documents;
        this.numbers = numbers;
        this.inventory = ledgers.inventory();
        this.inventoryPosting = ledgers.posting();
        this.policies = ledgers.policies();
        this.generalLedger = ledgers.general();
        this.invoiceLedgers = ledgers.invoices();
        this.centers = centers;
        this.settle = ledgers.settle();
        this.dimensions = ledgers.dimensions();
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A document to be posted.
     *
     * @param version that the user has seen; 0 posts what is there
     * @param user by login
     */
    public record Request(DocumentKey key, PostingChoice choice, int version, String user) {}

    /** Posts, in the transaction that is running if there is one. A refusal rolls it back. */
    public PostDocumentOutcome post(Request request) {
        return transaction.execute(status -> {
            var outcome = attempt(request);
            if (!(outcome instanceof PostDocumentOutcome.Posted)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /** What posting would write; nothing is written and no number is taken. */
    public DocumentPreview preview(Request request) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return documents.find(request.key()).map(stored -> new Read(stored, documents.facts(stored))).filter(read -> isVisible(request, read))
                    .map(read -> preview(request, read)).orElseGet(DocumentPreview.Missing::new);
        });
    }

    /** A document and what is known of it. */
    private record Read(StoredDocument stored, StoredFacts known) {}

    private boolean isVisible(Request request, Read read) {
        return centers.of(request.key().side(), request.user(), read.known().setups()).sees(read.stored().particulars());
    }

    private DocumentPreview preview(Request request, Read read) {
        var stored = read.stored();
        var unsettled = request.choice().invoice() ? settle.refusal(stored) : Optional.<DocumentIssue>empty();
        if (unsettled.isPresent()) {
            return new DocumentPreview.Refused(List.of(unsettled.get()));
        }
        var outcome = DocumentPosting.plan(
                stored.document(), request.choice(), DocumentNumbers.PROVISIONAL, facts(read, request.user()));
        var issues = issues(read, request.choice(), outcome);
        return outcome instanceof DocumentOutcome.Planned planned && issues.isEmpty()
                ? preview(request, stored.document().header(), planned.plan())
                : new DocumentPreview.Refused(issues);
    }

    private DocumentPreview preview(Request request, DocumentHeader header, DocumentPlan plan) {
        return switch (inventoryPosting.preview(stamp(header, request), plan.lines())) {
            case InventoryOutcome.Refused refused -> new DocumentPreview.Refused(DocumentIssues.of(refused));
            case InventoryOutcome.Posted posted -> new DocumentPreview.Shown(posted, plan.invoice().map(PostedInvoice::booking));
        };
    }

    /** What the rules of documents and the dimensions on them have against a posting. */
    private List<DocumentIssue> issues(Read read, PostingChoice choice, DocumentOutcome outcome) {
        var refused = outcome instanceof DocumentOutcome.Refused refusal ? refusal.refusals().stream().map(DocumentIssues::of).toList() : List.<DocumentIssue>of();
        var booked = outcome instanceof DocumentOutcome.Planned planned
                ? planned.plan().invoice().map(invoice -> invoice.booking().ledger()).orElse(List.of()) : List.<InvoiceBooking.LedgerLine>of();
        var unread = Stream.concat(read.stored().unread().stream(), refused.stream()).toList();
        return DocumentDimensions.together(unread, dimensions.issues(read.stored(), choice, booked, read.known().setups()));
    }

    private static RegisterStamp stamp(DocumentHeader header, Request request) {
        var source = new SourceCode(header.side() == TradeSide.PURCHASE ? "PURCHASES" : "SALES");
        return RegisterStamp.of(request.user(), source, JournalBatchName.BLANK);
    }

    private PostDocumentOutcome attempt(Request request) {
        var locked = documents.lock(request.key()).map(stored -> new Read(stored, documents.facts(stored)));
        var found = locked.filter(read -> isVisible(request, read));
        if (found.isEmpty()) {
            var became = documents.postedOf(request.key());
            return became.isEmpty() && locked.isEmpty() && documents.isPosted(request.key())
                    ? new PostDocumentOutcome.Refused(List.of(new DocumentIssue(0, "common.status-not-open", Map.of())))
                    : new PostDocumentOutcome.Gone(became);
        }
        var stored = found.get().stored();
        if (request.version() != 0 && request.version() != stored.version()) {
            return new PostDocumentOutcome.ChangedByAnother(stored);
        }
        var unsettled = request.choice().invoice() ? settle.refusal(stored) : Optional.<DocumentIssue>empty();
        if (unsettled.isPresent()) {
            return new PostDocumentOutcome.Refused(List.of(unsettled.get()));
        }
        var facts = facts(found.get(), request.user());
        var probe = DocumentPosting.plan(stored.document(), request.choice(), DocumentNumbers.PROVISIONAL, facts);
        var issues = issues(found.get(), request.choice(), probe);
        return probe instanceof DocumentOutcome.Planned planned && issues.isEmpty()
                ? number(request, found.get(), facts, planned.plan())
                : new PostDocumentOutcome.Refused(issues);
    }

    private DocumentFacts facts(Read read, String user) {
        var header = read.stored().document().header();
        var known = read.known();
        var settings = documents.settings(header.side(), known.setups());
        var company = policies.of(user, known.setups());
        var policy = company.posting();
        var exact = switch (header.side()) {
            case PURCHASE -> policy.exactReversalOfPurchases();
            case SALES -> policy.exactReversalOfSales();
        };
        var rules = new DocumentRules(policy.dates(), exact, settings.externalRequired(), settings.discounts(),
                new DocumentRules.Mandatory(company.locationMandatory(), company.variantMandatory()));
        return new DocumentFacts(
                rules, known.partner(), known.items(), known.open(), read.stored().charges(), known.goods(), invoiceLedgers.accounts(known.setups()));
    }

    /** Only what is sure to be wanted takes a number; the items are locked before, so that series are held as briefly as can be. */
    private PostDocumentOutcome number(Request request, Read read, DocumentFacts facts, DocumentPlan probe) {
        inventory.lock(probe.lines().stream().map(line -> line.item()).distinct().toList());
        var stored = read.stored();
        var setups = read.known().setups();
        var settings = documents.settings(stored.document().header().side(), setups);
        return switch (numbers.take(stored.document().header(), probe, settings, setups)) {
            case DocumentNumbers.Answer.Missing missing -> new PostDocumentOutcome.Refused(List.of(missing.issue()));
            case DocumentNumbers.Answer.Taken taken ->
                switch (DocumentPosting.plan(stored.document(), request.choice(), taken.numbers(), facts)) {
                    case DocumentOutcome.Refused refused ->
                        new PostDocumentOutcome.Refused(refused.refusals().stream().map(DocumentIssues::of).toList());
                    case DocumentOutcome.Planned planned -> write(request, stored, planned.plan());
                };
        };
    }

    private PostDocumentOutcome write(Request request, StoredDocument stored, DocumentPlan plan) {
        var header = stored.document().header();
        var stamp = stamp(header, request);
        return switch (inventoryPosting.post(stamp, plan.lines())) {
            case InventoryOutcome.Refused refused -> new PostDocumentOutcome.Refused(DocumentIssues.of(refused));
            case InventoryOutcome.Posted posted -> {
                var trip = new RoundTrip();
                var written = plan.invoice()
                        .map(invoice -> writeInvoice(trip, new Booked(stamp, header, posted.register()), invoice))
                        .orElse(GeneralLedgerPosted.NOTHING);
                var record = new PostedRecord(stored, plan, posted.lines(), posted.register(), written.register(), request.user());
                documents.keep(record, trip);
                var left = record.isDone() ? Optional.<StoredDocument>empty() : documents.find(request.key());
                yield plan.invoice().flatMap(invoice -> settle.settle(stored, invoice.no()))
                        .<PostDocumentOutcome>map(issue -> new PostDocumentOutcome.Refused(List.of(issue)))
                        .orElseGet(() -> new PostDocumentOutcome.Posted(names(plan), left, posted.register()));
            }
        };
    }

    /** What the entries of an invoice have in common. */
    private record Booked(RegisterStamp stamp, DocumentHeader header, long itemRegister) {}

    private GeneralLedgerPosted writeInvoice(RoundTrip trip, Booked booked, PostedInvoice invoice) {
        var header = booked.header();
        var origin = origin(booked.stamp(), header, invoice);
        var lines = invoice.booking().ledger().stream()
                .map(line -> new GeneralLedgerLine(
                        line.account(), header.dates().posting(), line.amount(),
                        new PostingGroups(InventoryGroup.BLANK, line.groups().business(), line.groups().product()),
                        origin.withDimensions(line.dimensions()), terms(header.side(), line)))
                .toList();
        var written = lines.isEmpty()
                ? GeneralLedgerPosted.NOTHING
                : generalLedger.append(List.of(new GeneralLedgerPosting(booked.stamp(), booked.itemRegister(), List.of(lines))), Optional.empty(), trip).getFirst();
        invoiceLedgers.append(new InvoiceEntries(written, invoice.booking(), header.dates(), header.terms().currency(), origin), trip);
        return written;
    }

    private static LedgerTerms terms(TradeSide side, InvoiceBooking.LedgerLine line) {
        if (line.groups().equals(InvoiceBooking.Groups.NONE)) {
            return LedgerTerms.TYPED;
        }
        var type = side == TradeSide.PURCHASE ? LedgerTerms.Type.PURCHASE : LedgerTerms.Type.SALE;
        return LedgerTerms.TYPED.with(new LedgerTerms.Trade(type, line.groups().vatBusiness(), line.groups().vatProduct(), line.vatAmount()));
    }

    private static Origin origin(RegisterStamp stamp, DocumentHeader header, PostedInvoice invoice) {
        return new Origin(
                invoice.type(), invoice.no(), 0, header.external(), header.dates().document(),
                header.side() == TradeSide.PURCHASE ? PartnerType.VENDOR : PartnerType.CUSTOMER, header.partner().billing(),
                OrderLine.NONE, header.dimensions(), header.kind() + " " + header.no().code(), stamp.source(), header.reason(),
                JournalBatchName.BLANK);
    }

    private static List<PostedName> names(DocumentPlan plan) {
        var names = new ArrayList<PostedName>();
        plan.handling().ifPresent(handling -> names.add(new PostedName(handling.type(), handling.no())));
        plan.invoice().ifPresent(invoice -> names.add(new PostedName(invoice.type(), invoice.no())));
        return names;
    }
}
