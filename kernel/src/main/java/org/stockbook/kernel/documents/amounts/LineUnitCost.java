package org.stockbook.kernel.documents.amounts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.DocumentTerms;
import org.stockbook.kernel.documents.VatCalculation;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;

/**
 * The unit cost of a line in local currency, per unit of measure of the line, five decimals (spec: purchasing, section 2.4,
 * item 6).
 */
public record LineUnitCost(UnitCost perUnit) {
    private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);

    /** Of a purchase line: its price less discounts, without VAT, with indirect cost and overhead. */
    public static LineUnitCost ofPurchase(DocumentLine line, DocumentTerms terms) {
        var vat = line.vat();
        if (vat.calculation() == VatCalculation.FULL_VAT) {
            return new LineUnitCost(UnitCost.ZERO);
        }
        var price = line.price().unit().value().subtract(discountPerUnit(line));
        var included = terms.pricesIncludeVat() && vat.calculation() == VatCalculation.NORMAL;
        var net = included ? VatCalculator.withoutVat(price, vat.rate()) : price;
        var overhead = line.costs().overheadRate().value().multiply(line.unit().factor().value());
        var exact = terms.rate().toLocal(net).multiply(line.costs().indirectCost().growth()).add(overhead);
        return new LineUnitCost(UnitCost.rounded(exact));
    }

    /** Of a cost per base unit. */
    public static LineUnitCost ofBase(UnitCost perBaseUnit, UnitFactor factor) {
        return new LineUnitCost(UnitCost.rounded(perBaseUnit.value().multiply(factor.value())));
    }

    private static BigDecimal discountPerUnit(DocumentLine line) {
        if (line.quantity().isZero()) {
            return BigDecimal.ZERO;
        }
        var whole = PricedLine.of(line, line.quantity());
        var discount = whole.lineDiscount().plus(whole.invoiceDiscount()).value();
        return discount.divide(line.quantity().value(), UnitCost.SCALE, RoundingMode.HALF_UP);
    }

    /** Per base unit, five decimals. */
    public UnitCost perBaseUnit(UnitFactor factor) {
        return UnitCost.rounded(perUnit.value().divide(factor.value(), DIGITS));
    }

    /** Of a quantity of the line: one box of three at 10.00 stays 10.00 although a piece is 3.33333. */
    public Amount times(UnitQuantity quantity) {
        return Amount.rounded(perUnit.value().multiply(quantity.value()));
    }

    /** The price of a quantity less line discount and VAT, in local currency: the expected sales or purchase amount. */
    public static Amount expectedTrade(DocumentLine line, UnitQuantity quantity, DocumentTerms terms) {
        var gross = line.price().unit().value().multiply(quantity.value());
        var discounted = gross.subtract(line.price().lineDiscount().of(gross));
        var vat = line.vat();
        var included = terms.pricesIncludeVat() && vat.calculation() == VatCalculation.NORMAL;
        return Amount.rounded(terms.rate().toLocal(included ? VatCalculator.withoutVat(discounted, vat.rate()) : discounted));
    }
}
