package org.stockbook.web;

/** The company whose books these are, as the top bar names it. */
public interface CompanyBanner {
    String name();

    /** Code of the local currency, for headings; empty where none is set up. */
    String currencyCode();
}
