package org.stockbook.kernel.documents.posting;

import org.stockbook.kernel.code.DocumentNo;

/**
 * The numbers that the posted documents take.
 *
 * @param handling of the receipt or shipment; blank where an invoice posts without one, so that the entries name the invoice
 * @param invoice of the invoice or credit memo
 */
public record PostedNumbers(DocumentNo handling, DocumentNo invoice) {}
