package org.stockbook.organisation;

import java.time.LocalDate;
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
        var found = series.find(code);
        if (found.isEmpty() || !found.get().automatic()) {
            return new NextNumber.None("finance.series-required", Map.of("series", code));
        }
        var line = series.lineFor(code, date);
        if (line.isEmpty()) {
            return new NextNumber.None("finance.series-no-line", Map.of("series", code, "date", date));
        }
        return line.get().allowGaps()
                ? atOnce.execute(_ -> takeLocked(found.get(), date))
                : takeLocked(found.get(), date);
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
