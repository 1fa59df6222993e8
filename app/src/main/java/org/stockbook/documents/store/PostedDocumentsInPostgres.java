package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.posted.PostedDocument;
import org.stockbook.documents.posted.PostedDocuments;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;

/** Posted documents, read in three queries whatever their size. */
@Repository
class PostedDocumentsInPostgres implements PostedDocuments {
    private static final String HEADER = """
            SELECT h.id, h.no, h.document_kind::text AS document_kind, h.document_no, h.posted_by, h.posted_at,
                coalesce(h.item_register_no, 0) AS item_register_no, coalesce(h.gl_register_no, 0) AS gl_register_no,
                coalesce((SELECT o.no FROM posted_document o WHERE o.id = h.cancels_posted_document_id), '') AS cancels,
                coalesce((SELECT o.no FROM posted_document o WHERE o.cancels_posted_document_id = h.id), '') AS cancelled_by,\s"""
            + HeaderRows.COLUMNS + " FROM posted_document h " + HeaderRows.JOINS + " WHERE h.document_type = ?::document_type AND h.no = ?";

    private static final String LINES = "SELECT l.id, l.order_line_no, l.posted_quantity, l.quantity_invoiced, l.net_amount, l.vat_amount, l.ordered_item_no, l.ordered_variant_code,"
            + " l.corrected OR l.corrects_line_id IS NOT NULL AS corrected, " + LineRows.COLUMNS + " FROM posted_document_line l "
            + LineRows.JOINS + " WHERE l.posted_document_id = ? ORDER BY l.line_no";

    private static final String ENTRIES = """
            SELECT e.posted_document_line_id, e.item_ledger_entry_no FROM posted_document_line_entry e
            JOIN posted_document_line l ON l.id = e.posted_document_line_id WHERE l.posted_document_id = ? ORDER BY e.item_ledger_entry_no""";

    private final DSLContext dsl;

    PostedDocumentsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Optional<PostedDocument> find(DocumentType type, DocumentNo no) {
        return dsl.resultQuery(HEADER, type.name(), no.code()).fetchOptional().map(row -> document(type, row));
    }

    private PostedDocument document(DocumentType type, Record row) {
        var id = row.get("id", Long.class);
        var side = type.name().startsWith("PURCHASE") ? TradeSide.PURCHASE : TradeSide.SALES;
        var trail = new PostedDocument.Trail(
                row.get("item_register_no", Long.class), row.get("gl_register_no", Long.class), row.get("posted_by", String.class),
                row.get("posted_at", OffsetDateTime.class).toInstant(), row.get("cancels", String.class), row.get("cancelled_by", String.class));
        var from = new DocumentKey(
                side, DocumentKind.valueOf(row.get("document_kind", String.class).substring(side.name().length() + 1)),
                new DocumentNo(row.get("document_no", String.class)));
        return new PostedDocument(
                id, type, HeaderRows.header(side, kindOf(type), row), new LocationCode(row.get("location", String.class)),
                ParticularRows.read(row), from, trail, lines(id));
    }

    private static DocumentKind kindOf(DocumentType type) {
        var name = type.name();
        if (name.endsWith("INVOICE")) {
            return DocumentKind.INVOICE;
        }
        if (name.endsWith("CREDIT_MEMO")) {
            return DocumentKind.CREDIT_MEMO;
        }
        return name.contains("RETURN") ? DocumentKind.RETURN_ORDER : DocumentKind.ORDER;
    }

    private List<PostedDocument.Line> lines(long document) {
        var entries = entries(document);
        return dsl.resultQuery(LINES, document).fetch(row -> new PostedDocument.Line(
                row.get("id", Long.class),
                LineRows.line(row, LineProgress.fresh(quantity(row, "posted_quantity")), LineSource.OWN),
                row.get("order_line_no", Integer.class),
                quantity(row, "posted_quantity"),
                quantity(row, "quantity_invoiced"),
                Money.of(row.get("net_amount", BigDecimal.class)),
                Money.of(row.get("vat_amount", BigDecimal.class)),
                row.get("corrected", Boolean.class),
                Optional.of(row.get("ordered_item_no", String.class)).filter(item -> !item.isEmpty())
                        .map(item -> new LineSubject.OfItem(new ItemNo(item), new VariantCode(row.get("ordered_variant_code", String.class)))),
                entries.getOrDefault(row.get("id", Long.class), List.of())));
    }

    private Map<Long, List<ItemLedgerEntryNo>> entries(long document) {
        var entries = new HashMap<Long, List<ItemLedgerEntryNo>>();
        dsl.fetch(ENTRIES, document).forEach(row -> entries
                .computeIfAbsent(row.get(0, Long.class), _ -> new ArrayList<>())
                .add(new ItemLedgerEntryNo(row.get(1, Long.class))));
        return entries;
    }

    private static UnitQuantity quantity(Record row, String column) {
        return UnitQuantity.of(row.get(column, BigDecimal.class));
    }
}
