package org.stockbook.scenario.store;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.stockbook.kernel.costing.AverageRule;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.scenario.play.Settings;

/** The settings of a company in its tables. */
final class SettingTables {
    private final DSLContext dsl;
    private Optional<Written> written = Optional.empty();

    SettingTables(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What of the settings is in the tables. */
    private record Written(
            AverageRule average,
            CostPostingSwitches costPosting,
            String adjustment,
            boolean exactSales,
            boolean exactPurchases,
            LocalDate workDate,
            Map<LocalDate, AverageRule> rules,
            Set<LocalDate> periods,
            Set<LocalDate> closed,
            Map<LocalDate, Boolean> inventoryPeriods) {
        static Written of(Settings settings) {
            var posting = settings.postingRules();
            return new Written(
                    settings.average(),
                    settings.costPosting(),
                    settings.automaticAdjustment(),
                    posting.exactReversalOfSales(),
                    posting.exactReversalOfPurchases(),
                    settings.workDate(),
                    new TreeMap<>(settings.ruleByYearStart()),
                    new TreeSet<>(settings.periodStarts()),
                    new TreeSet<>(settings.closedPeriods()),
                    new TreeMap<>(settings.inventoryPeriods()));
        }
    }

    /** The tables hold these settings already. */
    void assume(Settings settings) {
        written = Optional.of(Written.of(settings));
    }

    void keep(Settings settings) {
        var now = Written.of(settings);
        if (!written.equals(Optional.of(now))) {
            write(now);
            written = Optional.of(now);
        }
    }

    private void write(Written now) {
        dsl.execute("UPDATE company SET work_date = ?", now.workDate());
        dsl.execute(
                """
                UPDATE inventory_setup SET automatic_cost_posting = ?, expected_cost_posting_to_gl = ?,
                    automatic_cost_adjustment = ?::automatic_cost_adjustment,
                    average_cost_calculation = ?::average_cost_calculation, average_cost_period = ?::average_cost_period,
                    sales_exact_cost_reversing_mandatory = ?, purchase_exact_cost_reversing_mandatory = ?""",
                now.costPosting().automatic(), now.costPosting().expected(), now.adjustment().toUpperCase(Locale.ROOT),
                now.average().calculation().name(), now.average().period().name(), now.exactSales(), now.exactPurchases());
        var before = written;
        now.periods().stream()
                .filter(start -> before.map(known -> !known.periods().contains(start)
                                || known.closed().contains(start) != now.closed().contains(start)
                                || known.rules().containsKey(start) != now.rules().containsKey(start))
                        .orElse(true))
                .forEach(start -> writePeriod(start, now));
        now.rules().forEach(this::writeRule);
        now.inventoryPeriods().forEach((end, closed) -> dsl.execute(
                """
                INSERT INTO inventory_period (ending_date, closed) VALUES (?, ?)
                ON CONFLICT (ending_date) DO UPDATE SET closed = excluded.closed""", end, closed));
    }

    private void writePeriod(LocalDate start, Written now) {
        dsl.execute(
                """
                INSERT INTO accounting_period (starting_date, new_fiscal_year, closed) VALUES (?, ?, ?)
                ON CONFLICT (starting_date) DO UPDATE SET new_fiscal_year = excluded.new_fiscal_year, closed = excluded.closed""",
                start, now.rules().containsKey(start), now.closed().contains(start));
    }

    private void writeRule(LocalDate yearStart, AverageRule rule) {
        dsl.execute(
                """
                INSERT INTO average_cost_rule (fiscal_year_start, average_cost_calculation, average_cost_period)
                VALUES (?, ?::average_cost_calculation, ?::average_cost_period)
                ON CONFLICT (fiscal_year_start) DO UPDATE SET average_cost_calculation = excluded.average_cost_calculation,
                    average_cost_period = excluded.average_cost_period""",
                yearStart, rule.calculation().name(), rule.period().name());
    }
}
