package org.stockbook.documents.corrections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.DocumentSeries;
import org.stockbook.documents.Documents;
import org.stockbook.documents.PostDocument;
import org.stockbook.documents.PostDocumentOutcome;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.posted.PostedDocument;
import org.stockbook.documents.posted.PostedDocuments;
import org.stockbook.finance.InvoiceLedgers;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.corrections.CancelFacts;
import org.stockbook.kernel.documents.corrections.CancelInvoice;
import org.stockbook.kernel.documents.corrections.InvoicedLine;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.organisation.NextNumber;

/**
 * Takes a posted invoice back at exactly the cost of its goods: by a credit memo posted at once, with a new invoice to go on with, or
 * by a credit memo that is only prepared (spec: purchasing, section 8; sales, section 11).
 */
@Component
public class CorrectInvoice {
    private final PostedDocuments posted;
    private final PostedInvoices invoices;
    private final Documents documents;
    private final DocumentSeries series;
    private final PostDocument postDocument;
    private final InvoiceLedgers ledgers;
    private final InventoryPolicies policies;
    private final TransactionTemplate transaction;

    CorrectInvoice(Stores stores, DocumentSeries series, PostDocument postDocument, PlatformTransactionManager transactions) {
        this.posted = stores.posted();
        this.invoices = stores.invoices();
        this.documents = stores.documents();
        this.ledgers = stores.ledgers();
        this.policies = stores.policies();
        this.series = series;
        this.postDocument = postDocument;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What corrections read and write. */
    @Component
    record Stores(PostedDocuments posted, PostedInvoices invoices, Documents documents, InvoiceLedgers ledgers, InventoryPolicies policies) {}

    /**
     * An invoice to be taken back.
     *
     * @param postingDate of the credit memo; empty for the work date
     */
    public record Request(TradeSide side, DocumentNo invoice, Optional<LocalDate> postingDate, String user) {}

    /** Why it cannot be cancelled; empty if it can, and empty as a whole if there is no such invoice. */
    public Optional<List<DocumentIssue>> reasonsAgainst(Request request) {
        return find(request).map(invoice -> refusals(facts(request, invoice, invoice.header().no())));
    }

    /** Posts a credit memo for everything; orders can be posted again. */
    public CorrectionOutcome cancel(Request request) {
        return run(request, invoice -> cancel(request, invoice));
    }

    /** The same, and opens a new invoice of the same content. */
    public CorrectionOutcome correct(Request request) {
        return run(request, invoice -> switch (cancel(request, invoice)) {
            case CorrectionOutcome.Done done -> draft(request, invoice, done);
            case CorrectionOutcome.Refused refused -> refused;
            case CorrectionOutcome.Missing missing -> missing;
        });
    }

    /** Only prepares a credit memo, to be changed and posted by hand. */
    public CorrectionOutcome prepareCreditMemo(Request request) {
        return run(request, invoice -> {
            var facts = facts(request, invoice, DocumentNo.BLANK);
            var refusals = refusals(facts);
            if (!refusals.isEmpty()) {
                return new CorrectionOutcome.Refused(refusals);
            }
            var memo = StoredDocument.fresh(
                    CancelInvoice.creditMemo(facts), invoice.location(), invoice.particulars().settling(invoice.header().no().code())).ordered(invoice.ordered());
            return keep(request, memo, List.of());
        });
    }

    private CorrectionOutcome run(Request request, Function<PostedDocument, CorrectionOutcome> work) {
        return transaction.execute(status -> {
            var found = find(request);
            found.ifPresent(invoice -> invoices.lock(invoice.id()));
            var outcome = found.map(work).orElseGet(CorrectionOutcome.Missing::new);
            if (!(outcome instanceof CorrectionOutcome.Done)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private Optional<PostedDocument> find(Request request) {
        var type = switch (request.side()) {
            case PURCHASE -> DocumentType.PURCHASE_INVOICE;
            case SALES -> DocumentType.SALES_INVOICE;
        };
        return posted.find(type, request.invoice());
    }

    private CorrectionOutcome cancel(Request request, PostedDocument invoice) {
        var facts = facts(request, invoice, memoNo(invoice));
        var refusals = refusals(facts);
        if (!refusals.isEmpty()) {
            return new CorrectionOutcome.Refused(refusals);
        }
        var memo = documents.create(
                StoredDocument.fresh(CancelInvoice.creditMemo(facts), invoice.location(), invoice.particulars()).cancelling(invoice.id()).ordered(invoice.ordered()),
                request.user());
        return switch (postDocument.post(new PostDocument.Request(memo.key(), PostingChoice.BOTH, 0, request.user()))) {
            case PostDocumentOutcome.Posted done -> settle(request, invoice, done);
            case PostDocumentOutcome.Refused refused -> new CorrectionOutcome.Refused(refused.issues());
            case PostDocumentOutcome.ChangedByAnother _, PostDocumentOutcome.Gone _ ->
                throw new IllegalStateException("nobody else knows document " + memo.key());
        };
    }

    /** The credit memo lives for a moment only, so it takes no number of a series but that of the invoice. */
    private DocumentNo memoNo(PostedDocument invoice) {
        var no = invoice.header().no().code();
        var free = documents.find(new DocumentKey(invoice.header().side(), DocumentKind.CREDIT_MEMO, invoice.header().no())).isEmpty();
        return new DocumentNo(free ? no : no.substring(0, Math.min(19, no.length())) + "*");
    }

    private CorrectionOutcome settle(Request request, PostedDocument invoice, PostDocumentOutcome.Posted done) {
        ledgers.close(request.side(), invoice.header().no(), done.documents().getLast().no());
        invoices.giveBack(invoice.id(), request.user());
        return new CorrectionOutcome.Done(done.documents(), Optional.empty());
    }

    private CorrectionOutcome draft(Request request, PostedDocument invoice, CorrectionOutcome.Done done) {
        var header = invoice.header();
        var again = new DocumentHeader(
                header.side(), DocumentKind.INVOICE, DocumentNo.BLANK, header.partner(), dates(request, invoice), header.terms(), "",
                header.dimensions(), header.reason());
        var lines = invoice.lines().stream().map(PostedDocument.Line::again).toList();
        return keep(request, StoredDocument.fresh(new Document(again, lines), invoice.location(), invoice.particulars()).ordered(invoice.ordered()), done.documents());
    }

    private CorrectionOutcome keep(Request request, StoredDocument draft, List<Documents.PostedName> documentsPosted) {
        return switch (series.next(draft.key().purpose(), draft.document().header().dates().posting())) {
            case NextNumber.None none -> new CorrectionOutcome.Refused(List.of(new DocumentIssue(0, none.code(), Map.copyOf(none.parameters()))));
            case NextNumber.Taken taken -> new CorrectionOutcome.Done(
                    documentsPosted, Optional.of(documents.create(draft.numbered(new DocumentNo(taken.number())), request.user())));
        };
    }

    private CancelFacts facts(Request request, PostedDocument invoice, DocumentNo memo) {
        var header = invoice.header();
        var back = new DocumentHeader(
                header.side(), DocumentKind.CREDIT_MEMO, memo, header.partner(), dates(request, invoice), header.terms(), header.external(),
                header.dimensions(), header.reason());
        var entries = invoices.entries(invoice.id());
        var lines = invoice.lines().stream()
                .map(line -> new InvoicedLine(line.line(), line.quantity(), entries.getOrDefault(line.line().no(), List.of())))
                .toList();
        var state = invoices.state(invoice.id());
        var closed = policies.of(request.user()).posting().dates().refusal(new LineNo(0), back.dates().posting()).isPresent();
        return new CancelFacts(
                back, lines, ledgers.isApplied(header.side(), header.no()), state.corrected(), state.blocked(), state.combined(), closed);
    }

    /** Never before the invoice. */
    private DocumentDates dates(Request request, PostedDocument invoice) {
        var wanted = request.postingDate().orElseGet(() -> policies.of(request.user()).workDate());
        var invoiced = invoice.header().dates().posting();
        return DocumentDates.on(wanted.isBefore(invoiced) ? invoiced : wanted);
    }

    private static List<DocumentIssue> refusals(CancelFacts facts) {
        var issues = new ArrayList<DocumentIssue>();
        CancelInvoice.refusals(facts).forEach(refusal -> issues.add(new DocumentIssue(0, refusal.code(), Map.of())));
        return issues;
    }
}
