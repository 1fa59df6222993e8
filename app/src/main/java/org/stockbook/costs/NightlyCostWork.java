package org.stockbook.costs;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What the program does with costs every night, one thing after the other (spec: reconciliation, section 22).
 *
 * @param startsAt in the time of the machine
 * @param postCostToGeneralLedger entry by entry, what is pending
 */
public record NightlyCostWork(boolean enabled, LocalTime startsAt, boolean adjustCosts, boolean postCostToGeneralLedger, boolean verifyBooks) {
    /** A program that was started later than this after the hour waits for the next night. */
    private static final Duration LATEST = Duration.ofHours(1);

    /** A night is named by the date on which its work begins. */
    public record Night(LocalDate date) {}

    /** The night whose hour has struck, if it is not too late for it. */
    public Optional<Night> dueAt(LocalDateTime now) {
        var today = now.toLocalDate().atTime(startsAt);
        var last = today.isAfter(now) ? today.minusDays(1) : today;
        return enabled && Duration.between(last, now).compareTo(LATEST) < 0 ? Optional.of(new Night(last.toLocalDate())) : Optional.empty();
    }
}
