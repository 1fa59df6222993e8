package org.stockbook.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.DocumentPartner;
import org.stockbook.kernel.documents.DocumentTerms;
import org.stockbook.kernel.documents.LineCosts;
import org.stockbook.kernel.documents.LinePrice;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.VatCalculation;
import org.stockbook.kernel.documents.VatTerms;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/** A small company that trades bicycles: accounts called like what they are for, VAT of 25 %. */
public final class TradingCompany {
    private static final VatTerms VAT25 = new VatTerms(
            new VatProductGroup("VAT25"), new VatTerms.VatRateName("VAT25"), VatCalculation.NORMAL, Percentage.of("25"));

    private TradingCompany() {}

    public static void create(DSLContext dsl) {
        dsl.execute("""
                INSERT INTO gl_account (no) SELECT unnest(ARRAY['INVENTORY', 'INTERIM', 'COGS', 'COGSINTERIM', 'ACCRUAL', 'APPLIED', 'OVERHEAD',
                    'VARIANCE', 'ADJUSTMENT', 'PURCHASE', 'PURCHASEBACK', 'SALES', 'SALESBACK', 'VATIN', 'VATOUT', 'PAYABLES', 'RECEIVABLES'])""");
        dsl.execute("INSERT INTO inventory_posting_group (code) VALUES ('RESALE')");
        dsl.execute("INSERT INTO general_product_group (code) VALUES ('RETAIL')");
        dsl.execute("INSERT INTO general_business_group (code) VALUES ('DOMESTIC')");
        dsl.execute("INSERT INTO vat_business_group (code) VALUES ('DOMESTIC')");
        dsl.execute("INSERT INTO vat_product_group (code) VALUES ('VAT25')");
        dsl.execute("""
                INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id)
                SELECT 0, g.id, a.id, b.id FROM inventory_posting_group g, gl_account a, gl_account b
                WHERE g.code = 'RESALE' AND a.no = 'INVENTORY' AND b.no = 'INTERIM'""");
        dsl.execute("""
                INSERT INTO general_posting_setup (general_business_group_id, general_product_group_id, sales_account_id,
                    sales_credit_memo_account_id, purchase_account_id, purchase_credit_memo_account_id, cost_of_goods_sold_account_id,
                    cost_of_goods_sold_interim_account_id, inventory_adjustment_account_id, inventory_accrual_interim_account_id,
                    direct_cost_applied_account_id, overhead_applied_account_id, purchase_variance_account_id)
                SELECT b.id, p.id, s.id, sc.id, pu.id, pc.id, c.id, ci.id, ad.id, ac.id, ap.id, o.id, v.id
                FROM general_business_group b, general_product_group p, gl_account s, gl_account sc, gl_account pu, gl_account pc,
                    gl_account c, gl_account ci, gl_account ad, gl_account ac, gl_account ap, gl_account o, gl_account v
                WHERE b.code IN ('', 'DOMESTIC') AND p.code = 'RETAIL' AND s.no = 'SALES' AND sc.no = 'SALESBACK' AND pu.no = 'PURCHASE'
                    AND pc.no = 'PURCHASEBACK' AND c.no = 'COGS' AND ci.no = 'COGSINTERIM' AND ad.no = 'ADJUSTMENT' AND ac.no = 'ACCRUAL'
                    AND ap.no = 'APPLIED' AND o.no = 'OVERHEAD' AND v.no = 'VARIANCE'""");
        dsl.execute("""
                INSERT INTO vat_posting_setup (vat_business_group_id, vat_product_group_id, vat_percentage, vat_identifier, sales_vat_account_id,
                    purchase_vat_account_id)
                SELECT b.id, p.id, 25, 'VAT25', o.id, i.id FROM vat_business_group b, vat_product_group p, gl_account o, gl_account i
                WHERE b.code = 'DOMESTIC' AND p.code = 'VAT25' AND o.no = 'VATOUT' AND i.no = 'VATIN'""");
        createPartners(dsl);
        createItems(dsl);
        createSeries(dsl);
    }

    private static void createPartners(DSLContext dsl) {
        dsl.execute("INSERT INTO vendor_posting_group (code, payables_account_id) SELECT 'DOMESTIC', id FROM gl_account WHERE no = 'PAYABLES'");
        dsl.execute("INSERT INTO customer_posting_group (code, receivables_account_id) SELECT 'DOMESTIC', id FROM gl_account WHERE no = 'RECEIVABLES'");
        for (var partner : List.of("vendor", "customer")) {
            dsl.execute("""
                    INSERT INTO %1$s (no, name, %1$s_posting_group_id, general_business_group_id, vat_business_group_id)
                    SELECT 'P10', 'Pedal & Sons', p.id, g.id, v.id FROM %1$s_posting_group p, general_business_group g, vat_business_group v
                    WHERE p.code = 'DOMESTIC' AND g.code = 'DOMESTIC' AND v.code = 'DOMESTIC'""".formatted(partner));
        }
    }

    private static void createItems(DSLContext dsl) {
        dsl.execute("INSERT INTO unit_of_measure (code) VALUES ('PCS'), ('BOX')");
        dsl.execute("""
                INSERT INTO item (no, description, costing_method, base_unit_of_measure_id, general_product_group_id, vat_product_group_id,
                    inventory_posting_group_id)
                SELECT n.no, initcap(n.no), n.method::costing_method, u.id, p.id, v.id, g.id
                FROM (VALUES ('BIKE', 'FIFO'), ('BELL', 'AVERAGE')) AS n (no, method), unit_of_measure u, general_product_group p,
                    vat_product_group v, inventory_posting_group g
                WHERE u.code = 'PCS' AND p.code = 'RETAIL' AND v.code = 'VAT25' AND g.code = 'RESALE'""");
        dsl.execute("""
                INSERT INTO item_unit_of_measure (item_id, unit_of_measure_id, quantity_per_unit)
                SELECT i.id, u.id, CASE u.code WHEN 'BOX' THEN 12 ELSE 1 END FROM item i, unit_of_measure u""");
        dsl.execute("""
                INSERT INTO item_charge (no, description, general_product_group_id, vat_product_group_id)
                SELECT 'FREIGHT', 'Freight', p.id, v.id FROM general_product_group p, vat_product_group v
                WHERE p.code = 'RETAIL' AND v.code = 'VAT25'""");
    }

    private static void createSeries(DSLContext dsl) {
        for (var purpose : List.of(
                "PURCHASE_QUOTE", "SALES_QUOTE", "PURCHASE_ORDER", "PURCHASE_INVOICE", "PURCHASE_RETURN_ORDER", "PURCHASE_CREDIT_MEMO", "PURCHASE_RECEIPT",
                "PURCHASE_RETURN_SHIPMENT", "SALES_ORDER", "SALES_INVOICE", "SALES_RETURN_ORDER", "SALES_CREDIT_MEMO", "SALES_SHIPMENT",
                "SALES_RETURN_RECEIPT", "TRANSFER_ORDER", "TRANSFER_SHIPMENT", "TRANSFER_RECEIPT", "DIRECT_TRANSFER")) {
            var code = purpose.substring(0, Math.min(20, purpose.length()));
            dsl.execute("INSERT INTO number_series (code) VALUES (?)", code);
            dsl.execute("""
                    INSERT INTO number_series_line (number_series_id, starting_number)
                    SELECT id, ? FROM number_series WHERE code = ?""", initials(purpose) + "-0001", code);
            dsl.execute("INSERT INTO document_number_series SELECT ?, id FROM number_series WHERE code = ?", purpose, code);
        }
    }

    private static String initials(String purpose) {
        var initials = new StringBuilder();
        for (var word : purpose.split("_")) {
            initials.append(word.charAt(0));
        }
        return initials.toString();
    }

    static StoredDocument document(TradeSide side, DocumentKind kind, String no, DocumentLine... lines) {
        var partner = new DocumentPartner(
                new PartnerNo("P10"), new PartnerNo("P10"), new BusinessGroup("DOMESTIC"), new VatBusinessGroup("DOMESTIC"),
                new PartnerGroup("DOMESTIC"));
        var header = new DocumentHeader(
                side, kind, new DocumentNo(no), partner, DocumentDates.on(LocalDate.parse("2026-05-04")), DocumentTerms.LOCAL, "",
                DimensionSetId.EMPTY, ReasonCode.BLANK);
        var numbered = new ArrayList<DocumentLine>();
        for (var line : lines) {
            numbered.add(numbered(line, (numbered.size() + 1) * 10000));
        }
        return StoredDocument.fresh(new Document(header, numbered), LocationCode.BLANK, Particulars.NONE);
    }

    static DocumentLine item(String no, String quantity, String price) {
        return line(new LineSubject.OfItem(new ItemNo(no), VariantCode.BLANK), quantity, price);
    }

    static DocumentLine charge(String quantity, String price) {
        return line(new LineSubject.OfCharge(new ItemChargeNo("FREIGHT")), quantity, price);
    }

    private static DocumentLine line(LineSubject subject, String quantity, String price) {
        var ordered = UnitQuantity.of(quantity);
        return new DocumentLine(
                new LineNo(10000), subject, "", LocationCode.BLANK, new UnitUsed(new UnitCode("PCS"), UnitFactor.ONE), ordered,
                LinePrice.of(Price.of(price)), LineCosts.NONE, new ProductGroup("RETAIL"), VAT25, LineProgress.fresh(ordered), LineSource.OWN,
                FixedApplication.AUTOMATIC, List.of(), DimensionSetId.EMPTY);
    }

    static DocumentLine from(DocumentLine line, LineSource source) {
        return new DocumentLine(
                line.no(), line.subject(), line.description(), line.location(), line.unit(), line.quantity(), line.price(), line.costs(),
                line.product(), line.vat(), line.progress(), source, line.application(), line.tracked(), line.dimensions());
    }

    private static DocumentLine numbered(DocumentLine line, int no) {
        return new DocumentLine(
                new LineNo(no), line.subject(), line.description(), line.location(), line.unit(), line.quantity(), line.price(), line.costs(),
                line.product(), line.vat(), line.progress(), line.source(), line.application(), line.tracked(), line.dimensions());
    }
}
