package org.stockbook.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.posting.LineNo;

/**
 * An open purchase or sales document as it is kept.
 *
 * @param version counts every change of the document or one of its lines
 * @param location proposed on new lines
 * @param charges how its item charge lines are assigned
 * @param cancels key of the posted invoice that it takes back, if it does
 * @param particulars what people and papers need beside
 * @param marks of the lines that are kept, and of others that were about something else when they were ordered
 */
public record StoredDocument(
        long id,
        int version,
        DocumentStatus status,
        Document document,
        LocationCode location,
        List<ChargeAssignment> charges,
        Optional<Long> cancels,
        Particulars particulars,
        Map<LineNo, LineMark> marks) {

    public StoredDocument {
        charges = List.copyOf(charges);
        marks = Map.copyOf(marks);
    }

    public DocumentKey key() {
        return DocumentKey.of(document.header());
    }

    public StoredDocument with(Document newDocument) {
        return new StoredDocument(id, version, status, newDocument, location, charges, cancels, particulars, marks);
    }

    public StoredDocument with(DocumentStatus newStatus) {
        return new StoredDocument(id, version, newStatus, document, location, charges, cancels, particulars, marks);
    }

    public StoredDocument withCharges(List<ChargeAssignment> newCharges) {
        return new StoredDocument(id, version, status, document, location, newCharges, cancels, particulars, marks);
    }

    public StoredDocument with(Particulars newParticulars) {
        return new StoredDocument(id, version, status, document, location, charges, cancels, newParticulars, marks);
    }

    public StoredDocument at(LocationCode newLocation) {
        return new StoredDocument(id, version, status, document, newLocation, charges, cancels, particulars, marks);
    }

    public StoredDocument cancelling(long postedDocument) {
        return new StoredDocument(id, version, status, document, location, charges, Optional.of(postedDocument), particulars, marks);
    }

    /** What is known of a line. */
    public Optional<LineMark> mark(LineNo line) {
        return Optional.ofNullable(marks.get(line));
    }

    /** What was ordered first, by lines; those that carry what was ordered have none. */
    public Map<LineNo, LineSubject.OfItem> ordered() {
        var ordered = new HashMap<LineNo, LineSubject.OfItem>();
        marks.forEach((line, mark) -> mark.ordered().ifPresent(item -> ordered.put(line, item)));
        return ordered;
    }

    /** The same where lines were about something else when they were ordered. */
    public StoredDocument ordered(Map<LineNo, LineSubject.OfItem> items) {
        var all = this;
        for (var item : items.entrySet()) {
            all = all.ordered(item.getKey(), Optional.of(item.getValue()));
        }
        return all;
    }

    /** The same where a line was about something else when it was ordered; nothing where it is about what was ordered. */
    public StoredDocument ordered(LineNo line, Optional<LineSubject.OfItem> item) {
        var changed = new HashMap<>(marks);
        changed.put(line, mark(line).orElseGet(LineMark::ofNew).ordering(item));
        return new StoredDocument(id, version, status, document, location, charges, cancels, particulars, changed);
    }

    /** The same where this was typed on its lines. */
    public StoredDocument typed(Map<LineNo, AsTyped> typed) {
        var changed = new HashMap<>(marks);
        typed.forEach((line, texts) -> changed.put(line, mark(line).orElseGet(LineMark::ofNew).typed(texts)));
        return new StoredDocument(id, version, status, document, location, charges, cancels, particulars, changed);
    }

    /** What was typed on its lines and could not be taken: nothing is posted of it meanwhile. */
    public List<DocumentIssue> unread() {
        return document.lines().stream().flatMap(line -> mark(line.no()).stream().flatMap(mark -> AsTyped.issues(line.no().value(), mark.raw()).stream())).toList();
    }

    /** A document that nobody has kept yet. */
    public static StoredDocument fresh(Document document, LocationCode location, Particulars particulars) {
        return new StoredDocument(0, 0, DocumentStatus.OPEN, document, location, List.of(), Optional.empty(), particulars, Map.of());
    }

    /** The same under the number that was taken for it. */
    public StoredDocument numbered(DocumentNo no) {
        var header = document.header();
        return with(document.withHeader(new DocumentHeader(
                header.side(), header.kind(), no, header.partner(), header.dates(), header.terms(), header.external(), header.dimensions(),
                header.reason())));
    }
}
