package org.stockbook.inventory;

import java.time.LocalDate;

/** How far back a posting may reach to be followed by cost adjustment at once (spec: costing, section 6.12). */
public enum AutomaticCostAdjustment {
    NEVER,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    ALWAYS;

    /** Whether costs that are open from a date on are adjusted together with a posting. */
    public boolean covers(LocalDate openFrom, LocalDate workDate) {
        return !openFrom.isBefore(earliest(workDate));
    }

    private LocalDate earliest(LocalDate workDate) {
        return switch (this) {
            case NEVER -> LocalDate.MAX;
            case DAY -> workDate.minusDays(1);
            case WEEK -> workDate.minusWeeks(1);
            case MONTH -> workDate.minusMonths(1);
            case QUARTER -> workDate.minusMonths(3);
            case YEAR -> workDate.minusYears(1);
            case ALWAYS -> LocalDate.MIN;
        };
    }
}
