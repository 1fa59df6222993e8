package org.stockbook.finance;

/**
 * A sum that is kept beside a ledger and is not what the ledger says.
 *
 * @param table which of the sums
 * @param key its key, readable
 * @param kept what is kept, empty where the row is missing
 * @param ledger what the ledger says, empty where there is nothing
 */
public record WrongSum(String table, String key, String kept, String ledger) {}
