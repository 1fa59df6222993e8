package org.stockbook.platform.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * PostgreSQL's binary form of a numeric: groups of four decimal digits, the weight of the first group as a power of
 * 10,000, the sign, and how many decimals to show. The server drops groups of zeros at both ends by itself.
 */
final class Numeric {

    private static final int NEGATIVE = 0x4000;
    private static final int POSITIVE = 0;
    private static final int HEADER_BYTES = 4 * Short.BYTES;
    private static final int DIGITS_OF_GROUP = 4;
    private static final int GROUP = 10_000;
    private static final int LARGEST_SCALE = 18;
    private static final long[] POWERS_OF_TEN = powersOfTen();

    private Numeric() {}

    /** Length and value of {@code unscaled / 10^scale}; the length replaces the one just written before. */
    static void write(CopyBuffer buffer, long unscaled, int scale) {
        if (scale < 0 || scale > LARGEST_SCALE || unscaled == Long.MIN_VALUE) {
            write(buffer, BigDecimal.valueOf(unscaled, scale));
        } else {
            var absolute = Math.abs(unscaled);
            var wholeGroups = groupsOf(absolute / POWERS_OF_TEN[scale]);
            var decimalGroups = (scale + DIGITS_OF_GROUP - 1) / DIGITS_OF_GROUP;
            header(buffer, new Shape(wholeGroups, decimalGroups, unscaled < 0, scale));
            whole(buffer, absolute / POWERS_OF_TEN[scale], wholeGroups);
            decimals(buffer, absolute % POWERS_OF_TEN[scale], scale);
        }
    }

    /** The same for numbers of any size. */
    static void write(CopyBuffer buffer, BigDecimal value) {
        var plain = value.scale() < 0 ? value.setScale(0) : value;
        if (plain.scale() <= LARGEST_SCALE && plain.unscaledValue().bitLength() < Long.SIZE - 1) {
            write(buffer, plain.unscaledValue().longValue(), plain.scale());
        } else {
            large(buffer, plain);
        }
    }

    private record Shape(int wholeGroups, int decimalGroups, boolean isNegative, int scale) {}

    private static void header(CopyBuffer buffer, Shape shape) {
        var groups = shape.wholeGroups + shape.decimalGroups;
        buffer.int4At(buffer.size() - Integer.BYTES, HEADER_BYTES + groups * Short.BYTES);
        buffer.int2(groups);
        buffer.int2(shape.wholeGroups - 1);
        buffer.int2(shape.isNegative ? NEGATIVE : POSITIVE);
        buffer.int2(shape.scale);
    }

    private static int groupsOf(long whole) {
        var groups = 0;
        for (long rest = whole; rest > 0; rest /= GROUP) {
            groups++;
        }
        return groups;
    }

    /** From the highest group down. */
    private static void whole(CopyBuffer buffer, long whole, int groups) {
        var rest = whole;
        for (int power = (groups - 1) * DIGITS_OF_GROUP; power >= 0; power -= DIGITS_OF_GROUP) {
            buffer.int2((int) (rest / POWERS_OF_TEN[power]));
            rest %= POWERS_OF_TEN[power];
        }
    }

    /** The last group is filled up with zeros. */
    private static void decimals(CopyBuffer buffer, long decimals, int scale) {
        var rest = decimals;
        for (int power = scale - DIGITS_OF_GROUP; power > -DIGITS_OF_GROUP; power -= DIGITS_OF_GROUP) {
            if (power >= 0) {
                buffer.int2((int) (rest / POWERS_OF_TEN[power]));
                rest %= POWERS_OF_TEN[power];
            } else {
                buffer.int2((int) (rest * POWERS_OF_TEN[-power]));
            }
        }
    }

    private static void large(CopyBuffer buffer, BigDecimal value) {
        var decimalGroups = (value.scale() + DIGITS_OF_GROUP - 1) / DIGITS_OF_GROUP;
        var rest = value.setScale(decimalGroups * DIGITS_OF_GROUP).unscaledValue().abs();
        var groups = new short[(rest.bitLength() / 13) + decimalGroups + 1];
        var first = groups.length;
        while (rest.signum() > 0 || groups.length - first < decimalGroups) {
            var parts = rest.divideAndRemainder(BigInteger.valueOf(GROUP));
            first--;
            groups[first] = parts[1].shortValueExact();
            rest = parts[0];
        }
        var shown = Arrays.copyOfRange(groups, first, groups.length);
        header(buffer, new Shape(shown.length - decimalGroups, decimalGroups, value.signum() < 0, value.scale()));
        for (var group : shown) {
            buffer.int2(group);
        }
    }

    private static long[] powersOfTen() {
        var powers = new long[LARGEST_SCALE + 1];
        powers[0] = 1;
        for (int power = 1; power < powers.length; power++) {
            powers[power] = 10 * powers[power - 1];
        }
        return powers;
    }
}
