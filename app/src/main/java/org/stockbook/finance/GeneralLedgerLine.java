package org.stockbook.finance;

import java.time.LocalDate;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.Origin;

/**
 * An entry to be written into the general ledger.
 *
 * @param amount above zero is a debit, below zero a credit; never zero
 * @param groups business and product group; the inventory group is not kept
 */
public record GeneralLedgerLine(
        AccountNo account, LocalDate postingDate, Amount amount, PostingGroups groups, Origin origin, LedgerTerms terms) {}
