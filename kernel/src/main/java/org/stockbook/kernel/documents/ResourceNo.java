package org.stockbook.kernel.documents;

/** The number of a resource such as a person or a machine. */
public record ResourceNo(String code) implements Comparable<ResourceNo> {
    /** None given. */
    public static final ResourceNo BLANK = new ResourceNo("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(ResourceNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
