package org.stockbook.kernel.documents.corrections;

/** Why a posted invoice cannot be cancelled or corrected (spec: purchasing, section 8). */
public enum CancelRefusal {
    APPLIED("purchasing.cancel-applied"),
    CORRECTED("purchasing.cancel-corrected"),
    BLOCKED("purchasing.cancel-blocked"),
    COMBINED("purchasing.cancel-combined"),
    DATE("purchasing.cancel-date"),
    LINE_TYPE("purchasing.cancel-line-type"),
    NOT_IN_STOCK("purchasing.cancel-not-in-stock"),
    RETURNED("purchasing.cancel-returned");

    private final String code;

    CancelRefusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
