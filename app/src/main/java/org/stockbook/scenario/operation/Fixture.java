package org.stockbook.scenario.operation;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The state of a company before the first step: settings and master data, no entries. Accounting periods are not in the file:
 * one per month from 2000-01-01 to 2002-02-01, calendar years as fiscal years.
 */
@JsonIgnoreProperties({"note", "posting_dates_allowed", "exchange_rate_rule", "units", "transfer_route_default", "production_boms"})
public record Fixture(
        @JsonProperty("fixture") String name,
        LocalDate workDate,
        Company company,
        InventorySettings inventorySetup,
        TradeSettings purchasesSetup,
        TradeSettings salesSetup,
        List<Currency> currencies,
        List<ExchangeRate> exchangeRates,
        List<Dimension> dimensions,
        List<Location> locations,
        List<Partner> customers,
        List<Partner> vendors,
        InvoiceDiscounts invoiceDiscounts,
        ValueAddedTax vat,
        List<ItemCharge> itemCharges,
        List<InventoryPostingSetup> inventoryPostingSetup,
        List<GeneralPostingSetup> generalPostingSetup,
        List<Account> accounts,
        List<Item> items) {

    /** The first of the accounting periods that every fixture has. */
    public static final LocalDate FIRST_PERIOD = LocalDate.of(2000, 1, 1);

    /** The last of the accounting periods that every fixture has. */
    public static final LocalDate LAST_PERIOD = LocalDate.of(2002, 2, 1);

    /** Names and precisions of the company. */
    @JsonIgnoreProperties("additional_reporting_currency")
    public record Company(
            String localCurrency,
            BigDecimal amountRounding,
            BigDecimal unitAmountRounding,
            @JsonProperty("global_dimension_1") String globalDimension1,
            @JsonProperty("global_dimension_2") String globalDimension2) {}

    /** How costs are kept and posted. */
    public record InventorySettings(
            boolean automaticCostPosting,
            boolean expectedCostPostingToGl,
            String automaticCostAdjustment,
            String averageCostCalcType,
            String averageCostPeriod,
            boolean locationMandatory) {}

    /** Settings of purchases or sales; which documents an invoice leaves behind changes no figure. */
    @JsonIgnoreProperties({
        "discount_posting", "default_qty_to_receive", "default_qty_to_ship", "receipt_on_invoice", "shipment_on_invoice",
        "return_shipment_on_credit_memo", "return_receipt_on_credit_memo"
    })
    public record TradeSettings(boolean calcInvDiscount, boolean exactCostReversingMandatory) {}

    @JsonIgnoreProperties({"realized_gains", "realized_losses", "residual_gains", "residual_losses"})
    public record Currency(String code, BigDecimal amountRounding, BigDecimal unitAmountRounding) {}

    /** An amount in {@code currency} is an amount in {@code relationalCurrency} (blank: local) times per / relationalAmount. */
    @JsonIgnoreProperties("fixed")
    public record ExchangeRate(
            LocalDate fromDate, String currency, BigDecimal per, String relationalCurrency, BigDecimal relationalAmount) {}

    public record Dimension(String code, List<String> values) {}

    @JsonIgnoreProperties("name")
    public record Location(String code, boolean inTransit) {}

    public record Partner(String no, String genBusPostingGroup, String currency, String location) {}

    /** Percent of a document's amount, where a step switches invoice discounts on. */
    @JsonIgnoreProperties("note")
    public record InvoiceDiscounts(List<InvoiceDiscount> customers, List<InvoiceDiscount> vendors) {}

    /** The discount of one partner. */
    public record InvoiceDiscount(
            @JsonAlias({"customer", "vendor"}) String partner, BigDecimal discountPct) {}

    @JsonIgnoreProperties("note")
    public record ValueAddedTax(
            Map<String, BigDecimal> pctByGenProdPostingGroup, Map<String, BigDecimal> itemChargeExceptions) {}

    public record ItemCharge(String no, String description, String genProdPostingGroup) {}

    /** Accounts by location and inventory posting group. */
    public record InventoryPostingSetup(
            String location,
            String inventoryPostingGroup,
            String inventory,
            String inventoryInterim,
            String wip,
            String materialVariance,
            String capacityVariance,
            String subcontractedVariance,
            String capacityOverheadVariance,
            String manufacturingOverheadVariance) {}

    /** Accounts by business and product posting group. */
    public record GeneralPostingSetup(
            String genBusPostingGroup,
            String genProdPostingGroup,
            String inventoryAdjustment,
            String directCostApplied,
            String overheadApplied,
            String purchaseVariance,
            String cogs,
            String cogsInterim,
            String inventoryAccrualInterim,
            String purchases,
            String purchaseCredit,
            String sales,
            String salesCredit,
            String purchaseLineDiscount,
            String purchaseInvoiceDiscount,
            String salesLineDiscount,
            String salesInvoiceDiscount) {}

    @JsonIgnoreProperties("name")
    public record Account(String no, String kind) {}

    @JsonIgnoreProperties({"net_weight", "gross_weight", "unit_volume", "item_tracking", "production_bom"})
    public record Item(
            String no,
            String type,
            String costingMethod,
            String baseUnit,
            BigDecimal unitCost,
            BigDecimal standardCost,
            BigDecimal lastDirectCost,
            BigDecimal indirectCostPct,
            BigDecimal overheadRate,
            String inventoryPostingGroup,
            String genProdPostingGroup,
            List<Unit> units,
            List<String> variants,
            List<StockkeepingUnit> stockkeepingUnits) {}

    public record Unit(String code, BigDecimal qtyPerBaseUnit) {}

    public record StockkeepingUnit(String location, String variant, BigDecimal standardCost, BigDecimal unitCost) {}
}
