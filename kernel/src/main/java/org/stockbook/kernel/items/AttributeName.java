package org.stockbook.kernel.items;

/** The name of an attribute such as Width or Colour, as it was declared (spec: items, section 10). */
public record AttributeName(String name) {
    public AttributeName {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an attribute must have a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
