package org.stockbook.kernel.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;

/**
 * How much of an item charge line falls on one target (spec: purchasing, section 7).
 *
 * @param toAssign of the charge line's quantity, five decimals
 * @param toHandle what of it is posted with the next invoice; zero postpones it
 * @param assigned what earlier invoices have posted
 * @param amount of what is to be assigned, in the document's currency; where it is empty it follows from the quantity
 */
public record ChargeAssignment(
        LineNo charge,
        Target target,
        UnitQuantity toAssign,
        UnitQuantity toHandle,
        UnitQuantity assigned,
        Optional<Money> amount) {

    public ChargeAssignment(
            LineNo charge, Target target, UnitQuantity toAssign, UnitQuantity toHandle, UnitQuantity assigned) {
        this(charge, target, toAssign, toHandle, assigned, Optional.empty());
    }

    public static ChargeAssignment of(LineNo charge, Target target, UnitQuantity quantity) {
        return new ChargeAssignment(charge, target, quantity, quantity, UnitQuantity.ZERO);
    }

    public ChargeAssignment withAmount(Optional<Money> newAmount) {
        return new ChargeAssignment(charge, target, toAssign, toHandle, assigned, newAmount);
    }

    /** The amount of what is posted with the next invoice, where it was given. */
    public Optional<Money> amountToHandle() {
        return amount.map(given -> given.share(toHandle, toAssign));
    }

    /**
     * What the shares of a charge line come to: each what the running share has grown by, so that they sum to the line.
     *
     * @param charge amount of the line
     * @param quantity of the line
     */
    public static List<Money> amounts(Money charge, UnitQuantity quantity, List<ChargeAssignment> rows) {
        var amounts = new ArrayList<Money>();
        var reached = UnitQuantity.ZERO;
        var given = Money.ZERO;
        for (var row : rows) {
            reached = reached.plus(row.assigned()).plus(row.toAssign());
            var due = quantity.isZero() ? Money.ZERO : charge.share(reached, quantity);
            amounts.add(due.minus(given));
            given = due;
        }
        return amounts;
    }

    /** What a charge is assigned to. */
    public sealed interface Target {
        /** A line of the same document, when it is invoiced. */
        record SameDocument(LineNo line) implements Target {}

        /** A posted receipt, shipment, return or transfer receipt. */
        record PostedGoods(PostedLineKey line) implements Target {}
    }

    /** After its charge line was posted. */
    public ChargeAssignment posted() {
        var left = amountToHandle().flatMap(handled -> amount.map(given -> given.minus(handled)));
        return new ChargeAssignment(
                charge, target, toAssign.minus(toHandle), UnitQuantity.ZERO, assigned.plus(toHandle), left);
    }
}
