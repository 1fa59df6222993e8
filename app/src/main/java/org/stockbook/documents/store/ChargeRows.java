package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stockbook.documents.DocumentKey;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.database.RoundTrip;

/** How item charge lines are assigned. */
final class ChargeRows {
    private static final String FIND = """
            SELECT cl.line_no, tl.line_no, pd.document_type::text, pd.no, pl.line_no, c.quantity_to_assign, c.quantity_to_handle, c.quantity_assigned
            FROM charge_assignment c JOIN document_line cl ON cl.id = c.charge_line_id
            LEFT JOIN document_line tl ON tl.id = c.target_line_id LEFT JOIN posted_document_line pl ON pl.id = c.target_posted_line_id
            LEFT JOIN posted_document pd ON pd.id = pl.posted_document_id
            WHERE cl.document_header_id = (SELECT id FROM document_header WHERE kind = ?::document_kind AND no = ?) ORDER BY cl.line_no, c.id""";
    private static final String DELETE = """
            DELETE FROM charge_assignment WHERE charge_line_id IN (SELECT id FROM document_line WHERE document_header_id = ?)""";
    private static final String ON_LINE = """
            INSERT INTO charge_assignment (quantity_to_assign, quantity_to_handle, quantity_assigned, charge_line_id, target_line_id)
            SELECT ?, ?, ?, c.id, t.id FROM document_line c JOIN document_line t ON t.document_header_id = c.document_header_id
            WHERE c.document_header_id = ? AND c.line_no = ? AND t.line_no = ?""";
    private static final String ON_POSTED = """
            INSERT INTO charge_assignment (quantity_to_assign, quantity_to_handle, quantity_assigned, charge_line_id, target_posted_line_id)
            SELECT ?, ?, ?, c.id, pl.id FROM document_line c, posted_document_line pl JOIN posted_document pd ON pd.id = pl.posted_document_id
            WHERE c.document_header_id = ? AND c.line_no = ? AND pd.document_type = ?::document_type AND pd.no = ? AND pl.line_no = ?""";

    private ChargeRows() {}

    static void ask(RoundTrip trip, DocumentKey key, Consumer<List<Record>> found) {
        trip.records(FIND, found, key.purpose(), key.no().code());
    }

    static List<ChargeAssignment> read(List<Record> rows) {
        return rows.stream().map(row -> new ChargeAssignment(
                new LineNo(row.get(0, Integer.class)), target(row), quantity(row, 5), quantity(row, 6), quantity(row, 7))).toList();
    }

    private static UnitQuantity quantity(Record row, int column) {
        return UnitQuantity.of(row.get(column, BigDecimal.class));
    }

    private static Target target(Record row) {
        return Optional.ofNullable(row.get(1, Integer.class))
                .<Target>map(line -> new Target.SameDocument(new LineNo(line)))
                .orElseGet(() -> new Target.PostedGoods(new PostedLineKey(
                        DocumentType.valueOf(row.get(2, String.class)), new DocumentNo(row.get(3, String.class)),
                        new LineNo(row.get(4, Integer.class)))));
    }

    static void write(DSLContext dsl, long header, List<ChargeAssignment> charges) {
        dsl.execute(DELETE, header);
        for (var row : charges) {
            switch (row.target()) {
                case Target.SameDocument same -> dsl.execute(ON_LINE, row.toAssign().value(), row.toHandle().value(), row.assigned().value(),
                        header, row.charge().value(), same.line().value());
                case Target.PostedGoods posted -> dsl.execute(ON_POSTED, row.toAssign().value(), row.toHandle().value(),
                        row.assigned().value(), header, row.charge().value(), posted.line().type().name(), posted.line().document().code(),
                        posted.line().line().value());
            }
        }
    }
}
