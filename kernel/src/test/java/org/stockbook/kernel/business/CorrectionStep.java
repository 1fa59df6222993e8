package org.stockbook.kernel.business;

import java.time.LocalDate;

/** What a company takes back after it was posted: invoices by a credit memo at exact cost, transfer shipments that nobody has received. */
public sealed interface CorrectionStep extends DocumentStep {

    /** A posted invoice is cancelled: its goods go back, at exactly what they cost, and its order may be posted again. */
    record Cancel(String date, int pick) implements CorrectionStep {
        @Override
        public boolean happen(Company company) {
            var invoices = company.invoices().open();
            return !invoices.isEmpty() && company.invoices().cancel(LocalDate.parse(date), invoices.get(Math.floorMod(pick, invoices.size())));
        }

        @Override
        public String toString() {
            return "%s: invoice %s cancelled".formatted(date, pick);
        }
    }

    /** A transfer shipment is taken back. */
    record UndoShipment(int pick) implements CorrectionStep {
        @Override
        public boolean happen(Company company) {
            var shipments = company.moves().shipments();
            return !shipments.isEmpty() && company.moves().undo(shipments.get(Math.floorMod(pick, shipments.size())));
        }

        @Override
        public String toString() {
            return "transfer shipment %s undone".formatted(pick);
        }
    }

    /** What was taken back leaves once more. */
    record ShipAgain(String date, int pick) implements CorrectionStep {
        @Override
        public boolean happen(Company company) {
            var orders = company.moves().onTheWay().stream().filter(order -> !order.lines().getFirst().outstanding().isZero()).toList();
            return !orders.isEmpty() && company.moves().shipAgain(date, orders.get(Math.floorMod(pick, orders.size())));
        }

        @Override
        public String toString() {
            return "%s: what is open of transfer order %s shipped again".formatted(date, pick);
        }
    }
}
