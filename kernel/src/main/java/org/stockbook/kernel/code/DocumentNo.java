package org.stockbook.kernel.code;

/** The number of the document that caused an entry. */
public record DocumentNo(String code) implements Comparable<DocumentNo> {
    /** None given. */
    public static final DocumentNo BLANK = new DocumentNo("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(DocumentNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
