package org.stockbook.kernel.documents.posting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.amounts.LineAmounts;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;

/** Item charges on the entries they are assigned to (spec: purchasing, section 7; ledger, section 5.4; sales, section 9). */
final class ChargePosting {
    private final Document document;
    private final DocumentFacts facts;
    private final PostingOrigins origins;
    private final IdentityHashMap<ChargeAssignment, Amount> amounts = new IdentityHashMap<>();
    private final IdentityHashMap<ChargeAssignment, Shares> shares = new IdentityHashMap<>();
    private final Map<LineNo, Quantity> invoicedBases = new HashMap<>();

    ChargePosting(Document document, DocumentFacts facts, DocumentAmounts amounts, PostingOrigins origins) {
        this.document = document;
        this.facts = facts;
        this.origins = origins;
        for (var line : amounts.lines()) {
            if (line.line().subject().isCharge() && !line.quantity().isZero()) {
                shareOut(line);
            }
        }
    }

    /**
     * What each row gets of the charge line: the running share, so that the rows sum to the line. In a foreign currency it is
     * the charge's own amount that is shared and converted; cents that the invoice carries from line to line stay out of it.
     */
    private void shareOut(LineAmounts charge) {
        var rate = document.header().terms().rate();
        var reached = UnitQuantity.ZERO;
        var sharedOut = Money.ZERO;
        var given = Amount.ZERO;
        for (var row : facts.charges()) {
            if (row.charge().equals(charge.line().no()) && !row.toHandle().isZero()) {
                var before = charge.net().share(reached, charge.quantity());
                reached = reached.plus(row.toHandle());
                var own = charge.net().share(reached, charge.quantity()).minus(before);
                sharedOut = sharedOut.plus(row.amountToHandle().orElse(own));
                var due = traded(rate.toLocal(sharedOut));
                amounts.put(row, due.minus(given));
                given = due;
            }
        }
    }

    private Amount traded(Amount amount) {
        return document.header().kind().isReturn() ? amount.negated() : amount;
    }

    /** The charges of this document on what has just been invoiced of one of its own lines. */
    List<PostingLine> onInvoiced(DocumentLine line, Piece piece) {
        var lines = new ArrayList<PostingLine>();
        if (piece.isInvoiced() && line.subject() instanceof LineSubject.OfItem item) {
            for (var row : facts.charges()) {
                if (row.target().equals(new Target.SameDocument(line.no())) && amounts.containsKey(row)) {
                    var whole = invoicedBase(line);
                    var share = shares.computeIfAbsent(row, _ -> new Shares(amountOf(row), whole)).next(piece.quantity());
                    lines.add(line(row, new Landing(item.item(), targetOf(piece), Optional.of(piece.quantity())), share));
                }
            }
        }
        return lines;
    }

    private Quantity invoicedBase(DocumentLine line) {
        return invoicedBases.getOrDefault(line.no(), Quantity.ZERO);
    }

    /** Says over what quantity the charges on a line are to be spread; once, before its pieces are posted. */
    void spreadOver(DocumentLine line, List<Piece> pieces) {
        invoicedBases.put(line.no(), pieces.stream()
                .filter(Piece::isInvoiced)
                .map(Piece::quantity)
                .reduce(Quantity.ZERO, Quantity::plus));
    }

    private static PostingLine.Charge.Target targetOf(Piece piece) {
        return switch (piece) {
            case Piece.OfEarlier earlier -> new PostingLine.Charge.Target.Booked(earlier.entry());
            case Piece.OfMovement _ -> new PostingLine.Charge.Target.JustMade();
        };
    }

    /** A charge line on goods posted before; several entries behind a line share by quantity. */
    List<PostingLine> onPostedGoods(DocumentLine charge) {
        var lines = new ArrayList<PostingLine>();
        for (var row : facts.charges()) {
            if (row.charge().equals(charge.no()) && row.target() instanceof Target.PostedGoods target && amounts.containsKey(row)) {
                addOnGoods(lines, row, goods(target));
            }
        }
        return lines;
    }

    /** Each entry takes its share of what is left, so that the cents of rounding lie where the rest asks for them. */
    private void addOnGoods(List<PostingLine> lines, ChargeAssignment row, PostedGoods goods) {
        var left = goods.entries().stream().map(PostedGoods.EntryQuantity::quantity).reduce(Quantity.ZERO, Quantity::plus);
        var leftAmount = amountOf(row);
        for (var entry : goods.entries()) {
            var share = leftAmount.share(entry.quantity(), left);
            leftAmount = leftAmount.minus(share);
            left = left.minus(entry.quantity());
            var landing = new Landing(goods.item(), new PostingLine.Charge.Target.Booked(entry.entry()), Optional.empty());
            lines.add(line(row, landing, share));
        }
    }

    private PostedGoods goods(Target.PostedGoods target) {
        return facts.goods().stream()
                .filter(goods -> goods.key().equals(target.line()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the facts bring no " + target.line()));
    }

    private Amount amountOf(ChargeAssignment row) {
        return amounts.getOrDefault(row, Amount.ZERO);
    }

    private record Landing(ItemNo item, PostingLine.Charge.Target target, Optional<Quantity> valued) {}

    private PostingLine line(ChargeAssignment row, Landing landing, Amount share) {
        var header = document.header();
        var charge = document.line(row.charge());
        if (!(charge.subject() instanceof LineSubject.OfCharge subject)) {
            throw new IllegalArgumentException("line " + row.charge().value() + " is no item charge");
        }
        var isPurchase = header.side() == TradeSide.PURCHASE;
        var zero = Amount.ZERO;
        return new PostingLine.Charge(
                charge.no(),
                landing.item(),
                landing.target(),
                subject.charge(),
                header.side().entryType(),
                header.dates().posting(),
                isPurchase ? share : zero,
                landing.valued(),
                isPurchase ? new Trade(zero, zero, share, zero, zero) : new Trade(share, zero, zero, zero, zero),
                new PostingGroups(facts.item(landing.item()).inventory(), header.partner().business(), charge.product()),
                origins.ofInvoice(charge));
    }
}
