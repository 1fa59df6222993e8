package org.stockbook.kernel.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stockbook.kernel.accounts.CostKind.CapacityUse;
import org.stockbook.kernel.accounts.CostKind.Movement;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.OrderType;

/** Spec: reconciliation, section 3, row by row. */
class AccountRulesTest {
    /** Row; entry types; value entry types; variance or order type; part; account; balancing account. */
    private static final String TABLE = """
            1;  PURCHASE; DIRECT_COST; NONE; EXPECTED; INVENTORY_INTERIM; INVENTORY_ACCRUAL_INTERIM
            2;  PURCHASE; DIRECT_COST; NONE; ACTUAL; INVENTORY; DIRECT_COST_APPLIED
            3;  PURCHASE; INDIRECT_COST; NONE; ACTUAL; INVENTORY; OVERHEAD_APPLIED
            4;  PURCHASE; VARIANCE; PURCHASE; ACTUAL; INVENTORY; PURCHASE_VARIANCE
            5;  PURCHASE; REVALUATION; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            5e; PURCHASE; REVALUATION; NONE; EXPECTED; INVENTORY_INTERIM; INVENTORY_ACCRUAL_INTERIM
            6;  PURCHASE; ROUNDING; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            7;  SALE; DIRECT_COST; NONE; EXPECTED; INVENTORY_INTERIM; COST_OF_GOODS_SOLD_INTERIM
            8;  SALE; DIRECT_COST; NONE; ACTUAL; INVENTORY; COST_OF_GOODS_SOLD
            9;  SALE; REVALUATION; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            9e; SALE; REVALUATION; NONE; EXPECTED; INVENTORY_INTERIM; COST_OF_GOODS_SOLD_INTERIM
            10; SALE; ROUNDING; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            11; POSITIVE_ADJUSTMENT NEGATIVE_ADJUSTMENT TRANSFER; DIRECT_COST; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            11e; POSITIVE_ADJUSTMENT NEGATIVE_ADJUSTMENT; DIRECT_COST; NONE; EXPECTED; INVENTORY_INTERIM; COST_OF_GOODS_SOLD_INTERIM
            12; POSITIVE_ADJUSTMENT NEGATIVE_ADJUSTMENT TRANSFER; REVALUATION ROUNDING; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            13; CONSUMPTION; DIRECT_COST; NONE; ACTUAL; INVENTORY; WORK_IN_PROCESS
            14; CONSUMPTION; REVALUATION ROUNDING; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            15; OUTPUT; DIRECT_COST; NONE; EXPECTED; INVENTORY_INTERIM; WORK_IN_PROCESS
            16; OUTPUT; DIRECT_COST; NONE; ACTUAL; INVENTORY; WORK_IN_PROCESS
            17; OUTPUT; DIRECT_COST_NON_INVENTORY; NONE; ACTUAL; INVENTORY; DIRECT_COST_NON_INVENTORY_APPLIED
            18; OUTPUT; INDIRECT_COST; NONE; ACTUAL; INVENTORY; OVERHEAD_APPLIED
            19; OUTPUT; VARIANCE; MATERIAL; ACTUAL; INVENTORY; MATERIAL_VARIANCE
            20; OUTPUT; VARIANCE; MATERIAL_NON_INVENTORY; ACTUAL; INVENTORY; MATERIAL_NON_INVENTORY_VARIANCE
            21; OUTPUT; VARIANCE; CAPACITY; ACTUAL; INVENTORY; CAPACITY_VARIANCE
            22; OUTPUT; VARIANCE; SUBCONTRACTED; ACTUAL; INVENTORY; SUBCONTRACTED_VARIANCE
            23; OUTPUT; VARIANCE; CAPACITY_OVERHEAD; ACTUAL; INVENTORY; CAPACITY_OVERHEAD_VARIANCE
            24; OUTPUT; VARIANCE; MANUFACTURING_OVERHEAD; ACTUAL; INVENTORY; MANUFACTURING_OVERHEAD_VARIANCE
            25; OUTPUT; REVALUATION; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            25e; OUTPUT; REVALUATION; NONE; EXPECTED; INVENTORY_INTERIM; WORK_IN_PROCESS
            26; OUTPUT; ROUNDING; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            27; ASSEMBLY_CONSUMPTION; DIRECT_COST; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            28; ASSEMBLY_CONSUMPTION; REVALUATION ROUNDING; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            29; ASSEMBLY_OUTPUT; DIRECT_COST; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            30; ASSEMBLY_OUTPUT; INDIRECT_COST; NONE; ACTUAL; INVENTORY; OVERHEAD_APPLIED
            31; ASSEMBLY_OUTPUT; VARIANCE; MATERIAL; ACTUAL; INVENTORY; MATERIAL_VARIANCE
            31; ASSEMBLY_OUTPUT; VARIANCE; CAPACITY; ACTUAL; INVENTORY; CAPACITY_VARIANCE
            31; ASSEMBLY_OUTPUT; VARIANCE; SUBCONTRACTED; ACTUAL; INVENTORY; SUBCONTRACTED_VARIANCE
            31; ASSEMBLY_OUTPUT; VARIANCE; CAPACITY_OVERHEAD; ACTUAL; INVENTORY; CAPACITY_OVERHEAD_VARIANCE
            31; ASSEMBLY_OUTPUT; VARIANCE; MANUFACTURING_OVERHEAD; ACTUAL; INVENTORY; MANUFACTURING_OVERHEAD_VARIANCE
            32; ASSEMBLY_OUTPUT; REVALUATION ROUNDING; NONE; ACTUAL; INVENTORY; INVENTORY_ADJUSTMENT
            33; capacity; DIRECT_COST; PRODUCTION; ACTUAL; WORK_IN_PROCESS; DIRECT_COST_APPLIED
            34; capacity; INDIRECT_COST; PRODUCTION; ACTUAL; WORK_IN_PROCESS; OVERHEAD_APPLIED
            35; capacity; DIRECT_COST; ASSEMBLY; ACTUAL; INVENTORY_ADJUSTMENT; DIRECT_COST_APPLIED
            36; capacity; INDIRECT_COST; ASSEMBLY; ACTUAL; INVENTORY_ADJUSTMENT; OVERHEAD_APPLIED
            """;

    private record Case(CostKind kind, CostPart part) {}

    private record Row(String no, List<Case> cases, AccountPair pair) {}

    @TestFactory
    Stream<DynamicTest> every_row_of_the_table_names_its_two_accounts() {
        return rows().stream().map(row -> DynamicTest.dynamicTest("row " + row.no + " " + row.cases, () -> {
            for (var each : row.cases) {
                assertThat(AccountRules.pair(each.kind, each.part)).contains(row.pair);
            }
        }));
    }

    @Test
    void every_other_combination_has_no_rule() {
        var postable = new LinkedHashMap<Case, AccountPair>();
        rows().forEach(row -> row.cases.forEach(each -> postable.put(each, row.pair)));
        var found = new LinkedHashMap<Case, AccountPair>();
        for (var each : allCases()) {
            AccountRules.pair(each.kind, each.part).ifPresent(pair -> found.put(each, pair));
        }

        assertThat(allCases()).hasSize((9 * 8 + 5) * 6 * 2);
        assertThat(found).containsExactlyInAnyOrderEntriesOf(postable);
    }

    @Test
    void a_cost_without_a_rule_is_a_mistake_of_the_program() {
        var overheadOnSale = new Movement(EntryType.SALE, ValueEntryType.INDIRECT_COST, VarianceType.NONE);

        assertThatThrownBy(() -> AccountRules.accountLines(overheadOnSale, actual("1.00")))
                .isInstanceOfSatisfying(CombinationNotPostable.class, mistake ->
                        assertThat(mistake.code()).isEqualTo("reconciliation.combination-not-postable"));
        assertThat(AccountRules.accountLines(overheadOnSale, CostParts.ZERO)).isEmpty();
    }

    @Test
    void an_invoice_posts_its_cost_and_takes_back_what_was_expected() {
        var purchase = new Movement(EntryType.PURCHASE, ValueEntryType.DIRECT_COST, VarianceType.NONE);

        assertThat(AccountRules.accountLines(purchase, new CostParts(Amount.of("100.00"), Amount.of("-95.00")))).containsExactly(
                new AccountLine(AccountType.INVENTORY, AccountType.DIRECT_COST_APPLIED, CostPart.ACTUAL, Amount.of("100.00")),
                new AccountLine(AccountType.INVENTORY_INTERIM, AccountType.INVENTORY_ACCRUAL_INTERIM, CostPart.EXPECTED, Amount.of("-95.00")));
    }

    @Test
    void cost_that_stays_outside_inventory_has_no_lines() {
        var freight = Bookkeeping.movement(1, EntryType.PURCHASE, ValueEntryType.DIRECT_COST).amounts("-7.00", "0").outsideInventory();

        assertThat(AccountRules.accountLines(freight.valueEntry())).isEmpty();
        assertThat(freight.unposted().amounts()).isEqualTo(CostParts.ZERO);
    }

    private static CostParts actual(String amount) {
        return new CostParts(Amount.of(amount), Amount.ZERO);
    }

    private static List<Row> rows() {
        return TABLE.lines().map(AccountRulesTest::row).toList();
    }

    private static Row row(String line) {
        var cells = Arrays.stream(line.split(";")).map(String::strip).toList();
        var part = CostPart.valueOf(cells.get(4));
        var cases = new ArrayList<Case>();
        for (var type : cells.get(2).split(" ")) {
            for (var entryType : cells.get(1).split(" ")) {
                cases.add(new Case(kind(entryType, ValueEntryType.valueOf(type), cells.get(3)), part));
            }
        }
        return new Row(cells.get(0), cases, new AccountPair(AccountType.valueOf(cells.get(5)), AccountType.valueOf(cells.get(6))));
    }

    private static CostKind kind(String entryType, ValueEntryType type, String detail) {
        return entryType.equals("capacity")
                ? new CapacityUse(OrderType.valueOf(detail), type)
                : new Movement(EntryType.valueOf(entryType), type, VarianceType.valueOf(detail));
    }

    private static List<Case> allCases() {
        var cases = new ArrayList<Case>();
        for (var part : CostPart.values()) {
            for (var type : ValueEntryType.values()) {
                for (var order : OrderType.values()) {
                    cases.add(new Case(new CapacityUse(order, type), part));
                }
                for (var entryType : EntryType.values()) {
                    for (var variance : VarianceType.values()) {
                        cases.add(new Case(new Movement(entryType, type, variance), part));
                    }
                }
            }
        }
        return cases;
    }
}
