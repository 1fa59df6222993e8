package org.stockbook.transfers.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.ItemCards;
import org.stockbook.documents.LineMark;
import org.stockbook.documents.RawInput;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.transfer.TransferDates;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.documents.transfer.TransferPlan.PostedTransfer;
import org.stockbook.kernel.documents.transfer.TransferProgress;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.DateFormula;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.transfers.StoredTransfer;
import org.stockbook.transfers.TransferOrders;
import org.stockbook.transfers.TransferParticulars;

/** Transfer orders in the tables of all documents; to invoice and invoiced are to receive and received there. */
@Repository
class TransferOrdersInPostgres implements TransferOrders {
    private static final String LOCK = "SELECT FROM document_header WHERE kind = 'TRANSFER_ORDER' AND no = ? FOR UPDATE";
    private static final String FIND = """
            SELECT h.id, h.version, h.status::text, h.no, f.code, t.code, h.transfer_route::text, m.code, h.posting_date,
                coalesce(h.shipment_date, h.posting_date), coalesce(h.receipt_date, h.posting_date), h.shipping_time, h.external_document_no,
                h.assigned_user, h.ship_complete, h.dimension_set_id, coalesce(sm.code, '')
            FROM document_header h JOIN location f ON f.id = h.location_id JOIN location t ON t.id = h.to_location_id
            JOIN location m ON m.id = h.in_transit_location_id LEFT JOIN shipment_method sm ON sm.id = h.shipment_method_id WHERE h.kind = 'TRANSFER_ORDER' AND h.no = ?""";
    private static final String LINES = """
            SELECT l.line_no, coalesce(i.no, '…'), v.code, l.description, l.unit_of_measure_code, l.quantity_per_unit, l.quantity, l.quantity_to_handle,
                l.quantity_handled, l.quantity_to_invoice, l.quantity_invoiced, l.applies_to_entry_no, l.dimension_set_id,
                l.id, l.version, l.changed_by, l.changed_at, l.raw_input::text
            FROM document_line l LEFT JOIN item i ON i.id = l.item_id JOIN item_variant v ON v.id = l.variant_id
            WHERE l.document_header_id = ? ORDER BY l.line_no""";
    private static final String INSERT = """
            INSERT INTO document_header (kind, no, posting_date, document_date, vat_date, due_date, location_id, to_location_id,
                in_transit_location_id, transfer_route, shipment_date, receipt_date, shipping_time, external_document_no, assigned_user,
                ship_complete, dimension_set_id, shipment_method_id, changed_by)
            SELECT 'TRANSFER_ORDER', ?, d.day, d.day, d.day, d.day, f.id, t.id, m.id, ?::transfer_route_kind, ?, ?, ?, ?, ?, ?, ?,
                (SELECT id FROM shipment_method WHERE code = ?), ?
            FROM (SELECT ?::date AS day) d, location f, location t, location m WHERE f.code = ? AND t.code = ? AND m.code = ?
            RETURNING id""";
    private static final String UPDATE = """
            UPDATE document_header h SET posting_date = d.day, document_date = d.day, vat_date = d.day, due_date = d.day, location_id = f.id,
                to_location_id = t.id, in_transit_location_id = m.id, transfer_route = ?::transfer_route_kind, shipment_date = ?,
                receipt_date = ?, shipping_time = ?, external_document_no = ?, assigned_user = ?, ship_complete = ?, dimension_set_id = ?,
                shipment_method_id = (SELECT id FROM shipment_method WHERE code = ?), changed_by = ?, changed_at = now(), version = h.version + 1, status = ?::document_status
            FROM (SELECT ?::date AS day) d, location f, location t, location m
            WHERE f.code = ? AND t.code = ? AND m.code = ? AND h.id = ?""";
    private static final String INSERT_LINE = """
            INSERT INTO document_line (document_header_id, line_no, line_type, item_id, variant_id, description, unit_of_measure_code,
                quantity_per_unit, quantity, quantity_to_handle, quantity_handled, quantity_to_invoice, quantity_invoiced, applies_to_entry_no,
                dimension_set_id, location_id, raw_input)
            SELECT ?, ?, CASE WHEN i.id IS NULL THEN 'TEXT' ELSE 'ITEM' END::document_line_type, i.id,
                coalesce((SELECT v.id FROM item_variant v WHERE v.item_id = i.id AND v.code = ?), 0), ?, ?, ?, ?, ?, ?, ?, ?,
                ?::bigint, ?, (SELECT id FROM location WHERE code = ?), ?::jsonb FROM (SELECT ?::text AS no) typed LEFT JOIN item i ON i.no = typed.no
            ON CONFLICT (document_header_id, line_no) DO UPDATE SET (raw_input, line_type, item_id, variant_id, description, unit_of_measure_code, quantity_per_unit, quantity,
                quantity_to_handle, quantity_handled, quantity_to_invoice, quantity_invoiced, applies_to_entry_no, dimension_set_id, location_id)
                = ROW (excluded.raw_input, excluded.line_type, excluded.item_id, excluded.variant_id, excluded.description, excluded.unit_of_measure_code, excluded.quantity_per_unit,
                excluded.quantity, excluded.quantity_to_handle, excluded.quantity_handled, excluded.quantity_to_invoice, excluded.quantity_invoiced,
                excluded.applies_to_entry_no, excluded.dimension_set_id, excluded.location_id)""";
    private static final String REMOVE_OTHERS = "DELETE FROM document_line WHERE document_header_id = ? AND line_no <> ALL (?::integer[])";
    private static final String PROGRESS = """
            UPDATE document_line SET quantity_to_handle = ?, quantity_handled = ?, quantity_to_invoice = ?, quantity_invoiced = ?
            WHERE document_header_id = ? AND line_no = ?""";
    private static final String RAISE_VERSION =
            "UPDATE document_header SET version = version + 1, posting_date = ?, status = ?::document_status, changed_by = ?, changed_at = now() WHERE id = ?";
    private static final String POSTED = """
            INSERT INTO posted_document (document_type, no, document_kind, document_no, posting_date, document_date, vat_date, due_date,
                location_id, to_location_id, in_transit_location_id, transfer_route, shipment_date, receipt_date, external_document_no,
                shipment_method_id, dimension_set_id, item_register_no, posted_by)
            SELECT ?::document_type, ?, kind, no, d.day, d.day, d.day, d.day, location_id, to_location_id,
                in_transit_location_id, transfer_route, shipment_date, receipt_date, external_document_no, shipment_method_id, dimension_set_id,
                nullif(?, 0::bigint), ? FROM document_header, (SELECT ?::date AS day) d
            WHERE document_header.id = ? RETURNING id""";
    private static final String POSTED_LINE = """
            INSERT INTO posted_document_line (posted_document_id, line_no, order_line_no, line_type, item_id, variant_id, description,
                location_id, unit_of_measure_code, quantity_per_unit, quantity, posted_quantity, dimension_set_id)
            SELECT ?, line_no, line_no, line_type, item_id, variant_id, description, location_id, unit_of_measure_code, quantity_per_unit,
                quantity, ?, dimension_set_id FROM document_line WHERE document_header_id = ? AND line_no = ? RETURNING id""";
    private static final String ENTRY = """
            INSERT INTO posted_document_line_entry (posted_document_line_id, item_id, item_ledger_entry_no)
            SELECT id, item_id, ? FROM posted_document_line WHERE id = ?""";

    private final DSLContext dsl;
    private final ItemCards cards;

    TransferOrdersInPostgres(DSLContext dsl, ItemCards cards) {
        this.dsl = dsl;
        this.cards = cards;
    }

    @Override
    public Optional<StoredTransfer> find(DocumentNo no) {
        return dsl.resultQuery(FIND, no.code()).fetchOptional(this::stored);
    }

    @Override
    public Map<LineNo, Map<String, RawInput>> rawInput(DocumentNo no) {
        return dsl.resultQuery("""
                        SELECT l.line_no, l.raw_input::text FROM document_line l JOIN document_header h ON h.id = l.document_header_id
                        WHERE h.kind = 'TRANSFER_ORDER' AND h.no = ? AND l.raw_input <> '{}'""", no.code())
                .fetchMap(row -> new LineNo(row.get(0, Integer.class)), row -> RawInput.read(row.get(1, String.class)));
    }

    @Override
    public Optional<LineAddress> ofLine(long line) {
        return dsl.resultQuery("""
                        SELECT h.no, l.line_no FROM document_line l JOIN document_header h ON h.id = l.document_header_id
                        WHERE l.id = ? AND h.kind = 'TRANSFER_ORDER'""", line)
                .fetchOptional(row -> new LineAddress(new DocumentNo(row.get(0, String.class)), new LineNo(row.get(1, Integer.class))));
    }

    @Override
    public Optional<StoredTransfer> lock(DocumentNo no) {
        return dsl.fetch(LOCK, no.code()).isEmpty() ? Optional.empty() : find(no);
    }

    private StoredTransfer stored(Record row) {
        var id = row.get(0, Long.class);
        var header = new TransferHeader(
                new DocumentNo(row.get(3, String.class)), new LocationCode(row.get(4, String.class)), new LocationCode(row.get(5, String.class)),
                route(row), row.get(8, LocalDate.class));
        var marks = new HashMap<LineNo, LineMark>();
        var lines = dsl.resultQuery(LINES, id).fetch(line -> {
            marks.put(new LineNo(line.get(0, Integer.class)), new LineMark(line.get(13, Long.class), line.get(14, Integer.class), line.get(15, String.class),
                    line.get(16, OffsetDateTime.class).toInstant(), Optional.empty(), RawInput.read(line.get(17, String.class))));
            return line(line);
        });
        return new StoredTransfer(
                id, row.get(1, Integer.class), DocumentStatus.valueOf(row.get(2, String.class)), new TransferOrder(header, lines), particulars(row), marks);
    }

    private static TransferParticulars particulars(Record row) {
        return new TransferParticulars(
                new TransferDates(row.get(9, LocalDate.class), row.get(10, LocalDate.class)),
                DateFormula.read(row.get(11, String.class)).orElse(DateFormula.BLANK), row.get(12, String.class), row.get(13, String.class),
                row.get(16, String.class), row.get(14, Boolean.class), new DimensionSetId(row.get(15, Long.class)));
    }

    private static TransferRoute route(Record row) {
        return switch (row.get(6, String.class)) {
            case "DIRECT_IN_ONE_STEP" -> new TransferRoute.DirectInOneStep();
            case "DIRECT_IN_TWO_STEPS" -> new TransferRoute.DirectInTwoSteps();
            default -> new TransferRoute.InTransit(new LocationCode(row.get(7, String.class)));
        };
    }

    private static TransferLine line(Record row) {
        return new TransferLine(
                new LineNo(row.get(0, Integer.class)), new ItemNo(row.get(1, String.class)), new VariantCode(row.get(2, String.class)),
                row.get(3, String.class), new UnitUsed(new UnitCode(row.get(4, String.class)), new UnitFactor(row.get(5, BigDecimal.class))),
                quantity(row, 6), new TransferProgress(quantity(row, 7), quantity(row, 8), quantity(row, 9), quantity(row, 10)),
                Optional.ofNullable(row.get(11, Long.class))
                        .<FixedApplication>map(entry -> new FixedApplication.ToEntry(new ItemLedgerEntryNo(entry)))
                        .orElse(FixedApplication.AUTOMATIC),
                List.of(), new DimensionSetId(row.get(12, Long.class)));
    }

    private static UnitQuantity quantity(Record row, int column) {
        return UnitQuantity.of(row.get(column, BigDecimal.class));
    }

    @Override
    public StoredTransfer create(StoredTransfer order, String user) {
        var header = order.order().header();
        var more = order.particulars();
        var id = dsl.resultQuery(INSERT, header.no().code(), kind(header.route()), more.dates().shipment(), more.dates().receipt(), more.shippingTime().text(),
                        more.reference(), more.assignedUser(), more.complete(), more.dimensions().value(), more.shipmentMethod(), user, header.posting(), header.from().code(),
                        header.to().code(), between(header.route()))
                .fetchSingle().get(0, Long.class);
        write(id, order);
        return find(header.no()).orElseThrow();
    }

    private static String kind(TransferRoute route) {
        return switch (route) {
            case TransferRoute.InTransit _ -> "IN_TRANSIT";
            case TransferRoute.DirectInTwoSteps _ -> "DIRECT_IN_TWO_STEPS";
            case TransferRoute.DirectInOneStep _ -> "DIRECT_IN_ONE_STEP";
        };
    }

    private static String between(TransferRoute route) {
        return route instanceof TransferRoute.InTransit transit ? transit.location().code() : "";
    }

    @Override
    public StoredTransfer save(StoredTransfer order, String user) {
        var header = order.order().header();
        var more = order.particulars();
        dsl.execute(UPDATE, kind(header.route()), more.dates().shipment(), more.dates().receipt(), more.shippingTime().text(), more.reference(),
                more.assignedUser(), more.complete(), more.dimensions().value(), more.shipmentMethod(), user, order.status().name(), header.posting(), header.from().code(),
                header.to().code(), between(header.route()), order.id());
        dsl.execute(REMOVE_OTHERS, order.id(), order.order().lines().stream().map(line -> line.no().value()).toArray(Integer[]::new));
        write(order.id(), order);
        return find(header.no()).orElseThrow();
    }

    private void write(long id, StoredTransfer stored) {
        var order = stored.order();
        if (order.lines().isEmpty()) {
            return;
        }
        var batch = dsl.batch(INSERT_LINE);
        for (var line : order.lines()) {
            var progress = line.progress();
            batch = batch.bind(id, line.no().value(), line.variant().code(), line.description(), line.unit().code().code(),
                    line.unit().factor().value(), line.quantity().value(), progress.toShip().value(), progress.shipped().value(),
                    progress.toReceive().value(), progress.received().value(),
                    line.application() instanceof FixedApplication.ToEntry to ? to.entry().value() : null, line.dimensions().value(),
                    order.header().from().code(), RawInput.write(stored.mark(line.no()).map(LineMark::raw).orElse(Map.of())), line.item().code());
        }
        batch.execute();
    }

    @Override
    public void delete(StoredTransfer order) {
        dsl.execute("DELETE FROM document_header WHERE id = ?", order.id());
    }

    @Override
    public List<DocumentNo> postedOf(DocumentNo order) {
        return dsl.resultQuery("SELECT no FROM posted_document WHERE document_kind = 'TRANSFER_ORDER' AND document_no = ? ORDER BY id", order.code())
                .fetch(row -> new DocumentNo(row.get(0, String.class)));
    }

    @Override
    public void choose(StoredTransfer order, String user) {
        progress(order.id(), order.order().lines());
        dsl.execute(RAISE_VERSION, order.order().header().posting(), order.status().name(), user, order.id());
    }

    private void progress(long id, List<TransferLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var batch = dsl.batch(PROGRESS);
        for (var line : lines) {
            var progress = line.progress();
            batch = batch.bind(progress.toShip().value(), progress.shipped().value(), progress.toReceive().value(), progress.received().value(), id,
                    line.no().value());
        }
        batch.execute();
    }

    @Override
    public Map<ItemNo, ItemCard> items(Collection<ItemNo> items) {
        return cards.read(items, ItemCard.Blocking.NONE);
    }

    @Override
    public void keep(Posted posted) {
        posted.plan().documents().forEach(document -> write(posted, document));
        var before = posted.before();
        if (posted.plan().after().isComplete()) {
            dsl.execute("DELETE FROM document_header WHERE id = ?", before.id());
        } else {
            progress(before.id(), posted.plan().after().lines());
            dsl.execute(RAISE_VERSION, before.order().header().posting(), "RELEASED", posted.user(), before.id());
        }
    }

    private void write(Posted posted, PostedTransfer document) {
        var id = dsl.resultQuery(POSTED, document.type().name(), document.no().code(), posted.itemRegister(), posted.user(),
                posted.before().order().header().posting(), posted.before().id()).fetchSingle().get(0, Long.class);
        for (var line : document.lines()) {
            var written = dsl.resultQuery(POSTED_LINE, id, line.quantity().value(), posted.before().id(), line.source().no().value())
                    .fetchSingle().get(0, Long.class);
            for (var position : line.postings()) {
                posted.entries().get(position).entries().forEach(entry -> dsl.execute(ENTRY, entry.value(), written));
            }
        }
    }
}
