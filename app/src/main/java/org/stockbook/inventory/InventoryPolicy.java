package org.stockbook.inventory;

import java.time.LocalDate;
import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.costing.AdjustmentDates;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.generalledger.AllowedDates;
import org.stockbook.kernel.generalledger.CostPostingSwitches;
import org.stockbook.kernel.posting.PostingRules;
import org.stockbook.platform.i18n.Language;

/**
 * The company's decisions that bear on posting inventory, as one user meets them.
 *
 * @param adjustment when costs are adjusted while posting
 * @param ledgerDates the dates that the user may post to
 * @param language in which the company writes descriptions that stay with entries
 * @param locationMandatory every line names a location
 * @param variantMandatory a line of an item with variants names one, unless the item says otherwise
 */
public record InventoryPolicy(
        PostingRules posting,
        AutomaticCostAdjustment adjustment,
        AdjustmentDates adjustmentDates,
        CostPostingSwitches costPosting,
        PostingSetups accounts,
        AllowedDates ledgerDates,
        LocalDate workDate,
        Language language,
        boolean locationMandatory,
        boolean variantMandatory) {

    /** The same with other switches for posting cost to the general ledger. */
    public InventoryPolicy withCostPosting(CostPostingSwitches switches) {
        return new InventoryPolicy(
                posting,
                adjustment,
                adjustmentDates,
                switches,
                accounts,
                ledgerDates,
                workDate,
                language,
                locationMandatory,
                variantMandatory);
    }

    public AverageCostPolicy averageCost() {
        return posting.averageCost();
    }
}
