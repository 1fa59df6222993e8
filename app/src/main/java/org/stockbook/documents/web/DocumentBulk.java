package org.stockbook.documents.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stockbook.documents.Documents;
import org.stockbook.documents.calls.BulkCalls;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.platform.rows.RowSource;

/** Purchase and sales documents, many of a collection in one request (spec: api, section 5). */
@Component
class DocumentBulk {
    private final ChangeDocument changeDocument;
    private final Documents documents;
    private final DocumentRows rows;
    private final DocumentCalls calls;
    private final BulkCalls bulk;

    DocumentBulk(ChangeDocument changeDocument, Documents documents, DocumentRows rows, DocumentCalls calls, BulkCalls bulk) {
        this.changeDocument = changeDocument;
        this.documents = documents;
        this.rows = rows;
        this.calls = calls;
        this.bulk = bulk;
    }

    /** @param dryRun everything is checked and answered, and nothing is kept */
    ResponseEntity<String> answer(DocumentResource resource, BulkCalls.Request request, boolean dryRun, String idempotencyKey) {
        calls.permissions().require(resource.change());
        return bulk.answer(new OfResource(resource), request, dryRun, idempotencyKey);
    }

    /** What is done with the documents of one collection. */
    private final class OfResource implements BulkCalls.Work {
        private final DocumentResource resource;

        private OfResource(DocumentResource resource) {
            this.resource = resource;
        }

        @Override
        public String collection() {
            return resource.collection();
        }

        @Override
        public RowSource rows() {
            return rows.open(resource.side() + "_" + resource.kind());
        }

        @Override
        public boolean isThere(String number) {
            return documents.find(DocumentCalls.key(resource, number)).isPresent();
        }

        @Override
        public Map<String, Object> create(Map<String, Object> values) {
            var body = new DocumentBody(resource, values, calls.lenient());
            var draft = new ChangeDocument.Draft(body.key(), body.partner(), LocalDate.now(Clock.systemDefaultZone()), body.header(), body.lines());
            return calls.answers(resource).document(calls.created(resource, changeDocument.create(draft, calls.permissions().login())));
        }

        @Override
        public Map<String, Object> change(String number, int version, Map<String, Object> values) {
            var sent = Sent.header(DocumentCalls.key(resource, number), values);
            var header = new DocumentBody(resource, calls.writable(resource, sent)).header();
            return calls.answers(resource).document(calls.kept(resource, changeDocument.head(change(number, version), header), sent));
        }

        @Override
        public void delete(String number, int version) {
            calls.kept(resource, changeDocument.delete(change(number, version)), Sent.nothing(DocumentCalls.key(resource, number)));
        }

        private EditDocument.Change change(String number, int version) {
            return new EditDocument.Change(DocumentCalls.key(resource, number), version, calls.permissions().login());
        }
    }
}
