package org.stockbook.kernel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.documents.Paper.handling;
import static org.stockbook.kernel.documents.Paper.invoicing;
import static org.stockbook.kernel.documents.posting.PostingChoice.BOTH;
import static org.stockbook.kernel.documents.posting.PostingChoice.HANDLE;
import static org.stockbook.kernel.documents.posting.PostingChoice.INVOICE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.amounts.InvoiceDiscounts;
import org.stockbook.kernel.documents.posting.DocumentRefusal;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.FixedApplication;

/** Spec: purchasing, section 11. */
class PurchasingExamplesTest {
    private final Trading trading = new Trading().item("BIKE", CostingMethod.FIFO, "0");

    /** 11.1 */
    @Test
    void an_order_is_received_and_invoiced_in_parts() {
        var order = Paper.purchase(DocumentKind.ORDER).item("BIKE", "10", "12.00").discount("5").no("O1");
        var whole = DocumentAmounts.whole(order);
        assertThat(whole.net()).isEqualTo(Money.of("114.00"));
        assertThat(whole.vat()).isEqualTo(Money.of("28.50"));

        var received = trading.post(handling(order, 1, "4"), HANDLE);
        assertThat(trading.cost(1)).isEqualTo("0.00/45.60");
        assertThat(received.line(Trading.line(1)).progress()).isEqualTo(progress("6", "4", "10", "0"));

        var plan = trading.post(invoicing(received, 1, "4"), INVOICE, List.of());
        assertThat(trading.cost(1)).isEqualTo("45.60/0.00");
        assertThat(Trading.ledger(plan))
                .isEqualTo(Map.of("PURCHASE", "45.60", "PURCHASE_VAT", "11.40", "PAYABLES", "-57.00"));

        var rest = trading.post(plan.after(), BOTH);
        assertThat(trading.cost(2)).isEqualTo("68.40/0.00");
        assertThat(rest.isComplete()).isTrue();
    }

    /** 11.2 */
    @Test
    void vat_is_rounded_by_group_and_the_lines_share_it() {
        var amounts = DocumentAmounts.whole(Paper.purchase(DocumentKind.ORDER)
                .item("BIKE", "1", "0.33").item("BIKE", "1", "0.33").item("BIKE", "1", "0.33").no("O1"));

        assertThat(amounts.vat()).isEqualTo(Money.of("0.25"));
        assertThat(amounts.lines().stream().map(line -> line.vat().toString())).containsExactly("0.08", "0.09", "0.08");
    }

    /** 11.3 */
    @Test
    void an_invoice_discount_is_spread_over_the_lines_that_allow_it() {
        var order = Paper.purchase(DocumentKind.ORDER)
                .item("BIKE", "1", "100").item("BIKE", "1", "50").noInvoiceDiscount().item("BIKE", "1", "33.33").no("O1");

        var spread = InvoiceDiscounts.spread(order, Money.of("10.00"));

        assertThat(spread.lines().stream().map(line -> line.price().invoiceDiscount().toString()))
                .containsExactly("7.50", "0.00", "2.50");
    }

    /** 11.4 */
    @Test
    void each_invoice_of_an_odd_line_is_rounded_by_itself() {
        var order = Paper.purchase(DocumentKind.ORDER).item("BIKE", "3", "3.33333").no("O1");
        assertThat(DocumentAmounts.whole(order).net()).isEqualTo(Money.of("10.00"));

        var open = trading.post(order, HANDLE);
        for (var part = 0; part < 3; part++) {
            open = trading.post(invoicing(open, 1, "1"), INVOICE);
        }

        assertThat(trading.cost(1)).isEqualTo("9.99/0.00");
    }

    /** Section 2.4, item 4. */
    @Test
    void one_invoice_line_over_several_receipts_is_split_cumulatively() {
        var order = Paper.purchase(DocumentKind.ORDER).item("BIKE", "6", "1.50833").no("O1");
        var once = trading.post(handling(order, 1, "3"), HANDLE);
        var twice = trading.post(once, HANDLE);

        trading.post(twice, INVOICE);

        assertThat(trading.cost(1)).isEqualTo("4.53/0.00");
        assertThat(trading.cost(2)).isEqualTo("4.52/0.00");
    }

    /** Spec: ledger, section 5.1. */
    @Test
    void receiving_ten_and_invoicing_four_makes_two_entries_the_invoiced_one_first() {
        var order = Paper.purchase(DocumentKind.ORDER).item("BIKE", "10", "2").no("O1");

        trading.post(invoicing(order, 1, "4"), BOTH);

        assertThat(trading.quantities("BIKE")).containsExactly("4", "6");
        assertThat(trading.cost(1)).isEqualTo("8.00/0.00");
        assertThat(trading.cost(2)).isEqualTo("0.00/12.00");
    }

    /** 11.6 */
    @Test
    void a_later_charge_reaches_what_is_already_sold() {
        trading.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "10", "8").no("O1"), BOTH);
        trading.post(Paper.sale(DocumentKind.ORDER).item("BIKE", "6", "20").no("S1"), BOTH);
        var freight = Paper.purchase(DocumentKind.INVOICE).charge("1", "15").no("F1");

        trading.post(freight, BOTH, List.of(ChargeAssignment.of(
                Trading.line(1), new Target.PostedGoods(trading.handled(1)), UnitQuantity.of(1))));
        trading.adjust();

        assertThat(trading.cost(1)).isEqualTo("95.00/0.00");
        assertThat(trading.cost(2)).isEqualTo("-57.00/0.00");
    }

    /** 11.7 */
    @Test
    void a_charge_on_a_standard_item_is_offset_by_a_variance() {
        var company = new Trading().item("BIKE", CostingMethod.STANDARD, "20");
        company.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "10", "19").no("O1"), BOTH);
        var freight = Paper.purchase(DocumentKind.INVOICE).charge("1", "15").no("F1");

        company.post(freight, BOTH, List.of(ChargeAssignment.of(
                Trading.line(1), new Target.PostedGoods(company.handled(1)), UnitQuantity.of(1))));

        assertThat(company.value("BIKE")).hasToString("200.00");
    }

    /** A charge in the same document follows its line, on what is invoiced now and before, by quantity. */
    @Test
    void a_charge_of_the_same_document_follows_the_entries_just_invoiced() {
        var order = Paper.purchase(DocumentKind.ORDER).item("BIKE", "4", "10").charge("1", "10").no("O1");
        var received = trading.post(handling(handling(order, 1, "3"), 2, "0"), HANDLE);

        trading.post(received, BOTH, List.of(ChargeAssignment.of(
                Trading.line(2), new Target.SameDocument(Trading.line(1)), UnitQuantity.of(1))));

        assertThat(trading.cost(1)).isEqualTo("37.50/0.00");
        assertThat(trading.cost(2)).isEqualTo("12.50/0.00");
    }

    @Test
    void a_charge_must_be_assigned_to_the_last_unit() {
        var order = Paper.purchase(DocumentKind.INVOICE).item("BIKE", "4", "10").charge("2", "10").no("O1");
        var half = ChargeAssignment.of(Trading.line(2), new Target.SameDocument(Trading.line(1)), UnitQuantity.of(1));

        assertThat(trading.refusals(order, BOTH, List.of(half)))
                .containsExactly(new DocumentRefusal.ChargeNotAssigned(Trading.line(2), UnitQuantity.of(1), UnitQuantity.of(2)));
    }

    /** 11.10 */
    @Test
    void an_exact_return_takes_the_cost_of_the_receipt_that_goes_back() {
        trading.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "10", "10").no("O1"), BOTH);
        trading.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "10", "12").no("O2"), BOTH);
        var back = Paper.purchase(DocumentKind.RETURN_ORDER)
                .item("BIKE", "4", "12").applied(new FixedApplication.ToEntry(new ItemLedgerEntryNo(2))).no("R1");

        var plan = trading.post(back, BOTH, List.of());
        trading.adjust();

        assertThat(trading.cost(3)).isEqualTo("-48.00/0.00");
        assertThat(Trading.ledger(plan))
                .isEqualTo(Map.of("PURCHASE_CREDIT_MEMO", "-48.00", "PURCHASE_VAT", "-12.00", "PAYABLES", "60.00"));
    }

    /** 11.12 */
    @Test
    void an_invoice_takes_over_what_others_have_received() {
        var first = trading.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "5", "4").no("P1"), HANDLE);
        trading.post(invoicing(Paper.purchase(DocumentKind.ORDER).item("BIKE", "3", "6").no("P2"), 1, "1"), BOTH);
        var combined = Paper.purchase(DocumentKind.INVOICE)
                .item("BIKE", "4", "4").from(trading.handled(1)).item("BIKE", "2", "6").from(trading.handled(2)).no("I1");

        var plan = trading.post(combined, BOTH, List.of());

        assertThat(plan.handling()).isEmpty();
        assertThat(plan.invoice().orElseThrow().lines().stream().map(line -> line.amounts().orElseThrow().net().toString()))
                .containsExactly("16.00", "12.00");
        assertThat(plan.invoiced()).hasSize(2);
        var more = Paper.purchase(DocumentKind.INVOICE).item("BIKE", "2", "4").from(trading.handled(1)).no("I2");
        assertThat(trading.refusals(more, BOTH))
                .containsExactly(new DocumentRefusal.AboveInvoiceable(Trading.line(1), UnitQuantity.of(1)));
        assertThat(first.isComplete()).isFalse();
    }

    /** 11.14 */
    @Test
    void an_invoice_at_another_rate_brings_another_cost() {
        var order = Paper.purchase(DocumentKind.ORDER).currency("EUR", "1.10").item("BIKE", "10", "8").no("O1");
        var received = trading.post(order, HANDLE);
        assertThat(trading.cost(1)).isEqualTo("0.00/88.00");

        var later = received.withHeader(received.header().withTerms(received.header().terms().withRate(ExchangeRate.of("1", "1.12"))));
        var plan = trading.post(later.withLines(later.lines().stream().map(PurchasingExamplesTest::untaxed).toList()), INVOICE, List.of());

        assertThat(trading.cost(1)).isEqualTo("89.60/0.00");
        var partner = plan.invoice().orElseThrow().booking().partner();
        assertThat(partner.amount()).hasToString("-89.60");
        assertThat(partner.money()).hasToString("-80.00");
    }

    /** 11.16 */
    @Test
    void overhead_is_expected_at_receipt_and_written_apart_at_invoice() {
        var facts = new ItemFacts(
                new ItemNo("BIKE"), ItemType.INVENTORY, CostingMethod.FIFO, Percentage.of("4"), UnitCost.of("0.50"), false, true);
        var company = new Trading().item(facts, "0");
        var order = Paper.purchase(DocumentKind.ORDER).item("BIKE", "10", "20").overhead("4", "0.50").no("O1");

        var received = company.post(order, HANDLE);
        assertThat(company.cost(1)).isEqualTo("0.00/213.00");
        company.post(received, INVOICE);

        assertThat(company.cost(1)).isEqualTo("213.00/0.00");
        assertThat(company.entry(1).values().stream().map(value -> value.entry().cost().actual().toString()))
                .containsExactly("0.00", "200.00", "13.00");
    }

    /** Spec: ledger, sections 12.2 and 12.11. */
    @Test
    void a_box_keeps_its_price_although_its_pieces_do_not_divide_it() {
        trading.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "1", "10").unit("BOX", "3").no("O1"), HANDLE);
        trading.post(Paper.purchase(DocumentKind.ORDER).item("BIKE", "2", "30").unit("BOX", "12").discount("10").no("O2"), BOTH);

        assertThat(trading.cost(1)).isEqualTo("0.00/10.00");
        assertThat(trading.quantities("BIKE")).containsExactly("3", "24");
        assertThat(trading.cost(2)).isEqualTo("54.00/0.00");
    }

    @Test
    void nothing_is_invoiced_before_it_is_received() {
        var order = Paper.purchase(DocumentKind.ORDER).item("BIKE", "10", "2").no("O1");

        assertThat(trading.refusals(order, INVOICE))
                .containsExactly(new DocumentRefusal.AboveInvoiceable(Trading.line(1), UnitQuantity.ZERO));
        assertThat(trading.refusals(handling(order, 1, "11"), HANDLE))
                .containsExactly(new DocumentRefusal.AboveOutstanding(Trading.line(1), UnitQuantity.of(10)));
        assertThat(trading.refusals(handling(order, 1, "0"), HANDLE)).containsExactly(new DocumentRefusal.NothingToPost());
    }

    private static DocumentLine untaxed(DocumentLine line) {
        return new DocumentLine(
                line.no(), line.subject(), line.description(), line.location(), line.unit(), line.quantity(), line.price(),
                line.costs(), line.product(), VatTerms.NONE, line.progress(), line.source(), line.application(),
                line.tracked(), line.dimensions());
    }

    private static LineProgress progress(String toHandle, String handled, String toInvoice, String invoiced) {
        return new LineProgress(
                UnitQuantity.of(toHandle), UnitQuantity.of(handled), UnitQuantity.of(toInvoice), UnitQuantity.of(invoiced), Surplus.NONE);
    }
}
