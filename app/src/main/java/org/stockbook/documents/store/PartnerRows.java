package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stockbook.documents.Particulars;
import org.stockbook.documents.Particulars.PaymentTerms;
import org.stockbook.documents.Particulars.ShipTo;
import org.stockbook.documents.editing.DocumentDefaults.OfPartner;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.VatBusinessGroup;
import org.stockbook.kernel.documents.DocumentPartner;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PartnerState;

/** Vendors and customers as new documents copy them. */
final class PartnerRows {
    private static final String FIND = """
            SELECT p.no, coalesce(b.no, p.no), bg.code, vg.code, coalesce(g.code, ''), c.code, coalesce(b.prices_include_vat, p.prices_include_vat),
                l.code, p.blocked::text, coalesce(pt.code, ''), p.name, %2$s, coalesce(rc.code, ''),
                concat_ws(E'\\n', nullif(p.address, ''), nullif(p.address_2, ''),
                    nullif(concat_ws(' ', nullif(p.post_code, ''), nullif(p.city, '')), ''), nullif(p.country_code, '')), coalesce(sm.code, '')
            FROM %1$s p LEFT JOIN %1$s b ON b.id = p.billing_%1$s_id
            JOIN general_business_group bg ON bg.id = coalesce(b.general_business_group_id, p.general_business_group_id)
            JOIN vat_business_group vg ON vg.id = coalesce(b.vat_business_group_id, p.vat_business_group_id)
            LEFT JOIN %1$s_posting_group g ON g.id = coalesce(b.%1$s_posting_group_id, p.%1$s_posting_group_id)
            JOIN currency c ON c.id = coalesce(b.currency_id, p.currency_id) JOIN location l ON l.id = p.location_id
            LEFT JOIN payment_terms pt ON pt.id = coalesce(b.payment_terms_id, p.payment_terms_id)
            LEFT JOIN shipment_method sm ON sm.id = p.shipment_method_id
            LEFT JOIN responsibility_center rc ON rc.id = p.responsibility_center_id WHERE p.no = ?""";

    private PartnerRows() {}

    static Optional<OfPartner> find(DSLContext dsl, TradeSide side, String number) {
        var query = switch (side) {
            case PURCHASE -> FIND.formatted("vendor", "false");
            case SALES -> FIND.formatted("customer", "p.ship_complete");
        };
        return dsl.resultQuery(query, number).fetchOptional(PartnerRows::partner);
    }

    private static OfPartner partner(Record row) {
        var terms = text(row, 9);
        return new OfPartner(
                new DocumentPartner(
                        new PartnerNo(text(row, 0)), new PartnerNo(text(row, 1)), new BusinessGroup(text(row, 2)),
                        new VatBusinessGroup(text(row, 3)), new PartnerGroup(text(row, 4))),
                new CurrencyCode(text(row, 5)), row.get(6, Boolean.class), new LocationCode(text(row, 7)),
                PartnerState.Blocked.valueOf(text(row, 8)), terms,
                new Particulars(
                        text(row, 10), text(row, 13), ShipTo.NONE, "", Optional.empty(), Optional.empty(), Optional.empty(),
                        new PaymentTerms(terms, Optional.empty(), BigDecimal.ZERO), "", text(row, 14), row.get(11, Boolean.class), text(row, 12), "", ""));
    }

    private static String text(Record row, int column) {
        return row.get(column, String.class);
    }
}
