package org.stockbook.kernel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.documents.Paper.handling;
import static org.stockbook.kernel.documents.Paper.invoicing;
import static org.stockbook.kernel.documents.posting.PostingChoice.BOTH;
import static org.stockbook.kernel.documents.posting.PostingChoice.HANDLE;
import static org.stockbook.kernel.documents.posting.PostingChoice.INVOICE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.amounts.InvoiceDiscounts;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.FixedApplication;

/** Spec: sales, section 16. */
class SalesExamplesTest {
    private final Trading trading = new Trading().item("BIKE", CostingMethod.FIFO, "8.50");

    @BeforeEach
    void stock() {
        trading.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "6", "8").no("P1"), BOTH);
        trading.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "10", "9").no("P2"), BOTH);
    }

    private static Document order() {
        return Paper.sale(DocumentKind.ORDER).item("BIKE", "10", "20").discount("10").no("S1");
    }

    /** 16.1 */
    @Test
    void from_order_to_cash() {
        var shipped = trading.post(order(), HANDLE);
        trading.adjust();
        assertThat(trading.cost(3)).isEqualTo("0.00/-84.00");

        var plan = trading.post(shipped, INVOICE, List.of());
        trading.adjust();

        assertThat(trading.cost(3)).isEqualTo("-84.00/0.00");
        assertThat(Trading.ledger(plan))
                .isEqualTo(Map.of("SALES", "-180.00", "SALES_VAT", "-45.00", "RECEIVABLES", "225.00"));
        var traded = trading.entry(3).values().stream().map(value -> value.entry().trade().salesActual().toString());
        assertThat(traded).contains("180.00");
    }

    /** 16.2 */
    @Test
    void the_same_order_in_parts() {
        var first = handling(order(), 1, "4");
        var plan = trading.post(trading.post(first, HANDLE), BOTH, List.of());
        trading.adjust();

        assertThat(trading.cost(3)).isEqualTo("-32.00/0.00");
        assertThat(trading.cost(4)).isEqualTo("-52.00/0.00");
        assertThat(plan.invoice().orElseThrow().booking().partner().amount()).hasToString("225.00");
    }

    /** 16.3 and 16.4 */
    @Test
    void goods_come_back_at_the_cost_they_left_with_and_follow_it_later() {
        trading.post(order(), BOTH);
        trading.adjust();
        var back = Paper.sale(DocumentKind.RETURN_ORDER).item("BIKE", "3", "18")
                .applied(new FixedApplication.FromEntry(new ItemLedgerEntryNo(3))).no("R1");

        trading.post(back, BOTH);
        trading.adjust();
        assertThat(trading.cost(4)).isEqualTo("25.20/0.00");

        var freight = Paper.purchase(DocumentKind.INVOICE).charge("1", "6").no("F1");
        trading.post(freight, BOTH, List.of(ChargeAssignment.of(
                Trading.line(1), new Target.PostedGoods(trading.handled(1)), UnitQuantity.of(1))));
        trading.adjust();
        assertThat(trading.cost(3)).isEqualTo("-90.00/0.00");
        assertThat(trading.cost(4)).isEqualTo("27.00/0.00");
    }

    /** 16.3: a return without its shipment comes in at the line's unit cost. */
    @Test
    void a_return_without_reference_comes_in_at_the_unit_cost_of_its_line() {
        var costs = new LineCosts(Optional.of(UnitCost.of("9")), Percentage.ZERO, UnitCost.ZERO);
        trading.post(Paper.sale(DocumentKind.RETURN_ORDER).item("BIKE", "3", "18").costs(costs).no("R1"), BOTH);

        assertThat(trading.cost(3)).isEqualTo("27.00/0.00");
    }

    /** 16.7 */
    @Test
    void an_invoice_discount_leaves_out_what_does_not_allow_it() {
        var order = Paper.sale(DocumentKind.ORDER)
                .item("BIKE", "1", "1500").item("BIKE", "1", "700").noInvoiceDiscount().no("S1");

        var amounts = DocumentAmounts.whole(InvoiceDiscounts.spread(order, Percentage.of("3")));

        assertThat(amounts.net()).isEqualTo(Money.of("2155.00"));
    }

    /** 16.8 */
    @Test
    void prices_may_include_vat() {
        assertThat(netAndVat("3", "125")).isEqualTo("300.00 75.00");
        assertThat(netAndVat("1", "10")).isEqualTo("8.00 2.00");
        assertThat(netAndVat("1", "9.99")).isEqualTo("7.99 2.00");
    }

    private static String netAndVat(String quantity, String price) {
        var amounts = DocumentAmounts.whole(
                Paper.sale(DocumentKind.ORDER).pricesIncludeVat().item("BIKE", quantity, price).no("S1"));
        return amounts.net() + " " + amounts.vat();
    }

    /** 16.16 */
    @Test
    void a_charge_to_the_customer_adds_revenue_and_no_cost() {
        var order = Paper.sale(DocumentKind.ORDER).item("BIKE", "2", "20").item("BIKE", "3", "20").charge("1", "12").no("S1");
        var half = UnitQuantity.of("0.5");

        trading.post(order, BOTH, List.of(
                ChargeAssignment.of(Trading.line(3), new Target.SameDocument(Trading.line(1)), half),
                ChargeAssignment.of(Trading.line(3), new Target.SameDocument(Trading.line(2)), half)));

        for (var entry : List.of(3L, 4L)) {
            assertThat(trading.entry(entry).values().getLast().entry().trade().salesActual()).hasToString("6.00");
            assertThat(trading.entry(entry).values().getLast().entry().cost().isZero()).isTrue();
        }
    }

    /** 16.18 */
    @Test
    void revenue_in_another_currency_is_booked_in_ours() {
        var order = Paper.sale(DocumentKind.ORDER).currency("USD", "0.90").item("BIKE", "5", "30").no("S1");

        var plan = trading.post(order, BOTH, List.of());

        assertThat(Trading.ledger(plan).get("SALES")).isEqualTo("-135.00");
    }

    /** 16.19, section 2.3 */
    @Test
    void the_oldest_shipment_is_invoiced_first() {
        var order = Paper.sale(DocumentKind.ORDER).item("BIKE", "10", "20").no("S1");
        var first = trading.post(handling(order, 1, "4"), HANDLE);
        var invoicedPart = trading.post(invoicing(handling(first, 1, "0"), 1, "3"), INVOICE);
        assertThat(invoicedPart.line(Trading.line(1)).progress()).isEqualTo(new LineProgress(
                UnitQuantity.of(6), UnitQuantity.of(4), UnitQuantity.of(7), UnitQuantity.of(3), Surplus.NONE));
        var rest = trading.post(invoicing(invoicedPart, 1, "0"), HANDLE);

        var plan = trading.post(rest, INVOICE, List.of());

        assertThat(plan.invoiced().stream().map(part -> part.quantity().toString())).containsExactly("1", "6");
        assertThat(plan.invoice().orElseThrow().booking().partner().amount()).hasToString("175.00");
        assertThat(plan.after().isComplete()).isTrue();
    }
}
