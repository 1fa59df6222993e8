package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.scenario.company.ItemLedgerRow;
import org.stockbook.scenario.company.ItemRow;
import org.stockbook.scenario.company.PendingValueRow;
import org.stockbook.scenario.company.StockkeepingUnitRow;
import org.stockbook.scenario.company.ValueRow;

/** Shows the books of a played company as neutral rows, entries by their ordinals. */
final class LedgerRows {
    private static final int DECIMALS = 5;

    private final PlayedCompany company;

    LedgerRows(PlayedCompany company) {
        this.company = company;
    }

    List<ItemLedgerRow> itemLedgerEntries() {
        var rows = new ArrayList<ItemLedgerRow>();
        company.entries().all().forEach(entry -> rows.add(row(entry)));
        return rows;
    }

    private ItemLedgerRow row(BookedEntry booked) {
        var entry = booked.entry();
        var cost = booked.cost();
        var trade = booked.values().stream().map(value -> value.entry().trade()).reduce(Trade.NONE, Trade::plus);
        return new ItemLedgerRow(
                company.entries().ordinal(entry.no()),
                entry.item().code(),
                entry.place().variant().code(),
                entry.place().location().code(),
                name(entry.type()),
                entry.postingDate(),
                entry.origin().document().code(),
                entry.quantity().value(),
                booked.remaining().value(),
                booked.state().invoiced().value(),
                booked.state().completelyInvoiced(),
                booked.isOpen(),
                entry.correction(),
                cost.actual().value(),
                cost.expected().value(),
                cost.nonInventoriable().value(),
                trade.salesActual().value(),
                trade.salesExpected().value(),
                trade.purchaseActual().value(),
                trade.purchaseExpected().value(),
                booked.state().shippedNotReturned().value(),
                booked.state().toAdjust(),
                company.entries().ordinal(booked.state().appliesTo()),
                company.books().dimensions(entry.origin().dimensions()));
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
        var posted = company.books().posted();
        var rows = new ArrayList<ValueRow>();
        for (var value : company.entries().values()) {
            rows.add(row(value, posted.getOrDefault(value.entry().no(), CostParts.ZERO)));
        }
        return rows;
    }

    private ValueRow row(BookedValue booked, CostParts posted) {
        var value = booked.entry();
        var entries = company.entries();
        return new ValueRow(
                entries.ordinal(value.no()),
                entries.ordinal(value.itemLedgerEntry()),
                entries.entry(value.itemLedgerEntry()).entry().item().code(),
                name(value.itemLedgerEntryType()),
                kebab(value.type()),
                value.postingDate(),
                booked.valuationDate(),
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
                booked.isValuedByAverageCost(),
                value.partialRevaluation(),
                entries.entry(value.itemLedgerEntry()).place().variant().code(),
                entries.entry(value.itemLedgerEntry()).place().location().code(),
                value.charge().code(),
                kebab(value.variance()),
                value.trade().purchaseActual().value(),
                value.trade().purchaseExpected().value(),
                value.trade().discount().value(),
                entries.ordinal(value.appliesTo()),
                company.books().dimensions(value.origin().dimensions()));
    }

    List<ItemRow> items() {
        return company.cards().itemNumbers().stream()
                .map(item -> {
                    var book = company.entries().book(item);
                    var card = book.costs().card();
                    return new ItemRow(
                            item.code(),
                            kebab(book.facts().method()),
                            card.unitCost().value(),
                            card.standardCost().value(),
                            card.lastDirectCost().value(),
                            averageCost(book, _ -> true),
                            book.facts().indirectCost().value(),
                            book.facts().overheadRate().value(),
                            book.entries().stream().map(entry -> entry.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add),
                            book.costIsAdjusted());
                })
                .toList();
    }

    List<StockkeepingUnitRow> stockkeepingUnits() {
        var perPlace = company.settings().averagePolicy().present().calculation() == AverageCalculation.ITEM_VARIANT_LOCATION;
        var rows = new ArrayList<StockkeepingUnitRow>();
        for (var item : company.cards().itemNumbers()) {
            var book = company.entries().book(item);
            book.costs().stockkeepingUnits().forEach((place, costs) -> rows.add(new StockkeepingUnitRow(
                    item.code(),
                    place.location().code(),
                    place.variant().code(),
                    costs.unitCost().value(),
                    costs.standardCost().value(),
                    costs.lastDirectCost().value(),
                    averageCost(book, each -> !perPlace || each.equals(place)))));
        }
        return rows;
    }

    private static BigDecimal averageCost(ItemBook book, Predicate<Place> places) {
        var quantity = BigDecimal.ZERO;
        var value = BigDecimal.ZERO;
        for (var entry : book.entries()) {
            if (places.test(entry.place())) {
                quantity = quantity.add(entry.quantity().value());
                value = value.add(entry.cost().inventoriable().value());
            }
        }
        return quantity.signum() == 0
                ? BigDecimal.ZERO
                : value.divide(quantity, DECIMALS, RoundingMode.HALF_UP).max(BigDecimal.ZERO);
    }

    List<PendingValueRow> pending() {
        var pending = company.books().pending();
        var rows = new ArrayList<PendingValueRow>();
        for (var value : company.entries().values()) {
            if (pending.contains(value.entry().no())) {
                rows.add(new PendingValueRow(
                        company.entries().ordinal(value.entry().no()),
                        company.entries().entry(value.entry().itemLedgerEntry()).entry().item().code(),
                        value.entry().postingDate()));
            }
        }
        rows.sort(Comparator.comparing(PendingValueRow::valueEntryNo));
        return rows;
    }
}
