package org.stockbook.demo.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.demo.TradeStore;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/** Partners, setups and posted lines, each in one statement. */
@Repository
class TradePartnersInPostgres implements TradeStore {
    private static final List<String> PURPOSES = List.of(
            "PURCHASE_RECEIPT", "PURCHASE_INVOICE", "PURCHASE_RETURN_SHIPMENT", "PURCHASE_CREDIT_MEMO", "SALES_SHIPMENT", "SALES_INVOICE",
            "SALES_RETURN_RECEIPT", "SALES_CREDIT_MEMO");

    private static final List<String> SETUP = List.of(
            "INSERT INTO vat_business_group (code) VALUES ('DOMESTIC') ON CONFLICT DO NOTHING",
            "INSERT INTO vat_product_group (code) VALUES ('TAXED') ON CONFLICT DO NOTHING",
            """
            INSERT INTO vendor_posting_group (code, payables_account_id) SELECT 'DOMESTIC', id FROM gl_account WHERE no = '5410'
            ON CONFLICT DO NOTHING""",
            """
            INSERT INTO customer_posting_group (code, receivables_account_id) SELECT 'DOMESTIC', id FROM gl_account WHERE no = '2310'
            ON CONFLICT DO NOTHING""",
            """
            UPDATE general_posting_setup SET sales_credit_memo_account_id = coalesce(sales_credit_memo_account_id, sales_account_id),
                purchase_credit_memo_account_id = coalesce(purchase_credit_memo_account_id, purchase_account_id)""",
            "UPDATE item SET vat_product_group_id = (SELECT id FROM vat_product_group WHERE code = 'TAXED')",
            """
            INSERT INTO item_charge (no, description, general_product_group_id, vat_product_group_id)
            SELECT 'FREIGHT', 'Freight', p.id, v.id FROM general_product_group p, vat_product_group v WHERE p.code = 'RETAIL' AND v.code = 'TAXED'
            ON CONFLICT DO NOTHING""");
    private static final String TAX = """
            INSERT INTO vat_posting_setup (vat_business_group_id, vat_product_group_id, vat_percentage, vat_identifier, sales_vat_account_id,
                purchase_vat_account_id)
            SELECT b.id, p.id, ?, 'TAX', o.id, i.id FROM vat_business_group b, vat_product_group p, gl_account o, gl_account i
            WHERE b.code = 'DOMESTIC' AND p.code = 'TAXED' AND o.no = '5610' AND i.no = '5620' ON CONFLICT DO NOTHING""";
    private static final String PARTNERS = """
            INSERT INTO %1$s (no, name, %1$s_posting_group_id, general_business_group_id, vat_business_group_id)
            SELECT n.no, n.name, p.id, g.id, v.id FROM unnest(?::text[], ?::text[]) AS n (no, name), %1$s_posting_group p,
                general_business_group g, vat_business_group v
            WHERE p.code = 'DOMESTIC' AND g.code = 'DOMESTIC' AND v.code = 'DOMESTIC' ON CONFLICT DO NOTHING""";
    private static final String HANDLED = """
            SELECT d.document_type::text, d.no, l.line_no, i.no, pe.item_ledger_entry_no
            FROM posted_document d JOIN posted_document_line l ON l.posted_document_id = d.id JOIN item i ON i.id = l.item_id
            JOIN posted_document_line_entry pe ON pe.posted_document_line_id = l.id
            WHERE d.document_kind IN ('PURCHASE_ORDER', 'SALES_ORDER') AND d.document_no = ? AND d.document_type IN ('PURCHASE_RECEIPT', 'SALES_SHIPMENT') ORDER BY l.line_no, pe.item_ledger_entry_no""";

    private final DSLContext dsl;

    TradePartnersInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    @Transactional
    public void open(Map<String, String> vendors, Set<String> customers, int taxPercent) {
        SETUP.forEach(dsl::execute);
        dsl.execute(TAX, taxPercent);
        dsl.execute(PARTNERS.formatted("vendor"), vendors.keySet().toArray(String[]::new), vendors.values().toArray(String[]::new));
        var numbers = customers.toArray(String[]::new);
        dsl.execute(PARTNERS.formatted("customer"), numbers, numbers);
        for (var purpose : PURPOSES) {
            var code = "H-" + purpose.substring(0, Math.min(18, purpose.length()));
            dsl.execute("INSERT INTO number_series (code) VALUES (?) ON CONFLICT DO NOTHING", code);
            dsl.execute("INSERT INTO number_series_line (number_series_id, starting_number, allow_gaps) SELECT id, ?, true FROM number_series WHERE code = ?",
                    initials(purpose) + "0000001", code);
            dsl.execute("INSERT INTO document_number_series SELECT ?, id FROM number_series WHERE code = ? ON CONFLICT DO NOTHING", purpose, code);
        }
    }

    private static String initials(String purpose) {
        var initials = new StringBuilder();
        for (var word : purpose.split("_")) {
            initials.append(word.charAt(0));
        }
        return initials.toString();
    }

    @Override
    public List<Handled> handledBy(DocumentNo order) {
        return dsl.fetch(HANDLED, order.code()).map(row -> new Handled(
                new PostedLineKey(DocumentType.valueOf(row.get(0, String.class)), new DocumentNo(row.get(1, String.class)), new LineNo(row.get(2, Integer.class))),
                row.get(3, String.class), new ItemLedgerEntryNo(row.get(4, Long.class))));
    }
}
