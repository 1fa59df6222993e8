package org.stockbook.documents;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentStatus;

/**
 * An open purchase or sales document as it is kept.
 *
 * @param version counts every change of the document or one of its lines
 * @param location proposed on new lines
 * @param charges how its item charge lines are assigned
 * @param cancels key of the posted invoice that it takes back, if it does
 */
public record StoredDocument(
        long id,
        int version,
        DocumentStatus status,
        Document document,
        LocationCode location,
        List<ChargeAssignment> charges,
        Optional<Long> cancels) {

    public StoredDocument {
        charges = List.copyOf(charges);
    }

    public DocumentKey key() {
        return DocumentKey.of(document.header());
    }

    public StoredDocument with(Document newDocument) {
        return new StoredDocument(id, version, status, newDocument, location, charges, cancels);
    }

    public StoredDocument with(DocumentStatus newStatus) {
        return new StoredDocument(id, version, newStatus, document, location, charges, cancels);
    }

    public StoredDocument withCharges(List<ChargeAssignment> newCharges) {
        return new StoredDocument(id, version, status, document, location, newCharges, cancels);
    }
}
