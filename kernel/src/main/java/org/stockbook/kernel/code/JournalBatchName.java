package org.stockbook.kernel.code;

/** The journal batch that an entry was posted from; blank for documents. */
public record JournalBatchName(String code) implements Comparable<JournalBatchName> {
    /** None given. */
    public static final JournalBatchName BLANK = new JournalBatchName("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(JournalBatchName other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
