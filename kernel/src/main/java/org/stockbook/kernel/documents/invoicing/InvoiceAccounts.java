package org.stockbook.kernel.documents.invoicing;

import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;

/** Finds the account for a part of an invoice in the posting setups (spec: finance, section 2). */
public interface InvoiceAccounts {
    Found find(AccountKey key);

    /** The row and field of a setup. */
    sealed interface AccountKey {
        /** General posting setup. */
        record Trade(BusinessGroup business, ProductGroup product, TradeAccount field) implements AccountKey {}

        /** VAT posting setup. */
        record Vat(VatBusinessGroup business, VatProductGroup product, VatAccount field) implements AccountKey {}

        /** Vendor posting group. */
        record Payables(PartnerGroup group) implements AccountKey {}

        /** Customer posting group. */
        record Receivables(PartnerGroup group) implements AccountKey {}

        /** Named on the line itself. */
        record OnLine(AccountNo account) implements AccountKey {}
    }

    /** Accounts of the general posting setup that invoices reach. */
    enum TradeAccount {
        PURCHASE,
        PURCHASE_CREDIT_MEMO,
        PURCHASE_LINE_DISCOUNT,
        PURCHASE_INVOICE_DISCOUNT,
        SALES,
        SALES_CREDIT_MEMO,
        SALES_LINE_DISCOUNT,
        SALES_INVOICE_DISCOUNT
    }

    /** Accounts of the VAT posting setup. */
    enum VatAccount {
        PURCHASE_VAT,
        SALES_VAT,
        REVERSE_CHARGE_VAT
    }

    /** What the setups say. */
    sealed interface Found {
        /** May be posted to. */
        record Account(AccountNo account) implements Found {}

        /** No row, a blocked row, or no account in the field. */
        record SetupMissing() implements Found {}

        record AccountBlocked(AccountNo account) implements Found {}

        record AccountNotPosting(AccountNo account) implements Found {}
    }
}
