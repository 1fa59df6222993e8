package org.stockbook.kernel.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemCosts;
import org.stockbook.kernel.business.CountedNumbers;
import org.stockbook.kernel.business.OneItem;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.costing.AdjustmentDates;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.costing.AveragePeriodType;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.PostingOutcome.Posted;

/** What pricing an increase does beside its direct cost: cards, variances of charges, exact reversals. */
class PricedIncreaseTest {
    private static final Place EAST = OneItem.at("EAST");
    private static final Place WEST = OneItem.at("WEST");

    /** With averages per place the unit of WEST had no stock before, though the item had (spec: costing, section 3). */
    @Test
    void a_stockkeeping_unit_takes_the_price_over_when_its_own_stock_was_empty() {
        var business = OneItem.of(CostingMethod.FIFO, "62.00");
        var card = new CostCard(UnitCost.of("62"), UnitCost.ZERO, UnitCost.ZERO);
        var book = new ItemBook(
                business.book().facts(), new ItemCosts(card, Map.of(EAST, card, WEST, card)), Set.of(), List.of());
        var rules = new PostingRules(
                AverageCostPolicy.of(AverageCalculation.ITEM_VARIANT_LOCATION, AveragePeriodType.DAY),
                PostingDates.ANY, AdjustmentDates.ANY, false, false, false);

        var outcome = Posting.post(
                List.of(bought(business, EAST, "100.00"), bought(business, WEST, "200.00")),
                Map.of(OneItem.ITEM, book), rules, new CountedNumbers());

        assertThat(outcome).isInstanceOf(Posted.class);
        assertThat(book.costs().card().unitCost()).isEqualTo(UnitCost.of("20"));
        assertThat(book.costs().stockkeepingUnit(EAST)).map(CostCard::unitCost).contains(UnitCost.of("20"));
        assertThat(book.costs().stockkeepingUnit(WEST)).map(CostCard::unitCost).contains(UnitCost.of("40"));
    }

    private static PostingLine bought(OneItem business, Place place, String amount) {
        var goods = new OneItem.Goods(EntryType.PURCHASE, "2026-01-02", place, "5");
        var line = business.movement(goods, amount, FixedApplication.AUTOMATIC, Invoicing.LATER);
        return new PostingLine.Movement(
                line.line(), line.item(), line.place(), line.type(), line.postingDate(), line.quantity(), line.unit(),
                line.application(), line.tracking(), false, line.cost(), line.trade(), line.groups(), line.origin(),
                new Invoicing.AtOnce(line.origin()));
    }

    /** The freight has a product group of its own, the difference to the standard cost is the bicycle's (spec: ledger, section 5.4). */
    @Test
    void the_variance_of_a_charge_belongs_to_the_product_group_of_the_item() {
        var business = OneItem.of(CostingMethod.STANDARD, "10.00");
        var bought = business.buy("2026-01-02", "1", "10.00");
        var entry = business.book().entry(bought).entry();
        var services = new ProductGroup("SERVICES");

        assertThat(business.refusals(freight(bought, entry.origin(), services))).isEmpty();

        assertThat(business.book().entry(bought).values())
                .filteredOn(value -> value.entry().isCharge())
                .extracting(value -> value.entry().type(), value -> value.entry().groups().product())
                .containsExactly(
                        tuple(ValueEntryType.DIRECT_COST, services),
                        tuple(ValueEntryType.VARIANCE, entry.groups().product()));
    }

    private static PostingLine freight(ItemLedgerEntryNo entry, Origin origin, ProductGroup product) {
        return new PostingLine.Charge(
                new LineNo(2),
                OneItem.ITEM,
                new PostingLine.Charge.Target.Booked(entry),
                new ItemChargeNo("FREIGHT"),
                EntryType.PURCHASE,
                origin.documentDate(),
                Amount.of("2.00"),
                Optional.empty(),
                Trade.NONE,
                new PostingGroups(InventoryGroup.BLANK, BusinessGroup.BLANK, product),
                origin);
    }

    /**
     * 3 pcs: direct 30.00, overhead 10.33, variance 176.71. A third of each is 10.00, 3.44 and 58.90, together 72.34, while a
     * third of the whole would be 72.35 (spec: costing, section 6.4, item 5).
     */
    @Test
    void an_exact_reversal_carries_its_kinds_of_cost_each_rounded_on_its_own() {
        var business = OneItem.withOverhead(CostingMethod.STANDARD, "72.34567", "3.44333");
        var bought = business.buy("2026-01-02", "3", "30.00");

        var back = business.returnToVendor("2026-01-03", "1", bought);
        business.adjust();

        assertThat(business.costOf(bought)).isEqualTo("217.04");
        assertThat(business.costOf(back)).isEqualTo("-72.34");
    }

    /** Nothing took from it yet, and still the unit cost of the card has to be brought up to date (spec: costing, section 6.2). */
    @Test
    void a_priced_increase_leaves_something_to_adjust() {
        var business = OneItem.of(CostingMethod.FIFO, "100.00");

        business.buy("2026-01-02", "10", "650.00");

        assertThat(business.book().costIsAdjusted()).isFalse();
        business.adjust();
        assertThat(business.book().costIsAdjusted()).isTrue();
        assertThat(business.book().costs().card().unitCost()).isEqualTo(UnitCost.of("65"));
    }
}
