package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.StoredDocument;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentPartner;
import org.stockbook.kernel.documents.DocumentTerms;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.measure.ExchangeRate;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.platform.database.RoundTrip;

/** Headers of purchase and sales documents, open and posted: both tables have the same columns for them. */
final class HeaderRows {
    /** From an alias h of either table. */
    static final String COLUMNS = """
            coalesce(v.no, c.no) AS partner, coalesce(bv.no, bc.no) AS billing, h.partner_posting_group, bg.code AS business,
            vg.code AS vat_business, h.posting_date, h.document_date, h.vat_date, h.due_date, cu.code AS currency,
            h.rate_currency_units, h.rate_local_units, h.prices_include_vat, h.external_document_no, h.dimension_set_id,
            h.reason_code, l.code AS location, h.cancels_posted_document_id, """ + ParticularRows.COLUMNS;
    static final String JOINS = """
            LEFT JOIN vendor v ON v.id = h.vendor_id LEFT JOIN vendor bv ON bv.id = h.billing_vendor_id
            LEFT JOIN customer c ON c.id = h.customer_id LEFT JOIN customer bc ON bc.id = h.billing_customer_id
            JOIN general_business_group bg ON bg.id = h.general_business_group_id
            JOIN vat_business_group vg ON vg.id = h.vat_business_group_id
            JOIN currency cu ON cu.id = h.currency_id JOIN location l ON l.id = h.location_id
            """ + ParticularRows.JOINS;

    private static final String FIND = "SELECT h.id, h.version, h.status::text AS status, h.no, " + COLUMNS
            + " FROM document_header h " + JOINS + " WHERE h.kind = ?::document_kind AND h.no = ?";

    private static final String VALUES = """
            posting_date = ?, document_date = ?, vat_date = ?, due_date = ?, rate_currency_units = ?, rate_local_units = ?,
            prices_include_vat = ?, external_document_no = ?, reason_code = ?, dimension_set_id = ?, status = ?::document_status,
            partner_posting_group = ?, currency_id = (SELECT id FROM currency WHERE code = ?),
            location_id = (SELECT id FROM location WHERE code = ?),
            general_business_group_id = (SELECT id FROM general_business_group WHERE code = ?),
            vat_business_group_id = (SELECT id FROM vat_business_group WHERE code = ?), changed_by = ?, changed_at = now()""";

    private static final String INSERT = """
            INSERT INTO document_header (kind, no, %1$s_id, billing_%1$s_id, cancels_posted_document_id, posting_date, document_date, vat_date, due_date)
            VALUES (?::document_kind, ?, (SELECT id FROM %1$s WHERE no = ?), (SELECT id FROM %1$s WHERE no = ?), ?, ?, ?, ?, ?)
            RETURNING id""";

    private HeaderRows() {}

    static void lock(RoundTrip trip, DocumentKey key) {
        trip.update("SELECT id FROM document_header WHERE kind = ?::document_kind AND no = ? FOR UPDATE", key.purpose(), key.no().code());
    }

    static void ask(RoundTrip trip, DocumentKey key, Consumer<List<Record>> found) {
        trip.records(FIND, found, key.purpose(), key.no().code());
    }

    static DocumentHeader header(TradeSide side, DocumentKind kind, Record row) {
        return new DocumentHeader(
                side,
                kind,
                new DocumentNo(row.get("no", String.class)),
                new DocumentPartner(
                        new PartnerNo(row.get("partner", String.class)),
                        new PartnerNo(row.get("billing", String.class)),
                        new BusinessGroup(row.get("business", String.class)),
                        new VatBusinessGroup(row.get("vat_business", String.class)),
                        new PartnerGroup(row.get("partner_posting_group", String.class))),
                new DocumentDates(
                        row.get("posting_date", LocalDate.class), row.get("document_date", LocalDate.class),
                        row.get("vat_date", LocalDate.class), row.get("due_date", LocalDate.class)),
                new DocumentTerms(
                        new CurrencyCode(row.get("currency", String.class)),
                        new ExchangeRate(row.get("rate_currency_units", BigDecimal.class), row.get("rate_local_units", BigDecimal.class)),
                        row.get("prices_include_vat", Boolean.class)),
                row.get("external_document_no", String.class),
                new DimensionSetId(row.get("dimension_set_id", Long.class)),
                new ReasonCode(row.get("reason_code", String.class)));
    }

    static long insert(DSLContext dsl, StoredDocument stored, String user) {
        var header = stored.document().header();
        var dates = header.dates();
        var table = header.side() == TradeSide.PURCHASE ? "vendor" : "customer";
        var id = dsl.resultQuery(INSERT.formatted(table), stored.key().purpose(), header.no().code(), header.partner().no().code(),
                header.partner().billing().code(), stored.cancels().orElse(null), dates.posting(), dates.document(), dates.vat(),
                dates.due()).fetchSingle().get(0, Long.class);
        write(dsl, id, stored, user);
        return id;
    }

    static void update(DSLContext dsl, StoredDocument stored, String user) {
        write(dsl, stored.id(), stored, user);
        dsl.execute("UPDATE document_header SET version = version + 1 WHERE id = ?", stored.id());
    }

    private static void write(DSLContext dsl, long id, StoredDocument stored, String user) {
        var header = stored.document().header();
        var dates = header.dates();
        var terms = header.terms();
        dsl.execute("UPDATE document_header SET " + VALUES + " WHERE id = ?", dates.posting(), dates.document(), dates.vat(), dates.due(),
                terms.rate().currencyUnits(), terms.rate().localUnits(), terms.pricesIncludeVat(), header.external(),
                header.reason().code(), header.dimensions().value(), stored.status().name(), header.partner().group().code(),
                terms.currency().code(), stored.location().code(), header.partner().business().code(), header.partner().vat().code(),
                user, id);
        ParticularRows.write(dsl, id, stored.particulars());
    }
}
