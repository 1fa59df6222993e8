package org.stockbook.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the next number of a series (spec: finance, section 8). Without gaps: in the caller's transaction under a row lock, so that a rollback
 * returns it; to be called late in the transaction. With gaps: at once and for good, so nobody waits.
 */
@Component
public class TakeNumber {
    private final NumberSeries series;
    private final TransactionTemplate atOnce;

    TakeNumber(NumberSeries series, PlatformTransactionManager transactions) {
        this.series = series;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The next number for a date.
     *
     * @param code of the series; blank where none is set up
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public NextNumber take(String code, LocalDate date) {
        return take(List.of(new NumberSeries.Wanted(code, date))).getFirst();
    }

    /** The next number of each, in two round trips however many there are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<NextNumber> take(List<NumberSeries.Wanted> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var found = series.lockAll(wanted);
        var numbers = new ArrayList<NextNumber>();
        var used = new LinkedHashMap<Long, SeriesLine>();
        for (var i = 0; i < wanted.size(); i++) {
            numbers.add(next(wanted.get(i), found.get(i), used));
        }
        series.used(List.copyOf(used.values()));
        return numbers;
    }

    /** @param used lines of this call with the numbers that it has taken of them already */
    private NextNumber next(NumberSeries.Wanted wanted, NumberSeries.Found found, Map<Long, SeriesLine> used) {
        var code = wanted.code();
        var date = wanted.date();
        if (found.series().filter(NumberSeries.Series::automatic).isEmpty()) {
            return new NextNumber.None("finance.series-required", Map.of("series", code));
        }
        if (found.line().isEmpty()) {
            return new NextNumber.None("finance.series-no-line", Map.of("series", code, "date", date));
        }
        var definition = found.series().get();
        var read = found.line().get();
        if (read.allowGaps()) {
            return atOnce.execute(_ -> takeLocked(definition, date));
        }
        var line = used.getOrDefault(read.id(), read);
        var next = line.next(code, date, definition.dateOrder());
        if (next instanceof NextNumber.Taken taken) {
            used.put(line.id(), line.withLast(taken.number(), date));
        }
        return next;
    }

    private NextNumber takeLocked(NumberSeries.Series found, LocalDate date) {
        var line = series.lockLineFor(found.code(), date).orElseThrow();
        var next = line.next(found.code(), date, found.dateOrder());
        if (next instanceof NextNumber.Taken taken) {
            series.used(line.id(), taken.number(), date);
        }
        return next;
    }
}
