package org.stockbook.scenario.operation;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Master data and setup that scenarios create and change: the key and what is set, in one. What is empty stays as it is, or takes
 * the default on creation. Ignored are only fields that have no bearing on quantity or cost.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entity")
@JsonSubTypes({
    @Type(value = MasterData.InventorySetup.class, name = "inventory-setup"),
    @Type(value = MasterData.GeneralLedgerSetup.class, name = "general-ledger-setup"),
    @Type(value = MasterData.PurchasesSetup.class, name = "purchases-payables-setup"),
    @Type(value = MasterData.SalesSetup.class, name = "sales-receivables-setup"),
    @Type(value = MasterData.Item.class, name = "item"),
    @Type(value = MasterData.ItemUnit.class, name = "item-unit-of-measure"),
    @Type(value = MasterData.ItemVariant.class, name = "item-variant"),
    @Type(value = MasterData.StockkeepingUnit.class, name = "stockkeeping-unit"),
    @Type(value = MasterData.Location.class, name = "location"),
    @Type(value = MasterData.Currency.class, name = "currency"),
    @Type(value = MasterData.ExchangeRate.class, name = "currency-exchange-rate"),
    @Type(value = MasterData.AccountingPeriod.class, name = "accounting-period"),
    @Type(value = MasterData.DefaultDimension.class, name = "default-dimension"),
    @Type(value = MasterData.InventoryPostingSetup.class, name = "inventory-posting-setup"),
    @Type(value = MasterData.GeneralPostingSetup.class, name = "general-posting-setup"),
    @Type(value = MasterData.OfProduction.class, name = "production-bom-header"),
    @Type(value = MasterData.OfProduction.class, name = "production-bom-line"),
    @Type(value = MasterData.OfProduction.class, name = "production-bom-version"),
    @Type(value = MasterData.OfProduction.class, name = "routing-header"),
    @Type(value = MasterData.OfProduction.class, name = "routing-line"),
    @Type(value = MasterData.OfProduction.class, name = "routing-version"),
    @Type(value = MasterData.OfProduction.class, name = "work-center"),
    @Type(value = MasterData.OfProduction.class, name = "machine-center")
})
public sealed interface MasterData {
    record InventorySetup(
            Optional<Boolean> automaticCostPosting,
            Optional<Boolean> expectedCostPostingToGl,
            Optional<String> automaticCostAdjustment,
            Optional<String> averageCostCalcType,
            Optional<String> averageCostPeriod,
            Optional<Boolean> locationMandatory)
            implements MasterData {}

    /** The additional reporting currency is not kept yet: what depends on it is not checked either. */
    @JsonIgnoreProperties("additional_reporting_currency")
    record GeneralLedgerSetup(Optional<BigDecimal> unitAmountRoundingPrecision, Optional<BigDecimal> amountRoundingPrecision)
            implements MasterData {}

    /** Whether invoices also leave a posted receipt changes no figure. */
    @JsonIgnoreProperties({"receipt_on_invoice", "return_shipment_on_credit_memo", "discount_posting", "default_qty_to_receive"})
    record PurchasesSetup(Optional<Boolean> calcInvDiscount, Optional<Boolean> exactCostReversingMandatory)
            implements MasterData {}

    /** Whether invoices also leave a posted shipment changes no figure. */
    @JsonIgnoreProperties({"shipment_on_invoice", "return_receipt_on_credit_memo", "discount_posting", "default_qty_to_ship"})
    record SalesSetup(Optional<Boolean> calcInvDiscount, Optional<Boolean> exactCostReversingMandatory)
            implements MasterData {}

    /** Names, categories, weights, planning and what only production reads have no bearing on cost here. */
    @JsonIgnoreProperties({
        "rounding_precision", "item_category_code", "replenishment_system", "description", "description_2", "search_description",
        "net_weight", "gross_weight", "unit_volume", "reordering_policy", "lead_time_calculation", "vendor_no", "vendor_item_no",
        "reserve", "manufacturing_policy", "flushing_method", "lot_size", "scrap_pct", "production_bom_no", "routing_no",
        "low_level_code", "order_tracking_policy", "include_inventory", "reorder_point", "reorder_quantity", "maximum_inventory",
        "safety_stock_quantity", "order_multiple", "minimum_order_quantity", "maximum_order_quantity", "safety_lead_time",
        "time_bucket", "rescheduling_period", "lot_accumulation_period", "critical", "stockout_warning", "alternative_item_no",
        "assembly_policy", "vat_prod_posting_group", "tax_group_code", "price_profit_calculation", "profit_pct"
    })
    record Item(
            String no,
            Optional<String> type,
            Optional<String> baseUnitOfMeasure,
            Optional<String> purchUnitOfMeasure,
            Optional<String> salesUnitOfMeasure,
            Optional<String> costingMethod,
            Optional<BigDecimal> unitCost,
            Optional<BigDecimal> standardCost,
            Optional<BigDecimal> lastDirectCost,
            Optional<BigDecimal> unitPrice,
            Optional<BigDecimal> indirectCostPct,
            Optional<BigDecimal> overheadRate,
            Optional<Boolean> inventoryValueZero,
            Optional<String> inventoryPostingGroup,
            Optional<String> genProdPostingGroup,
            @JsonProperty("global_dimension_1_code") Optional<String> globalDimension1Code,
            @JsonProperty("global_dimension_2_code") Optional<String> globalDimension2Code)
            implements MasterData {}

    record ItemUnit(String itemNo, String code, Optional<BigDecimal> qtyPerUnitOfMeasure) implements MasterData {}

    @JsonIgnoreProperties({"description", "description_2"})
    record ItemVariant(String itemNo, String code) implements MasterData {}

    @JsonIgnoreProperties({
        "description", "description_2", "replenishment_system", "reordering_policy", "vendor_no", "vendor_item_no",
        "lead_time_calculation", "transfer_from_code", "flushing_method", "lot_size", "production_bom_no", "routing_no",
        "reorder_point", "reorder_quantity", "maximum_inventory", "safety_stock_quantity", "safety_lead_time", "shelf_no"
    })
    record StockkeepingUnit(
            String itemNo,
            String locationCode,
            String variantCode,
            Optional<BigDecimal> unitCost,
            Optional<BigDecimal> standardCost,
            Optional<BigDecimal> lastDirectCost)
            implements MasterData {}

    @JsonIgnoreProperties({"name", "name_2", "address", "city", "contact", "country_region_code"})
    record Location(String code, Optional<Boolean> useAsInTransit) implements MasterData {}

    /** Accounts of one inventory posting group at one location; what is empty stays. */
    @JsonIgnoreProperties("description")
    record InventoryPostingSetup(
            String locationCode,
            @JsonAlias("inventory_posting_group_code") String invtPostingGroupCode,
            Optional<String> inventoryAccount,
            Optional<String> inventoryAccountInterim,
            Optional<String> wipAccount,
            Optional<String> materialVarianceAccount,
            Optional<String> capacityVarianceAccount,
            Optional<String> subcontractedVarianceAccount,
            Optional<String> capOverheadVarianceAccount,
            Optional<String> mfgOverheadVarianceAccount)
            implements MasterData {}

    /** Accounts of one pair of business and product posting group; what is empty stays. */
    @JsonIgnoreProperties("description")
    record GeneralPostingSetup(
            String genBusPostingGroup,
            String genProdPostingGroup,
            Optional<String> inventoryAdjmtAccount,
            Optional<String> directCostAppliedAccount,
            Optional<String> overheadAppliedAccount,
            Optional<String> purchaseVarianceAccount,
            Optional<String> cogsAccount,
            Optional<String> cogsAccountInterim,
            Optional<String> invtAccrualAccInterim,
            Optional<String> purchAccount,
            Optional<String> purchCreditMemoAccount,
            Optional<String> salesAccount,
            Optional<String> salesCreditMemoAccount,
            Optional<String> purchLineDiscAccount,
            Optional<String> purchInvDiscAccount,
            Optional<String> salesLineDiscAccount,
            Optional<String> salesInvDiscAccount)
            implements MasterData {}

    /** Bills, routings and centres: read by production only, which has no bearing on a scenario that does not require it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfProduction() implements MasterData {}

    /** Accounts for exchange gains and losses have no bearing on inventory. */
    @JsonIgnoreProperties({"realized_gl_gains_account", "realized_gl_losses_account", "residual_gains_account", "residual_losses_account"})
    record Currency(
            String code, Optional<BigDecimal> amountRoundingPrecision, Optional<BigDecimal> unitAmountRoundingPrecision)
            implements MasterData {}

    /** {@code exchangeRateAmount} units of the currency are {@code relationalExchRateAmount} units of local currency. */
    @JsonIgnoreProperties({"adjustment_exch_rate_amount", "relational_adjmt_exch_rate_amt"})
    record ExchangeRate(
            String currencyCode,
            LocalDate startingDate,
            Optional<BigDecimal> exchangeRateAmount,
            Optional<BigDecimal> relationalExchRateAmount)
            implements MasterData {}

    /** Closing and locking say only that the dates of the periods are settled. */
    @JsonIgnoreProperties({"name", "date_locked"})
    record AccountingPeriod(
            LocalDate startingDate,
            Optional<Boolean> newFiscalYear,
            Optional<Boolean> closed,
            Optional<String> averageCostCalcType,
            Optional<String> averageCostPeriod)
            implements MasterData {}

    /** @param tableId 27 for an item, 18 for a customer, 23 for a vendor */
    record DefaultDimension(
            int tableId, String no, String dimensionCode, Optional<String> dimensionValueCode, Optional<String> valuePosting)
            implements MasterData {}
}
