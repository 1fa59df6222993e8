package org.stockbook.kernel.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockbook.kernel.business.OneItem;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** Spec: ledger, section 12 and costing, section 13. */
class CostAdjustmentTest {
    /** Spec: ledger 12.1. */
    @Test
    void overhead_is_part_of_what_a_purchase_costs() {
        var bike = OneItem.withOverhead(CostingMethod.FIFO, "8", "1");
        var purchase = bike.buy("2026-01-01", "10", "70.00");
        var sale = bike.sell("2026-01-15", "10");
        bike.adjust();
        assertThat(bike.costOf(purchase)).isEqualTo("80.00");
        assertThat(bike.costOf(sale)).isEqualTo("-80.00");
    }

    /** Spec: ledger 12.2. */
    @Test
    void the_last_invoice_takes_the_rest_of_the_expected_cost() {
        var bike = OneItem.of(CostingMethod.FIFO);
        var receipt = bike.receive("2026-01-01", "3", "10.00");
        bike.invoice("2026-01-05", receipt, "1", "3.50");
        assertThat(bike.book().entry(receipt).cost().expected()).isEqualTo(Amount.of("6.67"));
        bike.invoice("2026-01-06", receipt, "1", "3.50");
        assertThat(bike.book().entry(receipt).cost().expected()).isEqualTo(Amount.of("3.34"));
        bike.invoice("2026-01-07", receipt, "1", "3.60");
        assertThat(bike.book().entry(receipt).cost().expected()).isEqualTo(Amount.ZERO);
        assertThat(bike.book().entry(receipt).cost().actual()).isEqualTo(Amount.of("10.60"));
    }

    /** Spec: ledger 12.3, costing 13.1. */
    @ParameterizedTest
    @CsvSource({"FIFO, -63.00, -45.00, 42.00", "LIFO, -87.00, -39.00, 24.00", "AVERAGE, -75.00, -45.00, 30.00"})
    void one_data_set_costs_what_its_method_says(CostingMethod method, String first, String second, String left) {
        var bike = OneItem.of(method);
        bike.buy("2026-02-01", "4", "48.00");
        bike.buy("2026-02-01", "4", "60.00");
        bike.buy("2026-02-01", "2", "42.00");
        var five = bike.sell("2026-02-05", "5");
        var three = bike.sell("2026-02-08", "3");
        bike.adjust();
        assertThat(bike.costOf(five)).isEqualTo(first);
        assertThat(bike.costOf(three)).isEqualTo(second);
        assertThat(bike.value()).isEqualTo(Amount.of(left));
    }

    /** Spec: costing 13.1. */
    @Test
    void a_standard_item_stands_at_its_standard_cost_and_shows_the_rest_as_variance() {
        var bike = OneItem.of(CostingMethod.STANDARD, "14");
        var cheap = bike.buy("2026-02-01", "4", "48.00");
        bike.buy("2026-02-01", "4", "60.00");
        bike.buy("2026-02-01", "2", "42.00");
        var five = bike.sell("2026-02-05", "5");
        bike.sell("2026-02-08", "3");
        bike.adjust();
        assertThat(bike.costOf(cheap)).isEqualTo("56.00");
        assertThat(bike.costOf(five)).isEqualTo("-70.00");
        assertThat(bike.value()).isEqualTo(Amount.of("28.00"));
    }

    /** Spec: ledger 12.4. */
    @Test
    void a_fixed_return_costs_what_its_receipt_cost() {
        var bike = OneItem.of(CostingMethod.FIFO);
        bike.buy("2026-01-04", "10", "10.00");
        var second = bike.buy("2026-01-05", "10", "20.00");
        var back = bike.returnToVendor("2026-01-06", "10", second);
        bike.adjust();
        assertThat(bike.costOf(back)).isEqualTo("-20.00");
        assertThat(bike.value()).isEqualTo(Amount.of("10.00"));
    }

    /** Spec: ledger 12.5. */
    @Test
    void a_fixed_pair_stays_outside_the_average() {
        var bike = OneItem.of(CostingMethod.AVERAGE);
        bike.buy("2026-01-01", "1", "200.00");
        var typingError = bike.buy("2026-01-01", "1", "1000.00");
        var back = bike.returnToVendor("2026-01-01", "1", typingError);
        bike.buy("2026-01-01", "1", "100.00");
        var sale = bike.sell("2026-01-01", "2");
        bike.adjust();
        assertThat(bike.costOf(back)).isEqualTo("-1000.00");
        assertThat(bike.costOf(sale)).isEqualTo("-300.00");
        assertThat(bike.value()).isEqualTo(Amount.ZERO);
    }

    /** Spec: ledger 12.6. */
    @Test
    void late_freight_reaches_a_sale_and_its_return() {
        var bike = OneItem.of(CostingMethod.FIFO);
        var purchase = bike.buy("2026-01-01", "1", "1000.00");
        var sale = bike.sell("2026-02-01", "1");
        var back = bike.takeBack("2026-03-01", "1", sale);
        bike.charge("2026-04-01", purchase, "100.00");
        bike.adjust();
        assertThat(bike.costOf(sale)).isEqualTo("-1100.00");
        assertThat(bike.costOf(back)).isEqualTo("1100.00");
        assertThat(bike.book().entry(sale).state().shippedNotReturned()).isEqualTo(Quantity.ZERO);
    }

    /** Spec: ledger 12.7. */
    @Test
    void a_sale_before_its_purchase_costs_what_the_purchase_costs() {
        var bike = OneItem.of(CostingMethod.FIFO, "10");
        var sale = bike.sell("2026-03-05", "5");
        bike.buy("2026-03-09", "8", "96.00");
        bike.adjust();
        assertThat(bike.costOf(sale)).isEqualTo("-60.00");
        assertThat(bike.book().entry(sale).valuationDate()).isEqualTo("2026-03-09");
        assertThat(bike.value()).isEqualTo(Amount.of("36.00"));
    }

    /** Spec: ledger 12.8. */
    @Test
    void cost_layers_survive_a_transfer() {
        var bike = OneItem.of(CostingMethod.FIFO);
        var east = OneItem.at("EAST");
        var west = OneItem.at("WEST");
        var first = bike.buy("2026-05-01", east, "5", "50.00");
        bike.buy("2026-05-01", east, "5", "60.00");
        var legs = bike.transfer("2026-05-02", east, west, "7");
        assertThat(legs).hasSize(3);
        bike.charge("2026-05-03", first, "10.00");
        bike.adjust();
        assertThat(bike.valueAt(west)).isEqualTo(Amount.of("84.00"));
        assertThat(bike.valueAt(east)).isEqualTo(Amount.of("36.00"));
    }

    /** Spec: ledger 12.9. */
    @Test
    void an_undone_receipt_leaves_nothing_behind() {
        var bike = OneItem.of(CostingMethod.FIFO);
        var receipt = bike.receive("2026-01-01", "10", "50.00");
        var back = bike.undo(receipt);
        bike.adjust();
        assertThat(bike.book().entry(receipt).cost().actual()).isEqualTo(Amount.of("50.00"));
        assertThat(bike.book().entry(back).cost().actual()).isEqualTo(Amount.of("-50.00"));
        assertThat(bike.book().entry(back).cost().expected()).isEqualTo(Amount.ZERO);
        assertThat(bike.stock()).isEqualTo(Quantity.ZERO);
    }

    /** Spec: ledger 12.10. */
    @Test
    void a_fixed_application_displaces_an_automatic_one() {
        var bike = OneItem.of(CostingMethod.FIFO);
        var first = bike.buy("2026-01-01", "4", "20.00");
        bike.buy("2026-01-02", "4", "24.00");
        var sale = bike.sell("2026-01-03", "4");
        bike.adjust();
        assertThat(bike.costOf(sale)).isEqualTo("-20.00");
        bike.returnToVendor("2026-01-04", "4", first);
        bike.adjust();
        assertThat(bike.costOf(sale)).isEqualTo("-24.00");
        assertThat(bike.value()).isEqualTo(Amount.ZERO);
    }

    /** Spec: costing 13.2. */
    @Test
    void an_average_lasts_one_day() {
        var bike = OneItem.of(CostingMethod.AVERAGE, "30");
        bike.buy("2026-01-03", "2", "60.00");
        bike.buy("2026-01-03", "1", "36.00");
        var one = bike.sell("2026-01-03", "1");
        var two = bike.sell("2026-01-04", "2");
        bike.buy("2026-01-05", "1", "50.00");
        var last = bike.sell("2026-01-06", "1");
        bike.adjust();
        assertThat(bike.costOf(one)).isEqualTo("-32.00");
        assertThat(bike.costOf(two)).isEqualTo("-64.00");
        assertThat(bike.costOf(last)).isEqualTo("-50.00");
    }

    /** Spec: costing 13.3. */
    @Test
    void an_average_lasts_one_month() {
        var bike = OneItem.of(CostingMethod.AVERAGE, "20", new OneItem.Averaging(AverageCalculation.ITEM, AveragePeriodType.MONTH), false);
        bike.buy("2026-01-10", "10", "200.00");
        bike.sell("2026-01-20", "4");
        var early = bike.sell("2026-02-05", "2");
        bike.buy("2026-02-12", "6", "180.00");
        var late = bike.sell("2026-02-20", "5");
        bike.adjust();
        assertThat(bike.costOf(early)).isEqualTo("-50.00");
        assertThat(bike.costOf(late)).isEqualTo("-125.00");
        assertThat(bike.value()).isEqualTo(Amount.of("125.00"));
    }

    /** Spec: costing 13.4. */
    @Test
    void a_backdated_purchase_changes_the_average_of_later_sales() {
        var bike = OneItem.of(CostingMethod.AVERAGE, "12.50");
        bike.buy("2026-03-01", "8", "100.00");
        var sale = bike.sell("2026-03-10", "3");
        bike.adjust();
        assertThat(bike.costOf(sale)).isEqualTo("-37.50");
        bike.buy("2026-03-05", "2", "30.00");
        assertThat(bike.adjust()).isEqualTo(1);
        assertThat(bike.costOf(sale)).isEqualTo("-39.00");
    }

    /** Spec: costing 13.5. */
    @ParameterizedTest
    @CsvSource({"FIFO, 3/2/2, -4.29/-2.86/-2.86", "AVERAGE, 3/2/2, -4.29/-2.86/-2.85", "AVERAGE, 1/1/1, -3.33/-3.34/-3.33"})
    void cents_find_a_place(CostingMethod method, String quantities, String costs) {
        var bike = OneItem.of(method);
        var sold = List.of(quantities.split("/"));
        var total = sold.stream().map(Quantity::of).reduce(Quantity.ZERO, Quantity::plus);
        bike.buy("2026-01-01", total.toString(), "10.00");
        var sales = sold.stream().map(quantity -> bike.sell("2026-01-02", quantity)).toList();
        bike.adjust();
        assertThat(sales.stream().map(bike::costOf)).containsExactly(costs.split("/"));
        assertThat(bike.value()).isEqualTo(Amount.ZERO);
    }

    /** Spec: costing 13.7. */
    @Test
    void negative_average_stock_is_valued_with_the_purchase_that_covers_it() {
        var bike = OneItem.of(CostingMethod.AVERAGE, "9");
        var sale = bike.sell("2026-03-01", "2");
        bike.buy("2026-03-04", "5", "55.00");
        bike.adjust();
        assertThat(bike.costOf(sale)).isEqualTo("-22.00");
        assertThat(bike.value()).isEqualTo(Amount.of("33.00"));
    }

    /** Spec: costing 13.8. */
    @Test
    void a_revalued_average_counts_from_its_date() {
        var bike = OneItem.of(CostingMethod.AVERAGE, "10");
        var purchase = bike.buy("2026-01-01", "2", "20.00");
        bike.charge("2026-01-15", purchase, "8.00");
        var before = bike.sell("2026-02-01", "1");
        bike.adjust();
        bike.revalue("2026-03-01", purchase, "1", "-4.00");
        var backdated = bike.sell("2026-02-01", "1");
        bike.adjust();
        assertThat(bike.costOf(before)).isEqualTo("-14.00");
        assertThat(bike.costOf(backdated)).isEqualTo("-10.00");
        assertThat(bike.book().entry(backdated).valuationDate()).isEqualTo("2026-03-01");
        assertThat(bike.value()).isEqualTo(Amount.ZERO);
    }

    /** Spec: costing 13.9. */
    @Test
    void a_revaluation_touches_what_leaves_after_it() {
        var bike = OneItem.of(CostingMethod.FIFO, "10");
        var purchase = bike.buy("2026-01-01", "6", "60.00");
        var a = bike.sell("2026-02-01", "1");
        var b = bike.sell("2026-03-01", "1");
        var c = bike.sell("2026-04-01", "1");
        bike.revalue("2026-03-01", purchase, "4", "-8.00");
        var d = bike.sell("2026-02-01", "1");
        var e = bike.sell("2026-03-01", "1");
        var f = bike.sell("2026-04-01", "1");
        bike.adjust();
        assertThat(bike.costOf(a)).isEqualTo("-10.00");
        assertThat(bike.costOf(b)).isEqualTo("-10.00");
        assertThat(bike.costOf(c)).isEqualTo("-8.00");
        assertThat(bike.costOf(d)).isEqualTo("-8.00");
        assertThat(bike.costOf(e)).isEqualTo("-8.00");
        assertThat(bike.costOf(f)).isEqualTo("-8.00");
        assertThat(bike.value()).isEqualTo(Amount.ZERO);
    }

    /** Spec: costing 13.10. */
    @Test
    void a_standard_receipt_revalued_before_its_invoice_ends_at_the_new_standard() {
        var bike = OneItem.of(CostingMethod.STANDARD, "2");
        var receipt = bike.receive("2026-01-01", "150", "300.00");
        bike.revalue("2026-01-02", receipt, "150", "150.00");
        bike.invoice("2026-01-03", receipt, "150", "330.00");
        bike.adjust();
        assertThat(bike.book().entry(receipt).cost().expected()).isEqualTo(Amount.ZERO);
        assertThat(bike.book().entry(receipt).cost().actual()).isEqualTo(Amount.of("450.00"));
    }

    /** Spec: costing 13.18. */
    @Test
    void freight_follows_goods_from_one_average_pool_into_another() {
        var bike = OneItem.of(
                CostingMethod.AVERAGE, "13", new OneItem.Averaging(AverageCalculation.ITEM_VARIANT_LOCATION, AveragePeriodType.DAY), false);
        var east = OneItem.at("EAST");
        var west = OneItem.at("WEST");
        var first = bike.buy("2026-05-01", east, "4", "40.00");
        bike.buy("2026-05-01", east, "4", "64.00");
        bike.transfer("2026-05-02", east, west, "3");
        var sale = bike.sell("2026-05-03", west, "2");
        bike.adjust();
        assertThat(bike.costOf(sale)).isEqualTo("-26.00");
        bike.charge("2026-05-10", first, "8.00");
        assertThat(bike.adjust()).isEqualTo(3);
        assertThat(bike.costOf(sale)).isEqualTo("-28.00");
        assertThat(bike.valueAt(east)).isEqualTo(Amount.of("70.00"));
        assertThat(bike.valueAt(west)).isEqualTo(Amount.of("14.00"));
    }
}
