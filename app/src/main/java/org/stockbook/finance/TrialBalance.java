package org.stockbook.finance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.generaljournal.Totaling;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** What moved on each account in a period and what stands on it at the end, with the totals of the chart (spec: finance, section 13). */
@Service
public class TrialBalance {
    private final AccountMovements movements;
    private final Permissions permissions;

    TrialBalance(AccountMovements movements, Permissions permissions) {
        this.movements = movements;
        this.permissions = permissions;
    }

    /** An account in the order of the chart; figures above zero are debits. */
    public record Line(AccountMovements.Account account, Amount debit, Amount credit, Amount balance) {
        /** Debit less credit in the period. */
        public Amount netChange() {
            return debit.minus(credit);
        }
    }

    @Transactional(readOnly = true)
    public List<Line> lines(AccountMovements.Period period) {
        permissions.require(Permission.READ_GENERAL_LEDGER);
        var posted = movements.in(period);
        var lines = new ArrayList<Line>();
        for (var account : movements.chart()) {
            if (account.isPosting()) {
                var sums = posted.getOrDefault(account.number(), AccountMovements.Sums.NONE);
                lines.add(new Line(account, sums.debit(), sums.credit(), sums.balance()));
            } else {
                var totaling = Totaling.of(account.totaling());
                var sums = posted.entrySet().stream().filter(entry -> totaling.includes(new AccountNo(entry.getKey()))).map(Map.Entry::getValue)
                        .reduce(AccountMovements.Sums.NONE, AccountMovements.Sums::plus);
                lines.add(new Line(account, sums.debit(), sums.credit(), sums.balance()));
            }
        }
        return lines;
    }
}
