package org.stockbook.kernel.accounts;

import static org.stockbook.kernel.accounts.AccountType.CAPACITY_OVERHEAD_VARIANCE;
import static org.stockbook.kernel.accounts.AccountType.CAPACITY_VARIANCE;
import static org.stockbook.kernel.accounts.AccountType.COST_OF_GOODS_SOLD;
import static org.stockbook.kernel.accounts.AccountType.COST_OF_GOODS_SOLD_INTERIM;
import static org.stockbook.kernel.accounts.AccountType.DIRECT_COST_APPLIED;
import static org.stockbook.kernel.accounts.AccountType.DIRECT_COST_NON_INVENTORY_APPLIED;
import static org.stockbook.kernel.accounts.AccountType.INVENTORY;
import static org.stockbook.kernel.accounts.AccountType.INVENTORY_ACCRUAL_INTERIM;
import static org.stockbook.kernel.accounts.AccountType.INVENTORY_ADJUSTMENT;
import static org.stockbook.kernel.accounts.AccountType.INVENTORY_INTERIM;
import static org.stockbook.kernel.accounts.AccountType.MANUFACTURING_OVERHEAD_VARIANCE;
import static org.stockbook.kernel.accounts.AccountType.MATERIAL_NON_INVENTORY_VARIANCE;
import static org.stockbook.kernel.accounts.AccountType.MATERIAL_VARIANCE;
import static org.stockbook.kernel.accounts.AccountType.OVERHEAD_APPLIED;
import static org.stockbook.kernel.accounts.AccountType.PURCHASE_VARIANCE;
import static org.stockbook.kernel.accounts.AccountType.SUBCONTRACTED_VARIANCE;
import static org.stockbook.kernel.accounts.AccountType.WORK_IN_PROCESS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.accounts.CostKind.CapacityUse;
import org.stockbook.kernel.accounts.CostKind.Movement;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;

/**
 * Which two account types each part of a value entry reaches: the account table as a pure total function
 * (spec: reconciliation, sections 3 and 23). Posting, reconciliation and proof all read it, there is no second one.
 */
public final class AccountRules {
    private AccountRules() {}

    /** The account types of a part of this kind of cost; none for a combination that no correct posting writes. */
    public static Optional<AccountPair> pair(CostKind kind, CostPart part) {
        return RuleTable.pair(kind, part);
    }

    /**
     * The lines of a value entry: one per part with an amount; none for cost that stays outside inventory.
     *
     * @throws CombinationNotPostable if a part with an amount has no rule
     */
    public static List<AccountLine> accountLines(ValueEntry entry) {
        return entry.inventoriable()
                ? accountLines(CostKind.of(entry), new CostParts(entry.cost().actual(), entry.cost().expected()))
                : List.of();
    }

    /**
     * The lines of an inventoriable cost of this kind, also of the use of capacity or of a sum over many value entries.
     *
     * @throws CombinationNotPostable if a part with an amount has no rule
     */
    public static List<AccountLine> accountLines(CostKind kind, CostParts amounts) {
        var lines = new ArrayList<AccountLine>(2);
        for (var part : CostPart.values()) {
            var amount = amounts.of(part);
            if (!amount.isZero()) {
                var pair = pair(kind, part).orElseThrow(() -> new CombinationNotPostable(kind, part));
                lines.add(new AccountLine(pair.account(), pair.balancing(), part, amount));
            }
        }
        return lines;
    }

    /** The table itself, read once for every combination when {@link RuleTable} is made. */
    static Optional<AccountPair> decide(CostKind kind, CostPart part) {
        return switch (kind) {
            case Movement movement when (movement.type() == ValueEntryType.VARIANCE) == (movement.variance() == VarianceType.NONE) -> Optional.empty();
            case Movement movement -> switch (part) {
                case ACTUAL -> actual(movement);
                case EXPECTED -> expected(movement);
            };
            case CapacityUse use -> switch (part) {
                case ACTUAL -> capacity(use);
                case EXPECTED -> Optional.empty();
            };
        };
    }

    private static Optional<AccountPair> actual(Movement movement) {
        return switch (movement.type()) {
            case DIRECT_COST -> inventory(direct(movement.entryType()));
            case INDIRECT_COST -> switch (movement.entryType()) {
                case PURCHASE, OUTPUT, ASSEMBLY_OUTPUT -> inventory(OVERHEAD_APPLIED);
                case SALE, POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, ASSEMBLY_CONSUMPTION -> Optional.empty();
            };
            case VARIANCE -> switch (movement.entryType()) {
                case PURCHASE -> movement.variance() == VarianceType.PURCHASE ? inventory(PURCHASE_VARIANCE) : Optional.empty();
                case OUTPUT -> productionVariance(movement.variance());
                case ASSEMBLY_OUTPUT ->
                        movement.variance() == VarianceType.MATERIAL_NON_INVENTORY
                                ? Optional.empty()
                                : productionVariance(movement.variance());
                case SALE, POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, ASSEMBLY_CONSUMPTION -> Optional.empty();
            };
            case REVALUATION, ROUNDING -> inventory(INVENTORY_ADJUSTMENT);
            case DIRECT_COST_NON_INVENTORY ->
                    movement.entryType() == EntryType.OUTPUT ? inventory(DIRECT_COST_NON_INVENTORY_APPLIED) : Optional.empty();
        };
    }

    private static AccountType direct(EntryType type) {
        return switch (type) {
            case PURCHASE -> DIRECT_COST_APPLIED;
            case SALE -> COST_OF_GOODS_SOLD;
            case POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> INVENTORY_ADJUSTMENT;
            case CONSUMPTION, OUTPUT -> WORK_IN_PROCESS;
        };
    }

    private static Optional<AccountPair> productionVariance(VarianceType variance) {
        return switch (variance) {
            case MATERIAL -> inventory(MATERIAL_VARIANCE);
            case MATERIAL_NON_INVENTORY -> inventory(MATERIAL_NON_INVENTORY_VARIANCE);
            case CAPACITY -> inventory(CAPACITY_VARIANCE);
            case CAPACITY_OVERHEAD -> inventory(CAPACITY_OVERHEAD_VARIANCE);
            case MANUFACTURING_OVERHEAD -> inventory(MANUFACTURING_OVERHEAD_VARIANCE);
            case SUBCONTRACTED -> inventory(SUBCONTRACTED_VARIANCE);
            case PURCHASE, NONE -> Optional.empty();
        };
    }

    private static Optional<AccountPair> expected(Movement movement) {
        return switch (movement.type()) {
            case DIRECT_COST -> switch (movement.entryType()) {
                case PURCHASE -> interim(INVENTORY_ACCRUAL_INTERIM);
                case SALE, POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT -> interim(COST_OF_GOODS_SOLD_INTERIM);
                case OUTPUT -> interim(WORK_IN_PROCESS);
                case TRANSFER, CONSUMPTION, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> Optional.empty();
            };
            case REVALUATION -> switch (movement.entryType()) {
                case PURCHASE -> interim(INVENTORY_ACCRUAL_INTERIM);
                case SALE -> interim(COST_OF_GOODS_SOLD_INTERIM);
                case OUTPUT -> interim(WORK_IN_PROCESS);
                case POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> Optional.empty();
            };
            case INDIRECT_COST, VARIANCE, ROUNDING, DIRECT_COST_NON_INVENTORY -> Optional.empty();
        };
    }

    private static Optional<AccountPair> capacity(CapacityUse use) {
        return switch (use.order()) {
            case PRODUCTION -> applied(WORK_IN_PROCESS, use.type());
            case ASSEMBLY -> applied(INVENTORY_ADJUSTMENT, use.type());
            case NONE, TRANSFER, SERVICE -> Optional.empty();
        };
    }

    private static Optional<AccountPair> applied(AccountType account, ValueEntryType type) {
        return switch (type) {
            case DIRECT_COST -> Optional.of(new AccountPair(account, DIRECT_COST_APPLIED));
            case INDIRECT_COST -> Optional.of(new AccountPair(account, OVERHEAD_APPLIED));
            case VARIANCE, REVALUATION, ROUNDING, DIRECT_COST_NON_INVENTORY -> Optional.empty();
        };
    }

    private static Optional<AccountPair> inventory(AccountType balancing) {
        return Optional.of(new AccountPair(INVENTORY, balancing));
    }

    private static Optional<AccountPair> interim(AccountType balancing) {
        return Optional.of(new AccountPair(INVENTORY_INTERIM, balancing));
    }
}
