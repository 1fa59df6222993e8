package org.stockbook.organisation;

/** What the company is called and which currency it keeps its books in. */
public interface CompanyName {
    /** Empty until it is set up. */
    String name();

    /** Code of the local currency, empty until it is set up. */
    String localCurrency();
}
