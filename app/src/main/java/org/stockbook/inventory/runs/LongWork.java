package org.stockbook.inventory.runs;

/** Somebody who wants to know how far long work has come. */
@FunctionalInterface
public interface LongWork {
    /** Nobody wants to know. */
    LongWork SILENT = (_, _) -> {};

    void at(int done, int of);
}
