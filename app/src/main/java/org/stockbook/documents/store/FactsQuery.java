package org.stockbook.documents.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.StoredFacts;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.documents.posting.OpenPostedLine;
import org.stockbook.kernel.documents.posting.PartnerState;
import org.stockbook.kernel.documents.posting.PostedGoods;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupVersion;

/** Reads what posting a document needs, in sets. Posted lines that it may invoice are locked, so nobody else invoices them meanwhile. */
final class FactsQuery {
    private static final String PARTNER = """
            SELECT p.blocked::text, EXISTS (SELECT FROM posted_document d WHERE d.external_document_no = ? AND d.external_document_no <> ''
                AND d.%1$s_id = p.id AND d.document_type = ?::document_type)
            FROM %1$s p WHERE p.no = ?""";

    /** Lines of receipts and shipments of the document, and those that its lines take. */
    private static final String OPEN_LINES = """
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id
            WHERE l.quantity_invoiced <> l.posted_quantity AND NOT l.corrected AND l.corrects_line_id IS NULL
                AND d.document_type IN ('PURCHASE_RECEIPT', 'PURCHASE_RETURN_SHIPMENT', 'SALES_SHIPMENT', 'SALES_RETURN_RECEIPT')
                AND l.id IN (SELECT o.id FROM posted_document p JOIN posted_document_line o ON o.posted_document_id = p.id
                        WHERE p.document_kind = ?::document_kind AND p.document_no = ?
                    UNION ALL SELECT unnest(?::bigint[]))""";
    private static final String OPEN = """
            SELECT l.id, d.document_type::text, d.no, l.line_no, d.document_no, l.order_line_no, l.quantity_per_unit,
                l.posted_quantity - l.quantity_invoiced
            """ + OPEN_LINES + " ORDER BY l.id FOR UPDATE OF l";
    private static final String LOCK_ORDERS = """
            SELECT h.id FROM document_header h WHERE EXISTS (SELECT FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id
                WHERE l.id = ANY (?::bigint[]) AND d.document_kind = h.kind AND d.document_no = h.no)
            ORDER BY h.id FOR UPDATE""";
    private static final String OPEN_ENTRIES = """
            SELECT pe.posted_document_line_id, e.entry_no, e.quantity - e.invoiced_quantity
            FROM posted_document_line_entry pe JOIN item_ledger_entry e ON e.item_id = pe.item_id AND e.entry_no = pe.item_ledger_entry_no
            WHERE e.quantity <> e.invoiced_quantity AND pe.posted_document_line_id IN (SELECT l.id
            """ + OPEN_LINES + ") ORDER BY e.entry_no";

    private static final String LINE_IDS = """
            SELECT l.id FROM (SELECT DISTINCT * FROM unnest(?::text[], ?::text[], ?::integer[]) AS named (document_type, no, line_no)) AS r
            JOIN posted_document d ON d.document_type = r.document_type::document_type AND d.no = r.no
            JOIN posted_document_line l ON l.posted_document_id = d.id AND l.line_no = r.line_no ORDER BY l.id""";
    private static final String GOODS = """
            SELECT d.document_type::text, d.no, l.line_no, i.no, e.entry_no, e.quantity
            FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id JOIN item i ON i.id = l.item_id
            JOIN posted_document_line_entry pe ON pe.posted_document_line_id = l.id
            JOIN item_ledger_entry e ON e.item_id = pe.item_id AND e.entry_no = pe.item_ledger_entry_no
            WHERE l.id = ANY (?::bigint[]) AND (d.document_type <> 'TRANSFER_RECEIPT' OR e.quantity > 0) ORDER BY e.entry_no""";

    private final DSLContext dsl;
    private final StoredDocument stored;

    FactsQuery(DSLContext dsl, StoredDocument stored) {
        this.dsl = dsl;
        this.stored = stored;
    }

    StoredFacts read() {
        var goods = goods();
        var items = new TreeSet<String>();
        for (var line : stored.document().lines()) {
            if (line.subject() instanceof LineSubject.OfItem item) {
                items.add(item.item().code());
            }
        }
        goods.forEach(target -> items.add(target.item().code()));
        var trip = new RoundTrip();
        var open = new ArrayList<Record>();
        var entries = new ArrayList<Record>();
        askOpen(trip, open, entries);
        var partner = new ArrayList<PartnerState>(1);
        askPartner(trip, partner);
        var here = stored.document().header().side() == TradeSide.PURCHASE ? ItemCard.Blocking.PURCHASE : ItemCard.Blocking.SALES;
        var cards = ItemCardsInPostgres.ask(trip, items, here);
        var setups = new ArrayList<SetupVersion>(1);
        trip.query(SetupVersion.QUERY, row -> setups.add(SetupVersion.read(row)));
        trip.run(dsl);
        return new StoredFacts(partner.getFirst(), cards.cards(), open(open, entries), goods, setups.getFirst());
    }

    private void askPartner(RoundTrip trip, List<PartnerState> found) {
        var header = stored.document().header();
        var isPurchase = header.side() == TradeSide.PURCHASE;
        var type = header.side().name() + (header.kind().isReturn() ? "_CREDIT_MEMO" : "_INVOICE");
        trip.query(PARTNER.formatted(isPurchase ? "vendor" : "customer"),
                row -> found.add(new PartnerState(PartnerState.Blocked.valueOf(row.getString(1)), row.getBoolean(2))),
                header.external(), type, header.partner().no().code());
    }

    private void askOpen(RoundTrip trip, List<Record> open, List<Record> entries) {
        var taken = ids(stored.document().lines().stream()
                .filter(line -> line.source() instanceof LineSource.Posted)
                .map(line -> ((LineSource.Posted) line.source()).line())
                .toList());
        var ids = ArrayText.ofNumbers(taken);
        if (!taken.isEmpty()) {
            trip.update(LOCK_ORDERS, ids);
        }
        trip.records(OPEN, open::addAll, stored.key().purpose(), stored.key().no().code(), ids);
        trip.records(OPEN_ENTRIES, entries::addAll, stored.key().purpose(), stored.key().no().code(), ids);
    }

    private static List<OpenPostedLine> open(List<Record> lines, List<Record> entryRows) {
        var entries = new HashMap<Long, List<OpenPostedLine.OpenEntry>>();
        entryRows.forEach(row -> entries
                .computeIfAbsent(row.get(0, Long.class), _ -> new ArrayList<>())
                .add(new OpenPostedLine.OpenEntry(new ItemLedgerEntryNo(row.get(1, Long.class)), Quantity.of(row.get(2, BigDecimal.class)))));
        return lines.stream().map(row -> new OpenPostedLine(
                key(row, 1),
                new DocumentNo(row.get(4, String.class)),
                new LineNo(row.get(5, Integer.class)),
                new UnitFactor(row.get(6, BigDecimal.class)),
                UnitQuantity.of(row.get(7, BigDecimal.class)),
                entries.getOrDefault(row.get(0, Long.class), List.of()))).toList();
    }

    /** The items that posted goods are of are asked with the others, so these goods come first; few documents name any. */
    private List<PostedGoods> goods() {
        var targets = ids(stored.charges().stream()
                .filter(row -> row.target() instanceof Target.PostedGoods)
                .map(row -> ((Target.PostedGoods) row.target()).line())
                .toList());
        var goods = new LinkedHashMap<PostedLineKey, PostedGoods>();
        if (targets.isEmpty()) {
            return List.of();
        }
        for (var row : dsl.fetch(GOODS, (Object) targets.toArray(Long[]::new))) {
            var entry = new PostedGoods.EntryQuantity(new ItemLedgerEntryNo(row.get(4, Long.class)), Quantity.of(row.get(5, BigDecimal.class)));
            var one = new PostedGoods(key(row, 0), new ItemNo(row.get(3, String.class)), List.of(entry));
            goods.merge(one.key(), one, FactsQuery::together);
        }
        return List.copyOf(goods.values());
    }

    private static PostedGoods together(PostedGoods before, PostedGoods more) {
        var entries = new ArrayList<>(before.entries());
        entries.addAll(more.entries());
        return new PostedGoods(before.key(), before.item(), entries);
    }

    private List<Long> ids(List<PostedLineKey> keys) {
        return keys.isEmpty() ? List.of() : dsl.resultQuery(LINE_IDS,
                        keys.stream().map(key -> key.type().name()).toArray(String[]::new),
                        keys.stream().map(key -> key.document().code()).toArray(String[]::new),
                        keys.stream().map(key -> key.line().value()).toArray(Integer[]::new))
                .fetch(row -> row.get(0, Long.class));
    }

    private static PostedLineKey key(Record row, int first) {
        return new PostedLineKey(
                DocumentType.valueOf(row.get(first, String.class)), new DocumentNo(row.get(first + 1, String.class)),
                new LineNo(row.get(first + 2, Integer.class)));
    }
}
