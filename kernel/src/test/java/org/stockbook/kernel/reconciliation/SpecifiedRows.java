package org.stockbook.kernel.reconciliation;

import static org.stockbook.kernel.ledger.EntryType.ASSEMBLY_CONSUMPTION;
import static org.stockbook.kernel.ledger.EntryType.ASSEMBLY_OUTPUT;
import static org.stockbook.kernel.ledger.EntryType.CONSUMPTION;
import static org.stockbook.kernel.ledger.EntryType.NEGATIVE_ADJUSTMENT;
import static org.stockbook.kernel.ledger.EntryType.OUTPUT;
import static org.stockbook.kernel.ledger.EntryType.POSITIVE_ADJUSTMENT;
import static org.stockbook.kernel.ledger.EntryType.PURCHASE;
import static org.stockbook.kernel.ledger.EntryType.SALE;
import static org.stockbook.kernel.ledger.EntryType.TRANSFER;
import static org.stockbook.kernel.ledger.ValueEntryType.DIRECT_COST;
import static org.stockbook.kernel.ledger.ValueEntryType.DIRECT_COST_NON_INVENTORY;
import static org.stockbook.kernel.ledger.ValueEntryType.INDIRECT_COST;
import static org.stockbook.kernel.ledger.ValueEntryType.REVALUATION;
import static org.stockbook.kernel.ledger.ValueEntryType.ROUNDING;
import static org.stockbook.kernel.ledger.ValueEntryType.VARIANCE;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.accounts.CostKind;
import org.stockbook.kernel.accounts.CostKind.CapacityUse;
import org.stockbook.kernel.accounts.CostKind.Movement;
import org.stockbook.kernel.accounts.CostPart;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.OrderType;

/**
 * The row formulas as the specification spells them out (reconciliation, section 8), written down a second time on purpose.
 * Two rows say more than the text, which forgets what the account table has: expected cost of adjustments also stands against
 * the interim cost of goods sold (row 11e), and non-inventory cost of output has its own account (row 17).
 */
final class SpecifiedRows {
    private static final Set<EntryType> ADJUSTMENTS = Set.of(POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT);
    private static final Set<EntryType> ADJUSTMENT_ACCOUNT_DIRECT =
            Set.of(POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT);

    private final List<CostSum> sums;

    private SpecifiedRows(List<CostSum> sums) {
        this.sums = sums;
    }

    static Amount total(AccountType type, List<CostSum> sums) {
        var rows = new SpecifiedRows(sums);
        return switch (type) {
            case INVENTORY -> rows.actual(Movement.class::isInstance);
            case INVENTORY_INTERIM -> rows.expected(_ -> true);
            case WORK_IN_PROCESS -> rows.actual(capacity(OrderType.PRODUCTION, DIRECT_COST))
                    .plus(rows.actual(capacity(OrderType.PRODUCTION, INDIRECT_COST)))
                    .minus(rows.actual(of(DIRECT_COST, CONSUMPTION)))
                    .minus(rows.actual(of(DIRECT_COST, OUTPUT)))
                    .minus(rows.expected(of(DIRECT_COST, OUTPUT)))
                    .minus(rows.expected(of(REVALUATION, OUTPUT)));
            case INVENTORY_ACCRUAL_INTERIM -> rows.expected(of(DIRECT_COST, PURCHASE)).plus(rows.expected(of(REVALUATION, PURCHASE))).negated();
            case COST_OF_GOODS_SOLD -> rows.actual(of(DIRECT_COST, SALE)).negated();
            case COST_OF_GOODS_SOLD_INTERIM -> rows.expected(of(DIRECT_COST, SALE)).plus(rows.expected(of(REVALUATION, SALE)))
                    .plus(rows.expected(kind -> kind instanceof Movement movement && ADJUSTMENTS.contains(movement.entryType()))).negated();
            case INVENTORY_ADJUSTMENT -> rows.actual(capacity(OrderType.ASSEMBLY, DIRECT_COST))
                    .plus(rows.actual(capacity(OrderType.ASSEMBLY, INDIRECT_COST)))
                    .minus(rows.actual(kind -> kind.type() == REVALUATION || kind.type() == ROUNDING))
                    .minus(rows.actual(kind -> kind instanceof Movement movement && kind.type() == DIRECT_COST && ADJUSTMENT_ACCOUNT_DIRECT.contains(movement.entryType())));
            case DIRECT_COST_APPLIED -> rows.actual(of(DIRECT_COST, PURCHASE))
                    .plus(rows.actual(kind -> kind instanceof CapacityUse && kind.type() == DIRECT_COST)).negated();
            case DIRECT_COST_NON_INVENTORY_APPLIED -> rows.actual(of(DIRECT_COST_NON_INVENTORY, OUTPUT)).negated();
            case OVERHEAD_APPLIED -> rows.actual(kind -> kind.type() == INDIRECT_COST).negated();
            case PURCHASE_VARIANCE -> rows.variance(VarianceType.PURCHASE);
            case MATERIAL_VARIANCE -> rows.variance(VarianceType.MATERIAL);
            case MATERIAL_NON_INVENTORY_VARIANCE -> rows.variance(VarianceType.MATERIAL_NON_INVENTORY);
            case CAPACITY_VARIANCE -> rows.variance(VarianceType.CAPACITY);
            case SUBCONTRACTED_VARIANCE -> rows.variance(VarianceType.SUBCONTRACTED);
            case CAPACITY_OVERHEAD_VARIANCE -> rows.variance(VarianceType.CAPACITY_OVERHEAD);
            case MANUFACTURING_OVERHEAD_VARIANCE -> rows.variance(VarianceType.MANUFACTURING_OVERHEAD);
        };
    }

    private Amount actual(Predicate<CostKind> filter) {
        return sum(CostPart.ACTUAL, filter);
    }

    private Amount expected(Predicate<CostKind> filter) {
        return sum(CostPart.EXPECTED, filter);
    }

    private Amount variance(VarianceType variance) {
        return actual(kind -> kind instanceof Movement movement && movement.type() == VARIANCE && movement.variance() == variance).negated();
    }

    private Amount sum(CostPart part, Predicate<CostKind> filter) {
        return sums.stream().filter(sum -> filter.test(sum.kind())).map(sum -> sum.amounts().of(part)).reduce(Amount.ZERO, Amount::plus);
    }

    private static Predicate<CostKind> of(ValueEntryType type, EntryType entryType) {
        return kind -> kind instanceof Movement movement && movement.type() == type && movement.entryType() == entryType;
    }

    private static Predicate<CostKind> capacity(OrderType order, ValueEntryType type) {
        return kind -> kind instanceof CapacityUse use && use.order() == order && use.type() == type;
    }
}
