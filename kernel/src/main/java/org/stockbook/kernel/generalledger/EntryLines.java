package org.stockbook.kernel.generalledger;

import java.util.ArrayList;
import java.util.List;

/** Every value entry is a transaction of its own. */
final class EntryLines implements LineBuffer {
    private final List<GeneralLedgerTransaction> transactions = new ArrayList<>();

    @Override
    public void add(PreparedCost cost) {
        var entry = cost.entry();
        var partner = entry.origin().partner();
        var description = new LineDescription.OfEntry(cost.kind().type(), partner, entry.postingDate());
        var origin = LineOrigin.of(entry.origin());
        var related = List.of(entry.no());
        var lines = new ArrayList<GeneralLedgerLine>(cost.lines().size());
        for (var line : cost.lines()) {
            lines.add(new GeneralLedgerLine(
                    line.account(),
                    line.type(),
                    line.balancing(),
                    line.amount(),
                    entry.postingDate(),
                    origin,
                    description,
                    related));
        }
        transactions.add(new GeneralLedgerTransaction(entry.postingDate(), lines));
    }

    @Override
    public List<GeneralLedgerTransaction> transactions() {
        return List.copyOf(transactions);
    }
}
