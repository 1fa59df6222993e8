package org.stockbook.kernel.generalledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stockbook.kernel.accounts.AccountKeys;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.DimensionSetId;

/**
 * Adds up the lines of the same date, accounts, groups, dimensions and sign; debits and credits are not netted
 * (spec: reconciliation, section 5, step 3). The lines of a posting date are one transaction.
 */
final class GroupLines implements LineBuffer {
    private final DocumentNo document;
    private final Map<LocalDate, Map<Key, Group>> groupsByDate = new TreeMap<>();

    GroupLines(DocumentNo document) {
        this.document = document;
    }

    @Override
    public void add(PreparedCost cost) {
        var entry = cost.entry();
        var keys = cost.keys();
        var groups = groupsByDate.computeIfAbsent(entry.postingDate(), _ -> new LinkedHashMap<>());
        for (var line : cost.lines()) {
            var key = new Key(line.type(), line.balancing(), line.amount().isNegative(), keys, entry.origin().dimensions());
            groups.computeIfAbsent(key, _ -> new Group(line.account())).add(entry.no(), line.amount());
        }
    }

    @Override
    public List<GeneralLedgerTransaction> transactions() {
        var transactions = new ArrayList<GeneralLedgerTransaction>(groupsByDate.size());
        groupsByDate.forEach((date, groups) -> {
            var lines = new ArrayList<GeneralLedgerLine>(groups.size());
            groups.forEach((key, group) -> lines.add(group.line(date, key, document)));
            transactions.add(new GeneralLedgerTransaction(date, lines));
        });
        return List.copyOf(transactions);
    }

    private record Key(AccountType type, AccountType balancing, boolean credit, AccountKeys keys, DimensionSetId dimensions) {}

    private static final class Group {
        private final AccountNo account;
        private final List<ValueEntryNo> entries = new ArrayList<>();
        private Amount amount = Amount.ZERO;

        private Group(AccountNo account) {
            this.account = account;
        }

        private void add(ValueEntryNo entry, Amount more) {
            entries.add(entry);
            amount = amount.plus(more);
        }

        private GeneralLedgerLine line(LocalDate date, Key key, DocumentNo document) {
            return new GeneralLedgerLine(
                    account,
                    key.type,
                    key.balancing,
                    amount,
                    date,
                    LineOrigin.ofRun(document, key.dimensions),
                    new LineDescription.OfGroup(key.type, key.balancing, key.keys),
                    entries);
        }
    }
}
