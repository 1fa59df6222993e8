package org.stockbook.kernel.origin;

/** The kind of posted document behind an entry; NONE for journals (spec: ledger, section 2). */
public enum DocumentType {
    NONE,
    SALES_SHIPMENT,
    SALES_INVOICE,
    SALES_RETURN_RECEIPT,
    SALES_CREDIT_MEMO,
    PURCHASE_RECEIPT,
    PURCHASE_INVOICE,
    PURCHASE_RETURN_SHIPMENT,
    PURCHASE_CREDIT_MEMO,
    TRANSFER_SHIPMENT,
    TRANSFER_RECEIPT,
    DIRECT_TRANSFER,
    SERVICE_SHIPMENT,
    POSTED_ASSEMBLY,
    INVENTORY_RECEIPT,
    INVENTORY_SHIPMENT,
    PAYMENT,
    REFUND
}
