package org.stockbook.kernel.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stockbook.kernel.accounts.AccountRules;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.CombinationNotPostable;
import org.stockbook.kernel.accounts.CostKind;
import org.stockbook.kernel.accounts.CostPart;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.measure.Amount;

/**
 * What value entries say should stand on each account type, beside what the general ledger says (spec: reconciliation,
 * sections 8 and 23): the account rule applied without posting. Works on sums, so that millions of value entries may come as
 * the aggregates of their days.
 */
public final class Reconciliation {
    private final List<Contribution> contributions;
    private final List<Row> rows;
    private final boolean everythingPosted;

    private Reconciliation(List<Contribution> contributions, List<Row> rows, boolean everythingPosted) {
        this.contributions = contributions;
        this.rows = rows;
        this.everythingPosted = everythingPosted;
    }

    /**
     * One account type as both ledgers see it.
     *
     * @param columns what value entries say, by column; zero where absent
     * @param ledgerTotal net change of all accounts of this type
     */
    public record Row(AccountType type, Map<ReconciliationColumn, Amount> columns, Amount ledgerTotal) {
        public Row {
            columns = Map.copyOf(columns);
        }

        public Amount in(ReconciliationColumn column) {
            return columns.getOrDefault(column, Amount.ZERO);
        }

        /** What value entries say. */
        public Amount total() {
            return columns.values().stream().reduce(Amount.ZERO, Amount::plus);
        }

        /** What the general ledger has too much; zero where the two ledgers agree. */
        public Amount difference() {
            return ledgerTotal.minus(total());
        }
    }

    /** What a kind of cost brings to an account type: the first step of a drill-down from an amount to its value entries. */
    public record Contribution(
            AccountType type, ReconciliationColumn column, CostKind kind, CostPart part, Amount amount) {}

    /**
     * Compares value entries with the general ledger.
     *
     * @param sums in any number per kind; each is read once
     * @param ledgerTotals net change of the distinct accounts set up for each type; zero where absent
     * @throws CombinationNotPostable if cost of a kind has no account rule
     */
    public static Reconciliation of(Stream<CostSum> sums, Map<AccountType, Amount> ledgerTotals) {
        var accumulator = new Accumulator();
        sums.forEachOrdered(accumulator::add);
        var contributions = accumulator.contributions();
        return new Reconciliation(
                List.copyOf(contributions), rows(contributions, ledgerTotals), accumulator.isEverythingPosted());
    }

    /** One row for every account type, also where nothing happened. */
    public List<Row> rows() {
        return rows;
    }

    public Row row(AccountType type) {
        return rows.stream().filter(row -> row.type() == type).findFirst().orElseThrow();
    }

    /** The kinds of cost behind a row. */
    public List<Contribution> contributions(AccountType type) {
        return contributions.stream().filter(each -> each.type() == type).toList();
    }

    public boolean hasDifference() {
        return rows.stream().anyMatch(row -> !row.difference().isZero());
    }

    /** Whether each kind of cost is in the general ledger in full. */
    public boolean isEverythingPosted() {
        return everythingPosted;
    }

    private static List<Row> rows(List<Contribution> contributions, Map<AccountType, Amount> ledgerTotals) {
        var cells = new EnumMap<AccountType, Map<ReconciliationColumn, Amount>>(AccountType.class);
        for (var each : contributions) {
            cells.computeIfAbsent(each.type(), _ -> new EnumMap<>(ReconciliationColumn.class))
                    .merge(each.column(), each.amount(), Amount::plus);
        }
        return Arrays.stream(AccountType.values())
                .map(type -> new Row(type, cells.getOrDefault(type, Map.of()), ledgerTotals.getOrDefault(type, Amount.ZERO)))
                .toList();
    }

    /** Sums per kind, in the order in which kinds first appear. */
    private static final class Accumulator {
        private final Map<CostKind, CostParts> amounts = new LinkedHashMap<>();
        private boolean everythingPosted = true;

        private void add(CostSum sum) {
            amounts.merge(sum.kind(), sum.amounts(), CostParts::plus);
            everythingPosted &= sum.posted().equals(sum.amounts());
        }

        private boolean isEverythingPosted() {
            return everythingPosted;
        }

        private List<Contribution> contributions() {
            var contributions = new ArrayList<Contribution>();
            amounts.forEach((kind, parts) -> {
                for (var line : AccountRules.accountLines(kind, parts)) {
                    var column = ReconciliationColumn.of(line.accountType());
                    contributions.add(new Contribution(line.accountType(), column, kind, line.part(), line.amount()));
                    contributions.add(new Contribution(line.balancingType(), column, kind, line.part(), line.amount().negated()));
                }
            });
            return contributions;
        }
    }
}
