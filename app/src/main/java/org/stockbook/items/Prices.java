package org.stockbook.items;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.items.ItemUse.VatGroups;
import org.stockbook.kernel.items.Profit;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.platform.records.RecordChange;

/** Price and profit of a card follow each other as the card says, and groups propose groups (spec: items, section 1.4). */
record Prices(Map<VatGroups, Percentage> rates, Map<String, String> proposedVatGroups) {
    private static final List<String> MATTER =
            List.of("unitPrice", "unitCost", "standardCost", "profitPercent", "priceProfitCalculation", "priceIncludesTax", "priceTaxBusinessPostingGroupCode", "taxProductPostingGroupCode");

    RecordChange complete(RecordChange change) {
        var completed = vatGroup(change);
        if (MATTER.stream().noneMatch(completed::names) || isMalformed(completed)) {
            return completed;
        }
        var price = new Price(figure(completed, "unitPrice"));
        var cost = UnitCost.of(cost(completed));
        var profit = new Percentage(figure(completed, "profitPercent"));
        return switch (completed.text("priceProfitCalculation")) {
            case "noRelationship" -> completed;
            case "priceIsCostPlusProfit" -> cost.value().signum() == 0 ? completed
                    : completed.giving("unitPrice", Profit.priceFor(cost, profit, vat(completed), price).value());
            default -> completed.names("profitPercent") && !completed.names("unitPrice") && completed.changes("profitPercent") && cost.value().signum() != 0
                    ? completed.giving("unitPrice", Profit.priceFor(cost, profit, vat(completed), price).value())
                    : completed.giving("profitPercent", Profit.of(price, cost, vat(completed)).value());
        };
    }

    /** On standard items the unit cost is the standard cost. */
    private static BigDecimal cost(RecordChange change) {
        return change.text("costingMethod").equals("standard") && change.names("standardCost") ? figure(change, "standardCost") : figure(change, "unitCost");
    }

    private RecordChange vatGroup(RecordChange change) {
        var general = change.text("generalProductPostingGroupCode");
        var chosen = change.names("generalProductPostingGroupCode") && !general.isEmpty() && !change.names("taxProductPostingGroupCode");
        return chosen ? Optional.ofNullable(proposedVatGroups.get(general)).map(group -> change.giving("taxProductPostingGroupCode", group)).orElse(change) : change;
    }

    /** The rate in the price; none where the price is without. */
    private Percentage vat(RecordChange change) {
        var groups = new VatGroups(change.text("priceTaxBusinessPostingGroupCode"), change.text("taxProductPostingGroupCode"));
        return change.flag("priceIncludesTax") ? rates.getOrDefault(groups, Percentage.ZERO) : Percentage.ZERO;
    }

    /** What is refused anyway is not calculated with. */
    private static boolean isMalformed(RecordChange change) {
        return figure(change, "unitPrice").signum() < 0;
    }

    private static BigDecimal figure(RecordChange change, String field) {
        return change.value(field).map(BigDecimal.class::cast).orElse(BigDecimal.ZERO);
    }
}
