package org.stockbook.documents.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.stockbook.documents.DocumentKey;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.platform.security.Permission;

/** The collections of documents and what their fields are called. */
enum DocumentResource {
    PURCHASE_QUOTES("purchaseQuote", TradeSide.PURCHASE, DocumentKind.QUOTE),
    PURCHASE_ORDERS("purchaseOrder", TradeSide.PURCHASE, DocumentKind.ORDER),
    PURCHASE_INVOICES("purchaseInvoice", TradeSide.PURCHASE, DocumentKind.INVOICE),
    PURCHASE_RETURN_ORDERS("purchaseReturnOrder", TradeSide.PURCHASE, DocumentKind.RETURN_ORDER),
    PURCHASE_CREDIT_MEMOS("purchaseCreditMemo", TradeSide.PURCHASE, DocumentKind.CREDIT_MEMO),
    SALES_QUOTES("salesQuote", TradeSide.SALES, DocumentKind.QUOTE),
    SALES_ORDERS("salesOrder", TradeSide.SALES, DocumentKind.ORDER),
    SALES_INVOICES("salesInvoice", TradeSide.SALES, DocumentKind.INVOICE),
    SALES_RETURN_ORDERS("salesReturnOrder", TradeSide.SALES, DocumentKind.RETURN_ORDER),
    SALES_CREDIT_MEMOS("salesCreditMemo", TradeSide.SALES, DocumentKind.CREDIT_MEMO);

    private final String singular;
    private final TradeSide side;
    private final DocumentKind kind;

    DocumentResource(String singular, TradeSide side, DocumentKind kind) {
        this.singular = singular;
        this.side = side;
        this.kind = kind;
    }

    static Optional<DocumentResource> of(String collection) {
        return Stream.of(values()).filter(resource -> resource.collection().equals(collection)).findFirst();
    }

    static Optional<DocumentResource> of(DocumentKey key) {
        return find(key.side(), key.kind());
    }

    /** @throws java.util.NoSuchElementException for a kind without a collection */
    static DocumentResource of(TradeSide side, DocumentKind kind) {
        return find(side, kind).orElseThrow();
    }

    private static Optional<DocumentResource> find(TradeSide side, DocumentKind kind) {
        return Stream.of(values()).filter(resource -> resource.side == side && resource.kind == kind).findFirst();
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

    TradeSide side() {
        return side;
    }

    DocumentKind kind() {
        return kind;
    }

    String partner() {
        return isPurchase() ? "vendorNumber" : "customerNumber";
    }

    String price() {
        return isPurchase() ? "directUnitCost" : "unitPrice";
    }

    String toHandle() {
        return comesIn() ? "receiveQuantity" : "shipQuantity";
    }

    String handled() {
        return comesIn() ? "receivedQuantity" : "shippedQuantity";
    }

    /** The word by which posting is asked to move goods. */
    String handle() {
        return comesIn() ? "receive" : "ship";
    }

    /** Receiving may raise its lines above what was ordered. */
    boolean mayReceiveMore() {
        return this == PURCHASE_ORDERS;
    }

    private boolean comesIn() {
        return isPurchase() != kind.isReturn();
    }

    boolean isPurchase() {
        return side == TradeSide.PURCHASE;
    }

    Permission read() {
        return isPurchase() ? Permission.READ_PURCHASING : Permission.READ_SALES;
    }

    Permission change() {
        return isPurchase() ? Permission.CHANGE_PURCHASING : Permission.CHANGE_SALES;
    }

    Permission post() {
        return isPurchase() ? Permission.POST_PURCHASING : Permission.POST_SALES;
    }
}
