package org.stockbook.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stockbook.documents.Particulars;
import org.stockbook.documents.StoredDocument;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
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

/** What trading needs beside the setups of {@link CompanySetup}: a vendor, a customer, VAT, number series; and orders to post. */
final class TradeSetup {
    private static final int LINE_STEP = 10_000;
    private static final String GROUP = "DOMESTIC";
    private static final VatTerms VAT = new VatTerms(
            new VatProductGroup("VAT25"), new VatTerms.VatRateName("VAT25"), VatCalculation.NORMAL, Percentage.of("25"));

    private TradeSetup() {}

    static void write(Connection connection) throws SQLException {
        CompanySetup.execute(connection,
                "INSERT INTO gl_account (no, name) VALUES ('5410', 'Payables'), ('2310', 'Receivables'), ('5610', 'VAT on sales'), ('5630', 'VAT on purchases')",
                "INSERT INTO general_business_group (code) VALUES ('DOMESTIC')",
                "INSERT INTO vat_business_group (code) VALUES ('DOMESTIC')",
                "INSERT INTO vat_product_group (code) VALUES ('VAT25')",
                """
                INSERT INTO general_posting_setup (general_business_group_id, general_product_group_id,
                    cost_of_goods_sold_account_id, cost_of_goods_sold_interim_account_id, inventory_adjustment_account_id,
                    inventory_accrual_interim_account_id, direct_cost_applied_account_id, overhead_applied_account_id,
                    purchase_variance_account_id, purchase_account_id, sales_account_id)
                SELECT b.id, s.general_product_group_id,
                    cost_of_goods_sold_account_id, cost_of_goods_sold_interim_account_id, inventory_adjustment_account_id,
                    inventory_accrual_interim_account_id, direct_cost_applied_account_id, overhead_applied_account_id,
                    purchase_variance_account_id, purchase_account_id, sales_account_id
                FROM general_posting_setup s, general_business_group b WHERE b.code = 'DOMESTIC'""",
                """
                INSERT INTO vat_posting_setup (vat_business_group_id, vat_product_group_id, vat_percentage, vat_identifier,
                    sales_vat_account_id, purchase_vat_account_id)
                SELECT b.id, p.id, 25, 'VAT25', o.id, i.id FROM vat_business_group b, vat_product_group p, gl_account o, gl_account i
                WHERE b.code = 'DOMESTIC' AND p.code = 'VAT25' AND o.no = '5610' AND i.no = '5630'""",
                "INSERT INTO vendor_posting_group (code, payables_account_id) SELECT 'DOMESTIC', id FROM gl_account WHERE no = '5410'",
                "INSERT INTO customer_posting_group (code, receivables_account_id) SELECT 'DOMESTIC', id FROM gl_account WHERE no = '2310'",
                "INSERT INTO unit_of_measure (code) VALUES ('PCS')");
        for (var partner : List.of("vendor", "customer")) {
            CompanySetup.execute(connection, """
                    INSERT INTO %1$s (no, name, %1$s_posting_group_id, general_business_group_id, vat_business_group_id)
                    SELECT 'P10', 'Partner', p.id, g.id, v.id FROM %1$s_posting_group p, general_business_group g, vat_business_group v
                    WHERE p.code = 'DOMESTIC' AND g.code = 'DOMESTIC' AND v.code = 'DOMESTIC'""".formatted(partner));
        }
        for (var purpose : List.of("PURCHASE_ORDER", "PURCHASE_RECEIPT", "PURCHASE_INVOICE", "SALES_ORDER", "SALES_SHIPMENT", "SALES_INVOICE")) {
            CompanySetup.execute(connection,
                    "INSERT INTO number_series (code) VALUES ('" + purpose + "')",
                    "INSERT INTO number_series_line (number_series_id, starting_number) SELECT id, '" + purpose.charAt(0) + purpose.substring(purpose.length() - 2)
                            + "-000001' FROM number_series WHERE code = '" + purpose + "'",
                    "INSERT INTO document_number_series SELECT code, id FROM number_series WHERE code = '" + purpose + "'");
        }
    }

    /** To be called once the items are there: their unit and VAT. */
    static void completeItems(Connection connection) throws SQLException {
        CompanySetup.execute(connection,
                "UPDATE item SET base_unit_of_measure_id = (SELECT id FROM unit_of_measure WHERE code = 'PCS'),"
                        + " vat_product_group_id = (SELECT id FROM vat_product_group WHERE code = 'VAT25')",
                "INSERT INTO item_unit_of_measure (item_id, unit_of_measure_id, quantity_per_unit)"
                        + " SELECT i.id, u.id, 1 FROM item i, unit_of_measure u ON CONFLICT DO NOTHING");
    }

    /**
     * What is ordered.
     *
     * @param items by number, one line each
     */
    record Goods(List<Integer> items, Lines.Goods each) {}

    /** An order that is to be handled and invoiced completely. */
    static StoredDocument order(TradeSide side, DocumentDates dates, String no, Goods goods) {
        var partner = new DocumentPartner(
                new PartnerNo("P10"), new PartnerNo("P10"), new BusinessGroup(GROUP), new VatBusinessGroup(GROUP), new PartnerGroup(GROUP));
        var header = new DocumentHeader(
                side, DocumentKind.ORDER, new DocumentNo(no), partner, dates, DocumentTerms.LOCAL, "", DimensionSetId.EMPTY, ReasonCode.BLANK);
        var lines = new ArrayList<DocumentLine>();
        for (var item : goods.items()) {
            lines.add(line((lines.size() + 1) * LINE_STEP, new LineSubject.OfItem(Lines.item(item), VariantCode.BLANK), goods.each()));
        }
        return StoredDocument.fresh(new Document(header, lines), new LocationCode(CompanySetup.LOCATION), Particulars.NONE);
    }

    private static DocumentLine line(int no, LineSubject subject, Lines.Goods goods) {
        var quantity = UnitQuantity.of(goods.quantity().value().toPlainString());
        return new DocumentLine(
                new LineNo(no), subject, "", new LocationCode(CompanySetup.LOCATION), new UnitUsed(new UnitCode("PCS"), UnitFactor.ONE), quantity,
                LinePrice.of(Price.of(goods.unitCost().value().toPlainString())), LineCosts.NONE, new ProductGroup(CompanySetup.PRODUCT_GROUP), VAT,
                LineProgress.fresh(quantity).handling(quantity).invoicing(quantity), LineSource.OWN, FixedApplication.AUTOMATIC, List.of(), DimensionSetId.EMPTY);
    }
}
