package org.stockbook.costs.store;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.costs.CostControls;
import org.stockbook.costs.NightlyCostWork;
import org.stockbook.costs.ProveBooks;
import org.stockbook.kernel.code.ItemNo;

/** Decisions about work on costs, and proofs of the books. */
@Repository
class CostControlsInPostgres implements CostControls {
    private static final int FINDINGS_KEPT = 1000;

    private static final String EXCLUDE = """
            INSERT INTO cost_adjustment_exclusion (item_id, reason, excluded_by)
            SELECT i.id, ?, u.id FROM item i, app_user u WHERE i.no = ? AND u.login = ?
            ON CONFLICT (item_id) DO UPDATE SET reason = excluded.reason""";
    private static final String NO_ONLINE_ADJUSTMENT = """
            UPDATE item_cost SET allow_online_adjustment = false WHERE item_id = (SELECT id FROM item WHERE no = ?)""";
    private static final String ONLINE_AGAIN_IF_ADJUSTED = """
            UPDATE item_cost c SET allow_online_adjustment = true WHERE item_id = (SELECT id FROM item WHERE no = ?)
                AND NOT EXISTS (SELECT FROM unadjusted_cost_point p WHERE p.item_id = c.item_id)""";
    private static final String OF_CATEGORY = """
            WITH RECURSIVE below AS (SELECT id FROM item_category WHERE code = ?
                UNION SELECT c.id FROM item_category c JOIN below b ON c.parent_id = b.id)
            SELECT i.no FROM item i WHERE i.item_category_id IN (SELECT id FROM below)
                AND EXISTS (SELECT FROM unadjusted_cost_point p WHERE p.item_id = i.id) ORDER BY i.id""";

    private final DSLContext database;

    CostControlsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public boolean requestCancel(long run) {
        return database.execute("UPDATE cost_run SET cancel_requested = true WHERE id = ? AND status = 'RUNNING'", run) > 0;
    }

    @Override
    @Transactional
    public boolean exclude(ItemNo item, String reason, String user) {
        var found = database.execute(EXCLUDE, reason, item.code(), user) > 0;
        database.execute(NO_ONLINE_ADJUSTMENT, item.code());
        return found;
    }

    @Override
    @Transactional
    public boolean include(ItemNo item) {
        var found = database.execute("DELETE FROM cost_adjustment_exclusion WHERE item_id = (SELECT id FROM item WHERE no = ?)", item.code()) > 0;
        database.execute(ONLINE_AGAIN_IF_ADJUSTED, item.code());
        return found;
    }

    @Override
    public List<ItemNo> unadjustedOfCategory(String category) {
        return database.fetch(OF_CATEGORY, category).map(row -> new ItemNo(row.get(0, String.class)));
    }

    @Override
    public NightlyCostWork nightly() {
        var row = database.fetchSingle("SELECT enabled, starts_at, adjust_costs, post_cost_to_gl, verify_books FROM nightly_cost_work");
        return new NightlyCostWork(
                row.get(0, Boolean.class), row.get(1, LocalTime.class), row.get(2, Boolean.class), row.get(3, Boolean.class), row.get(4, Boolean.class));
    }

    @Override
    public void save(NightlyCostWork settings) {
        database.execute("UPDATE nightly_cost_work SET enabled = ?, starts_at = ?, adjust_costs = ?, post_cost_to_gl = ?, verify_books = ?",
                settings.enabled(), settings.startsAt(), settings.adjustCosts(), settings.postCostToGeneralLedger(), settings.verifyBooks());
    }

    @Override
    public boolean claim(NightlyCostWork.Night night) {
        return database.execute("UPDATE nightly_cost_work SET last_night = ? WHERE enabled AND last_night IS DISTINCT FROM ?", night.date(), night.date()) > 0;
    }

    @Override
    @Transactional
    public long keep(ProveBooks.Proof proof) {
        var findings = proof.checks().stream().mapToInt(check -> check.findings().size()).sum();
        var number = database.fetchSingle("""
                        INSERT INTO verification (cost_run_id, origin, user_id, started_at, items, entries, findings)
                        SELECT ?::bigint, ?::run_origin, u.id, ?::timestamptz, ?, ?, ? FROM app_user u WHERE u.login = ? RETURNING id""",
                proof.run(), proof.origin().name(), proof.started().atOffset(ZoneOffset.UTC), proof.items(), proof.entries(), findings, proof.user()).get(0, Long.class);
        var checks = database.batch("INSERT INTO verification_check (verification_id, position, name, findings) VALUES (?, ?, ?, ?)");
        var found = database.batch("INSERT INTO verification_finding (verification_id, check_position, position, finding) VALUES (?, ?, ?, ?)");
        for (var at = 0; at < proof.checks().size(); at++) {
            var check = proof.checks().get(at);
            checks = checks.bind(number, at, check.name(), check.findings().size());
            for (var row = 0; row < Math.min(FINDINGS_KEPT, check.findings().size()); row++) {
                found = found.bind(number, at, row, check.findings().get(row));
            }
        }
        checks.execute();
        if (findings > 0) {
            found.execute();
        }
        return number;
    }

    @Override
    public Optional<ProveBooks.Summary> lastProof() {
        return database.resultQuery("SELECT id, finished_at, findings FROM verification ORDER BY id DESC LIMIT 1").fetchOptional(row ->
                new ProveBooks.Summary(row.get(0, Long.class), row.get(1, OffsetDateTime.class).toInstant(), row.get(2, Integer.class)));
    }
}
