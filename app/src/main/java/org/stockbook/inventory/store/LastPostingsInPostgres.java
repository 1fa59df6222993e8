package org.stockbook.inventory.store;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.figures.LastPostings;

/** Reads the last registers, and beside each the value entries between its first and its last. */
@Repository
class LastPostingsInPostgres implements LastPostings {
    private static final String LAST = """
            SELECT r.no, r.created_at, u.login, r.source_code, r.journal_batch, coalesce(v.document, '') AS document, v.documents, v.entries, v.worth
            FROM (SELECT * FROM item_register ORDER BY no DESC LIMIT ?) r JOIN app_user u ON u.id = r.user_id
                CROSS JOIN LATERAL (
                    SELECT min(e.document_no) AS document, count(DISTINCT e.document_no)::integer AS documents, count(*)::integer AS entries,
                        coalesce(sum(e.cost_amount_actual + e.cost_amount_expected), 0) AS worth
                    FROM value_entry e WHERE e.entry_no BETWEEN r.first_value_entry_no AND r.last_value_entry_no AND e.item_register_no = r.no) v
            ORDER BY r.no DESC""";

    private final DSLContext database;

    LastPostingsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Posting> last(int count) {
        return database.fetch(LAST, count).map(LastPostingsInPostgres::posting);
    }

    private static Posting posting(Record row) {
        return new Posting(row.get("no", Long.class), row.get("created_at", OffsetDateTime.class).toInstant(), text(row, "login"), text(row, "source_code"),
                text(row, "journal_batch"), text(row, "document"), row.get("documents", Integer.class), row.get("entries", Integer.class), row.get("worth", BigDecimal.class));
    }

    private static String text(Record row, String column) {
        return Optional.ofNullable(row.get(column, String.class)).orElse("");
    }
}
