package org.stockbook.kernel.accounts;

/** A value entry of a kind that has no account rule: a mistake of the program that wrote it (spec: reconciliation, section 3). */
public final class CombinationNotPostable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public static final String CODE = "reconciliation.combination-not-postable";

    CombinationNotPostable(CostKind kind, CostPart part) {
        super(CODE + ": " + kind + ", " + part);
    }

    public String code() {
        return CODE;
    }
}
