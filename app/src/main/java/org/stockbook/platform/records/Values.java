package org.stockbook.platform.records;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as they are compared and told blank. */
final class Values {
    private Values() {}

    static boolean isBlank(@Nullable Object value) {
        return value == null || value.equals("");
    }

    /** Whether nothing changes: 1.50 and 1.5 are one figure, blank and absent are one. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (isBlank(one) || isBlank(other)) {
            return isBlank(one) && isBlank(other);
        }
        return one instanceof BigDecimal figure && other instanceof BigDecimal otherFigure
                ? figure.compareTo(otherFigure) == 0
                : Objects.equals(String.valueOf(one), String.valueOf(other));
    }
}
