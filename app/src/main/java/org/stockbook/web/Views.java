package org.stockbook.web;

import java.util.function.Supplier;

/** Gives the view of the caller being served. */
public interface Views {
    View current();

    /** A question that several parts of a page have, asked once for each page. */
    <T> Supplier<T> once(Supplier<T> question);
}
