package org.stockbook.web;

/** Gives the view of the caller being served. */
public interface Views {
    View current();
}
