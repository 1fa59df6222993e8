package org.stockbook.web;

/** What the demo shows above its sign-in: the user and password that it made. */
public interface SignInNotice {
    /** Login and password, separated by a slash; empty where there is nothing to show. */
    String credentials();
}
