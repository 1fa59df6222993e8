package org.stockbook.kernel.business;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.business.Paperwork.Agreed;
import org.stockbook.kernel.business.Paperwork.Handled;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LinePrice;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.Paper;
import org.stockbook.kernel.documents.TrackedPart;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.corrections.TakeOver;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.FixedApplication;

/** What a company does by documents that were agreed before: posting them in parts, returns, undo, invoices over receipts, transfers. */
public sealed interface DocumentStep extends Step permits
        AgreementStep, ChargeStep, CorrectionStep, DocumentStep.Post, DocumentStep.GiveBack, DocumentStep.InvoiceReceipts, DocumentStep.UndoPosted,
        DocumentStep.Ship, DocumentStep.Arrive {

    /**
     * A part of an agreed document is posted.
     *
     * @param percent of what is outstanding on each line
     * @param invoiced of what may be invoiced then, in per cent
     * @param raise change of the prices, in per cent
     */
    record Post(String date, int pick, int percent, int invoiced, int raise, PostingChoice choice) implements DocumentStep {
        @Override
        public boolean happen(Company company) {
            var waiting = company.paperwork().agreed();
            if (waiting.isEmpty()) {
                return false;
            }
            var paper = waiting.get(Math.floorMod(pick, waiting.size()));
            var header = paper.document().header();
            var whole = !header.kind().isPostedInParts();
            var dated = paper.document().withHeader(header.withDates(DocumentDates.on(LocalDate.parse(date))));
            var goods = dated.withLines(dated.lines().stream().map(line -> goods(company, dated, line)).toList());
            var chosen = whole ? goods : goods.withLines(goods.lines().stream().map(line -> charge(goods, line)).toList());
            return company.paperwork().post(paper, chosen, whole ? PostingChoice.BOTH : choice);
        }

        private DocumentLine goods(Company company, Document document, DocumentLine line) {
            if (!(line.subject() instanceof LineSubject.OfItem subject)) {
                return line;
            }
            var item = company.items().stream().filter(each -> each.no().equals(subject.item())).findFirst().orElseThrow();
            var raised = line.withPrice(raised(line.price()));
            if (!document.header().kind().isPostedInParts()) {
                return tracked(item, document, raised);
            }
            var handling = raised.progress().handling(part(raised.progress().outstanding(line.quantity()), item, percent));
            var invoicing = handling.invoicing(part(choice.handle() ? handling.invoiceable() : line.progress().notInvoiced(), item, invoiced));
            return tracked(item, document, raised.withProgress(invoicing));
        }

        /** Pieces with serial numbers are taken whole or not at all. */
        private static UnitQuantity part(UnitQuantity whole, OneItem item, int percent) {
            var share = item.isSpecific() ? (percent > 30 ? 100 : 0) : percent;
            return share == 100 ? whole : UnitQuantity.rounded(whole.value().multiply(BigDecimal.valueOf(share, 2)));
        }

        private static DocumentLine tracked(OneItem item, Document document, DocumentLine line) {
            if (!item.isSpecific() || line.progress().toHandle().isZero() || line.source() instanceof LineSource.Posted) {
                return line;
            }
            var place = new Place(((LineSubject.OfItem) line.subject()).variant(), line.location());
            var tracking = switch (line.application()) {
                case FixedApplication.Automatic _ -> document.header().isInbound() ? item.newTracking() : item.trackingAt(place);
                case FixedApplication.ToEntry to -> item.book().entry(to.entry()).entry().tracking();
                case FixedApplication.FromEntry from -> item.book().entry(from.entry()).entry().tracking();
            };
            return line.withTracked(List.of(new TrackedPart(tracking, Quantity.of(1), line.application())));
        }

        private LinePrice raised(LinePrice price) {
            var unit = price.unit().value().multiply(BigDecimal.valueOf(100L + raise, 2));
            return new LinePrice(Price.rounded(unit), price.lineDiscount(), price.allowInvoiceDiscount(), price.invoiceDiscount());
        }

        /** Freight on a document comes with the invoice that prices all of its lines. */
        private DocumentLine charge(Document document, DocumentLine line) {
            if (!line.subject().isCharge()) {
                return line;
            }
            var all = choice.invoice() && document.lines().stream()
                    .filter(each -> each.subject().isItem())
                    .noneMatch(each -> each.progress().toInvoice().isZero());
            var nothing = line.progress().handling(UnitQuantity.ZERO).invoicing(UnitQuantity.ZERO);
            return line.withProgress(all && choice.handle() ? line.progress() : nothing);
        }

        @Override
        public String toString() {
            return "%s: document %s posted (%s): %s %% of it, %s %% of that invoiced, prices changed by %s %%".formatted(
                    date, pick, choice.handle() ? choice.invoice() ? "goods and invoice" : "goods" : "invoice", percent, invoiced, raise);
        }
    }

    /** A return order or credit memo that names what it gives back: at exact cost. */
    record GiveBack(String date, int pick, long quantity, long cents, DocumentKind kind, boolean invoiced) implements DocumentStep {
        @Override
        public boolean happen(Company company) {
            var paperwork = company.paperwork();
            var lines = paperwork.handled(line -> !line.isTransfer() && line.entries().stream().anyMatch(no -> left(paperwork, line, no).isPositive()));
            if (lines.isEmpty()) {
                return false;
            }
            var line = lines.get(Math.floorMod(pick, lines.size()));
            var no = line.entries().stream().filter(each -> left(paperwork, line, each).isPositive()).findFirst().orElseThrow();
            var entry = paperwork.entry(line, no);
            var part = Quantity.of(quantity).min(left(paperwork, line, no));
            var paper = (entry.isIncrease() ? Paper.purchase(kind) : Paper.sale(kind)).on(date);
            paper.item(line.item().code(), part.toString(), Words.money(cents)).at(entry.place());
            paper.applied(entry.isIncrease() ? new FixedApplication.ToEntry(no) : new FixedApplication.FromEntry(no));
            var post = new Post(date, -1, 100, invoiced ? 100 : 0, 0, PostingChoice.BOTH);
            return paperwork.agreeAndPost(paper.no(paperwork.newNumber()), List.of(), () -> post.happen(company));
        }

        /** What may still go back of a receipt, or come back of a shipment. */
        private static Quantity left(Paperwork paperwork, Handled line, ItemLedgerEntryNo no) {
            var entry = paperwork.entry(line, no);
            if (entry.isIncrease()) {
                return line.key().type() == DocumentType.PURCHASE_RECEIPT ? entry.remaining() : Quantity.ZERO;
            }
            var sale = line.key().type() == DocumentType.SALES_SHIPMENT && entry.remaining().isZero();
            return sale ? entry.state().shippedNotReturned().abs() : Quantity.ZERO;
        }

        @Override
        public String toString() {
            return "%s: %s of posted line %s given back by %s%s for %s".formatted(
                    date, quantity, pick, kind, invoiced ? "" : " (not credited yet)", Words.money(cents));
        }
    }

    /** An invoice of its own takes over what several orders received or shipped. */
    record InvoiceReceipts(String date, int pick, int raise) implements DocumentStep {
        @Override
        public boolean happen(Company company) {
            var paperwork = company.paperwork();
            var candidates = paperwork.handled(line -> !line.isTransfer() && !line.quantity().equals(line.invoiced()));
            if (candidates.isEmpty()) {
                return false;
            }
            var first = candidates.get(Math.floorMod(pick, candidates.size()));
            var order = orderOf(paperwork, first);
            if (order.header().kind().isReturn()) {
                return false;
            }
            var side = order.header().side();
            var empty = (side == TradeSide.PURCHASE ? Paper.purchase(DocumentKind.INVOICE) : Paper.sale(DocumentKind.INVOICE))
                    .on(date).no(paperwork.newNumber());
            var invoice = empty.withHeader(empty.header().withTerms(order.header().terms()));
            var taken = TakeOver.lines(invoice, candidates.stream()
                    .filter(line -> line.key().type() == first.key().type())
                    .map(line -> candidate(paperwork, line))
                    .toList());
            var post = new Post(date, -1, 100, 100, raise, PostingChoice.BOTH);
            return paperwork.agreeAndPost(taken.invoice(), List.of(), () -> post.happen(company));
        }

        private static TakeOver.Candidate candidate(Paperwork paperwork, Handled line) {
            var order = orderOf(paperwork, line);
            return new TakeOver.Candidate(paperwork.open(line), order.header(), order.line(line.line().no()), "Receipt");
        }

        private static Document orderOf(Paperwork paperwork, Handled line) {
            return paperwork.agreed().stream()
                    .map(Agreed::document)
                    .filter(document -> document.header().no().equals(line.order()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the order of " + line.key() + " is gone before it was invoiced"));
        }

        @Override
        public String toString() {
            return "%s: one invoice over what was received or shipped like line %s, prices changed by %s %%".formatted(date, pick, raise);
        }
    }

    /** A receipt, shipment or return of either is taken back before it was invoiced. */
    record UndoPosted(int pick) implements DocumentStep {
        @Override
        public boolean happen(Company company) {
            var lines = company.paperwork().handled(line -> !line.isTransfer() && line.invoiced().isZero() && !line.charged());
            return !lines.isEmpty() && company.paperwork().undo(lines.get(Math.floorMod(pick, lines.size())));
        }

        @Override
        public String toString() {
            return "posted line %s undone".formatted(pick);
        }
    }

    /** A transfer order leaves; on a direct route it arrives as well. */
    record Ship(String date, int item, Place from, LocationCode to, long quantity, TransferRoute route) implements DocumentStep {
        @Override
        public boolean happen(Company company) {
            var moved = company.item(item).isSpecific() ? UnitQuantity.of(1) : UnitQuantity.of(quantity);
            var move = new Moves.Move(company.item(item), from, to, route, moved);
            return !from.location().equals(to) && company.moves().ship(date, move);
        }

        @Override
        public String toString() {
            return "%s: transfer order of %s of item %s from %s to %s, %s".formatted(
                    date, quantity, item, Words.place(from), to, route.getClass().getSimpleName());
        }
    }

    /** A part of what is on the way arrives. */
    record Arrive(String date, int pick, long quantity) implements DocumentStep {
        @Override
        public boolean happen(Company company) {
            var orders = company.moves().onTheWay();
            if (orders.isEmpty()) {
                return false;
            }
            var order = orders.get(Math.floorMod(pick, orders.size()));
            var part = order.lines().getFirst().progress().inTransit().nearerToZero(UnitQuantity.of(quantity));
            return company.moves().receive(date, order, part);
        }

        @Override
        public String toString() {
            return "%s: up to %s of transfer order %s arrive".formatted(date, quantity, pick);
        }
    }
}
