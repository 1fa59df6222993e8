package org.stockbook.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes or foresees many numbers of one series at once, with a statement per date and not per number (spec: finance, section 8). */
@Component
public class TakeNumbers {
    private final NumberSeries series;

    TakeNumbers(NumberSeries series) {
        this.series = series;
    }

    /** One number for each date, in this order; they are used now, and come back if the transaction is rolled back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<NextNumber> take(String code, List<LocalDate> dates) {
        var run = new Run(code, true);
        var numbers = dates.stream().map(run::next).toList();
        run.used.forEach((line, last) -> series.used(line, last.number(), last.date()));
        return numbers;
    }

    /** The numbers that would be taken now; nothing is used and nobody waits. */
    public List<NextNumber> foresee(String code, List<LocalDate> dates) {
        return dates.stream().map(new Run(code, false)::next).toList();
    }

    /** One go through a series. */
    private final class Run {
        private final String code;
        private final boolean lock;
        private final Optional<NumberSeries.Series> found;
        private final Map<LocalDate, Optional<Long>> lineOn = new HashMap<>();
        private final Map<Long, SeriesLine> lines = new HashMap<>();
        private final Map<Long, Used> used = new HashMap<>();

        private Run(String code, boolean lock) {
            this.code = code;
            this.lock = lock;
            this.found = series.find(code).filter(NumberSeries.Series::automatic);
        }

        private NextNumber next(LocalDate date) {
            if (found.isEmpty()) {
                return new NextNumber.None("finance.series-required", Map.of("series", code));
            }
            return lineOn.computeIfAbsent(date, this::load)
                    .map(id -> after(id, date))
                    .orElseGet(() -> new NextNumber.None("finance.series-no-line", Map.of("series", code, "date", date)));
        }

        private Optional<Long> load(LocalDate date) {
            var line = lock ? series.lockLineFor(code, date) : series.lineFor(code, date);
            line.ifPresent(loaded -> lines.putIfAbsent(loaded.id(), loaded));
            return line.map(SeriesLine::id);
        }

        private NextNumber after(long id, LocalDate date) {
            var line = Optional.ofNullable(lines.get(id)).orElseThrow();
            var next = line.next(code, date, found.orElseThrow().dateOrder());
            if (next instanceof NextNumber.Taken taken) {
                lines.put(id, line.withLast(taken.number(), date));
                used.put(id, new Used(taken.number(), date));
            }
            return next;
        }
    }

    private record Used(String number, LocalDate date) {}
}
