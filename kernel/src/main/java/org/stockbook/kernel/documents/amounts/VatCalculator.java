package org.stockbook.kernel.documents.amounts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.stockbook.kernel.documents.DocumentTerms;
import org.stockbook.kernel.documents.VatCalculation;
import org.stockbook.kernel.documents.VatTerms;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;

/**
 * VAT by group: what is taxed alike is rounded together, and each line gets what the running total has grown by, so that the
 * total of the group rules (spec: purchasing, section 2.4, item 3).
 */
final class VatCalculator {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);

    private final DocumentTerms terms;
    private final Map<Group, Running> groups = new HashMap<>();

    VatCalculator(DocumentTerms terms) {
        this.terms = terms;
    }

    private record Group(VatTerms.VatRateName identifier, VatCalculation calculation, Percentage rate, int sign) {}

    private record Running(Money taxable, Money vat) {}

    /** The amounts of a line with its share of the VAT; local currency is still missing. Lines come in their order. */
    LineAmounts tax(PricedLine priced) {
        var taxable = priced.taxable();
        return switch (priced.line().vat().calculation()) {
            case NORMAL -> {
                var vat = growth(priced);
                yield amounts(priced, terms.pricesIncludeVat() ? taxable.minus(vat) : taxable, vat, Money.ZERO);
            }
            case REVERSE_CHARGE -> amounts(priced, taxable, Money.ZERO, growth(priced));
            case FULL_VAT -> amounts(priced, Money.ZERO, taxable, Money.ZERO);
        };
    }

    private Money growth(PricedLine priced) {
        var vat = priced.line().vat();
        var group = new Group(vat.identifier(), vat.calculation(), vat.rate(), priced.taxable().signum());
        var before = groups.getOrDefault(group, new Running(Money.ZERO, Money.ZERO));
        var taxable = before.taxable().plus(priced.taxable());
        var now = new Running(taxable, vatOf(taxable, vat));
        groups.put(group, now);
        return now.vat().minus(before.vat());
    }

    private Money vatOf(Money taxable, VatTerms vat) {
        var included = terms.pricesIncludeVat() && vat.calculation() == VatCalculation.NORMAL;
        return Money.rounded(included
                ? taxable.value().subtract(withoutVat(taxable.value(), vat.rate()))
                : vat.rate().of(taxable.value()));
    }

    static BigDecimal withoutVat(BigDecimal withVat, Percentage rate) {
        return withVat.divide(rate.growth(), DIGITS);
    }

    private static LineAmounts amounts(PricedLine priced, Money net, Money vat, Money reversedVat) {
        return new LineAmounts(
                priced.line(), priced.quantity(), priced.gross(), priced.lineDiscount(), priced.invoiceDiscount(), net, vat,
                reversedVat, LocalAmounts.ZERO);
    }
}
