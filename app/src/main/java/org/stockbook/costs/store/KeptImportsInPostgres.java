package org.stockbook.costs.store;

import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.costs.KeptImports;
import org.stockbook.platform.exchange.ImportRecords.Purpose;
import org.stockbook.platform.exchange.ImportRows;
import org.stockbook.platform.exchange.MappedRows.RowIssue;
import tools.jackson.databind.json.JsonMapper;

/** The tables of files that were taken as jobs. */
@Repository
class KeptImportsInPostgres implements KeptImports {
    private static final int AT_ONCE = 1000;

    private final DSLContext database;
    private final IssueParameters parameters;
    private final JsonMapper json;

    KeptImportsInPostgres(DSLContext database, IssueParameters parameters, JsonMapper json) {
        this.database = database;
        this.parameters = parameters;
        this.json = json;
    }

    @Override
    public void begin(long run, ImportRows.Order order) {
        database.execute("INSERT INTO import_run (cost_run_id, collection, file_name, dry_run) VALUES (?, ?, ?, ?)",
                run, order.collection(), order.name(), order.purpose() == Purpose.CHECK);
    }

    @Override
    @Transactional
    public void end(long run, ImportRows.Result result, String problem, Map<String, ?> values) {
        database.execute("""
                UPDATE import_run SET rows_created = ?, rows_changed = ?, rows_refused = ?, problem_code = ?, problem_values = ?::jsonb WHERE cost_run_id = ?""",
                result.created(), result.changed(), result.refused(), problem, json.writeValueAsString(values), run);
        for (var from = 0; from < result.issues().size(); from += AT_ONCE) {
            var batch = database.batch("INSERT INTO import_issue (cost_run_id, line, field, value, code, parameters) VALUES (?, ?, ?, ?, ?, ?::jsonb)");
            for (var issue : result.issues().subList(from, Math.min(from + AT_ONCE, result.issues().size()))) {
                batch = batch.bind(run, issue.line(), issue.column(), issue.value().replace("\u0000", ""), issue.code(), json.writeValueAsString(issue.parameters()));
            }
            batch.execute();
        }
    }

    @Override
    public Optional<Refused> refused(long run, int mostIssues) {
        var issues = database.fetch("SELECT line, field, value, code, parameters::text FROM import_issue WHERE cost_run_id = ? ORDER BY id LIMIT ?", run, mostIssues)
                .map(row -> new RowIssue(row.get(0, Integer.class), row.get(1, String.class), row.get(2, String.class), row.get(3, String.class),
                        parameters.read(row.get(4, String.class))));
        return database.fetchOptional("SELECT problem_code, collection, problem_values::text FROM import_run WHERE cost_run_id = ? AND problem_code <> ''", run)
                .map(row -> new Refused(row.get(0, String.class), row.get(1, String.class), parameters.read(row.get(2, String.class)), issues));
    }
}
