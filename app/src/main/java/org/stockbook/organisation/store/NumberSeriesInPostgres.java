package org.stockbook.organisation.store;

import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES_LINE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.organisation.NumberSeries;
import org.stockbook.organisation.SeriesLine;
import org.stockbook.platform.database.RoundTrip;

/** Number series and their lines. */
@Component
class NumberSeriesInPostgres implements NumberSeries {
    private static final String SERIES = "SELECT * FROM number_series WHERE code = ?";

    /** The open line with the latest starting date up to a date. */
    private static final String LINE = """
            SELECT * FROM number_series_line WHERE id = (
                SELECT l.id FROM number_series_line l JOIN number_series s ON s.id = l.number_series_id
                WHERE s.code = ? AND l.is_open AND (l.starting_date IS NULL OR l.starting_date <= ?::date)
                ORDER BY l.starting_date DESC NULLS LAST LIMIT 1)""";

    private final DSLContext database;

    NumberSeriesInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Series> find(String code) {
        return database.selectFrom(NUMBER_SERIES)
                .where(NUMBER_SERIES.CODE.eq(code))
                .fetchOptional(NumberSeriesInPostgres::series);
    }

    @Override
    public Optional<SeriesLine> lineFor(String code, LocalDate date) {
        return database.selectFrom(NUMBER_SERIES_LINE)
                .where(validOn(code, date))
                .orderBy(NUMBER_SERIES_LINE.STARTING_DATE.desc().nullsLast())
                .limit(1)
                .fetchOptional(NumberSeriesInPostgres::line);
    }

    @Override
    public Optional<SeriesLine> lockLineFor(String code, LocalDate date) {
        return lineFor(code, date).flatMap(line -> database.selectFrom(NUMBER_SERIES_LINE)
                .where(NUMBER_SERIES_LINE.ID.eq(line.id()))
                .forUpdate()
                .fetchOptional(NumberSeriesInPostgres::line));
    }

    @Override
    public void used(long line, String number, LocalDate date) {
        database.update(NUMBER_SERIES_LINE)
                .set(NUMBER_SERIES_LINE.LAST_NUMBER_USED, number)
                .set(NUMBER_SERIES_LINE.LAST_DATE_USED, date)
                .where(NUMBER_SERIES_LINE.ID.eq(line))
                .execute();
    }

    @Override
    public List<Found> lockAll(List<Wanted> wanted) {
        var trip = new RoundTrip();
        var asked = wanted.stream().map(one -> new Asked(new ArrayList<>(1), new ArrayList<>(1))).toList();
        for (var i = 0; i < wanted.size(); i++) {
            var one = wanted.get(i);
            trip.records(SERIES, asked.get(i).series::addAll, one.code());
            trip.records(LINE + " AND NOT allow_gaps FOR UPDATE", asked.get(i).lines::addAll, one.code(), one.date());
            trip.records(LINE + " AND allow_gaps", asked.get(i).lines::addAll, one.code(), one.date());
        }
        trip.run(database);
        return asked.stream().map(Asked::found).toList();
    }

    @Override
    public void used(List<SeriesLine> lines) {
        var trip = new RoundTrip();
        lines.forEach(line -> trip.update("UPDATE number_series_line SET last_number_used = ?, last_date_used = ?::date WHERE id = ?",
                line.lastNumberUsed(), line.lastDateUsed().orElseThrow(), line.id()));
        trip.run(database);
    }

    /** Rows that are answered. */
    private record Asked(List<Record> series, List<Record> lines) {
        Found found() {
            return new Found(series.stream().findFirst().map(NumberSeriesInPostgres::series), lines.stream().findFirst().map(NumberSeriesInPostgres::line));
        }
    }

    private static Series series(Record found) {
        var series = found.into(NUMBER_SERIES);
        return new Series(series.getCode(), series.getDefaultNumbers(), series.getManualNumbers(), series.getDateOrder());
    }

    private static Condition validOn(String code, LocalDate date) {
        return NUMBER_SERIES_LINE.NUMBER_SERIES_ID
                .eq(DSL.select(NUMBER_SERIES.ID).from(NUMBER_SERIES).where(NUMBER_SERIES.CODE.eq(code)))
                .and(NUMBER_SERIES_LINE.IS_OPEN)
                .and(NUMBER_SERIES_LINE.STARTING_DATE.isNull().or(NUMBER_SERIES_LINE.STARTING_DATE.le(date)));
    }

    private static SeriesLine line(Record found) {
        var line = found.into(NUMBER_SERIES_LINE);
        return new SeriesLine(line.getId(), Optional.ofNullable(line.getStartingDate()), line.getStartingNumber(), line.getEndingNumber(),
                line.getWarningNumber(), line.getIncrementBy(), line.getLastNumberUsed(), Optional.ofNullable(line.getLastDateUsed()), line.getAllowGaps());
    }
}
