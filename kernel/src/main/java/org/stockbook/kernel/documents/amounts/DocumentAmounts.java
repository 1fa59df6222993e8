package org.stockbook.kernel.documents.amounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;

/** What a document, or the part of it to be invoiced, comes to (spec: purchasing, section 2.4). */
public final class DocumentAmounts {
    private final Map<LineNo, LineAmounts> byLine = new LinkedHashMap<>();

    private DocumentAmounts(List<LineAmounts> lines) {
        lines.forEach(amounts -> byLine.put(amounts.line().no(), amounts));
    }

    /** In the order of the document; texts have none. */
    public List<LineAmounts> lines() {
        return List.copyOf(byLine.values());
    }

    /** Of all lines in full, as the document shows. */
    public static DocumentAmounts whole(Document document) {
        return of(document, DocumentLine::quantity);
    }

    /** Of what is to be invoiced now, computed afresh: nothing is carried over from one invoice to the next. */
    public static DocumentAmounts toInvoice(Document document) {
        return of(document, line -> line.progress().toInvoice());
    }

    private static DocumentAmounts of(Document document, Function<DocumentLine, UnitQuantity> quantity) {
        var vat = new VatCalculator(document.header().terms());
        var local = new LocalCalculator(document.header().terms());
        var amounts = new ArrayList<LineAmounts>(document.lines().size());
        for (var line : document.lines()) {
            if (!line.subject().isText()) {
                var priced = PricedLine.of(line, quantity.apply(line));
                amounts.add(local.convert(vat.tax(priced)));
            }
        }
        return new DocumentAmounts(amounts);
    }

    /**
     * The amounts of a line.
     *
     * @throws IllegalArgumentException if it is a text or no line of the document
     */
    public LineAmounts of(LineNo line) {
        return Optional.ofNullable(byLine.get(line)).orElseThrow(() -> new IllegalArgumentException("line " + line.value() + " has no amounts"));
    }

    public Money net() {
        return byLine.values().stream().map(LineAmounts::net).reduce(Money.ZERO, Money::plus);
    }

    public Money vat() {
        return byLine.values().stream().map(LineAmounts::vat).reduce(Money.ZERO, Money::plus);
    }

    /** What the partner gets or owes. */
    public Money total() {
        return net().plus(vat());
    }

    /** What the partner gets or owes, in local currency. */
    public Amount localTotal() {
        return byLine.values().stream().map(line -> line.local().total()).reduce(Amount.ZERO, Amount::plus);
    }
}
