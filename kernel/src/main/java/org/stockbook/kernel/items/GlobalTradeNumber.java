package org.stockbook.kernel.items;

/** A number under a bar code of the GS1 system: 8, 12, 13 or 14 digits of which the last checks the others (spec: items, sections 1.1 and 6). */
public final class GlobalTradeNumber {
    private static final String LENGTHS = "[0-9]{8}|[0-9]{12,14}";

    private GlobalTradeNumber() {}

    /** Whether a text has the shape of such a number and its last digit is right. */
    public static boolean isValid(String digits) {
        return digits.matches(LENGTHS) && checkDigit(digits.substring(0, digits.length() - 1)) == digits.charAt(digits.length() - 1) - '0';
    }

    /** Three times every other digit from the right, the rest once; what is missing to the next ten. */
    private static int checkDigit(String digits) {
        var sum = 0;
        for (var place = 0; place < digits.length(); place++) {
            var digit = digits.charAt(digits.length() - 1 - place) - '0';
            sum += place % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
