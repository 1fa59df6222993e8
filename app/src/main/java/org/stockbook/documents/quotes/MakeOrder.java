package org.stockbook.documents.quotes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.DocumentSeries;
import org.stockbook.documents.Documents;
import org.stockbook.documents.Particulars;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.dossier.DocumentDeeds;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.DocumentDefaults;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PartnerState;
import org.stockbook.organisation.NextNumber;
import org.stockbook.platform.attachments.Attachments;

/** Makes an order or an invoice of a quote, which is then gone (spec: sales, section 2; purchasing, section 2.1). */
@Component
public class MakeOrder {
    private final EditDocument edit;
    private final Documents documents;
    private final DocumentDefaults defaults;
    private final DocumentSeries series;
    private final DocumentDeeds deeds;
    private final Attachments attachments;

    MakeOrder(EditDocument edit, Documents documents, DocumentDefaults defaults, DocumentSeries series, DocumentDeeds deeds, Attachments attachments) {
        this.edit = edit;
        this.documents = documents;
        this.defaults = defaults;
        this.series = series;
        this.deeds = deeds;
        this.attachments = attachments;
    }

    /**
     * What came of it.
     *
     * @param made the order or invoice, or why there is none
     * @param notices what should be known although nothing was refused
     */
    public record Outcome(DocumentChanged made, List<DocumentIssue> notices) {
        public Outcome {
            notices = List.copyOf(notices);
        }
    }

    /**
     * Takes everything over: partner, terms, prices, lines.
     *
     * @param kind of what is made: an order or an invoice
     * @param today posting and document date of what is made
     */
    @Transactional
    public Outcome make(EditDocument.Change quote, DocumentKind kind, LocalDate today) {
        var notices = new ArrayList<DocumentIssue>();
        var made = edit.locked(quote, stored -> {
            var refusal = refusal(stored);
            if (refusal.isPresent()) {
                return new DocumentChanged.Refused(List.of(refusal.get()));
            }
            stored.particulars().validUntil().filter(until -> until.isBefore(today))
                    .ifPresent(until -> notices.add(new DocumentIssue(0, "sales.quote-expired", Map.of("date", until))));
            return take(stored, kind, today, quote.user());
        });
        return new Outcome(made, notices);
    }

    private Optional<DocumentIssue> refusal(StoredDocument quote) {
        var header = quote.document().header();
        if (header.kind().isPosted()) {
            throw new IllegalArgumentException(header.no().code() + " is no quote");
        }
        var unread = quote.unread().stream().findFirst();
        if (unread.isPresent()) {
            return unread;
        }
        if (quote.document().lines().stream().allMatch(line -> line.subject().isText() || line.quantity().isZero())) {
            return Optional.of(new DocumentIssue(0, "common.nothing-to-release", Map.of()));
        }
        var blocked = defaults.partner(header.side(), header.partner().no().code()).map(DocumentDefaults.OfPartner::blocked).orElse(PartnerState.Blocked.ALL);
        return switch (blocked) {
            case NONE, PAYMENTS -> Optional.empty();
            case SHIPMENTS, INVOICES, ALL -> Optional.of(new DocumentIssue(
                    0, header.side() == TradeSide.PURCHASE ? "purchasing.vendor-blocked" : "sales.customer-blocked", Map.of("level", blocked.name())));
        };
    }

    private DocumentChanged take(StoredDocument quote, DocumentKind kind, LocalDate today, String user) {
        var from = quote.document().header();
        var key = new DocumentKey(from.side(), kind, DocumentNo.BLANK);
        return switch (series.next(key.purpose(), today)) {
            case NextNumber.None none -> new DocumentChanged.Refused(List.of(new DocumentIssue(0, none.code(), Map.copyOf(none.parameters()))));
            case NextNumber.Taken taken -> {
                var header = new DocumentHeader(
                        from.side(), kind, new DocumentNo(taken.number()), from.partner(), dates(quote, today), from.terms(), from.external(), from.dimensions(),
                        from.reason());
                var lines = quote.document().lines().stream().map(line -> line.withProgress(LineProgress.fresh(line.quantity()))).toList();
                var made = StoredDocument.fresh(new Document(header, lines), quote.location(), particulars(quote, today)).withCharges(quote.charges()).ordered(quote.ordered());
                var kept = documents.create(made, user);
                attachments.carry(deeds.open(quote.id()), deeds.open(kept.id()));
                documents.delete(quote);
                yield new DocumentChanged.Kept(kept);
            }
        };
    }

    /** The due date follows the terms of payment from the new document date on. */
    private DocumentDates dates(StoredDocument quote, LocalDate today) {
        var due = defaults.terms(quote.particulars().payment().code()).map(terms -> terms.due().from(today)).orElse(today);
        return new DocumentDates(today, today, today, due);
    }

    private static Particulars particulars(StoredDocument quote, LocalDate today) {
        var from = quote.particulars();
        return new Particulars(
                from.partnerName(), from.address(), from.shipTo(), from.reference(), Optional.of(today), from.requested(), Optional.empty(), from.payment(),
                from.appliesTo(), from.shipmentMethod(), from.shipComplete(), from.center(), from.assignedUser(), quote.document().header().no().code());
    }
}
