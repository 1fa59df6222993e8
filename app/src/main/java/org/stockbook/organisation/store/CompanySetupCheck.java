package org.stockbook.organisation.store;

import static org.stockbook.platform.database.jooq.Tables.COMPANY;
import static org.stockbook.platform.database.jooq.Tables.LOCATION;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES_LINE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stockbook.platform.setup.SetupCheck;

/** Name, currency and places of the company, and series that have numbers left. */
@Component
@Order(10)
class CompanySetupCheck implements SetupCheck {
    private final DSLContext database;

    CompanySetupCheck(DSLContext database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "company";
    }

    @Override
    public List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        database.selectFrom(COMPANY).fetchOptional().ifPresent(company -> {
            if (company.getName().isBlank()) {
                gaps.add(new Gap("gap.company-name", Map.of(), "/setup/company"));
            }
            if (company.getLocalCurrencyCode().isBlank()) {
                gaps.add(new Gap("gap.company-currency", Map.of(), "/setup/company"));
            }
        });
        if (!database.fetchExists(LOCATION, LOCATION.ID.ne(0L))) {
            gaps.add(new Gap("gap.no-location", Map.of(), "/locations"));
        }
        var today = LocalDate.now(Clock.systemDefaultZone());
        database.select(NUMBER_SERIES.CODE).from(NUMBER_SERIES)
                .whereNotExists(DSL.selectOne().from(NUMBER_SERIES_LINE).where(NUMBER_SERIES_LINE.NUMBER_SERIES_ID.eq(NUMBER_SERIES.ID)).and(NUMBER_SERIES_LINE.IS_OPEN)
                        .and(NUMBER_SERIES_LINE.STARTING_DATE.isNull().or(NUMBER_SERIES_LINE.STARTING_DATE.le(today))))
                .orderBy(NUMBER_SERIES.CODE)
                .forEach(series -> gaps.add(new Gap("gap.series-without-numbers", Map.of("series", series.value1()), "/number-series-lines?numberSeriesCode=" + series.value1())));
        return gaps;
    }
}
