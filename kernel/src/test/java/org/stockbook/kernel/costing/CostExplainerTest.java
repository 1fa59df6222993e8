package org.stockbook.kernel.costing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stockbook.kernel.business.OneItem;
import org.stockbook.kernel.business.Property;
import org.stockbook.kernel.business.RandomBusiness;
import org.stockbook.kernel.costing.CostExplanation.Event;
import org.stockbook.kernel.costing.CostExplanation.Known;
import org.stockbook.kernel.costing.CostExplanation.Node;
import org.stockbook.kernel.costing.CostExplanation.Open;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** Why a cost is what it is (spec: costing 6.4, 6.7; examples of section 13). */
class CostExplainerTest {
    private static final AverageCostPolicy DAYS = AverageCostPolicy.of(AverageCalculation.ITEM, AveragePeriodType.DAY);

    /** Spec: costing 13.6. */
    @Test
    void a_sale_stands_on_its_receipt_and_on_the_freight_that_came_later() {
        var bike = OneItem.of(CostingMethod.FIFO);
        var receipt = bike.buy("2026-01-01", "10", "50.00");
        var sale = bike.sell("2026-01-05", "6");
        bike.charge("2026-02-10", receipt, "7.00");
        bike.adjust();
        var why = CostExplainer.explain(bike.book(), DAYS, sale);

        assertThat(why.root().amount()).isEqualTo(Amount.of("34.20"));
        var source = why.root().causes().getFirst();
        assertThat(((Event.Moved) source.event()).entry()).isEqualTo(receipt);
        assertThat(source.quantity()).isEqualTo(Quantity.of(6));
        assertThat(source.causes()).extracting(Node::amount).containsExactly(Amount.of("30.00"), Amount.of("4.20"));
        assertThat(source.causes()).extracting(Node::known).containsExactly(Known.AT_POSTING, Known.LATER);
        assertThat(why.growth()).extracting(CostExplanation.Growth::total).containsExactly(Amount.of("30.00"), Amount.of("34.20"));
        assertThat(why.growth().getLast().cause().orElseThrow().charge().isBlank()).isFalse();
        assertThat(why.isFinal()).isTrue();
    }

    @Test
    void a_move_is_a_link_of_the_chain() {
        var bike = OneItem.of(CostingMethod.FIFO);
        var receipt = bike.buy("2026-01-01", "4", "40.00");
        var legs = bike.transfer("2026-01-02", OneItem.at(""), OneItem.at("EAST"), "3");
        var sale = bike.sell("2026-01-03", OneItem.at("EAST"), "2");
        bike.adjust();
        var leg = CostExplainer.explain(bike.book(), DAYS, sale).root().causes().getFirst();

        assertThat(((Event.Moved) leg.event()).entry()).isEqualTo(legs.getLast());
        assertThat(((Event.Moved) leg.causes().getFirst().event()).entry()).isEqualTo(receipt);
        assertThat(leg.causes().getFirst().amount()).isEqualTo(Amount.of("20.00"));
    }

    /** Spec: costing 13.3, the month. */
    @Test
    void an_average_stands_on_what_was_there_and_what_came_in() {
        var bike = OneItem.of(CostingMethod.AVERAGE, "0", new OneItem.Averaging(AverageCalculation.ITEM, AveragePeriodType.MONTH), false);
        bike.buy("2026-01-10", "10", "200.00");
        bike.sell("2026-01-20", "4");
        bike.sell("2026-02-05", "2");
        bike.buy("2026-02-12", "6", "180.00");
        var sale = bike.sell("2026-02-20", "5");
        bike.adjust();
        var why = CostExplainer.explain(bike.book(), AverageCostPolicy.of(AverageCalculation.ITEM, AveragePeriodType.MONTH), sale);

        assertThat(why.root().amount()).isEqualTo(Amount.of("125.00"));
        var average = why.root().causes().getFirst();
        assertThat(((Event.Averaged) average.event()).value()).isEqualTo(Amount.of("300.00"));
        assertThat(average.causes()).extracting(Node::amount).containsExactly(Amount.of("50.00"), Amount.of("75.00"));
        assertThat(average.causes().getFirst().event()).isInstanceOf(Event.Opening.class);
    }

    @Test
    void what_may_still_change_says_why() {
        var bike = OneItem.of(CostingMethod.FIFO, "9");
        bike.receive("2026-01-01", "2", "20.00");
        var sale = bike.sell("2026-01-02", "3");
        bike.adjust();
        var why = CostExplainer.explain(bike.book(), DAYS, sale);

        assertThat(why.open()).contains(Open.NOT_COVERED, Open.NOT_INVOICED);
        assertThat(why.root().causes().getLast().event()).isInstanceOf(Event.NotCovered.class);
        assertThat(why.root().causes().getLast().amount()).isEqualTo(Amount.of("9.00"));
    }

    @Test
    void stock_stands_on_its_open_layers() {
        var bike = OneItem.of(CostingMethod.FIFO);
        bike.buy("2026-01-01", "4", "40.00");
        bike.buy("2026-01-02", "4", "60.00");
        bike.sell("2026-01-03", "5");
        bike.adjust();
        var why = CostExplainer.explainStock(bike.book(), DAYS);

        assertThat(why.root().quantity()).isEqualTo(Quantity.of(3));
        assertThat(why.root().amount()).isEqualTo(Amount.of("45.00"));
        assertThat(why.root().causes()).extracting(Node::amount).containsExactly(Amount.of("45.00"));
    }

    static LongStream seeds() {
        return Property.seeds(0, 300);
    }

    /** Whatever happened: nothing of a figure is left unexplained. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void causes_always_sum_to_what_they_cause(long seed) {
        var business = new RandomBusiness(seed);
        for (var item : business.tell(false, business.steps(), _ -> {}).items()) {
            for (var entry : item.book().entries()) {
                var why = CostExplainer.explain(item.book(), business.policy(), entry.no());
                assertThat(why.root().amount().abs()).as("entry %s", entry.no()).isEqualTo(entry.cost().inventoriable().abs());
                assertSums(why.root(), entry.no());
            }
            assertSums(CostExplainer.explainStock(item.book(), business.policy()).root(), ItemLedgerEntryNo.NONE);
        }
    }

    private static void assertSums(Node node, ItemLedgerEntryNo entry) {
        if (!node.causes().isEmpty()) {
            var sum = node.causes().stream().map(Node::amount).reduce(Amount.ZERO, Amount::plus);
            assertThat(sum).as("below %s of entry %s", node.event(), entry).isEqualTo(node.amount());
            node.causes().forEach(cause -> assertSums(cause, entry));
        }
    }
}
