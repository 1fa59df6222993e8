package org.stockbook.documents.web;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Documents exchanged with customers. */
@RestController
@RequestMapping("/api/v1/sales" + DocumentEndpoint.KIND)
class SalesDocumentEndpoint extends DocumentEndpoint {
    SalesDocumentEndpoint(Work work, DocumentCalls calls) {
        super("sales", work, calls);
    }
}
