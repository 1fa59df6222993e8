package org.stockbook.finance;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Makes and closes fiscal years: the oldest open one only, and not without its successor (spec: finance, section 7). */
@Service
public class FiscalYears {
    private static final int MOST_PERIODS = 365;

    private final AccountingPeriods periods;
    private final Permissions permissions;

    FiscalYears(AccountingPeriods periods, Permissions permissions) {
        this.periods = periods;
        this.permissions = permissions;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The first day of the year, and the last one. */
        record Done(LocalDate first, LocalDate last) implements Outcome {}

        /** A stable code. */
        record Refused(String code) implements Outcome {}
    }

    /**
     * A year of periods of one length, that follows the last one there is.
     *
     * @param months length of each period
     */
    @Transactional
    public Outcome create(LocalDate start, int count, int months) {
        permissions.require(Permission.CHANGE_FINANCE_SETUP);
        var all = periods.all();
        if (count < 1 || count > MOST_PERIODS || months < 1 || months > 12) {
            return new Outcome.Refused("api.malformed");
        }
        var last = all.stream().map(AccountingPeriod::start).max(Comparator.naturalOrder());
        if (last.filter(begin -> !begin.isBefore(start)).isPresent()) {
            return new Outcome.Refused("common.date-order");
        }
        var end = start.plusMonths((long) count * months);
        var fresh = IntStream.range(0, count).mapToObj(i -> new AccountingPeriod(start.plusMonths((long) i * months), i == 0, false)).toList();
        periods.add(fresh);
        return new Outcome.Done(start, end.minusDays(1));
    }

    /** Closes the oldest open year for good; entries posted into it afterwards count as of a prior year. */
    @Transactional
    public Outcome close() {
        permissions.require(Permission.CHANGE_FINANCE_SETUP);
        var first = oldestOpen();
        var next = first.flatMap(start -> yearStarts().stream().filter(start::isBefore).findFirst());
        if (next.isEmpty()) {
            return new Outcome.Refused("finance.next-year-missing");
        }
        periods.close(first.orElseThrow(), next.get());
        return new Outcome.Done(first.orElseThrow(), next.get().minusDays(1));
    }

    private Optional<LocalDate> oldestOpen() {
        return periods.all().stream().filter(period -> !period.closed() && period.newFiscalYear()).map(AccountingPeriod::start).min(Comparator.naturalOrder());
    }

    private List<LocalDate> yearStarts() {
        return periods.all().stream().filter(AccountingPeriod::newFiscalYear).map(AccountingPeriod::start).sorted().toList();
    }

    /** The last day of the youngest closed year; empty where none is closed. */
    @Transactional(readOnly = true)
    public Optional<Outcome.Done> lastClosed() {
        var starts = yearStarts();
        var closed = periods.all().stream().filter(period -> period.closed() && period.newFiscalYear()).map(AccountingPeriod::start).max(Comparator.naturalOrder());
        return closed.flatMap(first -> starts.stream().filter(first::isBefore).findFirst().map(next -> new Outcome.Done(first, next.minusDays(1))));
    }
}
