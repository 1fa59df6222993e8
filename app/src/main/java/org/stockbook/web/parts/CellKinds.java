package org.stockbook.web.parts;

import org.stockbook.platform.rows.Kind;

/** The words by which scripts know how a value is typed and written. */
public final class CellKinds {
    private CellKinds() {}

    public static String of(Kind kind) {
        return switch (kind) {
            case TEXT, MOMENT -> "text";
            case CODE -> "code";
            case CHOICE -> "choice";
            case FLAG -> "flag";
            case NUMBER, COUNT -> "number";
            case QUANTITY -> "quantity";
            case UNIT_AMOUNT -> "unit_amount";
            case AMOUNT -> "amount";
            case DATE -> "date";
        };
    }
}
