package org.stockbook.items;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumber;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCompletion;

/** What a card is given by itself: number, costing method, search description, units, cleared fields (spec: items, sections 1.1 to 1.3). */
@Component
public class CompleteItem implements RecordCompletion {
    private static final List<String> OTHER_UNITS = List.of("purchaseUnitOfMeasureCode", "salesUnitOfMeasureCode", "putAwayUnitOfMeasureCode");

    private final ItemUse items;
    private final TakeNumber numbers;

    CompleteItem(ItemUse items, TakeNumber numbers) {
        this.items = items;
        this.numbers = numbers;
    }

    @Override
    public List<RecordChange> complete(List<RecordChange> changes) {
        var defaults = items.defaults();
        var given = new HashSet<>(changes.stream().map(change -> change.text("number")).toList());
        var prices = new Prices(items.vatRates(), items.proposedVatGroups());
        return changes.stream().map(change -> prices.complete(completed(change, defaults, given))).toList();
    }

    private RecordChange completed(RecordChange change, ItemUse.Defaults defaults, Set<String> taken) {
        var completed = change;
        if (change.isNew()) {
            completed = number(completed, defaults, taken).filter(_ -> change.text("number").isEmpty()).map(number -> change.giving("number", number)).orElse(completed);
            if (!change.names("costingMethod")) {
                completed = completed.giving("costingMethod", defaults.costingMethod());
            }
        }
        return ofAnotherType(blockReason(units(searchDescription(completed))));
    }

    /** Numbers that were taken by hand are skipped. */
    private Optional<String> number(RecordChange change, ItemUse.Defaults defaults, Set<String> taken) {
        if (!change.text("number").isEmpty() || defaults.numberSeries().isEmpty()) {
            return Optional.empty();
        }
        while (numbers.take(defaults.numberSeries(), LocalDate.now(Clock.systemDefaultZone())) instanceof NextNumber.Taken next) {
            if (taken.add(next.number()) && items.taken(Set.of(next.number())).isEmpty()) {
                return Optional.of(next.number());
            }
        }
        return Optional.empty();
    }

    /** It follows the description as long as nobody gave it another text. */
    private static RecordChange searchDescription(RecordChange change) {
        var before = change.textBefore("displayName").toUpperCase(Locale.ROOT);
        var follows = change.textBefore("searchDescription").isEmpty() || change.textBefore("searchDescription").equals(before);
        return change.names("displayName") && !change.names("searchDescription") && follows
                ? change.giving("searchDescription", change.text("displayName").toUpperCase(Locale.ROOT))
                : change;
    }

    /** Another base unit is the unit for buying, selling and putting away too, unless one was given. */
    private static RecordChange units(RecordChange change) {
        if (!change.changes("baseUnitOfMeasureCode") && !change.isNew()) {
            return change;
        }
        var completed = change;
        for (var unit : OTHER_UNITS) {
            if (!change.names(unit)) {
                completed = completed.giving(unit, change.text("baseUnitOfMeasureCode"));
            }
        }
        return completed;
    }

    private static RecordChange blockReason(RecordChange change) {
        return change.changes("blocked") && !change.flag("blocked") ? change.giving("blockReason", "") : change;
    }

    /** What only stocked items have is cleared on others. */
    private static RecordChange ofAnotherType(RecordChange change) {
        if (change.text("type").isEmpty() || change.text("type").equals("inventory") || !change.names("type")) {
            return change;
        }
        return change.giving("assemblyPolicy", "assembleToStock")
                .giving("replenishmentSystem", "purchase")
                .giving("reservePolicy", "never")
                .giving("inventoryPostingGroupCode", "")
                .giving("itemTrackingCode", "")
                .giving("costingMethod", "fifo")
                .giving("indirectCostPercent", BigDecimal.ZERO)
                .giving("reorderPoint", BigDecimal.ZERO)
                .giving("reorderQuantity", BigDecimal.ZERO);
    }
}
