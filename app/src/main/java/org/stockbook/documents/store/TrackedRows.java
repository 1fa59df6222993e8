package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stockbook.documents.DocumentKey;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.TrackedPart;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.code.LotNo;
import org.stockbook.kernel.code.PackageNo;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.database.RoundTrip;

/** The parts of open lines that have numbers or entries to reverse of their own. */
final class TrackedRows {
    private static final String FIND = """
            SELECT l.line_no, t.serial_no, t.lot_no, t.package_no, t.quantity, t.applies_to_entry_no, t.applies_from_entry_no
            FROM document_line_tracking t JOIN document_line l ON l.id = t.document_line_id
            WHERE l.document_header_id = (SELECT id FROM document_header WHERE kind = ?::document_kind AND no = ?) ORDER BY t.id""";

    private static final String CLEAR = """
            DELETE FROM document_line_tracking t USING document_line l
            WHERE l.id = t.document_line_id AND l.document_header_id = ? AND l.line_no = ANY (?::integer[])""";

    private static final String INSERT = """
            INSERT INTO document_line_tracking (document_line_id, serial_no, lot_no, package_no, quantity, applies_to_entry_no,
                applies_from_entry_no)
            SELECT id, ?, ?, ?, ?, ?::bigint, ?::bigint FROM document_line WHERE document_header_id = ? AND line_no = ?""";

    private TrackedRows() {}

    static void ask(RoundTrip trip, DocumentKey key, Consumer<List<Record>> found) {
        trip.records(FIND, found, key.purpose(), key.no().code());
    }

    static Map<LineNo, List<TrackedPart>> read(List<Record> rows) {
        var parts = new HashMap<LineNo, List<TrackedPart>>();
        rows.forEach(row -> parts
                .computeIfAbsent(new LineNo(row.get(0, Integer.class)), _ -> new ArrayList<>())
                .add(part(row)));
        return parts;
    }

    private static TrackedPart part(Record row) {
        var tracking = new Tracking(
                new SerialNo(row.get(1, String.class)), new LotNo(row.get(2, String.class)), new PackageNo(row.get(3, String.class)));
        var to = Optional.ofNullable(row.get(5, Long.class)).<FixedApplication>map(no -> new FixedApplication.ToEntry(new ItemLedgerEntryNo(no)));
        var from = Optional.ofNullable(row.get(6, Long.class)).<FixedApplication>map(no -> new FixedApplication.FromEntry(new ItemLedgerEntryNo(no)));
        return new TrackedPart(tracking, Quantity.of(row.get(4, BigDecimal.class)), to.or(() -> from).orElse(FixedApplication.AUTOMATIC));
    }

    /** Makes the parts of these lines what they say. */
    static void write(DSLContext dsl, long header, List<DocumentLine> lines) {
        dsl.execute(CLEAR, header, lines.stream().map(line -> line.no().value()).toArray(Integer[]::new));
        var batch = dsl.batch(INSERT);
        var rows = 0;
        for (var line : lines) {
            for (var part : line.tracked()) {
                batch = batch.bind(
                        part.tracking().serial().code(), part.tracking().lot().code(), part.tracking().packageNo().code(),
                        part.quantity().value(), part.application() instanceof FixedApplication.ToEntry to ? to.entry().value() : null,
                        part.application() instanceof FixedApplication.FromEntry from ? from.entry().value() : null, header, line.no().value());
                rows++;
            }
        }
        if (rows > 0) {
            batch.execute();
        }
    }
}
