package org.stockbook.kernel.business;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.LineCosts;
import org.stockbook.kernel.documents.Paper;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitQuantity;

/**
 * A document is agreed with a vendor or customer; nothing is posted yet.
 *
 * @param freight cents of an item charge on the document itself, shared by its lines; 0 for none
 */
public record AgreementStep(
        String date, TradeSide side, DocumentKind kind, List<Wanted> lines, boolean foreign, boolean withVat, long freight)
        implements DocumentStep {
    /**
     * A line of the document.
     *
     * @param quantity pieces, or boxes of a dozen
     * @param cents price of one
     * @param discount per cent
     */
    public record Wanted(int item, Place place, long quantity, long cents, boolean boxes, int discount) {
        @Override
        public String toString() {
            return quantity + (boxes ? " boxes" : "") + " of item " + item + " at " + Words.money(cents)
                    + (discount > 0 ? " less " + discount + " %" : "") + " (" + Words.place(place) + ")";
        }
    }

    @Override
    public boolean happen(Company company) {
        var paper = (side == TradeSide.PURCHASE ? Paper.purchase(kind) : Paper.sale(kind)).on(date);
        if (foreign) {
            paper.currency("USD", "0.91");
        }
        if (withVat) {
            paper.pricesIncludeVat();
        }
        for (var line : lines) {
            write(paper, line, company.item(line.item()));
        }
        if (freight > 0) {
            paper.charge("1", Words.money(freight));
        }
        var document = paper.no(company.paperwork().newNumber());
        company.paperwork().agree(document, freight > 0 ? shares(document) : List.of());
        return true;
    }

    private void write(Paper paper, Wanted wanted, OneItem item) {
        var quantity = item.isSpecific() ? 1 : wanted.quantity();
        paper.item(item.no().code(), Long.toString(quantity), Words.money(wanted.cents())).at(wanted.place());
        paper.discount(Integer.toString(wanted.discount()));
        if (wanted.boxes() && !item.isSpecific()) {
            paper.unit("BOX", "12");
        }
        if (side == TradeSide.SALES) {   // what is never covered keeps this cost, however often costs are adjusted
            paper.costs(new LineCosts(Optional.of(UnitCost.of("8.25")), Percentage.ZERO, UnitCost.ZERO));
        } else if (side == TradeSide.PURCHASE && !item.overheadRate().isZero()) {
            paper.overhead("0", item.overheadRate().toString());
        }
    }

    /** Each line of goods takes four tenths of the freight, the last one what is left. */
    private static List<ChargeAssignment> shares(Document document) {
        var rows = new ArrayList<ChargeAssignment>();
        var left = UnitQuantity.of(1);
        var goods = document.lines().stream().filter(line -> line.subject().isItem()).toList();
        for (var line : goods) {
            var share = line == goods.getLast() ? left : UnitQuantity.rounded(left.value().multiply(new BigDecimal("0.4")));
            rows.add(ChargeAssignment.of(document.lines().getLast().no(), new Target.SameDocument(line.no()), share));
            left = left.minus(share);
        }
        return rows;
    }

    @Override
    public String toString() {
        return "%s: %s %s of %s%s%s%s".formatted(
                date, side == TradeSide.PURCHASE ? "purchase" : "sales", kind, lines, foreign ? " in dollars" : "",
                withVat ? ", prices with VAT" : "", freight > 0 ? ", with freight of " + Words.money(freight) : "");
    }
}
