package org.stockbook.costs.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.costs.CostRows;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Rows of what is open and what was done, each a query that the database filters, orders and pages. */
@Repository
class CostRowsInPostgres implements CostRows {
    private static final String ITEMS_TO_ADJUST = """
            (SELECT i.no, i.description, lower(i.costing_method::text) AS method, p.open_from, p.marked_at, coalesce(c.unit_cost, 0) AS unit_cost,
                CASE WHEN x.item_id IS NOT NULL THEN 'excluded' WHEN coalesce(e.error_code, '') <> '' THEN 'failed'
                    WHEN s.automatic_cost_adjustment = 'NEVER' THEN 'automaticOff' WHEN NOT c.allow_online_adjustment THEN 'reachesBack'
                    ELSE 'waiting' END AS reason,
                e.error_code, x.reason AS exclusion_reason, u.login AS excluded_by, x.excluded_at
            FROM item i JOIN item_cost c ON c.item_id = i.id CROSS JOIN inventory_setup s
            LEFT JOIN (SELECT item_id, min(valuation_date) AS open_from, min(marked_at) AS marked_at FROM unadjusted_cost_point GROUP BY item_id) p
                ON p.item_id = i.id
            LEFT JOIN cost_adjustment_exclusion x ON x.item_id = i.id LEFT JOIN app_user u ON u.id = x.excluded_by
            LEFT JOIN LATERAL (SELECT r.error_code FROM cost_run_item r WHERE r.item_id = i.id ORDER BY r.cost_run_id DESC LIMIT 1) e ON true
            WHERE p.item_id IS NOT NULL OR x.item_id IS NOT NULL) AS t""";
    private static final String RUNS = """
            (SELECT r.id, r.kind::text AS kind, r.started_at, r.finished_at, u.login, lower(r.origin::text) AS origin,
                array_to_string(r.only_items, ', ') AS scope, r.items_total, r.items_done, r.items_failed, r.entries_written,
                r.gl_lines_written, r.entries_skipped, r.amount,
                CASE WHEN r.status = 'RUNNING' AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = 5050
                        AND l.objid = r.id::int AND l.objsubid = 2
                        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
                    THEN 'interrupted' ELSE lower(r.status::text) END AS run_status
            FROM cost_run r JOIN app_user u ON u.id = r.user_id WHERE r.kind = '%s') AS t""";
    /** Work is done one after the other, so what has not begun while something earlier goes on is waiting for it. */
    private static final String JOBS = """
            (SELECT r.id, CASE r.kind::text WHEN 'COST_ADJUSTMENT' THEN 'costAdjustment' WHEN 'POST_COST_TO_GL' THEN 'inventoryCostPosting'
                WHEN 'IMPORT' THEN 'import' ELSE 'verification' END AS kind,
                CASE WHEN r.status = 'RUNNING' AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = 5050
                        AND l.objid = r.id::int AND l.objsubid = 2
                        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())) THEN 'failed'
                    WHEN r.status = 'RUNNING' AND r.items_done = 0 AND EXISTS (SELECT FROM cost_run e WHERE e.status = 'RUNNING' AND e.id < r.id) THEN 'queued'
                    WHEN r.status = 'RUNNING' THEN 'running' WHEN r.status = 'FINISHED' THEN 'done' WHEN r.status = 'CANCELLED' THEN 'cancelled' ELSE 'failed' END AS state,
                CASE WHEN r.status = 'FINISHED' THEN 100 WHEN r.items_total = 0 THEN 0 ELSE least(99, r.items_done::bigint * 100 / r.items_total)::integer END AS progress,
                r.started_at, r.finished_at, u.login, lower(r.origin::text) AS origin, r.items_total, r.items_done, r.items_failed, r.entries_written, r.gl_lines_written,
                r.entries_skipped, CASE WHEN r.kind::text IN ('COST_ADJUSTMENT', 'POST_COST_TO_GL', 'IMPORT') THEN r.id ELSE v.id END AS result
            FROM cost_run r JOIN app_user u ON u.id = r.user_id LEFT JOIN verification v ON v.cost_run_id = r.id) AS t""";
    private static final String IMPORTS = """
            (SELECT r.id, r.started_at, r.finished_at, u.login, m.collection, m.file_name, m.dry_run, r.items_total, r.items_done, m.rows_created, m.rows_changed,
                m.rows_refused, m.problem_code
            FROM import_run m JOIN cost_run r ON r.id = m.cost_run_id JOIN app_user u ON u.id = r.user_id) AS t""";
    private static final String IMPORT_ISSUES = """
            (SELECT s.id, s.cost_run_id, s.line, s.field, s.value, s.code, jsonb_build_array(s.code, s.parameters) AS message, u.login
            FROM import_issue s JOIN cost_run r ON r.id = s.cost_run_id JOIN app_user u ON u.id = r.user_id) AS t""";
    private static final String RUN_ITEMS = """
            (SELECT i.no, i.description, r.entries_written, r.amount, r.milliseconds, r.error_code, r.finished_at
            FROM cost_run_item r JOIN item i ON i.id = r.item_id WHERE r.cost_run_id = %d) AS t""";
    private static final String SKIPPED = """
            (SELECT i.no, i.description, r.value_entry_no, r.amount, r.reason_code, r.reason_values::text AS reason_values
            FROM cost_run_skipped r JOIN item i ON i.id = r.item_id WHERE r.cost_run_id = %d) AS t""";
    private static final String PENDING = """
            (SELECT v.entry_no, v.item_ledger_entry_no, i.no, i.description, l.code AS location, v.posting_date, v.document_no,
                v.item_ledger_entry_type, v.value_entry_type, v.cost_amount_actual - v.cost_posted_to_gl AS actual,
                v.cost_amount_expected - v.expected_cost_posted_to_gl AS expected
            FROM pending_gl_posting p JOIN value_entry v ON v.item_id = p.item_id AND v.item_ledger_entry_no = p.item_ledger_entry_no
                AND v.entry_no = p.value_entry_no
            JOIN item i ON i.id = v.item_id JOIN location l ON l.id = v.location_id) AS t""";
    private static final String VERIFICATIONS = """
            (SELECT v.id, v.started_at, v.finished_at, u.login, lower(v.origin::text) AS origin, v.items, v.entries, v.findings,
                CASE WHEN v.findings = 0 THEN 'clean' ELSE 'findings' END AS result
            FROM verification v JOIN app_user u ON u.id = v.user_id) AS t""";
    private static final String CHECKS = "(SELECT position, name, findings FROM verification_check WHERE verification_id = %d) AS t";
    private static final String FINDINGS = """
            (SELECT f.check_position * 10000 + f.position AS position, c.name, f.finding FROM verification_finding f JOIN verification_check c
                ON c.verification_id = f.verification_id AND c.position = f.check_position WHERE f.verification_id = %d) AS t""";

    private final DSLContext database;
    private final Permissions permissions;
    private final IssueParameters issues;

    CostRowsInPostgres(DSLContext database, Permissions permissions, IssueParameters issues) {
        this.database = database;
        this.permissions = permissions;
        this.issues = issues;
    }

    @Override
    public RowSource itemsToAdjust() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("itemNumber", text("no"));
        fields.put("description", text("description"));
        fields.put("costingMethod", text("method"));
        fields.put("reason", text("reason"));
        fields.put("openFrom", DSL.field("t.open_from", LocalDate.class));
        fields.put("markedAt", moment("marked_at"));
        fields.put("error", text("error_code"));
        fields.put("unitCost", figure("unit_cost"));
        fields.put("exclusionReason", text("exclusion_reason"));
        fields.put("excludedBy", text("excluded_by"));
        fields.put("excludedAt", moment("excluded_at"));
        return rows(ITEMS_TO_ADJUST, fields, Sort.ascending("itemNumber"));
    }

    @Override
    public RowSource costAdjustmentRuns() {
        var fields = run();
        fields.put("entriesWritten", DSL.field("t.entries_written", Long.class));
        fields.put("costWritten", figure("amount"));
        return rows(RUNS.formatted("COST_ADJUSTMENT"), fields, Sort.descending("runNumber"));
    }

    @Override
    public RowSource inventoryCostPostings() {
        var fields = run();
        fields.put("entriesPosted", DSL.field("t.entries_written", Long.class));
        fields.put("linesWritten", DSL.field("t.gl_lines_written", Long.class));
        fields.put("entriesSkipped", DSL.field("t.entries_skipped", Long.class));
        fields.put("debitAmount", figure("amount"));
        return rows(RUNS.formatted("POST_COST_TO_GL"), fields, Sort.descending("runNumber"));
    }

    private static Map<String, Field<?>> run() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("runNumber", DSL.field("t.id", Long.class));
        fields.put("runStatus", text("run_status"));
        fields.put("startedAt", moment("started_at"));
        fields.put("finishedAt", moment("finished_at"));
        fields.put("userName", text("login"));
        fields.put("origin", text("origin"));
        fields.put("scope", text("scope"));
        fields.put("itemsTotal", DSL.field("t.items_total", Integer.class));
        fields.put("itemsDone", DSL.field("t.items_done", Integer.class));
        fields.put("itemsFailed", DSL.field("t.items_failed", Integer.class));
        return fields;
    }

    @Override
    public RowSource jobs() {
        return rows(JOBS, job(), Sort.descending("jobNumber"));
    }

    @Override
    public RowSource jobsToFollow() {
        return new TableRows(database, _ -> ownOr(Permission.READ_COSTS, JOBS), job(), List.of(Sort.descending("jobNumber")));
    }

    private static Map<String, Field<?>> job() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("jobNumber", DSL.field("t.id", Long.class));
        fields.put("jobKind", text("kind"));
        fields.put("state", text("state"));
        fields.put("progress", DSL.field("t.progress", Integer.class));
        fields.put("startedAt", moment("started_at"));
        fields.put("finishedAt", moment("finished_at"));
        fields.put("userName", text("login"));
        fields.put("origin", text("origin"));
        fields.put("itemsTotal", DSL.field("t.items_total", Integer.class));
        fields.put("itemsDone", DSL.field("t.items_done", Integer.class));
        fields.put("itemsFailed", DSL.field("t.items_failed", Integer.class));
        fields.put("entriesWritten", DSL.field("t.entries_written", Long.class));
        fields.put("linesWritten", DSL.field("t.gl_lines_written", Long.class));
        fields.put("entriesSkipped", DSL.field("t.entries_skipped", Long.class));
        fields.put("resultNumber", DSL.field("t.result", Long.class));
        return fields;
    }

    @Override
    public RowSource imports() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("importNumber", DSL.field("t.id", Long.class));
        fields.put("collection", text("collection"));
        fields.put("fileName", text("file_name"));
        fields.put("dryRun", DSL.field("t.dry_run", Boolean.class));
        fields.put("startedAt", moment("started_at"));
        fields.put("finishedAt", moment("finished_at"));
        fields.put("userName", text("login"));
        fields.put("rows", DSL.field("t.items_total", Integer.class));
        fields.put("created", DSL.field("t.rows_created", Integer.class));
        fields.put("changed", DSL.field("t.rows_changed", Integer.class));
        fields.put("refused", DSL.field("t.rows_refused", Integer.class));
        fields.put("error", text("problem_code"));
        return new TableRows(database, _ -> ownOr(Permission.READ_CHANGE_LOG, IMPORTS), fields, List.of(Sort.descending("importNumber")));
    }

    @Override
    public RowSource importIssues(BiFunction<String, Map<String, Object>, String> words) {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("id", DSL.field("t.id", Long.class));
        fields.put("importNumber", DSL.field("t.cost_run_id", Long.class));
        fields.put("line", DSL.field("t.line", Integer.class));
        fields.put("field", text("field"));
        fields.put("value", text("value"));
        fields.put("error", text("code"));
        fields.put("message", DSL.field("t.message", JSONB.class));
        return new TableRows(database, _ -> ownOr(Permission.READ_CHANGE_LOG, IMPORT_ISSUES), fields, List.of(Sort.ascending("id"))).inWords(row -> row.value("message").map(JSONB.class::cast).map(message -> {
            var said = new LinkedHashMap<>(row.values());
            said.put("message", issues.inWords(message.data(), words));
            return new Row(said);
        }).orElse(row));
    }

    @Override
    public RowSource itemsOfRun(long run) {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("itemNumber", text("no"));
        fields.put("description", text("description"));
        fields.put("entriesWritten", DSL.field("t.entries_written", Integer.class));
        fields.put("costWritten", figure("amount"));
        fields.put("milliseconds", DSL.field("t.milliseconds", Integer.class));
        fields.put("error", text("error_code"));
        fields.put("finishedAt", moment("finished_at"));
        return rows(RUN_ITEMS.formatted(run), fields, Sort.ascending("itemNumber"));
    }

    @Override
    public RowSource skippedByRun(long run) {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", DSL.field("t.value_entry_no", Long.class));
        fields.put("itemNumber", text("no"));
        fields.put("description", text("description"));
        fields.put("amount", figure("amount"));
        fields.put("error", text("reason_code"));
        fields.put("errorValues", text("reason_values"));
        return rows(SKIPPED.formatted(run), fields, Sort.ascending("entryNumber"));
    }

    @Override
    public RowSource pendingValueEntries() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("entryNumber", DSL.field("t.entry_no", Long.class));
        fields.put("itemNumber", text("no"));
        fields.put("description", text("description"));
        fields.put("locationCode", text("location"));
        fields.put("postingDate", DSL.field("t.posting_date", LocalDate.class));
        fields.put("documentNumber", text("document_no"));
        fields.put("itemLedgerEntryType", DSL.field("t.item_ledger_entry_type", org.stockbook.platform.database.jooq.enums.EntryType.class));
        fields.put("valueEntryType", DSL.field("t.value_entry_type", org.stockbook.platform.database.jooq.enums.ValueEntryType.class));
        fields.put("openActual", figure("actual"));
        fields.put("openExpected", figure("expected"));
        fields.put("itemLedgerEntryNumber", DSL.field("t.item_ledger_entry_no", Long.class));
        return rows(PENDING, fields, Sort.ascending("entryNumber"));
    }

    @Override
    public RowSource verifications() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("verificationNumber", DSL.field("t.id", Long.class));
        fields.put("result", text("result"));
        fields.put("startedAt", moment("started_at"));
        fields.put("finishedAt", moment("finished_at"));
        fields.put("userName", text("login"));
        fields.put("origin", text("origin"));
        fields.put("itemsChecked", DSL.field("t.items", Integer.class));
        fields.put("entriesChecked", DSL.field("t.entries", Long.class));
        fields.put("findings", DSL.field("t.findings", Integer.class));
        return rows(VERIFICATIONS, fields, Sort.descending("verificationNumber"));
    }

    @Override
    public RowSource checksOf(long verification) {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("position", DSL.field("t.position", Integer.class));
        fields.put("check", text("name"));
        fields.put("findings", DSL.field("t.findings", Integer.class));
        return rows(CHECKS.formatted(verification), fields, Sort.ascending("position"));
    }

    @Override
    public RowSource findingsOf(long verification) {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("position", DSL.field("t.position", Integer.class));
        fields.put("check", text("name"));
        fields.put("finding", text("finding"));
        return rows(FINDINGS.formatted(verification), fields, Sort.ascending("position"));
    }

    /** What the caller did himself, and with a permission what everybody did. */
    private Table<?> ownOr(Permission permission, String table) {
        var all = DSL.table(table);
        return permissions.has(permission) ? all : DSL.selectFrom(all).where(text("login").eq(permissions.login())).asTable("t");
    }

    private RowSource rows(String table, Map<String, Field<?>> fields, Sort order) {
        return new TableRows(database, _ -> DSL.table(table), fields, List.of(order));
    }

    private static Field<String> text(String column) {
        return DSL.field("t." + column, String.class);
    }

    private static Field<BigDecimal> figure(String column) {
        return DSL.field("t." + column, BigDecimal.class);
    }

    private static Field<OffsetDateTime> moment(String column) {
        return DSL.field("t." + column, OffsetDateTime.class);
    }
}
