package org.stockbook.documents.web;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Documents exchanged with vendors. */
@RestController
@RequestMapping("/api/v1/purchase" + DocumentEndpoint.KIND)
class PurchaseDocumentEndpoint extends DocumentEndpoint {
    PurchaseDocumentEndpoint(Work work, DocumentCalls calls) {
        super("purchase", work, calls);
    }
}
