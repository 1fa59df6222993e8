package org.stockbook.documents.store;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.editing.DocumentVersions;

/** One query for all documents of a kind that somebody looks at, along the index of their numbers. */
@Repository
class DocumentVersionsInPostgres implements DocumentVersions {
    private static final String VERSIONS = """
            SELECT h.no, h.version, coalesce(u.display_name, h.changed_by) AS changed_by, h.changed_at FROM document_header h LEFT JOIN app_user u ON u.login = h.changed_by
            WHERE h.kind = ?::document_kind AND h.no = ANY (?::text[])""";

    private final DSLContext database;

    DocumentVersionsInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public Map<String, Version> now(String kind, Set<String> numbers) {
        return database.fetch(VERSIONS, kind, numbers.toArray(String[]::new))
                .intoMap(row -> row.get("no", String.class), row -> new Version(row.get("version", Integer.class), row.get("changed_by", String.class), row.get("changed_at", OffsetDateTime.class).toInstant()));
    }
}
