package org.stockbook.kernel.accounts;

import org.stockbook.kernel.code.AccountNo;

/**
 * What the rules need to know of an account of the chart (spec: finance, section 1).
 *
 * @param posting entries may stand on it: it is no heading or total
 * @param blocked nothing may be posted to it
 */
public record LedgerAccount(AccountNo no, boolean posting, boolean blocked) {}
