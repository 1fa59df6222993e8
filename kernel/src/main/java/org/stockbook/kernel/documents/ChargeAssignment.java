package org.stockbook.kernel.documents;

import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;

/**
 * How much of an item charge line falls on one target (spec: purchasing, section 7).
 *
 * @param toAssign of the charge line's quantity, five decimals; its amount follows from it
 * @param toHandle what of it is posted with the next invoice; zero postpones it
 * @param assigned what earlier invoices have posted
 */
public record ChargeAssignment(
        LineNo charge, Target target, UnitQuantity toAssign, UnitQuantity toHandle, UnitQuantity assigned) {

    public static ChargeAssignment of(LineNo charge, Target target, UnitQuantity quantity) {
        return new ChargeAssignment(charge, target, quantity, quantity, UnitQuantity.ZERO);
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
        return new ChargeAssignment(charge, target, toAssign.minus(toHandle), UnitQuantity.ZERO, assigned.plus(toHandle));
    }
}
