package org.stockbook.kernel.posting;

/** The number of a line in its journal batch or document, by which refusals name it. */
public record LineNo(int value) implements Comparable<LineNo> {
    @Override
    public int compareTo(LineNo other) {
        return Integer.compare(value, other.value);
    }
}
