package org.stockbook.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The number series as they are kept. */
public interface NumberSeries {
    Optional<Series> find(String code);

    /** The open line with the latest starting date up to a date, locked until the transaction ends. */
    Optional<SeriesLine> lockLineFor(String code, LocalDate date);

    /** The same without lock, to learn whether gaps are allowed. */
    Optional<SeriesLine> lineFor(String code, LocalDate date);

    void used(long line, String number, LocalDate date);

    /** Each series with its line for the date, locked unless it allows gaps; one round trip, locks in the order asked for. */
    List<Found> lockAll(List<Wanted> wanted);

    /** Keeps the last number and date of each line, in one round trip. */
    void used(List<SeriesLine> lines);

    /** A number of a series that is wanted for a date. */
    record Wanted(String code, LocalDate date) {}

    /** What there is of a series for a date. */
    record Found(Optional<Series> series, Optional<SeriesLine> line) {}

    /**
     * One series.
     *
     * @param automatic a number is taken where none is typed
     * @param manual numbers may be typed
     * @param dateOrder a number may not be used on an earlier date than the one before it
     */
    record Series(String code, boolean automatic, boolean manual, boolean dateOrder) {}
}
