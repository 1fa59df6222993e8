package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.TradeSide;
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
public final class Cards {
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

    private final Map<ItemNo, StockCard> items = new TreeMap<>();
    private final Map<ItemNo, CostCard> startingCosts = new TreeMap<>();
    private final Map<ItemNo, Map<Place, CostCard>> startingUnitCosts = new TreeMap<>();
    private final Map<String, Boolean> locations = new TreeMap<>();
    private final Map<String, Fixture.Partner> customers = new HashMap<>();
    private final Map<String, Fixture.Partner> vendors = new HashMap<>();
    private final Map<String, Fixture.ItemCharge> charges = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
    private final Map<Integer, Map<String, Map<String, String>>> defaultDimensions = new HashMap<>();
    private final Fixture fixture;

    Cards(Fixture fixture) {
        this.fixture = fixture;
        fixture.items().forEach(this::create);
        fixture.locations().forEach(location -> locations.put(location.code(), location.inTransit()));
        fixture.customers().forEach(partner -> customers.put(partner.no(), partner));
        fixture.vendors().forEach(partner -> vendors.put(partner.no(), partner));
        fixture.itemCharges().forEach(charge -> charges.put(charge.no(), charge));
        fixture.exchangeRates().forEach(this::rate);
    }

    private void create(Fixture.Item card) {
        var item = new StockCard(new ItemNo(card.no()));
        item.change(new ItemFacts(
                item.no(),
                known(TYPES, card.type()),
                known(METHODS, card.costingMethod()),
                new Percentage(card.indirectCostPct()),
                UnitCost.of(card.overheadRate()),
                false,
                true));
        var costs = new CostCard(
                UnitCost.of(card.unitCost()), UnitCost.of(card.standardCost()), UnitCost.of(card.lastDirectCost()));
        startingCosts.put(item.no(), costs);
        item.group(new InventoryGroup(card.inventoryPostingGroup()), new ProductGroup(card.genProdPostingGroup()));
        item.useBaseUnit(card.baseUnit());
        card.units().forEach(unit -> item.units().put(unit.code(), new UnitFactor(unit.qtyPerBaseUnit())));
        item.variants().addAll(card.variants());
        var units = startingUnitCosts.computeIfAbsent(item.no(), _ -> new TreeMap<>());
        for (var unit : card.stockkeepingUnits()) {
            units.put(
                    place(unit.variant(), unit.location()),
                    new CostCard(UnitCost.of(unit.unitCost()), UnitCost.of(unit.standardCost()), costs.lastDirectCost()));
        }
        items.put(item.no(), item);
    }

    static CostingMethod method(String name) {
        return known(METHODS, name);
    }

    static ItemType type(String name) {
        return known(TYPES, name);
    }

    static Place place(String variant, String location) {
        return new Place(new VariantCode(variant), new LocationCode(location));
    }

    private static <T> T known(Map<String, T> values, String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow(() -> new IllegalArgumentException("there is no " + name));
    }

    private void rate(Fixture.ExchangeRate rate) {
        var perLocal = rate.per().divide(rate.relationalAmount(), MathContext.DECIMAL128);
        if (!rate.relationalCurrency().isEmpty()) {
            perLocal = perLocal.multiply(unitsPerLocal(rate.relationalCurrency(), rate));
        }
        rates.computeIfAbsent(rate.currency(), _ -> new TreeMap<>()).put(rate.fromDate(), perLocal);
    }

    private BigDecimal unitsPerLocal(String currency, Fixture.ExchangeRate through) {
        return fixture.exchangeRates().stream()
                .filter(rate -> rate.currency().equals(currency) && !rate.fromDate().isAfter(through.fromDate()))
                .map(rate -> rate.per().divide(rate.relationalAmount(), MathContext.DECIMAL128))
                .findFirst()
                .orElseThrow();
    }

    void change(Operation.Action action, MasterData data) {
        if (action == Operation.Action.DELETE) {
            delete(data);
            return;
        }
        switch (data) {
            case MasterData.Item item -> change(action, item);
            case MasterData.ItemUnit unit -> item(unit.itemNo())
                    .units()
                    .put(unit.code(), new UnitFactor(unit.qtyPerUnitOfMeasure().orElse(BigDecimal.ONE)));
            case MasterData.ItemVariant variant -> item(variant.itemNo()).variants().add(variant.code());
            case MasterData.Currency _, MasterData.StockkeepingUnit _ -> {}
            case MasterData.Location location -> locations.put(
                    location.code(), location.useAsInTransit().orElse(locations.getOrDefault(location.code(), false)));
            case MasterData.ExchangeRate rate -> rates.computeIfAbsent(rate.currencyCode(), _ -> new TreeMap<>())
                    .put(
                            rate.startingDate(),
                            rate.exchangeRateAmount().orElseThrow().divide(rate.relationalExchRateAmount().orElseThrow(), MathContext.DECIMAL128));
            case MasterData.DefaultDimension dimension -> change(dimension);
            case MasterData.InventorySetup _, MasterData.GeneralLedgerSetup _, MasterData.PurchasesSetup _,
                    MasterData.SalesSetup _, MasterData.AccountingPeriod _, MasterData.InventoryPostingSetup _,
                    MasterData.GeneralPostingSetup _, MasterData.OfProduction _ ->
                throw new IllegalArgumentException("no card: " + data);
        }
    }

    private void delete(MasterData data) {
        switch (data) {
            case MasterData.Item item -> items.remove(new ItemNo(item.no()));
            case MasterData.ItemUnit unit -> item(unit.itemNo()).units().remove(unit.code());
            case MasterData.ItemVariant variant -> item(variant.itemNo()).variants().remove(variant.code());
            case MasterData.Location location -> locations.remove(location.code());
            case MasterData.Currency currency -> rates.remove(currency.code());
            case MasterData.ExchangeRate rate ->
                rates.getOrDefault(rate.currencyCode(), new TreeMap<>()).remove(rate.startingDate());
            case MasterData.DefaultDimension dimension -> change(new MasterData.DefaultDimension(
                    dimension.tableId(), dimension.no(), dimension.dimensionCode(), Optional.empty(), Optional.empty()));
            case MasterData.StockkeepingUnit _ -> {}
            case MasterData.InventorySetup _, MasterData.GeneralLedgerSetup _, MasterData.PurchasesSetup _,
                    MasterData.SalesSetup _, MasterData.AccountingPeriod _, MasterData.InventoryPostingSetup _,
                    MasterData.GeneralPostingSetup _, MasterData.OfProduction _ ->
                throw new IllegalArgumentException("cannot be deleted: " + data);
        }
    }

    void rename(ItemNo item, ItemNo newNo) {
        var card = item(item.code());
        items.remove(item);
        card.rename(newNo);
        items.put(newNo, card);
    }

    private void change(Operation.Action action, MasterData.Item data) {
        var no = new ItemNo(data.no());
        if (action == Operation.Action.CREATE) {
            items.put(no, new StockCard(no));
        }
        var item = item(data.no());
        var facts = item.facts();
        item.change(new ItemFacts(
                item.no(),
                data.type().map(type -> known(TYPES, type)).orElse(facts.type()),
                data.costingMethod().map(method -> known(METHODS, method)).orElse(facts.method()),
                data.indirectCostPct().map(Percentage::new).orElse(facts.indirectCost()),
                data.overheadRate().map(UnitCost::of).orElse(facts.overheadRate()),
                data.inventoryValueZero().orElse(facts.valueZero()),
                true));
        item.group(
                data.inventoryPostingGroup().map(InventoryGroup::new).orElse(item.inventoryGroup()),
                data.genProdPostingGroup().map(ProductGroup::new).orElse(item.productGroup()));
        data.baseUnitOfMeasure().ifPresent(item::useBaseUnit);
        data.purchUnitOfMeasure().ifPresent(unit -> item.trade(TradeSide.PURCHASE, unit));
        data.salesUnitOfMeasure().ifPresent(unit -> item.trade(TradeSide.SALES, unit));
        data.unitPrice().map(UnitCost::of).ifPresent(item::sellAt);
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

    /** The costs of an item after a change of its card; on standard items unit cost and standard cost are one. */
    CostCard costs(MasterData.Item data, CostCard before) {
        var card = data.lastDirectCost().map(UnitCost::of).map(before::withLastDirectCost).orElse(before);
        if (item(data.no()).facts().method().isStandard()) {
            var standard = data.standardCost().or(data::unitCost).map(UnitCost::of);
            return standard.map(card::withStandardCost).orElse(card);
        }
        return data.unitCost().map(UnitCost::of).map(card::withUnitCost).orElse(card);
    }

    /** The costs of a stockkeeping unit after a change; what is not said stays, or comes from the item. */
    CostCard costs(MasterData.StockkeepingUnit data, CostCard before) {
        var standard = data.standardCost().map(UnitCost::of).orElse(before.standardCost());
        var unit = item(data.itemNo()).facts().method().isStandard()
                ? standard
                : data.unitCost().map(UnitCost::of).orElse(before.unitCost());
        return new CostCard(unit, standard, data.lastDirectCost().map(UnitCost::of).orElse(before.lastDirectCost()));
    }

    private void change(MasterData.DefaultDimension data) {
        var value = data.dimensionValueCode().orElse("");
        if (data.tableId() == 27) {
            put(item(data.no()).dimensions(), data.dimensionCode(), value);
        } else {
            put(defaultDimensions
                            .computeIfAbsent(data.tableId(), _ -> new HashMap<>())
                            .computeIfAbsent(data.no(), _ -> new LinkedHashMap<>()),
                    data.dimensionCode(), value);
        }
    }

    /** All item cards, by number. */
    public Collection<StockCard> items() {
        return items.values();
    }

    Set<ItemNo> itemNumbers() {
        return items.keySet();
    }

    StockCard item(String no) {
        return Optional.ofNullable(items.get(new ItemNo(no)))
                .orElseThrow(() -> new IllegalArgumentException("there is no item " + no));
    }

    Optional<StockCard> find(String no) {
        return Optional.ofNullable(items.get(new ItemNo(no)));
    }

    Map<ItemNo, CostCard> startingCosts() {
        return startingCosts;
    }

    Map<ItemNo, Map<Place, CostCard>> startingUnitCosts() {
        return startingUnitCosts;
    }

    /** All locations with whether goods only pass through. */
    public Map<String, Boolean> locations() {
        return locations;
    }

    Fixture.Partner customer(String no) {
        return known(customers, no);
    }

    Fixture.Partner vendor(String no) {
        return known(vendors, no);
    }

    Fixture.ItemCharge charge(String no) {
        return known(charges, no);
    }

    /** How many units of a currency are one unit of local currency. */
    BigDecimal unitsPerLocal(String currency, LocalDate date) {
        var rate = known(rates, currency).floorEntry(date);
        if (rate == null) {
            throw new IllegalArgumentException("no exchange rate of " + currency + " on " + date);
        }
        return rate.getValue();
    }

    /** Default dimensions of a customer (table 18) or vendor (table 23). */
    Map<String, String> dimensions(int table, String no) {
        return defaultDimensions.getOrDefault(table, Map.of()).getOrDefault(no, Map.of());
    }

    /** What the company started from. */
    public Fixture fixture() {
        return fixture;
    }
}
