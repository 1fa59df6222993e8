package org.stockbook.finance.store;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.documents.invoicing.InvoiceAccounts;
import org.stockbook.platform.database.RoundTrip;

/** The accounts that invoices reach, read at once: setups are small. */
final class InvoiceSetups implements InvoiceAccounts {
    private static final String TRADE = """
            SELECT b.code, p.code, s.blocked, purchase.no, purchase_credit_memo.no, purchase_line_discount.no,
                purchase_invoice_discount.no, sales.no, sales_credit_memo.no, sales_line_discount.no, sales_invoice_discount.no
            FROM general_posting_setup s
            JOIN general_business_group b ON b.id = s.general_business_group_id
            JOIN general_product_group p ON p.id = s.general_product_group_id
            LEFT JOIN gl_account purchase ON purchase.id = purchase_account_id
            LEFT JOIN gl_account purchase_credit_memo ON purchase_credit_memo.id = purchase_credit_memo_account_id
            LEFT JOIN gl_account purchase_line_discount ON purchase_line_discount.id = purchase_line_discount_account_id
            LEFT JOIN gl_account purchase_invoice_discount ON purchase_invoice_discount.id = purchase_invoice_discount_account_id
            LEFT JOIN gl_account sales ON sales.id = sales_account_id
            LEFT JOIN gl_account sales_credit_memo ON sales_credit_memo.id = sales_credit_memo_account_id
            LEFT JOIN gl_account sales_line_discount ON sales_line_discount.id = sales_line_discount_account_id
            LEFT JOIN gl_account sales_invoice_discount ON sales_invoice_discount.id = sales_invoice_discount_account_id""";
    private static final String VAT = """
            SELECT b.code, p.code, s.blocked, purchase_vat.no, sales_vat.no, reverse_charge_vat.no
            FROM vat_posting_setup s
            JOIN vat_business_group b ON b.id = s.vat_business_group_id
            JOIN vat_product_group p ON p.id = s.vat_product_group_id
            LEFT JOIN gl_account purchase_vat ON purchase_vat.id = purchase_vat_account_id
            LEFT JOIN gl_account sales_vat ON sales_vat.id = sales_vat_account_id
            LEFT JOIN gl_account reverse_charge_vat ON reverse_charge_vat.id = reverse_charge_vat_account_id""";
    private static final String PARTNERS = """
            SELECT 'PAYABLES', g.code, a.no FROM vendor_posting_group g JOIN gl_account a ON a.id = g.payables_account_id
            UNION ALL
            SELECT 'RECEIVABLES', g.code, a.no FROM customer_posting_group g JOIN gl_account a ON a.id = g.receivables_account_id""";
    private static final String ACCOUNTS = "SELECT no, blocked, account_type::text FROM gl_account WHERE blocked OR account_type <> 'POSTING'";

    private final Map<String, String> accounts = new HashMap<>();
    private final Map<String, Found> refused = new HashMap<>();

    static InvoiceSetups read(DSLContext dsl) {
        var setups = new InvoiceSetups();
        new RoundTrip()
                .query(TRADE, row -> {
                    for (var field : TradeAccount.values()) {
                        setups.put(key(field.name(), row.getString(1), row.getString(2)), row.getBoolean(3), row.getString(4 + field.ordinal()));
                    }
                })
                .query(VAT, row -> {
                    for (var field : VatAccount.values()) {
                        setups.put(key(field.name(), row.getString(1), row.getString(2)), row.getBoolean(3), row.getString(4 + field.ordinal()));
                    }
                })
                .query(PARTNERS, row -> setups.put(key(row.getString(1), row.getString(2), ""), false, row.getString(3)))
                .query(ACCOUNTS, row -> {
                    var no = new AccountNo(row.getString(1));
                    setups.refused.put(no.code(), row.getBoolean(2) ? new Found.AccountBlocked(no) : new Found.AccountNotPosting(no));
                })
                .run(dsl);
        return setups;
    }

    private void put(String key, boolean blocked, @Nullable String account) {
        if (!blocked && account != null) {
            accounts.put(key, account);
        }
    }

    private static String key(String field, String first, String second) {
        return field.toUpperCase(Locale.ROOT) + "\n" + first + "\n" + second;
    }

    @Override
    public Found find(AccountKey key) {
        return switch (key) {
            case AccountKey.Trade trade -> account(key(trade.field().name(), trade.business().code(), trade.product().code()));
            case AccountKey.Vat vat -> account(key(vat.field().name(), vat.business().code(), vat.product().code()));
            case AccountKey.Payables payables -> account(key("PAYABLES", payables.group().code(), ""));
            case AccountKey.Receivables receivables -> account(key("RECEIVABLES", receivables.group().code(), ""));
            case AccountKey.OnLine line -> usable(line.account().code());
        };
    }

    private Found account(String key) {
        var no = accounts.getOrDefault(key, "");
        return no.isEmpty() ? new Found.SetupMissing() : usable(no);
    }

    private Found usable(String no) {
        return refused.getOrDefault(no, new Found.Account(new AccountNo(no)));
    }
}
