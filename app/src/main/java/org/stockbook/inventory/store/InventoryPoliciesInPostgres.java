package org.stockbook.inventory.store;

import static org.stockbook.platform.database.jooq.Tables.AVERAGE_COST_RULE;
import static org.stockbook.platform.database.jooq.Tables.COMPANY;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_PERIOD;
import static org.stockbook.platform.database.jooq.Tables.INVENTORY_SETUP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stockbook.finance.AccountingPeriod;
import org.stockbook.finance.AccountingPeriods;
import org.stockbook.finance.PostingSetupTables;
import org.stockbook.inventory.AutomaticCostAdjustment;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.costing.AdjustmentDates;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.costing.AveragePeriodType;
import org.stockbook.kernel.costing.AverageRule;
import org.stockbook.kernel.generalledger.AllowedDates;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.kernel.posting.PostingDates;
import org.stockbook.kernel.posting.PostingRules;
import org.stockbook.platform.database.SetupRevision;
import org.stockbook.platform.database.SetupVersion;
import org.stockbook.platform.database.jooq.tables.records.InventorySetupRecord;
import org.stockbook.platform.i18n.Language;

/** Inventory and finance setup as posting needs them, kept until a setup changes. */
@Component
final class InventoryPoliciesInPostgres implements InventoryPolicies {
    private final DSLContext dsl;
    private final PostingSetupTables finance;
    private final AccountingPeriods periods;
    private final SetupRevision.Kept<Setup> kept;

    InventoryPoliciesInPostgres(
            DSLContext dsl, PostingSetupTables finance, AccountingPeriods periods, SetupRevision revision) {
        this.dsl = dsl;
        this.finance = finance;
        this.periods = periods;
        this.kept = revision.keep(this::read);
    }

    @Override
    public InventoryPolicy of(String user) {
        return policy(kept.get(), user);
    }

    @Override
    public InventoryPolicy of(String user, SetupVersion setups) {
        return policy(kept.get(setups), user);
    }

    @Override
    public Optional<InventoryPolicy> last(String user) {
        return kept.last().map(made -> policy(made.value(), user));
    }

    private InventoryPolicy policy(Setup setup, String user) {
        var inventory = setup.inventory();
        var allowed = setup.allowed().computeIfAbsent(user, finance::allowedDates);
        var adjustment = AutomaticCostAdjustment.valueOf(inventory.getAutomaticCostAdjustment().getLiteral());
        var dates = new PostingDates(
                allowed.from(), allowed.to(), setup.closedUpTo(), orMin(inventory.getEarliestAllowedValuationDate()));
        var corrections = new AdjustmentDates(setup.company().from(), setup.closedUpTo());
        var rules = new PostingRules(
                setup.averageCost(),
                dates,
                corrections,
                adjustment == AutomaticCostAdjustment.ALWAYS,
                inventory.getSalesExactCostReversingMandatory(),
                inventory.getPurchaseExactCostReversingMandatory());
        return new InventoryPolicy(
                rules,
                adjustment,
                corrections,
                new CostPostingSwitches(inventory.getAutomaticCostPosting(), inventory.getExpectedCostPostingToGl()),
                setup.accounts(),
                allowed,
                setup.workDate().orElseGet(() -> LocalDate.now(Clock.systemDefaultZone())),
                setup.language(),
                inventory.getLocationMandatory(),
                inventory.getVariantMandatory());
    }

    private Setup read() {
        var inventory = dsl.selectFrom(INVENTORY_SETUP).fetchSingle();
        var closed = dsl.select(DSL.max(INVENTORY_PERIOD.ENDING_DATE))
                .from(INVENTORY_PERIOD)
                .where(INVENTORY_PERIOD.CLOSED)
                .fetchSingle()
                .value1();
        var company = dsl.select(COMPANY.WORK_DATE, COMPANY.LANGUAGE_TAG).from(COMPANY).fetchSingle();
        return new Setup(
                inventory,
                finance.load(),
                finance.allowedDates(),
                new ConcurrentHashMap<>(),
                averageCost(inventory, periods.all()),
                orMin(closed),
                Optional.ofNullable(company.value1()),
                Language.ofTag(company.value2()).orElse(Language.ENGLISH));
    }

    private AverageCostPolicy averageCost(InventorySetupRecord inventory, List<AccountingPeriod> calendar) {
        var present = rule(
                inventory.getAverageCostCalculation().getLiteral(), inventory.getAverageCostPeriod().getLiteral());
        NavigableMap<LocalDate, AverageRule> years = new TreeMap<>();
        for (var period : calendar) {
            if (period.newFiscalYear()) {
                years.put(period.start(), present);
            }
        }
        dsl.selectFrom(AVERAGE_COST_RULE)
                .forEach(row -> years.put(
                        row.getFiscalYearStart(),
                        rule(row.getAverageCostCalculation().getLiteral(), row.getAverageCostPeriod().getLiteral())));
        var starts = calendar.stream().map(AccountingPeriod::start).collect(Collectors.toSet());
        return new AverageCostPolicy(present, years, starts);
    }

    private static AverageRule rule(String calculation, String period) {
        return new AverageRule(AverageCalculation.valueOf(calculation), AveragePeriodType.valueOf(period));
    }

    private static LocalDate orMin(@Nullable LocalDate date) {
        return date == null ? LocalDate.MIN : date;
    }

    private record Setup(
            InventorySetupRecord inventory,
            PostingSetups accounts,
            AllowedDates company,
            Map<String, AllowedDates> allowed,
            AverageCostPolicy averageCost,
            LocalDate closedUpTo,
            Optional<LocalDate> workDate,
            Language language) {}
}
