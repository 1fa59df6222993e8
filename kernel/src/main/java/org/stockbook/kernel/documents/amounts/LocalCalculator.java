package org.stockbook.kernel.documents.amounts;

import java.math.BigDecimal;
import org.stockbook.kernel.documents.DocumentTerms;
import org.stockbook.kernel.documents.VatCalculation;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;

/**
 * Local currency line by line: what the running total comes to, less what was given to earlier lines, so that the lines sum to
 * the converted total (spec: purchasing, section 2.4, item 5).
 */
final class LocalCalculator {
    private final DocumentTerms terms;
    private final Running net = new Running();
    private final Running total = new Running();
    private final Running reversedVat = new Running();
    private final Running lineDiscount = new Running();
    private final Running invoiceDiscount = new Running();

    LocalCalculator(DocumentTerms terms) {
        this.terms = terms;
    }

    /** The same amounts with those in local currency. Lines come in their order. */
    LineAmounts convert(LineAmounts line) {
        var localNet = net.add(line.net().value());
        var localTotal = total.add(line.total().value());
        var local = new LocalAmounts(
                localNet,
                lineDiscount.add(withoutVat(line, line.lineDiscount())),
                invoiceDiscount.add(withoutVat(line, line.invoiceDiscount())),
                localTotal.minus(localNet),
                reversedVat.add(line.reversedVat().value()));
        return new LineAmounts(
                line.line(), line.quantity(), line.gross(), line.lineDiscount(), line.invoiceDiscount(), line.net(),
                line.vat(), line.reversedVat(), local);
    }

    private BigDecimal withoutVat(LineAmounts line, Money discount) {
        var vat = line.line().vat();
        return terms.pricesIncludeVat() && vat.calculation() == VatCalculation.NORMAL
                ? VatCalculator.withoutVat(discount.value(), vat.rate())
                : discount.value();
    }

    private final class Running {
        private BigDecimal sum = BigDecimal.ZERO;
        private Amount given = Amount.ZERO;

        private Amount add(BigDecimal amount) {
            sum = sum.add(amount);
            var now = Amount.rounded(terms.rate().toLocal(sum));
            var growth = now.minus(given);
            given = now;
            return growth;
        }
    }
}
