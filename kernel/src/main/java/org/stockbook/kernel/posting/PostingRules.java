package org.stockbook.kernel.posting;

import org.stockbook.kernel.costing.AdjustmentDates;
import org.stockbook.kernel.costing.AverageCostPolicy;

/**
 * The company's decisions that bear on posting.
 *
 * @param corrections when the cents that sharing leaves on an exhausted increase may be booked
 * @param exactAtOnce cost adjustment is always automatic: decreases are valued at the cost of their sources where it is known
 * @param exactReversalOfSales sales returns must name the shipment they reverse
 * @param exactReversalOfPurchases purchase returns must name the receipt they reverse
 */
public record PostingRules(
        AverageCostPolicy averageCost,
        PostingDates dates,
        AdjustmentDates corrections,
        boolean exactAtOnce,
        boolean exactReversalOfSales,
        boolean exactReversalOfPurchases) {}
