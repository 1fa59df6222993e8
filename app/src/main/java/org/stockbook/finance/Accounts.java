package org.stockbook.finance;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What the rules ask of the chart of accounts. */
public interface Accounts {
    /** Those of these accounts that have entries. */
    Set<String> withEntries(Collection<String> numbers);

    /** Account type of those that exist, as its word, with "blocked" for blocked ones. */
    Map<String, String> states(Collection<String> numbers);
}
