package org.stockbook.organisation;

import java.time.LocalDate;
import java.util.Optional;

/** The number series as they are kept. */
public interface NumberSeries {
    Optional<Series> find(String code);

    /** The open line with the latest starting date up to a date, locked until the transaction ends. */
    Optional<SeriesLine> lockLineFor(String code, LocalDate date);

    /** The same without lock, to learn whether gaps are allowed. */
    Optional<SeriesLine> lineFor(String code, LocalDate date);

    void used(long line, String number, LocalDate date);

    /**
     * One series.
     *
     * @param automatic a number is taken where none is typed
     * @param manual numbers may be typed
     * @param dateOrder a number may not be used on an earlier date than the one before it
     */
    record Series(String code, boolean automatic, boolean manual, boolean dateOrder) {}
}
