package org.stockbook.costs.store;

import static org.stockbook.platform.database.jooq.Tables.INVENTORY_DAILY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.costs.LedgerChecks;
import org.stockbook.kernel.accounts.CostKind;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.reconciliation.CostSum;

/** Whole-ledger checks in SQL: one pass over a table each. */
@Component
final class LedgerChecksInPostgres implements LedgerChecks {
    /** Each names offending rows as text; the ledger tables hold none of them. */
    private static final Map<String, String> MISFITS = Map.of(
            "general ledger transaction out of balance",
            "SELECT transaction_no || ' by ' || sum(amount) FROM gl_entry GROUP BY transaction_no HAVING sum(amount) <> 0",
            "posted cost without general ledger entries",
            """
            SELECT 'value entry ' || v.entry_no FROM value_entry v
            WHERE (v.cost_posted_to_gl <> 0 OR v.expected_cost_posted_to_gl <> 0) AND NOT EXISTS (
                SELECT FROM gl_entry_value_entry r WHERE r.item_id = v.item_id
                    AND r.item_ledger_entry_no = v.item_ledger_entry_no AND r.value_entry_no = v.entry_no)""",
            "posted cost that differs from the general ledger",
            """
            WITH posted AS (
                SELECT r.gl_entry_no, sum(abs(v.cost_posted_to_gl)) AS actual, sum(abs(v.expected_cost_posted_to_gl)) AS expected
                FROM gl_entry_value_entry r JOIN value_entry v ON v.item_id = r.item_id
                    AND v.item_ledger_entry_no = r.item_ledger_entry_no AND v.entry_no = r.value_entry_no
                GROUP BY r.gl_entry_no)
            SELECT 'general ledger entry ' || g.entry_no || ' of ' || g.amount FROM gl_entry g JOIN posted p ON p.gl_entry_no = g.entry_no
            WHERE abs(g.amount) NOT IN (p.actual, p.expected)""",
            "cost neither posted nor pending",
            """
            SELECT 'value entry ' || v.entry_no FROM value_entry v
            WHERE v.cost_amount_actual <> v.cost_posted_to_gl AND v.inventoriable AND NOT EXISTS (
                SELECT FROM pending_gl_posting p WHERE p.item_id = v.item_id
                    AND p.item_ledger_entry_no = v.item_ledger_entry_no AND p.value_entry_no = v.entry_no)""",
            "item register without entries",
            """
            SELECT 'register ' || no FROM item_register r
            WHERE first_item_ledger_entry_no IS NULL AND first_value_entry_no IS NULL AND first_item_application_no IS NULL
                AND NOT EXISTS (SELECT FROM value_entry_valuation_change c WHERE c.item_register_no = r.no)
                AND NOT EXISTS (SELECT FROM item_application a WHERE a.removed_by_register_no = r.no)""");

    private static final String SUSPICIONS = """
            SELECT EXISTS (SELECT FROM gl_entry g JOIN gl_account a ON a.id = g.gl_account_id
                    WHERE a.no = ANY (?::text[]) AND g.posting_date <= ?::date AND g.closing_date),
                EXISTS (SELECT FROM gl_entry g JOIN gl_account a ON a.id = g.gl_account_id
                    WHERE a.no = ANY (?::text[]) AND g.posting_date <= ?::date AND NOT g.closing_date
                        AND NOT EXISTS (SELECT FROM gl_entry_value_entry r WHERE r.gl_entry_no = g.entry_no)),
                EXISTS (SELECT FROM gl_entry g JOIN gl_account a ON a.id = g.gl_account_id
                    WHERE a.no <> ALL (?::text[]) AND g.posting_date <= ?::date
                        AND EXISTS (SELECT FROM gl_entry_value_entry r WHERE r.gl_entry_no = g.entry_no))""";

    private final DSLContext dsl;

    LedgerChecksInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<CostSum> costSums(LocalDate asOf) {
        return dsl.select(
                        INVENTORY_DAILY.ITEM_LEDGER_ENTRY_TYPE,
                        INVENTORY_DAILY.VALUE_ENTRY_TYPE,
                        INVENTORY_DAILY.VARIANCE_TYPE,
                        sum(INVENTORY_DAILY.COST_AMOUNT_ACTUAL),
                        sum(INVENTORY_DAILY.COST_AMOUNT_EXPECTED),
                        sum(INVENTORY_DAILY.COST_POSTED_TO_GL),
                        sum(INVENTORY_DAILY.EXPECTED_COST_POSTED_TO_GL))
                .from(INVENTORY_DAILY)
                .where(INVENTORY_DAILY.POSTING_DATE.le(asOf))
                .groupBy(
                        INVENTORY_DAILY.ITEM_LEDGER_ENTRY_TYPE,
                        INVENTORY_DAILY.VALUE_ENTRY_TYPE,
                        INVENTORY_DAILY.VARIANCE_TYPE)
                .fetch(row -> new CostSum(
                        new CostKind.Movement(
                                EntryType.valueOf(row.value1().getLiteral()),
                                ValueEntryType.valueOf(row.value2().getLiteral()),
                                VarianceType.valueOf(row.value3().getLiteral())),
                        new CostParts(Amount.of(row.value4()), Amount.of(row.value5())),
                        new CostParts(Amount.of(row.value6()), Amount.of(row.value7()))));
    }

    private static Field<BigDecimal> sum(Field<BigDecimal> column) {
        return DSL.coalesce(DSL.sum(column), BigDecimal.ZERO);
    }

    @Override
    public Suspicions suspicions(LocalDate asOf, List<AccountNo> accounts) {
        var numbers = accounts.stream().map(AccountNo::code).toArray(String[]::new);
        var row = dsl.fetchSingle(SUSPICIONS, numbers, asOf, numbers, asOf, numbers, asOf);
        return new Suspicions(row.get(0, Boolean.class), row.get(1, Boolean.class), row.get(2, Boolean.class));
    }

    @Override
    public Optional<ItemNo> itemOf(ItemLedgerEntryNo entry) {
        return dsl.resultQuery("SELECT i.no FROM item_ledger_entry e JOIN item i ON i.id = e.item_id WHERE e.entry_no = ?", entry.value())
                .fetchOptional(row -> new ItemNo(row.get(0, String.class)));
    }

    @Override
    public Optional<ItemLedgerEntryNo> entryOf(ValueEntryNo value) {
        return dsl.resultQuery("SELECT item_ledger_entry_no FROM value_entry WHERE entry_no = ?", value.value())
                .fetchOptional(row -> new ItemLedgerEntryNo(row.get(0, Long.class)));
    }

    @Override
    public Map<String, List<String>> misfits() {
        var found = new TreeMap<String, List<String>>();
        MISFITS.forEach((what, query) -> found.put(what, dsl.resultQuery(query + " LIMIT 100").fetch(0, String.class)));
        return found;
    }
}
