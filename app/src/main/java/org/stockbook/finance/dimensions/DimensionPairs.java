package org.stockbook.finance.dimensions;

import java.util.List;

/** Which dimensions and which of their values exclude each other (spec: finance, section 9). */
public interface DimensionPairs {
    /** All dimensions by code. */
    List<Named> dimensions();

    /** The pairs of dimensions that do not stand together, or not with every value. */
    List<Pair> pairs();

    /** The pairs of values that do not stand together, by their dimensions and codes. */
    List<ValuePair> valuePairs();

    record Named(String code, String name) {}

    /** @param limited only some values exclude each other; else the dimensions do */
    record Pair(String first, String second, boolean limited) {}

    record ValuePair(String first, String firstValue, String second, String secondValue) {}
}
