package org.stockbook.documents;

import org.stockbook.kernel.documents.invoicing.DiscountPosting;

/**
 * The company's decisions on documents of one side.
 *
 * @param externalRequired invoices carry the partner's number
 * @param invoiceDiscountAutomatic releasing a document takes off the agreed invoice discount
 * @param handlingOnInvoice an invoice that moves goods writes a receipt or shipment too
 */
public record DocumentSettings(DiscountPosting discounts, boolean externalRequired, boolean handlingOnInvoice, boolean invoiceDiscountAutomatic) {}
