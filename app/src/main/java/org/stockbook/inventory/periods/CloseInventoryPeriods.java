package org.stockbook.inventory.periods;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.periods.InventoryPeriods.Culprit;
import org.stockbook.inventory.periods.InventoryPeriods.InventoryPeriod;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Creates, closes and reopens inventory periods (spec: costing, section 10). */
@Component
public class CloseInventoryPeriods {
    private static final int MOST_CULPRITS = 100;

    private final InventoryPeriods periods;
    private final Permissions permissions;

    CloseInventoryPeriods(InventoryPeriods periods, Permissions permissions) {
        this.periods = periods;
        this.permissions = permissions;
    }

    @Transactional(readOnly = true)
    public List<InventoryPeriod> all() {
        permissions.require(Permission.READ_INVENTORY);
        return periods.all();
    }

    /** Adds a period, or renames an open one; it cannot end before the last one that is closed. */
    @Transactional
    public PeriodChange create(LocalDate endingDate, String name) {
        permissions.require(Permission.CLOSE_INVENTORY_PERIODS);
        var tooEarly = periods.all().stream().anyMatch(period -> period.closed() && !endingDate.isAfter(period.endingDate()));
        if (tooEarly) {
            return new PeriodChange.Refused("common.date-order", Map.of("date", endingDate), List.of());
        }
        periods.keep(endingDate, name);
        return new PeriodChange.Done(periods.all());
    }

    /** Removes an open period. */
    @Transactional
    public PeriodChange delete(LocalDate endingDate) {
        permissions.require(Permission.CLOSE_INVENTORY_PERIODS);
        if (periods.find(endingDate).filter(InventoryPeriod::closed).isPresent()) {
            return new PeriodChange.Refused("common.status-not-open", Map.of("date", endingDate), List.of());
        }
        periods.delete(endingDate);
        return new PeriodChange.Done(periods.all());
    }

    /** What stands against closing; empty when nothing does. */
    @Transactional(readOnly = true)
    public List<Culprit> check(LocalDate endingDate) {
        permissions.require(Permission.READ_INVENTORY);
        return periods.culprits(endingDate, MOST_CULPRITS);
    }

    /** Closes a period and all before it, unless costs are open or stock is missing in them. */
    @Transactional
    public PeriodChange close(LocalDate endingDate) {
        permissions.require(Permission.CLOSE_INVENTORY_PERIODS);
        if (periods.find(endingDate).isEmpty()) {
            return unknown(endingDate);
        }
        periods.holdPostings();
        var culprits = periods.culprits(endingDate, MOST_CULPRITS);
        if (!culprits.isEmpty()) {
            return new PeriodChange.Refused("costing.period-not-closable", Map.of(), culprits);
        }
        periods.closeUpTo(endingDate, permissions.login());
        return new PeriodChange.Done(periods.all());
    }

    /** Reopens a period and all behind it. */
    @Transactional
    public PeriodChange reopen(LocalDate endingDate) {
        permissions.require(Permission.CLOSE_INVENTORY_PERIODS);
        if (periods.find(endingDate).isEmpty()) {
            return unknown(endingDate);
        }
        periods.reopenFrom(endingDate, permissions.login());
        return new PeriodChange.Done(periods.all());
    }

    private static PeriodChange unknown(LocalDate endingDate) {
        return new PeriodChange.Refused("api.reference-not-found", Map.of("field", "inventoryPeriods", "value", endingDate.toString()), List.of());
    }
}
