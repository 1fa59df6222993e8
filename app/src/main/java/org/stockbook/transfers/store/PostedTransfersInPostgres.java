package org.stockbook.transfers.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.ItemCards;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.LotNo;
import org.stockbook.kernel.code.OrderNo;
import org.stockbook.kernel.code.PackageNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.transfer.ShippedLine;
import org.stockbook.kernel.documents.transfer.UndoShipment.Correction;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.OrderType;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.origin.PartnerType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.transfers.PostedTransferDocument;
import org.stockbook.transfers.PostedTransfers;

/** Posted transfers, read in three queries whatever their size, and taken back. */
@Repository
class PostedTransfersInPostgres implements PostedTransfers {
    private static final String HEADER = """
            SELECT d.id, d.document_no, f.code, m.code, t.code, d.posting_date, d.external_document_no, coalesce(d.item_register_no, 0), d.posted_by, d.posted_at,
                coalesce(sm.code, '')
            FROM posted_document d JOIN location f ON f.id = d.location_id JOIN location t ON t.id = d.to_location_id
            JOIN location m ON m.id = d.in_transit_location_id LEFT JOIN shipment_method sm ON sm.id = d.shipment_method_id
            WHERE d.document_type = ?::document_type AND d.no = ?""";
    private static final String LINES = """
            SELECT l.id, l.line_no, l.order_line_no, i.no, v.code, l.description, l.unit_of_measure_code, l.posted_quantity,
                l.corrected OR l.corrects_line_id IS NOT NULL
            FROM posted_document_line l JOIN item i ON i.id = l.item_id JOIN item_variant v ON v.id = l.variant_id
            WHERE l.posted_document_id = ? ORDER BY l.line_no""";
    private static final String ENTRIES = """
            SELECT e.posted_document_line_id, e.item_ledger_entry_no FROM posted_document_line_entry e
            JOIN posted_document_line l ON l.id = e.posted_document_line_id WHERE l.posted_document_id = ? ORDER BY e.item_ledger_entry_no""";

    private static final String LOCK_ORDER = """
            SELECT h.id FROM document_header h JOIN posted_document d ON d.document_kind = h.kind AND d.document_no = h.no
            WHERE d.document_type = ?::document_type AND d.no = ? FOR UPDATE OF h""";
    private static final String SHIPPED = """
            SELECT l.id, i.no AS item, v.code AS variant, f.code AS from_code, m.code AS between_code, d.posting_date, l.unit_of_measure_code,
                l.quantity_per_unit, l.posted_quantity, l.corrected OR l.corrects_line_id IS NOT NULL AS corrected, d.document_no, l.order_line_no,
                l.dimension_set_id, l.description, CASE WHEN EXISTS (SELECT FROM posted_document_line o WHERE o.posted_document_id = d.id
                    AND o.line_no = l.line_no + 5000) THEN l.line_no + 1 ELSE l.line_no + 5000 END AS correction
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id JOIN item i ON i.id = l.item_id
            JOIN item_variant v ON v.id = l.variant_id JOIN location f ON f.id = d.location_id JOIN location m ON m.id = d.in_transit_location_id
            WHERE d.document_type = ?::document_type AND d.no = ? AND l.line_no = ? FOR UPDATE OF l""";
    private static final String LAYERS = """
            SELECT e.entry_no, e.serial_no, e.lot_no, e.package_no, e.quantity, e.remaining_quantity FROM posted_document_line_entry pe
            JOIN item_ledger_entry e ON e.item_id = pe.item_id AND e.entry_no = pe.item_ledger_entry_no
            WHERE pe.posted_document_line_id = ? AND e.quantity > 0 ORDER BY e.entry_no""";
    private static final String CORRECT = """
            INSERT INTO posted_document_line (posted_document_id, line_no, posted_quantity, corrects_line_id, corrected, order_line_no, line_type, item_id,
                variant_id, description, location_id, unit_of_measure_code, quantity_per_unit, quantity, dimension_set_id)
            SELECT l.posted_document_id, ?, -l.posted_quantity, l.id, true, l.order_line_no, l.line_type, l.item_id, l.variant_id, l.description, l.location_id,
                l.unit_of_measure_code, l.quantity_per_unit, l.quantity, l.dimension_set_id
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id
            WHERE d.document_type = ?::document_type AND d.no = ? AND l.line_no = ? RETURNING id, corrects_line_id""";
    private static final String CORRECTED = "UPDATE posted_document_line SET corrected = true WHERE id = ?";
    private static final String ENTRY = """
            INSERT INTO posted_document_line_entry (posted_document_line_id, item_id, item_ledger_entry_no)
            SELECT id, item_id, ? FROM posted_document_line WHERE id = ?""";
    /** To receive and received stand where other documents have to invoice and invoiced. */
    private static final String GIVE_BACK = """
            UPDATE document_line o SET quantity_handled = o.quantity_handled - l.posted_quantity,
                quantity_to_handle = o.quantity - o.quantity_handled + l.posted_quantity,
                quantity_to_invoice = CASE h.transfer_route WHEN 'IN_TRANSIT' THEN o.quantity_handled - l.posted_quantity - o.quantity_invoiced
                    ELSE o.quantity - o.quantity_handled + l.posted_quantity END
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id JOIN document_header h
                ON h.kind = d.document_kind AND h.no = d.document_no
            WHERE l.id = ? AND o.document_header_id = h.id AND o.line_no = l.order_line_no""";
    private static final String RAISE_VERSION = """
            UPDATE document_header h SET version = version + 1, changed_by = ?, changed_at = now() FROM posted_document d
            WHERE h.kind = d.document_kind AND h.no = d.document_no AND d.document_type = ?::document_type AND d.no = ?""";

    private final DSLContext dsl;
    private final ItemCards cards;

    PostedTransfersInPostgres(DSLContext dsl, ItemCards cards) {
        this.dsl = dsl;
        this.cards = cards;
    }

    @Override
    public Optional<PostedTransferDocument> find(DocumentType type, DocumentNo no) {
        return dsl.resultQuery(HEADER, type.name(), no.code()).fetchOptional(row -> new PostedTransferDocument(
                row.get(0, Long.class), type, no, new DocumentNo(row.get(1, String.class)),
                new PostedTransferDocument.Way(
                        new LocationCode(row.get(2, String.class)), new LocationCode(row.get(3, String.class)), new LocationCode(row.get(4, String.class))),
                row.get(5, LocalDate.class),
                new PostedTransferDocument.Trail(
                        row.get(6, String.class), row.get(10, String.class), row.get(7, Long.class), row.get(8, String.class), row.get(9, OffsetDateTime.class).toInstant()),
                lines(row.get(0, Long.class))));
    }

    private List<PostedTransferDocument.Line> lines(long document) {
        var entries = new HashMap<Long, List<ItemLedgerEntryNo>>();
        dsl.fetch(ENTRIES, document).forEach(row -> entries.computeIfAbsent(row.get(0, Long.class), _ -> new ArrayList<>()).add(new ItemLedgerEntryNo(row.get(1, Long.class))));
        return dsl.resultQuery(LINES, document).fetch(row -> new PostedTransferDocument.Line(
                row.get(0, Long.class), new LineNo(row.get(1, Integer.class)), row.get(2, Integer.class), new ItemNo(row.get(3, String.class)), new VariantCode(row.get(4, String.class)),
                row.get(5, String.class), new UnitCode(row.get(6, String.class)), UnitQuantity.of(row.get(7, BigDecimal.class)), row.get(8, Boolean.class),
                entries.getOrDefault(row.get(0, Long.class), List.of())));
    }

    @Override
    public List<ShippedLine> lockForUndo(List<PostedLineKey> lines) {
        var rows = new ArrayList<Map.Entry<PostedLineKey, Record>>();
        for (var key : lines.stream().distinct().sorted().toList()) {
            dsl.fetch(LOCK_ORDER, key.type().name(), key.document().code());
            dsl.resultQuery(SHIPPED, key.type().name(), key.document().code(), key.line().value()).fetchOptional().ifPresent(row -> rows.add(Map.entry(key, row)));
        }
        var known = cards.read(rows.stream().map(row -> new ItemNo(row.getValue().get("item", String.class))).toList(), ItemCard.Blocking.NONE);
        return rows.stream().map(row -> shipped(row.getKey(), row.getValue(), known)).toList();
    }

    private ShippedLine shipped(PostedLineKey key, Record row, Map<ItemNo, ItemCard> known) {
        var item = new ItemNo(row.get("item", String.class));
        var card = Optional.ofNullable(known.get(item)).orElseThrow();
        var variant = new VariantCode(row.get("variant", String.class));
        var between = new Place(variant, new LocationCode(row.get("between_code", String.class)));
        return new ShippedLine(
                key, item, new Place(variant, new LocationCode(row.get("from_code", String.class))), between, row.get("posting_date", LocalDate.class),
                new UnitUsed(new UnitCode(row.get("unit_of_measure_code", String.class)), new UnitFactor(row.get("quantity_per_unit", BigDecimal.class))),
                UnitQuantity.of(row.get("posted_quantity", BigDecimal.class)), row.get("corrected", Boolean.class), new LineNo(row.get("correction", Integer.class)),
                card.stockkeepingUnits().getOrDefault(between, card.cost()).unitCost(),
                new PostingGroups(card.inventory(), BusinessGroup.BLANK, card.product()), origin(key, row),
                dsl.fetch(LAYERS, row.get("id", Long.class)).map(PostedTransfersInPostgres::layer));
    }

    private static ShippedLine.Layer layer(Record row) {
        return new ShippedLine.Layer(
                new ItemLedgerEntryNo(row.get(0, Long.class)),
                new Tracking(new SerialNo(row.get(1, String.class)), new LotNo(row.get(2, String.class)), new PackageNo(row.get(3, String.class))),
                Quantity.of(row.get(4, BigDecimal.class)), Quantity.of(row.get(5, BigDecimal.class)));
    }

    private static Origin origin(PostedLineKey key, Record row) {
        return new Origin(
                key.type(), key.document(), key.line().value(), "", row.get("posting_date", LocalDate.class), PartnerType.NONE, PartnerNo.BLANK,
                new OrderLine(OrderType.TRANSFER, new OrderNo(row.get("document_no", String.class)), row.get("order_line_no", Integer.class)),
                new DimensionSetId(row.get("dimension_set_id", Long.class)), row.get("description", String.class), new SourceCode("TRANSFER"), ReasonCode.BLANK,
                JournalBatchName.BLANK);
    }

    @Override
    public void keep(List<Correction> corrections, List<PostedLine> entries, String user) {
        for (var correction : corrections) {
            var key = correction.line().key();
            var written = dsl.fetchSingle(CORRECT, correction.line().correction().value(), key.type().name(), key.document().code(), key.line().value());
            for (var position : correction.postings()) {
                entries.get(position).entries().forEach(entry -> dsl.execute(ENTRY, entry.value(), written.get(0, Long.class)));
            }
            dsl.execute(CORRECTED, written.get(1, Long.class));
            dsl.execute(GIVE_BACK, written.get(1, Long.class));
            dsl.execute(RAISE_VERSION, user, key.type().name(), key.document().code());
        }
    }
}
