package org.stockbook.kernel.code;

/** The number of a general ledger account. */
public record AccountNo(String code) implements Comparable<AccountNo> {
    public AccountNo {
        if (code.isEmpty()) {
            throw new IllegalArgumentException("AccountNo must not be blank");
        }
    }

    @Override
    public int compareTo(AccountNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
