package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.LineMark;
import org.stockbook.documents.RawInput;
import org.stockbook.documents.StoredDocument;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineCosts;
import org.stockbook.kernel.documents.LinePrice;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.ResourceNo;
import org.stockbook.kernel.documents.ReturnReason;
import org.stockbook.kernel.documents.Surplus;
import org.stockbook.kernel.documents.TrackedPart;
import org.stockbook.kernel.documents.VatCalculation;
import org.stockbook.kernel.documents.VatTerms;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Price;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.origin.ReturnReasonCode;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;

/** What a line is about and was agreed on: the same columns on open and on posted documents. */
final class LineRows {
    /** From an alias l of either table. */
    static final String COLUMNS = """
            l.line_no, l.line_type::text AS line_type, i.no AS item, iv.code AS variant, ic.no AS charge, a.no AS account, l.resource_no,
            l.description, lo.code AS location, l.unit_of_measure_code, l.quantity_per_unit, l.quantity, l.unit_price,
            l.line_discount_percentage, l.allow_invoice_discount, l.invoice_discount_amount, l.unit_cost, l.indirect_cost_percentage,
            l.overhead_rate, pg.code AS product, vp.code AS vat_product, l.vat_identifier, l.vat_calculation::text AS vat_calculation,
            l.vat_percentage, l.applies_to_entry_no, l.applies_from_entry_no, l.dimension_set_id,
            coalesce(rr.code, '') AS return_reason, coalesce(rr.inventory_value_zero, false) AS without_value""";
    static final String JOINS = """
            LEFT JOIN item i ON i.id = l.item_id JOIN item_variant iv ON iv.id = l.variant_id
            LEFT JOIN item_charge ic ON ic.id = l.item_charge_id LEFT JOIN gl_account a ON a.id = l.gl_account_id
            JOIN location lo ON lo.id = l.location_id JOIN general_product_group pg ON pg.id = l.general_product_group_id
            JOIN vat_product_group vp ON vp.id = l.vat_product_group_id LEFT JOIN return_reason rr ON rr.id = l.return_reason_id""";

    private static final String FIND = "SELECT " + COLUMNS + """
            , l.quantity_to_handle, l.quantity_handled, l.quantity_to_invoice, l.quantity_invoiced, l.over_receipt_quantity, l.over_received_quantity,
            pd.document_type::text AS source_type, pd.no AS source_no, pl.line_no AS source_line, l.id AS line_id, l.version, l.changed_by, l.changed_at,
            oi.no AS ordered_item, ov.code AS ordered_variant, l.raw_input::text AS raw_input
            FROM document_line l
            """ + JOINS + """

            LEFT JOIN item oi ON oi.id = l.ordered_item_id LEFT JOIN item_variant ov ON ov.id = l.ordered_variant_id
            LEFT JOIN document_line_link k ON k.document_line_id = l.id AND k.link_kind = 'TAKEN_FROM'
            LEFT JOIN posted_document_line pl ON pl.id = k.posted_document_line_id LEFT JOIN posted_document pd ON pd.id = pl.posted_document_id
            WHERE l.document_header_id = (SELECT id FROM document_header WHERE kind = ?::document_kind AND no = ?)""";
    private static final String SOME = " AND l.line_no = ANY (?::integer[])";
    private static final String ORDER = " ORDER BY l.line_no";

    /** What was agreed on a line, in both tables. */
    static final String NAMES = """
            line_type, item_id, variant_id, item_charge_id, gl_account_id, resource_no, description, location_id, unit_of_measure_code,
            quantity_per_unit, quantity, unit_price, line_discount_percentage, allow_invoice_discount, invoice_discount_amount, unit_cost,
            indirect_cost_percentage, overhead_rate, general_product_group_id, vat_product_group_id, vat_identifier, vat_calculation,
            vat_percentage, applies_to_entry_no, applies_from_entry_no, dimension_set_id, return_reason_id""";
    private static final String PLACES = """
            ?::document_line_type, (SELECT id FROM item WHERE no = ?),
            coalesce((SELECT v.id FROM item_variant v JOIN item i ON i.id = v.item_id WHERE i.no = ? AND v.code = ?), 0),
            (SELECT id FROM item_charge WHERE no = ?), (SELECT id FROM gl_account WHERE no = ?), ?, ?,
            (SELECT id FROM location WHERE code = ?), ?, ?, ?, ?, ?, ?, ?, ?::numeric, ?, ?,
            (SELECT id FROM general_product_group WHERE code = ?), (SELECT id FROM vat_product_group WHERE code = ?), ?,
            ?::vat_calculation_type, ?, ?::bigint, ?::bigint, ?, (SELECT id FROM return_reason WHERE code = ?)""";

    private static final String PROGRESSED =
            "quantity_to_handle, quantity_handled, quantity_to_invoice, quantity_invoiced, over_receipt_quantity, over_received_quantity";

    private static final String ORDERED = "raw_input, ordered_item_id, ordered_variant_id";
    private static final String ORDERED_PLACES = """
            ?::jsonb, (SELECT id FROM item WHERE no = ?), (SELECT v.id FROM item_variant v JOIN item i ON i.id = v.item_id WHERE i.no = ? AND v.code = ?)""";

    private static final String UPSERT = "INSERT INTO document_line (document_header_id, line_no, " + PROGRESSED + ", " + ORDERED + ", " + NAMES
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, " + ORDERED_PLACES + ", " + PLACES + ") ON CONFLICT (document_header_id, line_no) DO UPDATE SET (" + PROGRESSED + ", " + ORDERED + ", " + NAMES
            + ") = ROW (" + PROGRESSED.replaceAll("(\\w+)", "excluded.$1") + ", " + ORDERED.replaceAll("(\\w+)", "excluded.$1") + ", " + NAMES.replaceAll("(\\w+)", "excluded.$1") + ")";

    private static final String PROGRESS = """
            UPDATE document_line l SET quantity_to_handle = r.to_handle, quantity_handled = r.handled, quantity_to_invoice = r.to_invoice,
                quantity_invoiced = r.invoiced, over_receipt_quantity = r.surplus, over_received_quantity = r.received
            FROM unnest(?::integer[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[])
                AS r (line_no, to_handle, handled, to_invoice, invoiced, surplus, received)
            WHERE l.document_header_id = ? AND l.line_no = r.line_no""";

    private static final String LINK = """
            INSERT INTO document_line_link (document_line_id, link_kind, posted_document_line_id)
            SELECT l.id, 'TAKEN_FROM', pl.id FROM document_line l, posted_document_line pl JOIN posted_document pd ON pd.id = pl.posted_document_id
            WHERE l.document_header_id = ? AND l.line_no = ? AND pd.document_type = ?::document_type AND pd.no = ? AND pl.line_no = ?
            ON CONFLICT DO NOTHING""";

    private LineRows() {}

    /** The lines of a document, each with its mark. */
    record Found(List<DocumentLine> lines, Map<LineNo, LineMark> marks) {

        /** Among the lines of a document that were not read again. */
        Found in(StoredDocument document) {
            var read = lines.stream().collect(Collectors.toMap(DocumentLine::no, Function.identity()));
            var all = document.document().lines().stream().map(line -> read.getOrDefault(line.no(), line)).toList();
            var known = new HashMap<LineNo, LineMark>();
            all.forEach(line -> Optional.ofNullable(marks.get(line.no())).or(() -> document.mark(line.no())).ifPresent(mark -> known.put(line.no(), mark)));
            return new Found(all, known);
        }
    }

    static void ask(RoundTrip trip, DocumentKey key, Consumer<List<Record>> found) {
        trip.records(FIND + ORDER, found, key.purpose(), key.no().code());
    }

    static void ask(RoundTrip trip, DocumentKey key, Set<LineNo> lines, Consumer<List<Record>> found) {
        trip.records(FIND + SOME + ORDER, found, key.purpose(), key.no().code(), ArrayText.ofNumbers(List.copyOf(lines), LineNo::value));
    }

    static Found read(List<Record> rows, Map<LineNo, List<TrackedPart>> tracked) {
        var marks = new HashMap<LineNo, LineMark>();
        var lines = rows.stream().map(row -> {
            var line = line(row, progress(row), source(row));
            marks.put(line.no(), new LineMark(row.get("line_id", Long.class), row.get("version", Integer.class), row.get("changed_by", String.class),
                    row.get("changed_at", OffsetDateTime.class).toInstant(), ordered(row), RawInput.read(row.get("raw_input", String.class))));
            return line.withTracked(tracked.getOrDefault(line.no(), List.of()));
        }).toList();
        return new Found(lines, marks);
    }

    private static Optional<LineSubject.OfItem> ordered(Record row) {
        return Optional.ofNullable(row.get("ordered_item", String.class))
                .map(item -> new LineSubject.OfItem(new ItemNo(item), Optional.ofNullable(row.get("ordered_variant", String.class)).map(VariantCode::new).orElse(VariantCode.BLANK)));
    }

    /** The line as agreed, with the given progress and source. */
    static DocumentLine line(Record row, LineProgress progress, LineSource source) {
        return new DocumentLine(
                new LineNo(row.get("line_no", Integer.class)),
                subject(row),
                row.get("description", String.class),
                new LocationCode(row.get("location", String.class)),
                new UnitUsed(new UnitCode(row.get("unit_of_measure_code", String.class)), new UnitFactor(decimal(row, "quantity_per_unit"))),
                UnitQuantity.of(decimal(row, "quantity")),
                new LinePrice(
                        new Price(decimal(row, "unit_price")), new Percentage(decimal(row, "line_discount_percentage")),
                        row.get("allow_invoice_discount", Boolean.class), Money.of(decimal(row, "invoice_discount_amount"))),
                new LineCosts(
                        Optional.ofNullable(row.get("unit_cost", BigDecimal.class)).map(UnitCost::of),
                        new Percentage(decimal(row, "indirect_cost_percentage")), UnitCost.of(decimal(row, "overhead_rate"))),
                new ProductGroup(row.get("product", String.class)),
                new VatTerms(
                        new VatProductGroup(row.get("vat_product", String.class)),
                        new VatTerms.VatRateName(row.get("vat_identifier", String.class)),
                        VatCalculation.valueOf(row.get("vat_calculation", String.class)), new Percentage(decimal(row, "vat_percentage"))),
                progress,
                source,
                application(row),
                List.of(),
                new DimensionSetId(row.get("dimension_set_id", Long.class)),
                new ReturnReason(new ReturnReasonCode(row.get("return_reason", String.class)), row.get("without_value", Boolean.class)));
    }

    private static BigDecimal decimal(Record row, String column) {
        return row.get(column, BigDecimal.class);
    }

    private static UnitQuantity quantity(Record row, String column) {
        return UnitQuantity.of(decimal(row, column));
    }

    private static LineSubject subject(Record row) {
        return switch (row.get("line_type", String.class)) {
            case "ITEM" -> new LineSubject.OfItem(new ItemNo(row.get("item", String.class)), new VariantCode(row.get("variant", String.class)));
            case "ITEM_CHARGE" -> new LineSubject.OfCharge(new ItemChargeNo(row.get("charge", String.class)));
            case "GL_ACCOUNT" -> new LineSubject.OfAccount(new AccountNo(row.get("account", String.class)));
            case "RESOURCE" -> new LineSubject.OfResource(new ResourceNo(row.get("resource_no", String.class)));
            default -> new LineSubject.OfText();
        };
    }

    private static LineProgress progress(Record row) {
        return new LineProgress(
                quantity(row, "quantity_to_handle"), quantity(row, "quantity_handled"), quantity(row, "quantity_to_invoice"),
                quantity(row, "quantity_invoiced"),
                new Surplus(quantity(row, "over_receipt_quantity"), quantity(row, "over_received_quantity")));
    }

    private static LineSource source(Record row) {
        return Optional.ofNullable(row.get("source_type", String.class))
                .<LineSource>map(type -> new LineSource.Posted(new PostedLineKey(
                        DocumentType.valueOf(type), new DocumentNo(row.get("source_no", String.class)),
                        new LineNo(row.get("source_line", Integer.class)))))
                .orElse(LineSource.OWN);
    }

    private static FixedApplication application(Record row) {
        var to = row.get("applies_to_entry_no", Long.class);
        var from = row.get("applies_from_entry_no", Long.class);
        if (to != null) {
            return new FixedApplication.ToEntry(new ItemLedgerEntryNo(to));
        }
        return from == null ? FixedApplication.AUTOMATIC : new FixedApplication.FromEntry(new ItemLedgerEntryNo(from));
    }

    static void upsert(DSLContext dsl, long header, List<DocumentLine> lines, Map<LineNo, LineMark> marks) {
        if (lines.isEmpty()) {
            return;
        }
        var batch = dsl.batch(UPSERT);
        for (var line : lines) {
            var progress = line.progress();
            var ordered = Optional.ofNullable(marks.get(line.no())).flatMap(LineMark::ordered);
            var item = ordered.map(subject -> subject.item().code()).orElse("");
            batch = batch.bind(joined(List.of(header, line.no().value(), progress.toHandle().value(), progress.handled().value(),
                    progress.toInvoice().value(), progress.invoiced().value(), progress.surplus().open().value(), progress.surplus().received().value(),
                    RawInput.write(Optional.ofNullable(marks.get(line.no())).map(LineMark::raw).orElse(Map.of())), item, item, ordered.map(subject -> subject.variant().code()).orElse("")), line));
        }
        batch.execute();
        TrackedRows.write(dsl, header, lines);
        for (var line : lines) {
            if (line.source() instanceof LineSource.Posted posted) {
                var key = posted.line();
                dsl.execute(LINK, header, line.no().value(), key.type().name(), key.document().code(), key.line().value());
            }
        }
    }

    /** Only how far the lines have come. */
    static void progress(RoundTrip trip, long header, List<DocumentLine> lines) {
        trip.update(PROGRESS, ArrayText.ofNumbers(lines, line -> line.no().value()),
                quantities(lines, LineProgress::toHandle), quantities(lines, LineProgress::handled), quantities(lines, LineProgress::toInvoice),
                quantities(lines, LineProgress::invoiced), quantities(lines, progress -> progress.surplus().open()),
                quantities(lines, progress -> progress.surplus().received()), header);
    }

    private static ArrayText quantities(List<DocumentLine> lines, Function<LineProgress, UnitQuantity> quantity) {
        return ArrayText.ofTexts(lines, line -> quantity.apply(line.progress()).value().toPlainString());
    }

    private static @Nullable Object[] joined(List<? extends @Nullable Object> own, DocumentLine line) {
        var values = new ArrayList<@Nullable Object>(own);
        values.addAll(values(line));
        return values.toArray();
    }

    private static List<@Nullable Object> values(DocumentLine line) {
        var values = new ArrayList<@Nullable Object>();
        addSubject(values, line.subject());
        values.add(line.description());
        values.add(line.location().code());
        values.add(line.unit().code().code());
        values.add(line.unit().factor().value());
        values.add(line.quantity().value());
        values.add(line.price().unit().value());
        values.add(line.price().lineDiscount().value());
        values.add(line.price().allowInvoiceDiscount());
        values.add(line.price().invoiceDiscount().value());
        values.add(line.costs().unitCost().map(UnitCost::value).orElse(null));
        values.add(line.costs().indirectCost().value());
        values.add(line.costs().overheadRate().value());
        values.add(line.product().code());
        values.add(line.vat().product().code());
        values.add(line.vat().identifier().code());
        values.add(line.vat().calculation().name());
        values.add(line.vat().rate().value());
        values.add(line.application() instanceof FixedApplication.ToEntry to ? to.entry().value() : null);
        values.add(line.application() instanceof FixedApplication.FromEntry from ? from.entry().value() : null);
        values.add(line.dimensions().value());
        values.add(line.returnReason().code().code());
        return values;
    }

    private static void addSubject(List<@Nullable Object> values, LineSubject subject) {
        switch (subject) {
            case LineSubject.OfItem of -> add(values, "ITEM", of.item().code(), of.item().code(), of.variant().code(), "", "", "");
            case LineSubject.OfCharge of -> add(values, "ITEM_CHARGE", "", "", "", of.charge().code(), "", "");
            case LineSubject.OfAccount of -> add(values, "GL_ACCOUNT", "", "", "", "", of.account().code(), "");
            case LineSubject.OfResource of -> add(values, "RESOURCE", "", "", "", "", "", of.resource().code());
            case LineSubject.OfText _ -> add(values, "TEXT", "", "", "", "", "", "");
        }
    }

    private static void add(List<@Nullable Object> values, String... texts) {
        values.addAll(List.of(texts));
    }
}
