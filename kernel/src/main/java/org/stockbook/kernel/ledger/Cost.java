package org.stockbook.kernel.ledger;

import org.stockbook.kernel.measure.Amount;

/**
 * The cost on one value entry, local currency, sign of its quantity.
 *
 * @param actual invoiced, inventoriable; above zero raises inventory
 * @param expected received or shipped and not invoiced; invoicing writes the opposite
 * @param nonInventoriable must not enter inventory: charges on goods that left, items that are not stocked
 */
public record Cost(Amount actual, Amount expected, Amount nonInventoriable) {
    public static final Cost ZERO = new Cost(Amount.ZERO, Amount.ZERO, Amount.ZERO);

    public static Cost actual(Amount amount) {
        return new Cost(amount, Amount.ZERO, Amount.ZERO);
    }

    public static Cost expected(Amount amount) {
        return new Cost(Amount.ZERO, amount, Amount.ZERO);
    }

    public Cost plus(Cost other) {
        return new Cost(
                actual.plus(other.actual), expected.plus(other.expected), nonInventoriable.plus(other.nonInventoriable));
    }

    public Cost negated() {
        return new Cost(actual.negated(), expected.negated(), nonInventoriable.negated());
    }

    /** What counts as inventory value: actual and expected. */
    public Amount inventoriable() {
        return actual.plus(expected);
    }

    public boolean isZero() {
        return actual.isZero() && expected.isZero() && nonInventoriable.isZero();
    }
}
