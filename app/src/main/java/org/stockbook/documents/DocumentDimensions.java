package org.stockbook.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.finance.dimensions.CarriedDimensions;
import org.stockbook.finance.dimensions.DimensionSetCheck;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.dimension.DimensionOwner.Kind;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.platform.database.SetupVersion;

/** What speaks against posting documents with the dimensions that they carry, asked once for all lines (spec: finance, section 9). */
@Component
public class DocumentDimensions {
    private final DimensionSetCheck check;

    DocumentDimensions(DimensionSetCheck check) {
        this.check = check;
    }

    /**
     * What a line would post.
     *
     * @param line its number, 0 for the header
     */
    public record Used(int line, CarriedDimensions carried) {}

    /**
     * What a purchase or sales document would post: the lines chosen, of which their item, charge or account, their place and the partner may demand
     * something, and with an invoice what the partner owes, which carries the header's dimensions, and the accounts that it is booked on.
     *
     * @param booked what an invoice would write to the general ledger, empty where none is made
     */
    List<DocumentIssue> issues(StoredDocument stored, PostingChoice choice, List<InvoiceBooking.LedgerLine> booked, SetupVersion setups) {
        var header = stored.document().header();
        var partner = partner(header);
        var used = new ArrayList<Used>();
        if (choice.invoice()) {
            used.add(new Used(0, new CarriedDimensions(header.dimensions(), List.of(partner))));
        }
        stored.document().lines().stream().filter(line -> isPosted(line, choice)).forEach(line -> used.add(new Used(line.no().value(),
                new CarriedDimensions(line.dimensions(), Stream.of(subject(line.subject()), place(line.location()), Optional.of(partner)).flatMap(Optional::stream).toList()))));
        var named = stored.document().lines().stream().flatMap(line -> subject(line.subject()).stream()).toList();
        booked.stream().map(line -> new CarriedDimensions(line.dimensions(), List.of(new DimensionOwner(Kind.GL_ACCOUNT, line.account().code()))))
                .filter(carried -> !named.containsAll(carried.owners())).forEach(carried -> used.add(new Used(0, carried)));
        return issues(used, check.demanding(setups));
    }

    private static DimensionOwner partner(DocumentHeader header) {
        return new DimensionOwner(header.side() == TradeSide.PURCHASE ? Kind.VENDOR : Kind.CUSTOMER, header.partner().billing().code());
    }

    private static Optional<DimensionOwner> subject(LineSubject subject) {
        return switch (subject) {
            case LineSubject.OfItem(var item, _) -> Optional.of(new DimensionOwner(Kind.ITEM, item.code()));
            case LineSubject.OfCharge(var charge) -> Optional.of(new DimensionOwner(Kind.ITEM_CHARGE, charge.code()));
            case LineSubject.OfAccount(var account) -> Optional.of(new DimensionOwner(Kind.GL_ACCOUNT, account.code()));
            case LineSubject.OfResource(var resource) -> Optional.of(new DimensionOwner(Kind.RESOURCE, resource.code()));
            case LineSubject.OfText _ -> Optional.empty();
        };
    }

    private static Optional<DimensionOwner> place(LocationCode location) {
        return location.isBlank() ? Optional.empty() : Optional.of(new DimensionOwner(Kind.LOCATION, location.code()));
    }

    private static boolean isPosted(DocumentLine line, PostingChoice choice) {
        var progress = line.progress();
        return !line.subject().isText() && (choice.handle() && !progress.toHandle().isZero() || choice.invoice() && !progress.toInvoice().isZero());
    }

    /** The first reason against each line. */
    public List<DocumentIssue> issues(List<Used> used) {
        return issues(used, check.demanding());
    }

    private List<DocumentIssue> issues(List<Used> used, Set<Kind> demanding) {
        var findings = check.findings(used.stream().map(Used::carried).distinct().toList(), demanding);
        return used.stream().flatMap(one -> findings.getOrDefault(one.carried(), List.of()).stream().limit(1)
                .map(found -> new DocumentIssue(one.line(), found.code(), found.parameters()))).distinct().toList();
    }

    /** What is refused already, and what speaks against lines of which nothing is said yet. */
    public static List<DocumentIssue> together(List<DocumentIssue> refused, List<DocumentIssue> dimensions) {
        var all = new ArrayList<>(refused);
        dimensions.stream().filter(issue -> refused.stream().noneMatch(said -> said.line() == issue.line())).forEach(all::add);
        return List.copyOf(all);
    }
}
