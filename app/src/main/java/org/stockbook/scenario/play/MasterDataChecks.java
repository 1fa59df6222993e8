package org.stockbook.scenario.play;

import java.util.Optional;
import java.util.function.Predicate;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.scenario.operation.MasterData;
import org.stockbook.scenario.operation.Operation.Action;
import org.stockbook.scenario.operation.Operation;

/** What entries freeze on cards (spec: items, section 1.6; costing, section 11). */
final class MasterDataChecks {
    private final PlayedCompany company;

    MasterDataChecks(PlayedCompany company) {
        this.company = company;
    }

    /** Why a change must not be made. */
    Optional<String> refusal(Operation.ChangeMasterData step) {
        var deletes = step.action() == Action.DELETE;
        return switch (step.data()) {
            case MasterData.Item item -> company.cards().find(item.no()).flatMap(card -> refusal(card, item, deletes));
            case MasterData.ItemUnit unit -> company.cards().find(unit.itemNo()).flatMap(card -> refusal(card, unit, deletes));
            case MasterData.ItemVariant variant -> deletes
                    ? used("items.variant-in-use", variant.itemNo(), entry -> isOf(entry, new VariantCode(variant.code())))
                    : Optional.empty();
            case MasterData.Location location -> deletes
                    ? company.cards().itemNumbers().stream()
                            .map(item -> used("common.in-use location", item.code(), entry -> isAt(entry, location.code())))
                            .flatMap(Optional::stream)
                            .findFirst()
                    : Optional.empty();
            case MasterData.InventorySetup _, MasterData.GeneralLedgerSetup _, MasterData.PurchasesSetup _,
                    MasterData.SalesSetup _, MasterData.AccountingPeriod _, MasterData.StockkeepingUnit _, MasterData.Currency _,
                    MasterData.ExchangeRate _, MasterData.DefaultDimension _, MasterData.InventoryPostingSetup _,
                    MasterData.GeneralPostingSetup _, MasterData.OfProduction _ -> Optional.empty();
        };
    }

    private Optional<String> refusal(StockCard card, MasterData.Item data, boolean deletes) {
        if (deletes) {
            return used("items.entries-open-year", data.no(), _ -> true);
        }
        var freezes = data.costingMethod().filter(method -> Cards.method(method) != card.facts().method()).isPresent()
                || data.inventoryValueZero().filter(zero -> zero != card.facts().valueZero()).isPresent()
                || data.baseUnitOfMeasure().filter(unit -> !unit.equals(card.baseUnit())).isPresent();
        if (freezes) {
            return used("items.has-entries", data.no(), _ -> true);
        }
        return data.type().filter(type -> Cards.type(type) != card.facts().type()).isPresent()
                ? used("items.type-in-use", data.no(), _ -> true)
                : Optional.empty();
    }

    private Optional<String> refusal(StockCard card, MasterData.ItemUnit unit, boolean deletes) {
        var known = Optional.ofNullable(card.units().get(unit.code()));
        var other = known.isPresent()
                && unit.qtyPerUnitOfMeasure().filter(quantity -> quantity.compareTo(known.get().value()) != 0).isPresent();
        if (deletes && unit.code().equals(card.baseUnit())) {
            return Optional.of("items.unit-in-use " + unit.code());
        }
        return deletes || other
                ? used("items.unit-in-use", unit.itemNo(), entry -> entry.entry().unit().code().equals(new UnitCode(unit.code())))
                : Optional.empty();
    }

    private Optional<String> used(String code, String item, Predicate<BookedEntry> where) {
        return company.cards().find(item).isPresent()
                        && company.entries().book(new ItemNo(item)).entries().stream().anyMatch(where)
                ? Optional.of(code + " " + item)
                : Optional.empty();
    }

    private static boolean isOf(BookedEntry entry, VariantCode variant) {
        return entry.place().variant().equals(variant);
    }

    private static boolean isAt(BookedEntry entry, String location) {
        return entry.place().location().equals(new LocationCode(location));
    }
}
