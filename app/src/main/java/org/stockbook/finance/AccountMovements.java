package org.stockbook.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.measure.Amount;

/** The chart of accounts with what moved on it. */
public interface AccountMovements {
    /** All accounts in the order of the chart. */
    List<Account> chart();

    /**
     * An account.
     *
     * @param totaling what a total sums, empty for accounts of other types
     */
    record Account(String number, String name, String type, boolean isPosting, boolean isIncome, int indentation, String totaling) {}

    /** What moved on each account, by its number. */
    Map<String, Sums> in(Period period);

    /**
     * Days of which movements count.
     *
     * @param withClosing whether the entries that close a year on its last day count at the end
     * @param knownAt only what was registered up to then; all that is known now if empty
     * @param dimensions the values wanted of each dimension, by their codes; entries of any where empty
     */
    record Period(LocalDate from, LocalDate to, boolean withClosing, Optional<Instant> knownAt, Map<String, Set<String>> dimensions) {
        public Period {
            dimensions = Map.copyOf(dimensions);
        }

        public Period(LocalDate from, LocalDate to, boolean withClosing) {
            this(from, to, withClosing, Optional.empty(), Map.of());
        }
    }

    /** Debit and credit within a period, and the balance at its end. */
    record Sums(Amount debit, Amount credit, Amount balance) {
        public static final Sums NONE = new Sums(Amount.ZERO, Amount.ZERO, Amount.ZERO);

        Sums plus(Sums other) {
            return new Sums(debit.plus(other.debit), credit.plus(other.credit), balance.plus(other.balance));
        }
    }
}
