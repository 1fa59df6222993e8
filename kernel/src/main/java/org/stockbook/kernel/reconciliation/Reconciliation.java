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
    private final List<Comparison> comparisons;
    private final boolean everythingPosted;

    private Reconciliation(Accumulator sums, LedgerBalances ledger) {
        this.contributions = List.copyOf(sums.contributions());
        this.rows = rows(contributions, ledger);
        this.comparisons = ledger.sharing().stream().map(this::compare).toList();
        this.everythingPosted = sums.isEverythingPosted();
    }

    /**
     * One account type as both ledgers see it.
     *
     * @param columns what value entries say, by column; zero where absent
     * @param ledgerTotal net change of all accounts of this type, also of those that it shares with others
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

    }

    /**
     * Account types that share accounts among each other, or one type with accounts of its own: what can be compared at all
     * (spec: reconciliation, section 2).
     *
     * @param total what value entries say of all these types
     * @param ledgerTotal net change of all their accounts, each counted once
     */
    public record Comparison(List<AccountType> types, Amount total, Amount ledgerTotal) {
        public Comparison {
            types = List.copyOf(types);
        }

        /** What the general ledger has too much; zero where the two ledgers agree. */
        public Amount difference() {
            return ledgerTotal.minus(total);
        }

        public boolean isShared() {
            return types.size() > 1;
        }
    }

    /** What a kind of cost brings to an account type: the first step of a drill-down from an amount to its value entries. */
    public record Contribution(
            AccountType type, ReconciliationColumn column, CostKind kind, CostPart part, Amount amount) {}

    /**
     * Compares value entries with the general ledger.
     *
     * @param sums in any number per kind; each is read once
     * @throws CombinationNotPostable if cost of a kind has no account rule
     */
    public static Reconciliation of(Stream<CostSum> sums, LedgerBalances ledger) {
        var accumulator = new Accumulator();
        sums.forEachOrdered(accumulator::add);
        return new Reconciliation(accumulator, ledger);
    }

    /** One row for every account type, also where nothing happened. */
    public List<Row> rows() {
        return rows;
    }

    public Row row(AccountType type) {
        return rows.stream().filter(row -> row.type() == type).findFirst().orElseThrow();
    }

    /** What is compared with each other: every account type once, alone or with those that it shares accounts with. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** The comparison that an account type takes part in. */
    public Comparison comparison(AccountType type) {
        return comparisons.stream().filter(each -> each.types().contains(type)).findFirst().orElseThrow();
    }

    private Comparison compare(LedgerBalances.Sharing sharing) {
        var total = sharing.types().stream().map(type -> row(type).total()).reduce(Amount.ZERO, Amount::plus);
        return new Comparison(sharing.types(), total, sharing.balance());
    }

    /** The kinds of cost behind a row. */
    public List<Contribution> contributions(AccountType type) {
        return contributions.stream().filter(each -> each.type() == type).toList();
    }

    public boolean hasDifference() {
        return comparisons.stream().anyMatch(each -> !each.difference().isZero());
    }

    /** Whether each kind of cost is in the general ledger in full. */
    public boolean isEverythingPosted() {
        return everythingPosted;
    }

    private static List<Row> rows(List<Contribution> contributions, LedgerBalances ledger) {
        var cells = new EnumMap<AccountType, Map<ReconciliationColumn, Amount>>(AccountType.class);
        for (var each : contributions) {
            cells.computeIfAbsent(each.type(), _ -> new EnumMap<>(ReconciliationColumn.class))
                    .merge(each.column(), each.amount(), Amount::plus);
        }
        return Arrays.stream(AccountType.values())
                .map(type -> new Row(type, cells.getOrDefault(type, Map.of()), ledger.balanceOf(type)))
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
