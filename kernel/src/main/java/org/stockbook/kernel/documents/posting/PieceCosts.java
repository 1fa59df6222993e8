package org.stockbook.kernel.documents.posting;

import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.amounts.LineUnitCost;
import org.stockbook.kernel.documents.amounts.LocalAmounts;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineCost;

/**
 * Cost and trade amounts of the parts of an item line. What a purchase costs is its price; what a sale costs comes from the
 * ledger, its unit cost is only assumed until then (spec: ledger, section 5.2).
 */
final class PieceCosts {
    private final DocumentHeader header;
    private final DocumentLine line;
    private final DocumentAmounts amounts;
    private final LineUnitCost unitCost;
    private final UnitCost perBaseUnit;

    PieceCosts(DocumentHeader header, DocumentLine line, DocumentFacts facts, DocumentAmounts amounts) {
        this.header = header;
        this.line = line;
        this.amounts = amounts;
        this.unitCost = unitCost(header, line, facts);
        this.perBaseUnit = unitCost.perBaseUnit(line.unit().factor());
    }

    record Priced(LineCost cost, Trade trade) {}

    private static LineUnitCost unitCost(DocumentHeader header, DocumentLine line, DocumentFacts facts) {
        return switch (header.side()) {
            case PURCHASE -> LineUnitCost.ofPurchase(line, header.terms());
            case SALES -> line.costs().unitCost().map(LineUnitCost::new).orElseGet(() -> known(line, facts));
        };
    }

    private static LineUnitCost known(DocumentLine line, DocumentFacts facts) {
        if (!(line.subject() instanceof LineSubject.OfItem subject)) {
            return new LineUnitCost(UnitCost.ZERO);
        }
        var place = new Place(subject.variant(), line.location());
        return LineUnitCost.ofBase(facts.item(subject.item()).unitCost(place), line.unit().factor());
    }

    /** Prices pieces of what is invoiced now. */
    Pricing ofInvoice(Quantity whole) {
        if (line.progress().toInvoice().isZero()) {
            return new Pricing(whole, LocalAmounts.ZERO, Amount.ZERO, true);
        }
        var local = amounts.of(line.no()).local();
        return new Pricing(whole, local, unitCost.times(line.progress().toInvoice()), true);
    }

    /** Prices pieces of what is only handled now; expected amounts leave out the invoice discount. */
    Pricing ofExpected(UnitQuantity quantity, Quantity whole) {
        var trade = LineUnitCost.expectedTrade(line, quantity, header.terms());
        var local = new LocalAmounts(trade, Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);
        return new Pricing(whole, local, unitCost.times(quantity), false);
    }

    /** Cuts the amounts of a quantity into pieces that sum to them. */
    final class Pricing {
        private final Shares net;
        private final Shares discount;
        private final Shares atUnitCost;
        private final boolean invoiced;

        /** @param assumed quantity times unit cost, in the direction of the document */
        private Pricing(Quantity whole, LocalAmounts local, Amount assumed, boolean invoiced) {
            this.net = new Shares(local.net(), whole);
            this.discount = new Shares(local.discount(), whole);
            this.atUnitCost = new Shares(assumed, whole);
            this.invoiced = invoiced;
        }

        Priced next(Quantity piece) {
            var price = net.next(piece);
            var less = discount.next(piece);
            var assumed = inLedger(atUnitCost.next(piece));
            var direct = header.side() == TradeSide.PURCHASE ? inLedger(price) : assumed;
            var discountOfCost = header.side() == TradeSide.PURCHASE ? less.abs() : Amount.ZERO;
            var cost = header.takesBackWithoutValue(line) && piece.isPositive()
                    ? LineCost.none(header.terms().isForeign())
                    : new LineCost(
                            direct, perBaseUnit, assumed, line.costs().indirectCost(), line.costs().overheadRate(), discountOfCost,
                            header.terms().isForeign(), false);
            return new Priced(cost, trade(traded(price), traded(less)));
        }

        private Trade trade(Amount price, Amount less) {
            var zero = Amount.ZERO;
            return switch (header.side()) {
                case PURCHASE -> invoiced
                        ? new Trade(zero, zero, price, zero, less)
                        : new Trade(zero, zero, zero, price, zero);
                case SALES -> invoiced
                        ? new Trade(price, zero, zero, zero, less)
                        : new Trade(zero, price, zero, zero, zero);
            };
        }
    }

    /** The sign of the ledger: what comes in is above zero. */
    private Amount inLedger(Amount amount) {
        return header.isInbound() ? amount : amount.negated();
    }

    /** Sales and purchases are above zero, what is given back is below. */
    private Amount traded(Amount amount) {
        return header.kind().isReturn() ? amount.negated() : amount;
    }
}
