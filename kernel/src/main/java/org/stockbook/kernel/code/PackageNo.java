package org.stockbook.kernel.code;

/** The number of a package; blank when not tracked. */
public record PackageNo(String code) implements Comparable<PackageNo> {
    /** None given. */
    public static final PackageNo BLANK = new PackageNo("");

    public boolean isBlank() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(PackageNo other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
