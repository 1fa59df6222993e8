package org.stockbook.kernel.documents.posting;

import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/** The checks of a document before anything is posted, all reported together (spec: purchasing, section 4). */
final class DocumentChecks {
    private static final LineNo DOCUMENT = new LineNo(0);

    private final Document document;
    private final DocumentFacts facts;
    private final List<DocumentRefusal> refusals = new ArrayList<>();

    /** @param document with the quantities chosen for this posting */
    DocumentChecks(Document document, DocumentFacts facts) {
        this.document = document;
        this.facts = facts;
    }

    List<DocumentRefusal> refusals() {
        checkHeader();
        for (var line : document.lines()) {
            var before = refusals.size();
            checkLine(line);
            if (refusals.size() > before + 1) {
                refusals.subList(before + 1, refusals.size()).clear();
            }
        }
        return refusals;
    }

    private void checkHeader() {
        var header = document.header();
        facts.rules().dates().refusal(DOCUMENT, header.dates().posting()).ifPresent(refusal ->
                refusals.add(new DocumentRefusal.ByLedger(refusal)));
        if (isBlocked(header)) {
            refusals.add(new DocumentRefusal.PartnerBlocked(header.side(), facts.partner().blocked()));
        }
        if (document.lines().stream().noneMatch(DocumentChecks::postsSomething)) {
            refusals.add(new DocumentRefusal.NothingToPost());
        }
        if (invoices()) {
            checkInvoice(header);
        }
    }

    private boolean invoices() {
        return document.lines().stream().anyMatch(line -> !line.progress().toInvoice().isZero());
    }

    private static boolean postsSomething(DocumentLine line) {
        return !line.progress().toHandle().isZero() || !line.progress().toInvoice().isZero();
    }

    private void checkInvoice(DocumentHeader header) {
        if (header.side() == TradeSide.PURCHASE && facts.rules().externalRequired() && header.external().isEmpty()) {
            refusals.add(new DocumentRefusal.ExternalNoRequired());
        }
        if (header.side() == TradeSide.PURCHASE && facts.partner().externalNoUsed()) {
            refusals.add(new DocumentRefusal.ExternalNoUsed(header.external()));
        }
        var total = DocumentAmounts.toInvoice(document).total();
        if (header.side() == TradeSide.SALES && total.isNegative()) {
            refusals.add(new DocumentRefusal.InvoiceNegative(total));
        }
    }

    private boolean isBlocked(DocumentHeader header) {
        var isReturn = header.kind().isReturn();
        return switch (facts.partner().blocked()) {
            case NONE, PAYMENTS -> false;
            case ALL -> true;
            case SHIPMENTS -> !isReturn && handles();
            case INVOICES -> !isReturn;
        };
    }

    private boolean handles() {
        return document.lines().stream().anyMatch(line -> !line.progress().toHandle().isZero());
    }

    private void checkLine(DocumentLine line) {
        if (!postsSomething(line)) {
            return;
        }
        checkQuantities(line);
        switch (line.subject()) {
            case LineSubject.OfItem item -> checkItem(line, item);
            case LineSubject.OfCharge _ -> checkCharge(line);
            case LineSubject.OfAccount _, LineSubject.OfResource _, LineSubject.OfText _ -> {}
        }
    }

    private void checkQuantities(DocumentLine line) {
        var progress = line.progress();
        if (document.header().kind().isPostedInParts()) {
            if (progress.isHandlingTooMuch(line.quantity())) {
                refusals.add(new DocumentRefusal.AboveOutstanding(line.no(), progress.outstanding(line.quantity())));
            }
            if (!progress.toInvoice().isWithin(progress.invoiceable())) {
                refusals.add(new DocumentRefusal.AboveInvoiceable(line.no(), progress.invoiceable()));
            }
        } else if (line.source() instanceof LineSource.Posted source) {
            checkTakenOver(line, source);
        }
    }

    private void checkTakenOver(DocumentLine line, LineSource.Posted source) {
        var left = facts.open().stream()
                .filter(open -> open.key().equals(source.line()))
                .map(OpenPostedLine::notInvoiced)
                .findFirst()
                .orElse(UnitQuantity.ZERO)
                .minus(takenBefore(line));
        if (line.quantity().signum() * left.signum() < 0) {
            refusals.add(new DocumentRefusal.WrongSign(line.no(), line.quantity()));
        } else if (!line.quantity().isWithin(left)) {
            refusals.add(new DocumentRefusal.AboveInvoiceable(line.no(), left));
        }
    }

    /** What lines above take of the same posted line. */
    private UnitQuantity takenBefore(DocumentLine line) {
        return document.lines().stream()
                .takeWhile(other -> !other.no().equals(line.no()))
                .filter(other -> other.source().equals(line.source()))
                .map(DocumentLine::quantity)
                .reduce(UnitQuantity.ZERO, UnitQuantity::plus);
    }

    private void checkItem(DocumentLine line, LineSubject.OfItem subject) {
        var card = facts.item(subject.item());
        var isReturn = document.header().kind().isReturn();
        var refused = switch (card.blocked()) {
            case NONE -> false;
            case ALL -> true;
            case PURCHASE, SALES -> !isReturn;
        };
        if (refused) {
            refusals.add(new DocumentRefusal.ItemBlocked(line.no(), subject.item(), card.blocked()));
        }
        var goesBack = line.progress().toHandle().signum() * (isReturn ? 1 : -1) > 0;
        if (goesBack && document.header().takesBackWithoutValue(line)) {
            checkNothingNamed(line);
        } else if (goesBack && facts.rules().exactReversalRequired() && !namesSource(line)) {
            refusals.add(new DocumentRefusal.ExactCostRequired(line.no()));
        }
        facts.rules().mandatory().missing(line, subject, card).ifPresent(refusals::add);
        checkTracking(line);
    }

    /** Goods without value have no cost that could come back from their sale (spec: sales, section 8). */
    private void checkNothingNamed(DocumentLine line) {
        var named = line.application() instanceof FixedApplication.FromEntry
                || line.tracked().stream().anyMatch(part -> part.application() instanceof FixedApplication.FromEntry);
        if (named) {
            refusals.add(new DocumentRefusal.ReturnWithoutValue(line.no(), line.returnReason().code()));
        }
    }

    private static boolean namesSource(DocumentLine line) {
        return line.tracked().isEmpty()
                ? !(line.application() instanceof FixedApplication.Automatic)
                : line.tracked().stream().noneMatch(part -> part.application() instanceof FixedApplication.Automatic);
    }

    private void checkTracking(DocumentLine line) {
        var needed = LinePosting.handledBase(line);
        var covered = line.tracked().stream().map(part -> part.quantity()).reduce(Quantity.ZERO, Quantity::plus);
        if (!line.tracked().isEmpty() && !line.progress().toHandle().isZero() && !covered.equals(needed)) {
            refusals.add(new DocumentRefusal.TrackingMismatch(line.no(), covered, needed));
        }
    }

    private void checkCharge(DocumentLine charge) {
        var toInvoice = charge.progress().toInvoice();
        if (toInvoice.isZero()) {
            return;
        }
        var rows = facts.charges().stream().filter(row -> row.charge().equals(charge.no())).toList();
        var assigned = rows.stream().map(ChargeAssignment::toHandle).reduce(UnitQuantity.ZERO, UnitQuantity::plus);
        if (!assigned.equals(toInvoice)) {
            refusals.add(new DocumentRefusal.ChargeNotAssigned(charge.no(), assigned, toInvoice));
        }
        rows.stream().filter(row -> !row.toHandle().isZero()).forEach(row -> checkTarget(charge, row));
    }

    private void checkTarget(DocumentLine charge, ChargeAssignment row) {
        switch (row.target()) {
            case ChargeAssignment.Target.SameDocument same -> {
                var target = document.line(same.line());
                if (!target.subject().isItem()) {
                    refusals.add(new DocumentRefusal.ChargeWithoutTarget(charge.no()));
                } else if (target.progress().toInvoice().isZero()) {
                    refusals.add(target.progress().invoiced().isZero()
                            ? new DocumentRefusal.ChargeWithoutTarget(charge.no())
                            : new DocumentRefusal.ChargeTargetInvoiced(charge.no(), same.line()));
                }
            }
            case ChargeAssignment.Target.PostedGoods posted -> {
                if (facts.goods().stream().noneMatch(goods -> goods.key().equals(posted.line()) && !goods.entries().isEmpty())) {
                    refusals.add(new DocumentRefusal.ChargeWithoutTarget(charge.no()));
                }
            }
        }
    }
}
