package org.stockbook.documents.store.dossier;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.dossier.DocumentDeed;
import org.stockbook.documents.dossier.DocumentDeeds;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.platform.attachments.AttachedTo;
import tools.jackson.databind.json.JsonMapper;

/** What the database has noted of open documents, and what was posted of them. */
@Repository
class DocumentDeedsInPostgres implements DocumentDeeds {
    private static final String LAST = """
            SELECT happened_at, login, deed::text, line_position, changed_values::text FROM document_activity
            WHERE document_kind = ?::document_kind AND document_no = ?
            UNION ALL
            SELECT posted_at, posted_by, 'POSTED', 0, jsonb_build_object('type', document_type, 'number', no)::text FROM posted_document
            WHERE document_kind = ?::document_kind AND document_no = ?
            ORDER BY 1 DESC, 3 LIMIT ?""";
    private static final String NOTE = """
            INSERT INTO document_activity (document_kind, document_no, deed, login, changed_values)
            VALUES (?::document_kind, ?, ?::document_deed, ?, jsonb_build_object('fileName', ?::text)) ON CONFLICT DO NOTHING""";

    private final DSLContext database;
    private final JsonMapper json;

    DocumentDeedsInPostgres(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public List<DocumentDeed> last(String purpose, DocumentNo document, int most) {
        return database.resultQuery(LAST, purpose, document.code(), purpose, document.code(), most)
                .fetch(row -> new DocumentDeed(row.get(0, OffsetDateTime.class).toInstant(), row.get(1, String.class), DocumentDeed.Kind.valueOf(row.get(2, String.class)),
                        row.get(3, Integer.class), values(row.get(4, String.class))));
    }

    /** Texts of a line that could not be taken are no values of it. */
    private Map<String, String> values(String object) {
        var values = new HashMap<String, String>();
        json.readTree(object).properties().stream().filter(value -> !value.getValue().isObject()).forEach(value -> values.put(value.getKey(), value.getValue().isNull() ? "" : value.getValue().asString()));
        return values;
    }

    @Override
    public void noteFile(String purpose, DocumentNo document, FileDeed file) {
        database.execute(NOTE, purpose, document.code(), file.added() ? "FILE_ADDED" : "FILE_REMOVED", file.login(), file.fileName());
    }

    @Override
    public AttachedTo open(long id) {
        return new AttachedTo("document_header", id);
    }

    @Override
    public AttachedTo posted(long id) {
        return new AttachedTo("posted_document", id);
    }
}
