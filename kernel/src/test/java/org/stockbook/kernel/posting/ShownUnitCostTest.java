package org.stockbook.kernel.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.business.OneItem;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;

/** The unit cost that a value entry shows is information: it says what was meant before the amount was rounded (spec: ledger, section 3). */
class ShownUnitCostTest {
    private static List<ValueEntry> values(OneItem business, ItemLedgerEntryNo entry) {
        return business.book().entry(entry).values().stream().map(BookedValue::entry).toList();
    }

    /** 10 at the standard cost of 72.34567 are 723.4567, 276.5433 less than paid. */
    @Test
    void a_variance_shows_that_of_its_amount_before_rounding() {
        var business = OneItem.of(CostingMethod.STANDARD, "72.34567");

        var bought = business.buy("2026-01-02", "10", "1000.00");

        assertThat(values(business, bought))
                .filteredOn(value -> value.type() == ValueEntryType.VARIANCE)
                .singleElement()
                .satisfies(variance -> {
                    assertThat(variance.cost().actual()).isEqualTo(Amount.of("-276.54"));
                    assertThat(variance.costPerUnit()).isEqualTo(UnitCost.of("-27.65433"));
                });
    }

    /** 5 at 14.463 are 72.315, rounded 72.32. */
    @Test
    void a_receipt_shows_that_of_its_line() {
        var business = OneItem.of(CostingMethod.FIFO);
        var goods = new OneItem.Goods(EntryType.PURCHASE, "2026-01-02", Place.BLANK, "5");
        var line = business.movement(goods, "72.32", FixedApplication.AUTOMATIC, Invoicing.LATER);
        var cost = new LineCost(
                Amount.of("72.32"), UnitCost.of("14.463"), Amount.of("72.32"), Percentage.ZERO, UnitCost.ZERO, Amount.ZERO);

        assertThat(business.refusals(new PostingLine.Movement(
                        line.line(), line.item(), line.place(), line.type(), line.postingDate(), line.quantity(), line.unit(),
                        line.application(), line.tracking(), false, cost, line.trade(), line.groups(), line.origin(),
                        line.invoicing())))
                .isEmpty();

        var received = business.book().entries().iterator().next().no();
        assertThat(values(business, received)).singleElement().satisfies(value -> {
            assertThat(value.cost().expected()).isEqualTo(Amount.of("72.32"));
            assertThat(value.costPerUnit()).isEqualTo(UnitCost.of("14.463"));
        });
    }

    /** 20 at 42.44444 are 848.8888, rounded 848.89: taking them back shows 42.44444 again, not 42.4445. */
    @Test
    void an_undo_shows_that_of_what_it_takes_back() {
        var business = OneItem.of(CostingMethod.AVERAGE, "42.44444");
        var shipped = business.ship("2026-01-02", "20");

        var back = business.undo(shipped);

        assertThat(values(business, back)).extracting(ValueEntry::costPerUnit).containsOnly(UnitCost.of("42.44444"));
        assertThat(values(business, shipped)).extracting(ValueEntry::costPerUnit).containsOnly(UnitCost.of("42.44444"));
    }
}
