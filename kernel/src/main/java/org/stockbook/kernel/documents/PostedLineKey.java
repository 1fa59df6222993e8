package org.stockbook.kernel.documents;

import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/** A line of a posted receipt, shipment, return or transfer. */
public record PostedLineKey(DocumentType type, DocumentNo document, LineNo line) implements Comparable<PostedLineKey> {
    @Override
    public int compareTo(PostedLineKey other) {
        var byType = type.compareTo(other.type);
        var byDocument = byType != 0 ? byType : document.compareTo(other.document);
        return byDocument != 0 ? byDocument : line.compareTo(other.line);
    }
}
