package org.stockbook.kernel.items;

/** The code of an item category; blank stands for none (spec: items, section 9). */
public record CategoryCode(String code) implements Comparable<CategoryCode> {
    public static final CategoryCode NONE = new CategoryCode("");

    public boolean isNone() {
        return code.isEmpty();
    }

    @Override
    public int compareTo(CategoryCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
