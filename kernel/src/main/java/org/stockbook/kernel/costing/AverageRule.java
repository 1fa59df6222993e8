package org.stockbook.kernel.costing;

/** How average items are pooled in one fiscal year. */
public record AverageRule(AverageCalculation calculation, AveragePeriodType period) {}
