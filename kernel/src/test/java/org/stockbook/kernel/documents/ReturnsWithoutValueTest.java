package org.stockbook.kernel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.documents.posting.PostingChoice.BOTH;
import static org.stockbook.kernel.documents.posting.PostingChoice.HANDLE;
import static org.stockbook.kernel.documents.posting.PostingChoice.INVOICE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stockbook.kernel.documents.posting.DocumentRefusal;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.ReturnReasonCode;
import org.stockbook.kernel.posting.FixedApplication;

/** Goods that customers give back for scrap come in at cost 0 and stay there (spec: sales, sections 8 and 16.21). */
class ReturnsWithoutValueTest {
    private static final FixedApplication FROM_SALE = new FixedApplication.FromEntry(new ItemLedgerEntryNo(2));

    private final Trading trading = new Trading();

    private void stock(CostingMethod method) {
        trading.item("BIKE", method, "5");
        trading.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "8", "5").no("P1"), BOTH);
    }

    private static Paper back(String quantity) {
        return Paper.sale(DocumentKind.RETURN_ORDER).item("BIKE", quantity, "20").scrapped();
    }

    /** 16.21: 8 @ 5.00 and 2 for nothing are 10 @ 4.00. */
    @Test
    void what_comes_back_without_value_lowers_the_average() {
        stock(CostingMethod.AVERAGE);
        var plan = trading.post(back("2").no("R1"), BOTH, List.of());
        trading.adjust();

        assertThat(trading.cost(2)).isEqualTo("0.00/0.00");
        assertThat(Trading.ledger(plan)).containsEntry("RECEIVABLES", "-50.00");
        trading.post(Paper.sale(DocumentKind.ORDER).item("BIKE", "10", "20").no("S1"), BOTH);
        trading.adjust();
        assertThat(trading.cost(3)).isEqualTo("-40.00/0.00");
        assertThat(trading.cost(2)).isEqualTo("0.00/0.00");
    }

    /** Neither the unit cost typed on the line, nor the standard cost of the item, nor an adjustment gives it a value. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPECIFIC")
    void receipt_credit_memo_and_adjustment_leave_it_without_value(CostingMethod method) {
        stock(method);
        var costs = new LineCosts(Optional.of(UnitCost.of("9")), Percentage.ZERO, UnitCost.ZERO);
        var received = trading.post(back("2").costs(costs).no("R1"), HANDLE);
        trading.adjust();
        assertThat(trading.cost(2)).isEqualTo("0.00/0.00");

        trading.post(received, INVOICE);
        trading.adjust();

        assertThat(trading.entry(2).values()).allMatch(value -> value.entry().cost().isZero());
        assertThat(trading.entry(2).entry().withoutValue()).isTrue();
        assertThat(trading.entry(2).entry().origin().returnReason()).isEqualTo(new ReturnReasonCode("SCRAP"));
        assertThat(trading.entry(2).values()).allMatch(value -> value.entry().origin().returnReason().equals(new ReturnReasonCode("SCRAP")));
    }

    /** The reason of the line may say something else by the time of the credit memo: what was taken back without value stays without. */
    @Test
    void a_reason_that_changes_after_the_receipt_does_not_give_the_goods_a_value() {
        stock(CostingMethod.FIFO);
        var received = trading.post(back("2").no("R1"), HANDLE);

        trading.post(received.withLines(received.lines().stream().map(line -> line.withReturnReason(ReturnReason.NONE)).toList()), INVOICE);
        trading.adjust();

        assertThat(trading.cost(2)).isEqualTo("0.00/0.00");
    }

    @Test
    void what_is_taken_from_it_costs_nothing_either() {
        stock(CostingMethod.FIFO);
        trading.post(back("2").no("R1"), BOTH);
        trading.post(Paper.sale(DocumentKind.ORDER).item("BIKE", "9", "20").no("S1"), BOTH);
        trading.adjust();

        assertThat(trading.cost(3)).isEqualTo("-40.00/0.00");
    }

    @Test
    void naming_the_sale_is_refused_on_the_line() {
        stock(CostingMethod.FIFO);
        trading.post(Paper.sale(DocumentKind.ORDER).item("BIKE", "3", "20").no("S1"), BOTH);
        var named = back("2").applied(FROM_SALE).no("R1");
        var refusal = new DocumentRefusal.ReturnWithoutValue(Trading.line(1), new ReturnReasonCode("SCRAP"));

        assertThat(trading.refusals(named, HANDLE)).containsExactly(refusal);
        assertThat(refusal.code()).isEqualTo("sales.return-without-value");

        var byNumber = new TrackedPart(Tracking.NONE, Quantity.of("2"), FROM_SALE);
        var tracked = named.withLines(named.lines().stream()
                .map(line -> line.withApplication(FixedApplication.AUTOMATIC).withTracked(List.of(byNumber))).toList());
        assertThat(trading.refusals(tracked, HANDLE)).containsExactly(refusal);
    }

    @Test
    void exact_costs_are_not_demanded_of_goods_without_value() {
        stock(CostingMethod.FIFO);

        assertThat(trading.demandingExactCosts().refusals(Paper.sale(DocumentKind.RETURN_ORDER).item("BIKE", "2", "20").no("R1"), HANDLE))
                .extracting(DocumentRefusal::code).containsExactly("ledger.exact-cost-required");
        trading.post(back("2").no("R1"), HANDLE);
        assertThat(trading.cost(2)).isEqualTo("0.00/0.00");
    }

    /** What goes back to a vendor leaves at what it cost. */
    @Test
    void the_reason_means_nothing_for_what_goes_back_to_a_vendor() {
        stock(CostingMethod.FIFO);
        trading.post(Paper.purchase(DocumentKind.RETURN_ORDER).item("BIKE", "2", "5").scrapped().no("R1"), BOTH);
        trading.adjust();

        assertThat(trading.cost(2)).isEqualTo("-10.00/0.00");
        assertThat(trading.entry(2).entry().withoutValue()).isFalse();
        assertThat(trading.entry(2).entry().origin().returnReason()).isEqualTo(new ReturnReasonCode("SCRAP"));
    }
}
