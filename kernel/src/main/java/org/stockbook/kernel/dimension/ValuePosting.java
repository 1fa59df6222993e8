package org.stockbook.kernel.dimension;

/** What a card demands of the dimension of its entries (spec: finance, section 9). */
public enum ValuePosting {
    /** Nothing: its value is a proposal. */
    NONE,
    /** Some value. */
    CODE_MANDATORY,
    /** Exactly its own value; without one, none. */
    SAME_CODE,
    /** No value. */
    NO_CODE
}
