package org.stockbook.scenario.memory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.MasterData;
import org.stockbook.scenario.operation.Operation;

/** Items, locations, partners, charges and currencies of a company. */
final class MasterFiles {
    private static final Map<String, CostingMethod> METHODS = Map.of(
            "fifo", CostingMethod.FIFO,
            "lifo", CostingMethod.LIFO,
            "average", CostingMethod.AVERAGE,
            "specific", CostingMethod.SPECIFIC,
            "standard", CostingMethod.STANDARD);
    private static final Map<String, ItemType> TYPES = Map.of(
            "inventory", ItemType.INVENTORY, "non-inventory", ItemType.NON_INVENTORY, "service", ItemType.SERVICE);
    private static final String FIRST_GLOBAL = "DEPARTMENT";
    private static final String SECOND_GLOBAL = "PROJECT";

    private final Map<String, MemoryItem> items;
    private final Set<String> inTransit = new TreeSet<>();
    private final Map<String, Fixture.Partner> customers = new HashMap<>();
    private final Map<String, Fixture.Partner> vendors = new HashMap<>();
    private final Map<String, Fixture.ItemCharge> charges = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
    private final Map<Integer, Map<String, Map<String, String>>> defaultDimensions = new HashMap<>();
    private final Fixture fixture;

    MasterFiles(Fixture fixture, Map<String, MemoryItem> items) {
        this.fixture = fixture;
        this.items = items;
        fixture.items().forEach(this::create);
        fixture.locations().stream().filter(Fixture.Location::inTransit).forEach(location -> inTransit.add(location.code()));
        fixture.customers().forEach(partner -> customers.put(partner.no(), partner));
        fixture.vendors().forEach(partner -> vendors.put(partner.no(), partner));
        fixture.itemCharges().forEach(charge -> charges.put(charge.no(), charge));
        fixture.exchangeRates().forEach(this::rate);
    }

    private void create(Fixture.Item card) {
        var item = new MemoryItem(new ItemNo(card.no()));
        item.change(new ItemFacts(
                item.no(),
                TYPES.get(card.type()),
                METHODS.get(card.costingMethod()),
                new Percentage(card.indirectCostPct()),
                UnitCost.of(card.overheadRate()),
                false,
                true));
        item.change(new CostCard(
                UnitCost.of(card.unitCost()), UnitCost.of(card.standardCost()), UnitCost.of(card.lastDirectCost())));
        item.group(new InventoryGroup(card.inventoryPostingGroup()), new ProductGroup(card.genProdPostingGroup()));
        item.useBaseUnit(card.baseUnit());
        card.units().forEach(unit -> item.units().put(unit.code(), new UnitFactor(unit.qtyPerBaseUnit())));
        for (var unit : card.stockkeepingUnits()) {
            var place = new Place(new VariantCode(unit.variant()), new LocationCode(unit.location()));
            item.stockkeepingUnits()
                    .put(place, new CostCard(UnitCost.of(unit.unitCost()), UnitCost.of(unit.standardCost()), item.card().lastDirectCost()));
        }
        items.put(card.no(), item);
    }

    private void rate(Fixture.ExchangeRate rate) {
        var perLocal = rate.per().divide(rate.relationalAmount(), java.math.MathContext.DECIMAL128);
        if (!rate.relationalCurrency().isEmpty()) {
            perLocal = perLocal.multiply(unitsPerLocal(rate.relationalCurrency(), rate));
        }
        rates.computeIfAbsent(rate.currency(), _ -> new TreeMap<>()).put(rate.fromDate(), perLocal);
    }

    private BigDecimal unitsPerLocal(String currency, Fixture.ExchangeRate through) {
        return fixture.exchangeRates().stream()
                .filter(rate -> rate.currency().equals(currency) && !rate.fromDate().isAfter(through.fromDate()))
                .map(rate -> rate.per().divide(rate.relationalAmount(), java.math.MathContext.DECIMAL128))
                .findFirst()
                .orElseThrow();
    }

    void change(Operation.Action action, MasterData data) {
        if (action == Operation.Action.DELETE) {
            throw new UnsupportedOperationException("delete " + data);
        }
        switch (data) {
            case MasterData.Item item -> change(action, item);
            case MasterData.ItemUnit unit -> InMemoryCompany.known(items, unit.itemNo())
                    .units()
                    .put(unit.code(), new UnitFactor(unit.qtyPerUnitOfMeasure().orElse(BigDecimal.ONE)));
            case MasterData.ItemVariant _, MasterData.Currency _ -> {}
            case MasterData.StockkeepingUnit unit -> change(unit);
            case MasterData.Location location -> {
                if (location.useAsInTransit().orElse(false)) {
                    inTransit.add(location.code());
                }
            }
            case MasterData.ExchangeRate rate -> rates.computeIfAbsent(rate.currencyCode(), _ -> new TreeMap<>())
                    .put(rate.startingDate(),
                            rate.exchangeRateAmount().divide(rate.relationalExchRateAmount(), java.math.MathContext.DECIMAL128));
            case MasterData.DefaultDimension dimension -> change(dimension);
            case MasterData.InventorySetup _, MasterData.GeneralLedgerSetup _, MasterData.PurchasesSetup _,
                    MasterData.SalesSetup _, MasterData.AccountingPeriod _ ->
                throw new IllegalArgumentException("no master file: " + data);
        }
    }

    private void change(Operation.Action action, MasterData.Item data) {
        var item = action == Operation.Action.CREATE
                ? items.merge(data.no(), new MemoryItem(new ItemNo(data.no())), (_, created) -> created)
                : InMemoryCompany.known(items, data.no());
        var facts = item.facts();
        item.change(new ItemFacts(
                item.no(),
                data.type().map(TYPES::get).orElse(facts.type()),
                data.costingMethod().map(METHODS::get).orElse(facts.method()),
                data.indirectCostPct().map(Percentage::new).orElse(facts.indirectCost()),
                data.overheadRate().map(UnitCost::of).orElse(facts.overheadRate()),
                data.inventoryValueZero().orElse(facts.valueZero()),
                true));
        item.group(
                data.inventoryPostingGroup().map(InventoryGroup::new).orElse(item.inventoryGroup()),
                data.genProdPostingGroup().map(ProductGroup::new).orElse(item.productGroup()));
        data.baseUnitOfMeasure().ifPresent(item::useBaseUnit);
        data.unitPrice().map(UnitCost::of).ifPresent(item::sellAt);
        item.change(card(item, data));
        data.globalDimension1Code().ifPresent(value -> put(item.dimensions(), FIRST_GLOBAL, value));
        data.globalDimension2Code().ifPresent(value -> put(item.dimensions(), SECOND_GLOBAL, value));
    }

    private static void put(Map<String, String> dimensions, String dimension, String value) {
        if (value.isEmpty()) {
            dimensions.remove(dimension);
        } else {
            dimensions.put(dimension, value);
        }
    }

    /** On standard items unit cost and standard cost are one. */
    private static CostCard card(MemoryItem item, MasterData.Item data) {
        var card = item.card();
        card = data.lastDirectCost().map(UnitCost::of).map(card::withLastDirectCost).orElse(card);
        if (item.facts().method().isStandard()) {
            var standard = data.standardCost().or(data::unitCost).map(UnitCost::of);
            return standard.map(card::withStandardCost).orElse(card);
        }
        return data.unitCost().map(UnitCost::of).map(card::withUnitCost).orElse(card);
    }

    private void change(MasterData.StockkeepingUnit data) {
        var item = InMemoryCompany.known(items, data.itemNo());
        var place = new Place(new VariantCode(data.variantCode()), new LocationCode(data.locationCode()));
        var before = item.stockkeepingUnits().getOrDefault(place, item.card());
        var standard = data.standardCost().map(UnitCost::of).orElse(before.standardCost());
        var unit = item.facts().method().isStandard()
                ? standard
                : data.unitCost().map(UnitCost::of).orElse(before.unitCost());
        item.stockkeepingUnits()
                .put(place, new CostCard(unit, standard, data.lastDirectCost().map(UnitCost::of).orElse(before.lastDirectCost())));
    }

    private void change(MasterData.DefaultDimension data) {
        var value = data.dimensionValueCode().orElse("");
        if (data.tableId() == 27) {
            put(InMemoryCompany.known(items, data.no()).dimensions(), data.dimensionCode(), value);
        } else {
            put(defaultDimensions
                            .computeIfAbsent(data.tableId(), _ -> new HashMap<>())
                            .computeIfAbsent(data.no(), _ -> new LinkedHashMap<>()),
                    data.dimensionCode(), value);
        }
    }

    Fixture.Partner customer(String no) {
        return customers.get(no);
    }

    Fixture.Partner vendor(String no) {
        return vendors.get(no);
    }

    Fixture.ItemCharge charge(String no) {
        return charges.get(no);
    }

    /** How many units of a currency are one unit of local currency. */
    BigDecimal unitsPerLocal(String currency, LocalDate date) {
        return rates.get(currency).floorEntry(date).getValue();
    }

    /** Default dimensions of a customer (table 18) or vendor (table 23). */
    Map<String, String> dimensions(int table, String no) {
        return defaultDimensions.getOrDefault(table, Map.of()).getOrDefault(no, Map.of());
    }

    Fixture fixture() {
        return fixture;
    }
}
