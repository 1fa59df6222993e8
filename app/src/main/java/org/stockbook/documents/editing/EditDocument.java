package org.stockbook.documents.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.Centers;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.kernel.posting.LineNo;

/** Changes an open document while nobody else does: locked, compared with the version that was read, kept. */
@Component
public class EditDocument {
    private final Documents documents;
    private final Centers centers;

    EditDocument(Documents documents, Centers centers) {
        this.documents = documents;
        this.centers = centers;
    }

    /**
     * A change.
     *
     * @param version that the user has read; 0 overwrites whatever is there
     * @param line that was read instead of the document, so that changes of other lines do not count
     */
    public record Change(DocumentKey key, int version, String user, Optional<LineRead> line) {
        public Change(DocumentKey key, int version, String user) {
            this(key, version, user, Optional.empty());
        }

        private boolean isOvertaken(StoredDocument now) {
            return version != 0 && version != now.version()
                    || line.filter(read -> read.version() != 0 && now.mark(read.no()).filter(mark -> mark.version() == read.version()).isEmpty()).isPresent();
        }
    }

    /**
     * A line as somebody has read it.
     *
     * @param version 0 overwrites whatever is there
     */
    public record LineRead(LineNo no, int version) {}

    /** What a change makes of a document. */
    public sealed interface Edit {
        /**
         * To be kept.
         *
         * @param written lines that are new or different
         * @param removed lines that are gone
         */
        record Keep(StoredDocument document, List<LineNo> written, List<LineNo> removed) implements Edit {
            public Keep {
                written = List.copyOf(written);
                removed = List.copyOf(removed);
            }
        }

        /** Nothing is to be kept. */
        record Refuse(List<DocumentIssue> issues) implements Edit {
            public Refuse {
                issues = List.copyOf(issues);
            }
        }

        static Edit header(StoredDocument document) {
            return new Keep(document, List.of(), List.of());
        }

        /** All lines of the document may be different. */
        static Edit whole(StoredDocument document) {
            return new Keep(document, document.document().lines().stream().map(line -> line.no()).toList(), List.of());
        }

        static Edit refuse(int line, String code, Map<String, ?> parameters) {
            return new Refuse(List.of(new DocumentIssue(line, code, Map.copyOf(parameters))));
        }
    }

    /** Runs a change in the transaction that is running, or in one of its own. */
    @Transactional
    public DocumentChanged change(Change change, Function<StoredDocument, Edit> work) {
        return locked(change, stored -> switch (work.apply(stored)) {
            case Edit.Refuse refuse -> new DocumentChanged.Refused(refuse.issues());
            case Edit.Keep keep -> new DocumentChanged.Kept(
                    documents.save(keep.document(), new Documents.LineChanges(keep.written(), keep.removed()), change.user()));
        });
    }

    /** Lets work see the document locked and as it was read; work keeps what it wants itself. */
    @Transactional
    public DocumentChanged locked(Change change, Function<StoredDocument, DocumentChanged> work) {
        var found = documents.lock(change.key());
        if (found.isEmpty() && documents.isPosted(change.key())) {
            return new DocumentChanged.Refused(List.of(new DocumentIssue(0, "common.status-not-open", Map.of())));
        }
        if (found.filter(document -> centers.of(change.key().side(), change.user()).sees(document.particulars())).isEmpty()) {
            return new DocumentChanged.Missing();
        }
        var stored = found.orElseThrow();
        if (change.line().filter(read -> stored.mark(read.no()).isEmpty()).isPresent()) {
            return new DocumentChanged.Missing();
        }
        return change.isOvertaken(stored)
                ? new DocumentChanged.ChangedByAnother(stored)
                : work.apply(stored);
    }
}
