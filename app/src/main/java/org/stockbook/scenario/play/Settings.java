package org.stockbook.scenario.play;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stockbook.kernel.costing.AdjustmentDates;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.costing.AveragePeriodType;
import org.stockbook.kernel.costing.AverageRule;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.kernel.posting.PostingDates;
import org.stockbook.kernel.posting.PostingRules;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.MasterData;

/** The company's settings, as scenarios change them. */
public final class Settings {
    private static final Map<String, AveragePeriodType> PERIODS = Map.of(
            "day", AveragePeriodType.DAY,
            "week", AveragePeriodType.WEEK,
            "month", AveragePeriodType.MONTH,
            "quarter", AveragePeriodType.QUARTER,
            "year", AveragePeriodType.YEAR,
            "accounting-period", AveragePeriodType.ACCOUNTING_PERIOD);
    private static final Map<String, AverageCalculation> CALCULATIONS =
            Map.of("item", AverageCalculation.ITEM, "item-location-variant", AverageCalculation.ITEM_VARIANT_LOCATION);

    private final NavigableMap<LocalDate, AverageRule> ruleByYearStart = new TreeMap<>();
    private final Set<LocalDate> closedPeriods = new TreeSet<>();
    private final Set<LocalDate> periodStarts = new TreeSet<>();
    private final NavigableMap<LocalDate, Boolean> inventoryPeriods = new TreeMap<>();
    private AverageRule average;
    private CostPostingSwitches costPosting;
    private String automaticAdjustment;
    private boolean locationMandatory;
    private boolean exactReversalOfSales;
    private boolean exactReversalOfPurchases;
    private boolean invoiceDiscountOnSales;
    private boolean invoiceDiscountOnPurchases;
    private LocalDate workDate;

    Settings(Fixture fixture) {
        var setup = fixture.inventorySetup();
        average = new AverageRule(calculation(setup.averageCostCalcType()), period(setup.averageCostPeriod()));
        costPosting = new CostPostingSwitches(setup.automaticCostPosting(), setup.expectedCostPostingToGl());
        automaticAdjustment = setup.automaticCostAdjustment();
        locationMandatory = setup.locationMandatory();
        exactReversalOfSales = fixture.salesSetup().exactCostReversingMandatory();
        exactReversalOfPurchases = fixture.purchasesSetup().exactCostReversingMandatory();
        invoiceDiscountOnSales = fixture.salesSetup().calcInvDiscount();
        invoiceDiscountOnPurchases = fixture.purchasesSetup().calcInvDiscount();
        workDate = fixture.workDate();
        for (var start = Fixture.FIRST_PERIOD; !start.isAfter(Fixture.LAST_PERIOD); start = start.plusMonths(1)) {
            periodStarts.add(start);
            if (start.getMonthValue() == 1) {
                ruleByYearStart.put(start, average);
            }
        }
    }

    private static AveragePeriodType period(String name) {
        return known(PERIODS, name);
    }

    private static AverageCalculation calculation(String name) {
        return known(CALCULATIONS, name);
    }

    private static <T> T known(Map<String, T> values, String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException("unknown setting " + name));
    }

    /**
     * Changes the inventory setup.
     *
     * @return whether the way of averaging changed
     */
    boolean change(MasterData.InventorySetup setup) {
        costPosting = new CostPostingSwitches(
                setup.automaticCostPosting().orElse(costPosting.automatic()),
                setup.expectedCostPostingToGl().orElse(costPosting.expected()));
        automaticAdjustment = setup.automaticCostAdjustment().orElse(automaticAdjustment);
        locationMandatory = setup.locationMandatory().orElse(locationMandatory);
        var rule = new AverageRule(
                setup.averageCostCalcType().map(Settings::calculation).orElse(average.calculation()),
                setup.averageCostPeriod().map(Settings::period).orElse(average.period()));
        var changed = !rule.equals(average);
        average = rule;
        if (changed) {
            ruleByYearStart.replaceAll((start, before) -> isClosed(start) ? before : rule);
        }
        return changed;
    }

    private boolean isClosed(LocalDate yearStart) {
        return closedPeriods.contains(yearStart);
    }

    /** The first day from which the rule of averages is open to change. */
    LocalDate firstOpenYear() {
        return ruleByYearStart.keySet().stream()
                .filter(start -> !isClosed(start))
                .findFirst()
                .orElse(LocalDate.MAX);
    }

    void change(MasterData.AccountingPeriod period) {
        var start = period.startingDate();
        periodStarts.add(start);
        if (period.closed().orElse(false)) {
            closedPeriods.add(start);
        }
        if (period.newFiscalYear().orElse(false)) {
            ruleByYearStart.putIfAbsent(start, average);
        }
        var before = ruleByYearStart.get(start);
        if (before != null) {
            ruleByYearStart.put(
                    start,
                    new AverageRule(
                            period.averageCostCalcType().map(Settings::calculation).orElse(before.calculation()),
                            period.averageCostPeriod().map(Settings::period).orElse(before.period())));
        }
    }

    void change(MasterData.SalesSetup setup) {
        exactReversalOfSales = setup.exactCostReversingMandatory().orElse(exactReversalOfSales);
        invoiceDiscountOnSales = setup.calcInvDiscount().orElse(invoiceDiscountOnSales);
    }

    void change(MasterData.PurchasesSetup setup) {
        exactReversalOfPurchases = setup.exactCostReversingMandatory().orElse(exactReversalOfPurchases);
        invoiceDiscountOnPurchases = setup.calcInvDiscount().orElse(invoiceDiscountOnPurchases);
    }

    public AverageCostPolicy averagePolicy() {
        return new AverageCostPolicy(average, ruleByYearStart, periodStarts);
    }

    public PostingRules postingRules() {
        var dates = new PostingDates(LocalDate.MIN, LocalDate.MAX, closedUpTo(), LocalDate.MIN);
        return new PostingRules(
                averagePolicy(), dates, adjustmentDates(), adjustsAlways(), exactReversalOfSales, exactReversalOfPurchases);
    }

    public AdjustmentDates adjustmentDates() {
        return new AdjustmentDates(LocalDate.MIN, closedUpTo());
    }

    public boolean adjustsAlways() {
        return automaticAdjustment.equals("always");
    }

    /** Every line of goods must name a location. */
    public boolean locationMandatory() {
        return locationMandatory;
    }

    public CostPostingSwitches costPosting() {
        return costPosting;
    }

    boolean invoiceDiscountOnSales() {
        return invoiceDiscountOnSales;
    }

    boolean invoiceDiscountOnPurchases() {
        return invoiceDiscountOnPurchases;
    }

    public LocalDate workDate() {
        return workDate;
    }

    void workOn(LocalDate date) {
        workDate = date;
    }

    public NavigableMap<LocalDate, Boolean> inventoryPeriods() {
        return inventoryPeriods;
    }

    /** Closes a period and all before it. */
    void close(LocalDate end) {
        inventoryPeriods.put(end, true);
        inventoryPeriods.headMap(end, true).replaceAll((_, _) -> true);
    }

    /** Reopens a period and all after it. */
    void reopen(LocalDate end) {
        inventoryPeriods.tailMap(end, true).replaceAll((_, _) -> false);
    }

    /** The rule of the setup. */
    public AverageRule average() {
        return average;
    }

    /** The rule of each fiscal year, by its first day. */
    public NavigableMap<LocalDate, AverageRule> ruleByYearStart() {
        return ruleByYearStart;
    }

    /** The first days of the accounting periods. */
    public Set<LocalDate> periodStarts() {
        return periodStarts;
    }

    /** The accounting periods that are closed. */
    public Set<LocalDate> closedPeriods() {
        return closedPeriods;
    }

    /** As the setup names it, for example {@code never}. */
    public String automaticAdjustment() {
        return automaticAdjustment;
    }

    private LocalDate closedUpTo() {
        return inventoryPeriods.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }
}
