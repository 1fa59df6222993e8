package org.stockbook.platform.calls;

/**
 * What a call was answered.
 *
 * @param status of HTTP
 * @param replayed the answer of an earlier call with the same key
 */
public record CallAnswer(int status, String body, boolean replayed) {
    /** From here on nothing was done. */
    private static final int REFUSED = 400;

    public static CallAnswer of(int status, String body) {
        return new CallAnswer(status, body, false);
    }

    boolean isRefusal() {
        return status >= REFUSED;
    }
}
