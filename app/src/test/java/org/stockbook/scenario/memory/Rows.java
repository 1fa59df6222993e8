package org.stockbook.scenario.memory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.scenario.company.GeneralLedgerRow;
import org.stockbook.scenario.company.ItemLedgerRow;
import org.stockbook.scenario.company.ItemRow;
import org.stockbook.scenario.company.PendingValueRow;
import org.stockbook.scenario.company.StockkeepingUnitRow;
import org.stockbook.scenario.company.ValueRow;

/** Shows the ledgers of a company in memory as neutral rows. */
final class Rows {
    private static final String GLOBAL_DIMENSION = "DEPARTMENT";

    private final Map<String, MemoryItem> items;
    private final MemoryLedger ledger;
    private final Dimensions dimensions;
    private final Settings settings;

    Rows(Map<String, MemoryItem> items, MemoryLedger ledger, Dimensions dimensions, Settings settings) {
        this.items = items;
        this.ledger = ledger;
        this.dimensions = dimensions;
        this.settings = settings;
    }

    List<ItemLedgerRow> itemLedgerEntries() {
        return items.values().stream()
                .flatMap(item -> item.entries().stream().map(entry -> row(item, entry)))
                .sorted(Comparator.comparing(ItemLedgerRow::entryNo))
                .toList();
    }

    private ItemLedgerRow row(MemoryItem item, ItemLedgerEntry entry) {
        var cost = Cost.ZERO;
        var trade = Trade.NONE;
        for (var value : item.values()) {
            if (value.itemLedgerEntry().equals(entry.no())) {
                cost = cost.plus(value.cost());
                trade = trade.plus(value.trade());
            }
        }
        var state = item.state(entry.no());
        return new ItemLedgerRow(
                number(entry.no()),
                entry.item().code(),
                entry.place().variant().code(),
                entry.place().location().code(),
                name(entry.type()),
                entry.postingDate(),
                entry.origin().document().code(),
                entry.quantity().value(),
                state.remaining().value(),
                state.invoiced().value(),
                state.completelyInvoiced(),
                state.isOpen(),
                entry.correction(),
                cost.actual().value(),
                cost.expected().value(),
                cost.nonInventoriable().value(),
                trade.salesActual().value(),
                trade.salesExpected().value(),
                dimensions.value(entry.origin().dimensions(), GLOBAL_DIMENSION));
    }

    private static int number(ItemLedgerEntryNo no) {
        return Math.toIntExact(no.value());
    }

    private static String name(EntryType type) {
        return switch (type) {
            case POSITIVE_ADJUSTMENT -> "positive-adjmt";
            case NEGATIVE_ADJUSTMENT -> "negative-adjmt";
            case PURCHASE, SALE, TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> kebab(type);
        };
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<ValueRow> valueEntries() {
        return items.values().stream()
                .flatMap(item -> item.values().stream().map(value -> row(item, value)))
                .sorted(Comparator.comparing(ValueRow::entryNo))
                .toList();
    }

    private ValueRow row(MemoryItem item, ValueEntry value) {
        var state = item.state(value.no());
        var posted = ledger.posted(value.no());
        return new ValueRow(
                Math.toIntExact(value.no().value()),
                number(value.itemLedgerEntry()),
                item.no().code(),
                name(value.itemLedgerEntryType()),
                kebab(value.type()),
                value.postingDate(),
                state.valuationDate(),
                value.origin().document().code(),
                value.origin().description(),
                value.origin().source().code(),
                value.valuedQuantity().value(),
                value.itemLedgerEntryQuantity().value(),
                value.invoicedQuantity().value(),
                value.costPerUnit().value(),
                value.cost().actual().value(),
                value.cost().expected().value(),
                value.cost().nonInventoriable().value(),
                value.trade().salesActual().value(),
                value.trade().salesExpected().value(),
                posted.actual().value(),
                posted.expected().value(),
                value.expectedCost(),
                value.adjustment(),
                value.inventoriable(),
                state.valuedByAverageCost(),
                Math.toIntExact(value.appliesTo().value()),
                dimensions.value(value.origin().dimensions(), GLOBAL_DIMENSION));
    }

    List<GeneralLedgerRow> generalLedgerEntries() {
        var rows = new ArrayList<GeneralLedgerRow>();
        for (var line : ledger.lines()) {
            rows.add(new GeneralLedgerRow(
                    rows.size() + 1,
                    line.account().code(),
                    line.date(),
                    line.document().code(),
                    line.amount().value(),
                    dimensions.value(line.dimensions(), GLOBAL_DIMENSION)));
        }
        return rows;
    }

    List<ItemRow> items() {
        return items.values().stream()
                .map(item -> new ItemRow(
                        item.no().code(),
                        item.card().unitCost().value(),
                        item.card().standardCost().value(),
                        item.card().lastDirectCost().value(),
                        averageCost(item, _ -> true)))
                .toList();
    }

    List<StockkeepingUnitRow> stockkeepingUnits() {
        var perPlace = settings.averagePolicy().present().calculation() == AverageCalculation.ITEM_VARIANT_LOCATION;
        return items.values().stream()
                .flatMap(item -> item.stockkeepingUnits().entrySet().stream()
                        .map(unit -> new StockkeepingUnitRow(
                                item.no().code(),
                                unit.getKey().location().code(),
                                unit.getKey().variant().code(),
                                unit.getValue().unitCost().value(),
                                unit.getValue().standardCost().value(),
                                unit.getValue().lastDirectCost().value(),
                                averageCost(item, place -> !perPlace || place.equals(unit.getKey())))))
                .toList();
    }

    private static BigDecimal averageCost(MemoryItem item, Predicate<Place> places) {
        var quantity = BigDecimal.ZERO;
        var value = BigDecimal.ZERO;
        for (var entry : item.book().entries()) {
            if (places.test(entry.place())) {
                quantity = quantity.add(entry.quantity().value());
                value = value.add(entry.cost().inventoriable().value());
            }
        }
        return quantity.signum() == 0
                ? BigDecimal.ZERO
                : value.divide(quantity, 5, RoundingMode.HALF_UP).max(BigDecimal.ZERO);
    }

    LocationCode location(ItemNo item, ItemLedgerEntryNo no) {
        return InMemoryCompany.known(items, item.code()).entries().stream()
                .filter(entry -> entry.no().equals(no))
                .findFirst()
                .orElseThrow()
                .place()
                .location();
    }

    /** Every value entry as the general ledger sees it, with its item. */
    List<Map.Entry<String, CostEntry>> costEntries() {
        return items.values().stream()
                .flatMap(item -> item.values().stream()
                        .map(value -> Map.entry(
                                item.no().code(), ledger.entry(value, location(item.no(), value.itemLedgerEntry())))))
                .toList();
    }

    List<CostEntry> costEntriesNotFullyInvoiced() {
        return items.values().stream()
                .flatMap(item -> item.values().stream()
                        .filter(value -> !item.book().entry(value.itemLedgerEntry()).isFullyInvoiced())
                        .map(value -> ledger.entry(value, location(item.no(), value.itemLedgerEntry()))))
                .toList();
    }

    List<PendingValueRow> pending() {
        return items.values().stream()
                .flatMap(item -> item.values().stream()
                        .filter(value -> ledger.pending().contains(value.no()))
                        .map(value -> new PendingValueRow(
                                Math.toIntExact(value.no().value()), item.no().code(), value.postingDate())))
                .sorted(Comparator.comparing(PendingValueRow::valueEntryNo))
                .toList();
    }
}
