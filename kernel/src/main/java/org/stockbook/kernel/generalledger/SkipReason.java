package org.stockbook.kernel.generalledger;

import java.time.LocalDate;
import org.stockbook.kernel.accounts.CostPart;
import org.stockbook.kernel.accounts.CostRefusal;
import org.stockbook.kernel.measure.Amount;

/** Why the batch leaves a value entry pending (spec: reconciliation, section 5). */
public sealed interface SkipReason
        permits SkipReason.NoAccount, SkipReason.AmountsInconsistent, SkipReason.DateNotAllowed, SkipReason.ExpectedCostPostingOff {

    /** Stable code, the key of the text. */
    String code();

    /** Its cost has nowhere to go. */
    record NoAccount(CostRefusal cause) implements SkipReason {
        @Override
        public String code() {
            return cause.code();
        }
    }

    /** What the entry says is posted of a part is neither nothing nor its amount. */
    record AmountsInconsistent(CostPart part, Amount amount, Amount posted) implements SkipReason {
        @Override
        public String code() {
            return "reconciliation.amounts-inconsistent";
        }
    }

    /** The posting date is outside the range in which company and user may post. */
    record DateNotAllowed(LocalDate postingDate, AllowedDates allowed) implements SkipReason {
        @Override
        public String code() {
            return "finance.posting-date-not-allowed";
        }
    }

    /** Nothing but expected cost is open, and the company does not post expected cost. */
    record ExpectedCostPostingOff(Amount expected) implements SkipReason {
        @Override
        public String code() {
            return "reconciliation.expected-cost-posting-off";
        }
    }
}
