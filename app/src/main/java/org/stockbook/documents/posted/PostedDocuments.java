package org.stockbook.documents.posted;

import java.util.Optional;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.origin.DocumentType;

/** Posted purchase and sales documents. */
public interface PostedDocuments {
    Optional<PostedDocument> find(DocumentType type, DocumentNo no);
}
