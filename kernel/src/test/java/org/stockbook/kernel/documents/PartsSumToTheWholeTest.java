package org.stockbook.kernel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.documents.posting.PostingChoice.BOTH;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.amounts.InvoiceDiscounts;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;

/** Whatever is traded in whatever parts: nothing is lost or invented by rounding. */
class PartsSumToTheWholeTest {
    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    /** Each posting in parts writes to inventory exactly what its invoice books as purchases, and its ledger lines balance. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inventory_receives_what_the_invoices_say(long seed) {
        var random = new Random(seed);
        var trading = new Trading().item("BIKE", CostingMethod.FIFO, "0").item("BELL", CostingMethod.AVERAGE, "0");
        var document = InvoiceDiscounts.spread(order(random), Money.of("3.33"));
        var purchased = Amount.ZERO;
        for (var posting = 0; posting < 40 && !document.isComplete(); posting++) {
            document = choose(document, random);
            if (document.lines().stream().allMatch(line -> line.progress().toHandle().isZero() && line.progress().toInvoice().isZero())) {
                continue;
            }
            var plan = trading.post(document, BOTH, List.of());
            if (plan.invoice().isPresent()) {
                purchased = purchased.plus(Amount.of(Trading.ledger(plan).getOrDefault("PURCHASE", "0.00")));
            }
            document = plan.after();
        }
        if (document.isComplete()) {
            assertThat(trading.value("BIKE").plus(trading.value("BELL"))).isEqualTo(purchased);
        }
    }

    /** A charge over any number of entries adds up to the charge. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_charge_is_shared_without_rest(long seed) {
        var random = new Random(seed);
        var trading = new Trading().item("BIKE", CostingMethod.FIFO, "0").item("BELL", CostingMethod.FIFO, "0");
        var order = Paper.purchase(DocumentKind.ORDER)
                .item("BIKE", quantity(random), price(random)).item("BELL", quantity(random), price(random)).charge("1", price(random)).no("O1");
        var half = UnitQuantity.of("0." + (1 + random.nextInt(9)));
        var rows = List.of(
                ChargeAssignment.of(Trading.line(3), new Target.SameDocument(Trading.line(1)), half),
                ChargeAssignment.of(Trading.line(3), new Target.SameDocument(Trading.line(2)), UnitQuantity.of(1).minus(half)));

        var plan = trading.post(order, BOTH, rows);

        assertThat(trading.value("BIKE").plus(trading.value("BELL")).toString()).isEqualTo(Trading.ledger(plan).get("PURCHASE"));
    }

    /** Lines sum to the document in its currency and in ours. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_lines_of_a_document_sum_to_it_in_both_currencies(long seed) {
        var random = new Random(seed);
        var paper = Paper.sale(DocumentKind.ORDER).currency("USD", "0." + (10_000 + random.nextInt(89_999)));
        for (var line = 0; line < 1 + random.nextInt(8); line++) {
            paper.item("BIKE", quantity(random), price(random)).discount(Integer.toString(random.nextInt(20)));
        }
        var document = paper.no("S1");
        var amounts = DocumentAmounts.whole(document);
        var rate = document.header().terms().rate();

        var net = amounts.lines().stream().map(line -> line.local().net()).reduce(Amount.ZERO, Amount::plus);
        assertThat(net).isEqualTo(rate.toLocal(amounts.net()));
        assertThat(amounts.localTotal()).isEqualTo(rate.toLocal(amounts.total()));
    }

    private static Document order(Random random) {
        return Paper.purchase(DocumentKind.ORDER)
                .item("BIKE", quantity(random), price(random)).unit("BOX", Integer.toString(1 + random.nextInt(12)))
                .item("BELL", quantity(random), price(random)).discount(Integer.toString(random.nextInt(50)))
                .no("O1");
    }

    private static String quantity(Random random) {
        return (1 + random.nextInt(30)) + "." + random.nextInt(10);
    }

    private static String price(Random random) {
        return random.nextInt(100) + "." + (10_000 + random.nextInt(89_999));
    }

    /** Any part that is allowed of each line, often all of it. */
    private static Document choose(Document document, Random random) {
        return document.withLines(document.lines().stream().map(line -> {
            var progress = line.progress();
            var handling = progress.handling(part(progress.outstanding(line.quantity()), random));
            return line.withProgress(handling.invoicing(part(handling.invoiceable(), random)));
        }).toList());
    }

    private static UnitQuantity part(UnitQuantity whole, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> whole;
            case 1 -> UnitQuantity.ZERO;
            default -> UnitQuantity.rounded(whole.value().multiply(BigDecimal.valueOf(random.nextInt(100), 2)));
        };
    }
}
