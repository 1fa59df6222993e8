package org.stockbook.scenario.expectation;

/** A scenario says something that the format does not know: it fails loudly, it is never passed over. */
public final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotUnderstood(String what) {
        super(what);
    }
}
