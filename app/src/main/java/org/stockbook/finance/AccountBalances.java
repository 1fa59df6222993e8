package org.stockbook.finance;

import java.time.LocalDate;
import java.util.Map;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.measure.Amount;

/** What stands on the accounts of the general ledger. */
public interface AccountBalances {
    /** The balance of each account that has entries, as of a date; debit above zero. */
    Map<AccountNo, Amount> asOf(LocalDate date);
}
