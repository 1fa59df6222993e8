package org.stockbook.finance;

import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.invoicing.InvoiceBooking;
import org.stockbook.kernel.origin.Origin;

/**
 * What an invoice or credit memo leaves in the VAT and partner ledgers beside the general ledger.
 *
 * @param written its general ledger entries
 * @param origin names the posted document
 */
public record InvoiceEntries(
        GeneralLedgerPosted written, InvoiceBooking booking, DocumentDates dates, CurrencyCode currency, Origin origin) {}
