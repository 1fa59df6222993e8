package org.stockbook.kernel.costing;

/** How long one average cost lasts (spec: costing, section 6.7). */
public enum AveragePeriodType {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    ACCOUNTING_PERIOD
}
