package org.stockbook.kernel.accounts;

import org.stockbook.kernel.measure.Amount;

/**
 * One part of a value entry on its two account types (spec: reconciliation, section 23).
 *
 * @param amount above zero debits the account type and credits the balancing type, below zero the other way round
 */
public record AccountLine(AccountType accountType, AccountType balancingType, CostPart part, Amount amount) {}
