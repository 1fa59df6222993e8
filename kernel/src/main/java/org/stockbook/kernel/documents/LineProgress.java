package org.stockbook.kernel.documents;

import org.stockbook.kernel.measure.UnitQuantity;

/**
 * The two pairs of every line, in its unit of measure: how much is received or shipped and how much shall be now, how much is
 * invoiced and how much shall be now (spec: purchasing, section 2.3).
 */
public record LineProgress(UnitQuantity toHandle, UnitQuantity handled, UnitQuantity toInvoice, UnitQuantity invoiced, Surplus surplus) {
    /** A new line: all of it is to be handled and invoiced. */
    public static LineProgress fresh(UnitQuantity quantity) {
        return of(quantity, UnitQuantity.ZERO).invoicing(quantity);
    }

    /** Nothing of it is invoiced or to be invoiced, and nothing beyond what was ordered. */
    public static LineProgress of(UnitQuantity toHandle, UnitQuantity handled) {
        return new LineProgress(toHandle, handled, UnitQuantity.ZERO, UnitQuantity.ZERO, Surplus.NONE);
    }

    public UnitQuantity outstanding(UnitQuantity quantity) {
        return quantity.minus(handled);
    }

    /** Whether more is to be handled next than is outstanding, or the other way round. */
    public boolean isHandlingTooMuch(UnitQuantity quantity) {
        return !toHandle.isWithin(outstanding(quantity));
    }

    public UnitQuantity notInvoiced() {
        return handled.minus(invoiced);
    }

    /** The most that may be invoiced with what is to be handled. */
    public UnitQuantity invoiceable() {
        return handled.plus(toHandle).minus(invoiced);
    }

    public boolean isComplete(UnitQuantity quantity) {
        return invoiced.equals(quantity) && handled.equals(quantity);
    }

    /** Another quantity to handle: what is to be invoiced follows it. */
    public LineProgress handling(UnitQuantity newToHandle) {
        return choosing(newToHandle, handled.plus(newToHandle).minus(invoiced));
    }

    public LineProgress invoicing(UnitQuantity newToInvoice) {
        return choosing(toHandle, newToInvoice);
    }

    /** What shall be handled and invoiced now. */
    public LineProgress choosing(UnitQuantity newToHandle, UnitQuantity newToInvoice) {
        return new LineProgress(newToHandle, handled, newToInvoice, invoiced, surplus);
    }

    public LineProgress with(Surplus newSurplus) {
        return new LineProgress(toHandle, handled, toInvoice, invoiced, newSurplus);
    }

    /** After a posting of what was to be handled and invoiced; proposes the rest for the next one. */
    public LineProgress posted(UnitQuantity quantity) {
        var after = counted(quantity, handled.plus(toHandle), invoiced.plus(toInvoice));
        return toHandle.isZero() ? after : after.with(surplus.come());
    }

    /** With other totals, as after an undo or a cancelled invoice; proposes the rest. */
    public LineProgress counted(UnitQuantity quantity, UnitQuantity nowHandled, UnitQuantity nowInvoiced) {
        var left = quantity.minus(nowHandled);
        return new LineProgress(left, nowHandled, nowHandled.plus(left).minus(nowInvoiced), nowInvoiced, surplus);
    }
}
