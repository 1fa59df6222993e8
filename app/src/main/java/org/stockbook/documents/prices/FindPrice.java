package org.stockbook.documents.prices;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LinePrice;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.amounts.InvoiceDiscounts;
import org.stockbook.kernel.documents.amounts.LineAmounts;
import org.stockbook.kernel.documents.prices.BestPrice;
import org.stockbook.kernel.documents.prices.Offer;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;

/** Finds what a line costs the partner, in the document's currency and with or without VAT as its prices are meant. */
@Component
public class FindPrice {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);

    private final PriceLists lists;

    FindPrice(PriceLists lists) {
        this.lists = lists;
    }

    /**
     * The best price of a line.
     *
     * @param line whose own price is that of the card, in local currency
     * @param cardIncludesVat the price on the card includes VAT
     */
    public LinePrice find(DocumentHeader header, DocumentLine line, boolean cardIncludesVat) {
        var cardVat = cardIncludesVat ? Optional.of(line.vat().rate()) : Optional.<Percentage>empty();
        var price = inDocument(header, line, header.terms().rate().fromLocal(line.price().unit().value()), cardVat);
        var card = Offer.ofCard(price, line.price().allowInvoiceDiscount());
        if (!(line.subject() instanceof LineSubject.OfItem item)) {
            return BestPrice.choose(List.of(), card, true);
        }
        var question = new PriceLists.Question(
                header.side(), header.partner().billing(), item.item(), item.variant(), line.unit().code(), line.quantity(),
                line.quantity().toBase(line.unit().factor()), header.terms().currency(), header.dates().posting());
        var offers = new ArrayList<Offer>();
        for (var listed : lists.offers(question)) {
            var local = listed.currency().isBlank() && !header.terms().currency().isBlank();
            var specific = listed.ofVariant() || !listed.currency().isBlank();
            offers.add(new Offer(
                    listed.price().map(found -> ofUnit(line, listed, found)).map(found -> inDocument(
                            header, line, local ? header.terms().rate().fromLocal(found) : found, listed.vatIncluded())),
                    listed.discount(), specific, listed.allowLineDiscount(), listed.allowInvoiceDiscount()));
        }
        return BestPrice.choose(offers, card, true);
    }

    private static BigDecimal ofUnit(DocumentLine line, PriceLists.Listed listed, Price price) {
        return listed.ofUnit() ? price.value() : price.value().multiply(line.unit().factor().value());
    }

    private static Price inDocument(DocumentHeader header, DocumentLine line, BigDecimal price, Optional<Percentage> vatIncluded) {
        var net = vatIncluded.map(rate -> price.divide(rate.growth(), DIGITS)).orElse(price);
        return Price.rounded(header.terms().pricesIncludeVat() ? net.multiply(line.vat().rate().growth()) : net);
    }

    /** The document with the invoice discount that the partner gets on what allows one; none where none is agreed. */
    public Document discounted(Document document) {
        var header = document.header();
        var base = DocumentAmounts.whole(document).lines().stream()
                .filter(amounts -> amounts.line().price().allowInvoiceDiscount())
                .map(LineAmounts::lineAmount)
                .reduce(Money.ZERO, Money::plus);
        var percentage = lists.invoiceDiscount(header.side(), header.partner().billing(), header.terms().currency(), base);
        return percentage.map(found -> InvoiceDiscounts.spread(document, found)).orElseGet(() -> InvoiceDiscounts.spread(document, Money.ZERO));
    }
}
