package org.stockbook.documents.corrections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.documents.editing.EditDocument.Edit;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.corrections.TakeOver;
import org.stockbook.kernel.documents.posting.OpenPostedLine;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.i18n.Texts;

/**
 * Get receipt lines, get shipment lines: an invoice takes over what was received or shipped and is not invoiced, a credit memo what
 * went back (spec: purchasing, section 5; sales, section 10).
 */
@Component
public class TakeOverPosted {
    private final EditDocument edit;
    private final Documents documents;
    private final PostedLines lines;
    private final InventoryPolicies policies;
    private final Texts texts;

    TakeOverPosted(EditDocument edit, Documents documents, PostedLines lines, InventoryPolicies policies, Texts texts) {
        this.edit = edit;
        this.documents = documents;
        this.lines = lines;
        this.policies = policies;
        this.texts = texts;
    }

    /**
     * What came of it.
     *
     * @param skipped lines that stay where they are, with the reason: notices, no refusals
     */
    public record Outcome(DocumentChanged changed, List<DocumentIssue> skipped) {
        public Outcome {
            skipped = List.copyOf(skipped);
        }
    }

    /** What an invoice or credit memo may take lines from; empty for orders, which have their own. */
    public static Optional<DocumentType> sourceOf(TradeSide side, DocumentKind kind) {
        return switch (kind) {
            case INVOICE -> Optional.of(side == TradeSide.PURCHASE ? DocumentType.PURCHASE_RECEIPT : DocumentType.SALES_SHIPMENT);
            case CREDIT_MEMO -> Optional.of(side == TradeSide.PURCHASE ? DocumentType.PURCHASE_RETURN_SHIPMENT : DocumentType.SALES_RETURN_RECEIPT);
            case QUOTE, ORDER, RETURN_ORDER -> Optional.empty();
        };
    }

    @Transactional
    public Outcome take(EditDocument.Change change, List<PostedLineKey> wanted) {
        var skipped = new ArrayList<DocumentIssue>();
        var changed = edit.change(change, stored -> {
            if (stored.status() != DocumentStatus.OPEN) {
                return Edit.refuse(0, "common.status-not-open", Map.of());
            }
            var open = lines.notInvoiced(wanted);
            var missing = wanted.stream().filter(key -> open.stream().noneMatch(line -> line.key().equals(key))).findFirst();
            if (missing.isPresent()) {
                return Edit.refuse(0, "api.reference-not-found", Map.of("field", "lines", "value", nameOf(missing.get())));
            }
            var offered = offered(stored, open, change.user());
            var taken = TakeOver.lines(stored.document(), offered.stream().map(Offered::candidate).toList());
            taken.skipped().forEach(skip -> skipped.add(new DocumentIssue(
                    0, skip.reason().code(), Map.of("document", skip.line().key().document().code(), "line", skip.line().key().line().value()))));
            return Edit.whole(stored.with(taken.invoice()).ordered(ordered(taken.invoice(), offered)));
        });
        return new Outcome(changed, skipped);
    }

    private static String nameOf(PostedLineKey key) {
        return key.document().code() + " " + key.line().value();
    }

    /** A line that may be taken over, with what was ordered before a substitute took its place. */
    private record Offered(TakeOver.Candidate candidate, Optional<LineSubject.OfItem> ordered) {}

    private static Map<LineNo, LineSubject.OfItem> ordered(Document invoice, List<Offered> offered) {
        var ordered = new HashMap<LineNo, LineSubject.OfItem>();
        for (var line : invoice.lines()) {
            offered.stream().filter(one -> line.source().equals(new LineSource.Posted(one.candidate().open().key()))).findFirst()
                    .flatMap(Offered::ordered).ifPresent(item -> ordered.put(line.no(), item));
        }
        return ordered;
    }

    private List<Offered> offered(StoredDocument invoice, List<OpenPostedLine> open, String user) {
        var language = policies.of(user).language();
        var orders = new HashMap<DocumentKey, Optional<StoredDocument>>();
        var offered = new ArrayList<Offered>();
        for (var line : open) {
            var kind = invoice.document().header().kind().isReturn() ? DocumentKind.RETURN_ORDER : DocumentKind.ORDER;
            var key = new DocumentKey(invoice.document().header().side(), kind, line.order());
            var order = orders.computeIfAbsent(key, documents::find);
            var word = "document.taken-from." + line.key().type().name().toLowerCase(Locale.ROOT).replace('_', '-');
            var heading = texts.text(language, word, Map.of("number", line.key().document().code()));
            order.ifPresent(found -> offered.add(new Offered(
                    new TakeOver.Candidate(line, found.document().header(), found.document().line(line.orderLine()), heading),
                    Optional.ofNullable(found.ordered().get(line.orderLine())))));
        }
        return offered;
    }
}
