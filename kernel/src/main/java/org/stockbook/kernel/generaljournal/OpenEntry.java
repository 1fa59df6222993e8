package org.stockbook.kernel.generaljournal;

import java.time.LocalDate;
import java.util.Optional;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.measure.Money;

/**
 * An entry of a partner that is not settled (spec: finance, section 4).
 *
 * @param remaining what is left, with its sign: debts to vendors are below zero, claims on customers above
 * @param discount for paying in time; empty where none was agreed
 */
public record OpenEntry(
        PartnerEntryNo no, JournalAccount.Partner partner, PartnerGroup group, LocalDate postingDate, JournalValue remaining, Optional<Discount> discount) {

    /**
     * Granted for paying in time.
     *
     * @param until last day
     * @param amount above zero, in the currency of the entry
     */
    public record Discount(LocalDate until, Money amount) {}

    OpenEntry with(JournalValue left) {
        return new OpenEntry(no, partner, group, postingDate, left, discount);
    }
}
