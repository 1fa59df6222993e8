package org.stockbook.organisation.store;

import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES_LINE;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.organisation.NumberSeries;
import org.stockbook.organisation.SeriesLine;

/** Number series and their lines. */
@Component
class NumberSeriesInPostgres implements NumberSeries {
    private final DSLContext database;

    NumberSeriesInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Series> find(String code) {
        return database.selectFrom(NUMBER_SERIES)
                .where(NUMBER_SERIES.CODE.eq(code))
                .fetchOptional(found -> new Series(found.getCode(), found.getDefaultNumbers(), found.getManualNumbers(), found.getDateOrder()));
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
