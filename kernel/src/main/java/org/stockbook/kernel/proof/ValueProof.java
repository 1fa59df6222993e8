package org.stockbook.kernel.proof;

import java.util.List;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/** Value entries carry quantity (I5), invoice it (I6), and expect nothing once it is invoiced (I7). */
final class ValueProof {
    private final IndexedHistory history;
    private final List<Finding> findings;

    private ValueProof(IndexedHistory history, List<Finding> findings) {
        this.history = history;
        this.findings = findings;
    }

    static void prove(IndexedHistory history, List<Finding> findings) {
        var proof = new ValueProof(history, findings);
        for (var position = 0; position < history.size(); position++) {
            proof.entry(position);
        }
    }

    private void entry(int position) {
        var invoiced = Quantity.ZERO;
        var expected = Amount.ZERO;
        for (var index = 0; index < history.valueCount(position); index++) {
            var value = history.value(position, index).entry();
            invoiced = invoiced.plus(value.invoicedQuantity());
            expected = expected.plus(value.cost().expected());
            var carried = index == 0 ? history.entry(position).quantity() : Quantity.ZERO;
            if (!value.itemLedgerEntryQuantity().equals(carried)) {
                findings.add(Finding.of(Invariant.FIRST_VALUE_ENTRY_HAS_QUANTITY, new Subject.OfValue(value.no()), carried, value.itemLedgerEntryQuantity()));
            }
        }
        if (history.valueCount(position) == 0) {
            findings.add(Finding.of(Invariant.FIRST_VALUE_ENTRY_HAS_QUANTITY, history.subject(position), history.entry(position).quantity(), Quantity.ZERO));
        }
        invoiced(position, invoiced);
        if (history.isFullyInvoiced(position) && !expected.isZero()) {
            findings.add(Finding.of(Invariant.EXPECTED_COST_IS_REVERSED, history.subject(position), Amount.ZERO, expected));
        }
    }

    private void invoiced(int position, Quantity byValues) {
        var stated = history.state(position).invoiced();
        if (!stated.equals(byValues)) {
            findings.add(Finding.of(Invariant.INVOICED_IS_VALUED, history.subject(position), byValues, stated));
        } else if (!QuantityProof.isWithin(stated, history.entry(position).quantity())) {
            findings.add(Finding.of(Invariant.INVOICED_IS_VALUED, history.subject(position), history.entry(position).quantity(), stated));
        }
    }
}
