package org.stockbook.documents.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.platform.security.Permission;

/**
 * The collections of posted documents. Posted invoices and credit memos are addressed in the one that they share with those that are not posted yet;
 * their lists stand beside it.
 */
enum PostedResource {
    PURCHASE_RECEIPTS("purchaseReceipt", DocumentType.PURCHASE_RECEIPT, DocumentResource.PURCHASE_ORDERS),
    PURCHASE_RETURN_SHIPMENTS("purchaseReturnShipment", DocumentType.PURCHASE_RETURN_SHIPMENT, DocumentResource.PURCHASE_RETURN_ORDERS),
    PURCHASE_INVOICES("purchaseInvoice", DocumentType.PURCHASE_INVOICE, DocumentResource.PURCHASE_INVOICES),
    PURCHASE_CREDIT_MEMOS("purchaseCreditMemo", DocumentType.PURCHASE_CREDIT_MEMO, DocumentResource.PURCHASE_CREDIT_MEMOS),
    SALES_SHIPMENTS("salesShipment", DocumentType.SALES_SHIPMENT, DocumentResource.SALES_ORDERS),
    RETURN_RECEIPTS("returnReceipt", DocumentType.SALES_RETURN_RECEIPT, DocumentResource.SALES_RETURN_ORDERS),
    SALES_INVOICES("salesInvoice", DocumentType.SALES_INVOICE, DocumentResource.SALES_INVOICES),
    SALES_CREDIT_MEMOS("salesCreditMemo", DocumentType.SALES_CREDIT_MEMO, DocumentResource.SALES_CREDIT_MEMOS);

    private final String singular;
    private final DocumentType type;
    private final DocumentResource wording;

    PostedResource(String singular, DocumentType type, DocumentResource wording) {
        this.singular = singular;
        this.type = type;
        this.wording = wording;
    }

    static Optional<PostedResource> of(String collection) {
        return Stream.of(values()).filter(resource -> resource.collection().equals(collection)).findFirst();
    }

    static Optional<PostedResource> ofLines(String lines) {
        return Stream.of(values()).filter(resource -> resource.lines().equals(lines)).findFirst();
    }

    static Optional<PostedResource> of(DocumentType type) {
        return Stream.of(values()).filter(resource -> resource.type == type).findFirst();
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

    /** Whether open documents stand in its collection, too. */
    boolean isShared() {
        return DocumentResource.of(collection()).isPresent();
    }

    /** What programs list them as, and what their ids say that they are. */
    String list() {
        return isShared() ? beside(collection()) : collection();
    }

    /** The same of its lines. */
    String listOfLines() {
        return isShared() ? beside(lines()) : lines();
    }

    private static String beside(String name) {
        return "posted" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    DocumentType type() {
        return type;
    }

    /** Names its fields. */
    DocumentResource wording() {
        return wording;
    }

    Permission read() {
        return wording.read();
    }

    Permission post() {
        return wording.post();
    }
}
