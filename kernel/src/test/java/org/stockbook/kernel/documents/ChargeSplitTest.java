package org.stockbook.kernel.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.measure.Extent;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;

/** Spec: purchasing, example 11.5. */
class ChargeSplitTest {
    private static final List<ChargeSplit.Candidate> TARGETS = List.of(
            candidate(1, new Goods("10", "300.00", "2", "0.01")), candidate(2, new Goods("5", "100.00", "8", "0.05")));

    @Test
    void a_charge_is_spread_equally_by_amount_weight_or_volume() {
        assertThat(amounts(ChargeSplit.EQUALLY)).containsExactly("45.00", "45.00");
        assertThat(amounts(ChargeSplit.BY_AMOUNT)).containsExactly("67.50", "22.50");
        assertThat(amounts(ChargeSplit.BY_WEIGHT)).containsExactly("30.00", "60.00");
        assertThat(amounts(ChargeSplit.BY_VOLUME)).containsExactly("25.71", "64.29");
    }

    @Test
    void three_equal_shares_sum_to_the_charge() {
        var targets = List.of(
                candidate(1, new Goods("1", "1", "0", "0")), candidate(2, new Goods("1", "1", "0", "0")), candidate(3, new Goods("1", "1", "0", "0")));
        var charge = Paper.purchase(DocumentKind.INVOICE).charge("1", "100").no("I1").lines().getFirst();

        var rows = ChargeSplit.EQUALLY.suggest(charge, targets);

        assertThat(rows.stream().map(row -> row.toAssign().toString())).containsExactly("0.33333", "0.33334", "0.33333");
        assertThat(ChargeSplit.BY_WEIGHT.suggest(charge, targets)).isEmpty();
    }

    private static List<String> amounts(ChargeSplit split) {
        var charge = Paper.purchase(DocumentKind.INVOICE).charge("1", "90").no("I1").lines().getFirst();
        return split.suggest(charge, TARGETS).stream()
                .map(row -> charge.price().unit().times(row.toAssign()).toString())
                .toList();
    }

    private record Goods(String quantity, String amount, String weight, String volume) {}

    private static ChargeSplit.Candidate candidate(int line, Goods goods) {
        return new ChargeSplit.Candidate(
                new Target.SameDocument(Trading.line(line)), UnitQuantity.of(goods.quantity()),
                Money.of(goods.amount()), Extent.of(goods.weight()), Extent.of(goods.volume()));
    }
}
