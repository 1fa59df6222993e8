package org.stockbook.transfers.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.stockbook.kernel.origin.DocumentType;

/** The collections of posted transfers. */
enum PostedKind {
    SHIPMENTS("transferShipment", DocumentType.TRANSFER_SHIPMENT),
    RECEIPTS("transferReceipt", DocumentType.TRANSFER_RECEIPT),
    DIRECT_TRANSFERS("postedDirectTransfer", DocumentType.DIRECT_TRANSFER);

    private final String singular;
    private final DocumentType type;

    PostedKind(String singular, DocumentType type) {
        this.singular = singular;
        this.type = type;
    }

    static Optional<PostedKind> of(DocumentType type) {
        return Stream.of(values()).filter(kind -> kind.type == type).findFirst();
    }

    /** One of them. */
    String singular() {
        return singular;
    }

    String collection() {
        return singular + "s";
    }

    String lines() {
        return singular + "Lines";
    }

    DocumentType type() {
        return type;
    }
}
