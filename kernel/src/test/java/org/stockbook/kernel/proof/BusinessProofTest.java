package org.stockbook.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.business.OneItem;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.reconciliation.CostSum;
import org.stockbook.kernel.reconciliation.LedgerBalances;
import org.stockbook.kernel.reconciliation.Reconciliation;

/** Whatever a business does, its books hold every invariant, before and after costs are adjusted. */
class BusinessProofTest {
    private static final List<CostingMethod> METHODS =
            List.of(CostingMethod.FIFO, CostingMethod.LIFO, CostingMethod.AVERAGE, CostingMethod.STANDARD);

    static Stream<Arguments> businesses() {
        return METHODS.stream().flatMap(method -> LongStream.rangeClosed(1, 25).mapToObj(seed -> Arguments.of(method, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("businesses")
    void books_of_any_business_hold_every_invariant(CostingMethod method, long seed) {
        var business = new Trader(method, seed);
        for (var day = 0; day < 40; day++) {
            business.trade(LocalDate.of(2026, 1, 1).plusDays(day));
            assertThat(ItemProof.findings(ItemHistory.of(business.item.book()))).as("day %s", day).isEmpty();
        }
    }

    /** Every value entry that posting and costing write has an account rule, and the accounts balance. */
    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("businesses")
    void books_of_any_business_can_be_posted_to_the_general_ledger(CostingMethod method, long seed) {
        var business = new Trader(method, seed);
        for (var day = 0; day < 40; day++) {
            business.trade(LocalDate.of(2026, 1, 1).plusDays(day));
        }
        var entries = business.item.book().entries().stream().flatMap(entry -> entry.values().stream()
                .map(value -> CostSum.of(CostEntry.OfMovement.unposted(value.entry(), entry.place().location()))));
        var rows = Reconciliation.of(entries, LedgerBalances.NONE).rows();

        assertThat(rows.stream().map(Reconciliation.Row::total).reduce(Amount.ZERO, Amount::plus)).isEqualTo(Amount.ZERO);
    }

    /** Buys, sells, invoices late, takes freight and corrects; adjusts costs every few days. */
    private static final class Trader {
        private final SplittableRandom chance;
        private final OneItem item;
        private final List<ItemLedgerEntryNo> receipts = new ArrayList<>();
        private final List<ItemLedgerEntryNo> bought = new ArrayList<>();
        private final List<ItemLedgerEntryNo> sales = new ArrayList<>();

        private Trader(CostingMethod method, long seed) {
            chance = new SplittableRandom(seed);
            item = OneItem.of(method, "9.87");
        }

        private void trade(LocalDate day) {
            var date = day.toString();
            switch (chance.nextInt(9)) {
                case 0, 1 -> bought.add(item.buy(date, quantity(), amount()));
                case 2 -> receipts.add(item.receive(date, "7", amount()));
                case 3, 4 -> sales.add(item.sell(date, quantity()));
                case 5 -> item.adjustDown(date, quantity());
                case 6 -> invoice(date);
                case 7 -> charge(date);
                case 8 -> takeBack(date);
                default -> throw new IllegalStateException("nine things to do");
            }
            if (chance.nextInt(3) == 0) {
                item.adjust();
            }
        }

        private void invoice(String date) {
            if (!receipts.isEmpty()) {
                var receipt = receipts.removeFirst();
                item.invoice(date, receipt, "7", amount());
                bought.add(receipt);
            }
        }

        private void charge(String date) {
            if (!bought.isEmpty()) {
                item.charge(date, bought.get(chance.nextInt(bought.size())), "5.03");
            }
        }

        private void takeBack(String date) {
            if (!sales.isEmpty()) {
                item.takeBack(date, "1", sales.remove(chance.nextInt(sales.size())));
            }
        }

        private String quantity() {
            return Quantity.of(1 + chance.nextInt(9)).toString();
        }

        private String amount() {
            return Amount.ofUnscaled(chance.nextLong(100, 20_000)).toString();
        }
    }
}
