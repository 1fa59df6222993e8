package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stockbook.documents.Particulars;
import org.stockbook.documents.Particulars.PaymentTerms;
import org.stockbook.documents.Particulars.ShipTo;

/** What people and papers need of a header: the same columns on open and on posted documents. */
final class ParticularRows {
    /** For copying from the open to the posted document. */
    static final String NAMES = """
            partner_name, partner_address, ship_to_code, ship_to_address, partner_reference, order_date, requested_date, valid_until,
            payment_terms_id, payment_discount_date, payment_discount_percentage, applies_to_document_no, shipment_method_id, ship_complete,
            responsibility_center_id, assigned_user, made_of_document_no""";

    /** From an alias h of either table, with those of {@link #JOINS}. */
    static final String COLUMNS = """
            h.partner_name, h.partner_address, h.ship_to_code, h.ship_to_address, h.partner_reference, h.order_date, h.requested_date,
            h.valid_until, coalesce(pt.code, '') AS payment_terms, h.payment_discount_date, h.payment_discount_percentage,
            h.applies_to_document_no, coalesce(sm.code, '') AS shipment_method, h.ship_complete, coalesce(rc.code, '') AS center, h.assigned_user, h.made_of_document_no""";

    static final String JOINS = """
            LEFT JOIN payment_terms pt ON pt.id = h.payment_terms_id
            LEFT JOIN shipment_method sm ON sm.id = h.shipment_method_id
            LEFT JOIN responsibility_center rc ON rc.id = h.responsibility_center_id""";

    private static final String WRITE = """
            UPDATE document_header SET partner_name = ?, partner_address = ?, ship_to_code = ?, ship_to_address = ?, partner_reference = ?,
                order_date = ?::date, requested_date = ?::date, valid_until = ?::date,
                payment_terms_id = (SELECT id FROM payment_terms WHERE code = ?), payment_discount_date = ?::date,
                payment_discount_percentage = ?, applies_to_document_no = ?,
                shipment_method_id = (SELECT id FROM shipment_method WHERE code = ?), ship_complete = ?,
                responsibility_center_id = (SELECT id FROM responsibility_center WHERE code = ?), assigned_user = ?, made_of_document_no = ?
            WHERE id = ?""";

    private ParticularRows() {}

    static Particulars read(Record row) {
        return new Particulars(
                row.get("partner_name", String.class),
                row.get("partner_address", String.class),
                new ShipTo(row.get("ship_to_code", String.class), row.get("ship_to_address", String.class)),
                row.get("partner_reference", String.class),
                date(row, "order_date"),
                date(row, "requested_date"),
                date(row, "valid_until"),
                new PaymentTerms(
                        row.get("payment_terms", String.class), date(row, "payment_discount_date"),
                        row.get("payment_discount_percentage", BigDecimal.class)),
                row.get("applies_to_document_no", String.class),
                row.get("shipment_method", String.class),
                row.get("ship_complete", Boolean.class),
                row.get("center", String.class),
                row.get("assigned_user", String.class),
                row.get("made_of_document_no", String.class));
    }

    private static Optional<LocalDate> date(Record row, String column) {
        return Optional.ofNullable(row.get(column, LocalDate.class));
    }

    static void write(DSLContext dsl, long header, Particulars particulars) {
        var payment = particulars.payment();
        dsl.execute(WRITE, particulars.partnerName(), particulars.address(), particulars.shipTo().code(), particulars.shipTo().address(),
                particulars.reference(), particulars.orderDate().orElse(null), particulars.requested().orElse(null),
                particulars.validUntil().orElse(null), payment.code(), payment.discountUntil().orElse(null), payment.discountPercentage(),
                particulars.appliesTo(), particulars.shipmentMethod(), particulars.shipComplete(), particulars.center(), particulars.assignedUser(),
                particulars.madeOf(), header);
    }
}
