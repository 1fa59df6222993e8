package org.stockbook.kernel.documents;

import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.VatBusinessGroup;

/**
 * Who a document is exchanged with, as copied from the partner when it was entered.
 *
 * @param no who delivers or receives
 * @param billing who invoices or is invoiced
 * @param group names the payables or receivables account
 */
public record DocumentPartner(
        PartnerNo no, PartnerNo billing, BusinessGroup business, VatBusinessGroup vat, PartnerGroup group) {}
