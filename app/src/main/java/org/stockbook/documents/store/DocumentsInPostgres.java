package org.stockbook.documents.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.DocumentSettings;
import org.stockbook.documents.Documents;
import org.stockbook.documents.PostedRecord;
import org.stockbook.documents.RawInput;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.StoredFacts;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.invoicing.DiscountPosting;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.SetupRevision;
import org.stockbook.platform.database.SetupVersion;

/** Documents in PostgreSQL. */
@Repository
class DocumentsInPostgres implements Documents {
    private static final String DELETE = "DELETE FROM document_header WHERE id = ?";

    private final DSLContext dsl;
    private final SetupRevision.Kept<Map<TradeSide, DocumentSettings>> settings;
    private final SetupRevision.Kept<Map<String, String>> series;

    DocumentsInPostgres(DSLContext dsl, SetupRevision revision) {
        this.dsl = dsl;
        this.settings = revision.keep(ConcurrentHashMap::new);
        this.series = revision.keep(ConcurrentHashMap::new);
    }

    @Override
    public Optional<StoredDocument> find(DocumentKey key) {
        return new StoredQuery(key).find(dsl);
    }

    @Override
    public Map<LineNo, Map<String, RawInput>> rawInput(DocumentKey key) {
        return dsl.resultQuery("""
                        SELECT l.line_no, l.raw_input::text FROM document_line l JOIN document_header h ON h.id = l.document_header_id
                        WHERE h.kind = ?::document_kind AND h.no = ? AND l.raw_input <> '{}'""", key.purpose(), key.no().code())
                .fetchMap(row -> new LineNo(row.get(0, Integer.class)), row -> RawInput.read(row.get(1, String.class)));
    }

    @Override
    public Optional<LineAddress> ofLine(long line) {
        return dsl.resultQuery("SELECT h.kind::text, h.no, l.line_no FROM document_line l JOIN document_header h ON h.id = l.document_header_id WHERE l.id = ?", line)
                .fetchOptional(row -> new LineAddress(row.get(0, String.class), new DocumentNo(row.get(1, String.class)), new LineNo(row.get(2, Integer.class))));
    }

    @Override
    public Optional<StoredDocument> lock(DocumentKey key) {
        return new StoredQuery(key).lock(dsl);
    }

    @Override
    public StoredDocument create(StoredDocument document, String user) {
        var id = HeaderRows.insert(dsl, document, user);
        LineRows.upsert(dsl, id, document.document().lines(), document.marks());
        ChargeRows.write(dsl, id, document.charges());
        return find(document.key()).orElseThrow();
    }

    @Override
    public StoredDocument save(StoredDocument document, LineChanges changes, String user) {
        HeaderRows.update(dsl, document, user);
        for (var removed : changes.removed()) {
            dsl.execute("DELETE FROM document_line WHERE document_header_id = ? AND line_no = ?", document.id(), removed.value());
        }
        var written = Set.copyOf(changes.written());
        LineRows.upsert(dsl, document.id(), document.document().lines().stream().filter(line -> written.contains(line.no())).toList(), document.marks());
        ChargeRows.write(dsl, document.id(), document.charges());
        return new StoredQuery(document.key()).after(dsl, document, written);
    }

    @Override
    public void delete(StoredDocument document) {
        dsl.execute(DELETE, document.id());
    }

    @Override
    public StoredFacts facts(StoredDocument document) {
        return new FactsQuery(dsl, document).read();
    }

    @Override
    public void keep(PostedRecord posted, RoundTrip trip) {
        new PostedRows(trip, posted).write();
        var before = posted.before();
        if (posted.isDone()) {
            trip.update(DELETE, before.id());
        } else {
            // The header first: lines take from it who changed them.
            trip.update("UPDATE document_header SET version = version + 1, status = 'RELEASED', changed_by = ?, changed_at = now() WHERE id = ?",
                    posted.user(), before.id());
            LineRows.progress(trip, before.id(), posted.plan().after().lines());
        }
        trip.run(dsl);
        if (!posted.isDone() && !(before.charges().isEmpty() && posted.plan().charges().isEmpty())) {
            ChargeRows.write(dsl, before.id(), posted.plan().charges());
        }
    }

    @Override
    public String seriesFor(String purpose, SetupVersion setups) {
        return series.get(setups).computeIfAbsent(purpose, this::seriesFor);
    }

    @Override
    public String seriesFor(String purpose) {
        return dsl.resultQuery("SELECT s.code FROM document_number_series d JOIN number_series s ON s.id = d.number_series_id WHERE d.purpose = ?", purpose)
                .fetchOptional(row -> row.get(0, String.class))
                .orElse("");
    }

    @Override
    public DocumentSettings settings(TradeSide side, SetupVersion setups) {
        return settings.get(setups).computeIfAbsent(side, this::settings);
    }

    @Override
    public DocumentSettings settings(TradeSide side) {
        var columns = switch (side) {
            case PURCHASE -> "purchase_discount_posting::text, purchase_external_no_mandatory, receipt_on_invoice, purchase_invoice_discount_automatic";
            case SALES -> "sales_discount_posting::text, false, shipment_on_invoice, sales_invoice_discount_automatic";
        };
        var row = dsl.fetchSingle("SELECT " + columns + " FROM document_setup");
        return new DocumentSettings(
                DiscountPosting.valueOf(row.get(0, String.class)), row.get(1, Boolean.class), row.get(2, Boolean.class), row.get(3, Boolean.class));
    }

    @Override
    public List<OpenPartnerEntry> openEntries(TradeSide side, PartnerNo partner, DocumentNo posted) {
        var table = switch (side) {
            case PURCHASE -> "vendor";
            case SALES -> "customer";
        };
        return dsl.resultQuery("SELECT e.entry_no, e.posting_date FROM %1$s_ledger_entry e JOIN %1$s p ON p.id = e.%1$s_id WHERE p.no = ? AND e.document_no = ? AND e.is_open ORDER BY e.entry_no"
                        .formatted(table), partner.code(), posted.code())
                .fetch(row -> new OpenPartnerEntry(row.get(0, Long.class), row.get(1, LocalDate.class)));
    }

    @Override
    public boolean isPosted(DocumentKey key) {
        return dsl.fetchSingle("SELECT EXISTS (SELECT FROM posted_document WHERE document_type::text = ? AND no = ?)", key.purpose(), key.no().code())
                .get(0, Boolean.class);
    }

    @Override
    public List<PostedName> postedOf(DocumentKey key) {
        return dsl.resultQuery("SELECT document_type::text, no FROM posted_document WHERE document_kind = ?::document_kind AND document_no = ? ORDER BY id",
                        key.purpose(), key.no().code())
                .fetch(row -> new PostedName(DocumentType.valueOf(row.get(0, String.class)), new DocumentNo(row.get(1, String.class))));
    }

    /** Reads an open document with its lines, their parts and charges in one round trip. */
    private static final class StoredQuery {
        private final DocumentKey key;
        private final RoundTrip trip = new RoundTrip();
        private final List<Record> header = new ArrayList<>();
        private final List<Record> lines = new ArrayList<>();
        private final List<Record> parts = new ArrayList<>();
        private final List<Record> charges = new ArrayList<>();

        StoredQuery(DocumentKey key) {
            this.key = key;
        }

        Optional<StoredDocument> find(DSLContext dsl) {
            HeaderRows.ask(trip, key, header::addAll);
            LineRows.ask(trip, key, lines::addAll);
            TrackedRows.ask(trip, key, parts::addAll);
            ChargeRows.ask(trip, key, charges::addAll);
            trip.run(dsl);
            return header.stream().findFirst().map(row -> stored(row, LineRows.read(lines, TrackedRows.read(parts))));
        }

        /** As it is now that some lines were written; the others are as they were, and are not read again. */
        StoredDocument after(DSLContext dsl, StoredDocument document, Set<LineNo> written) {
            HeaderRows.ask(trip, key, header::addAll);
            LineRows.ask(trip, key, written, lines::addAll);
            TrackedRows.ask(trip, key, parts::addAll);
            ChargeRows.ask(trip, key, charges::addAll);
            trip.run(dsl);
            return stored(header.getFirst(), LineRows.read(lines, TrackedRows.read(parts)).in(document));
        }

        /** The same behind its lock: each statement sees what was committed when it began. */
        Optional<StoredDocument> lock(DSLContext dsl) {
            HeaderRows.lock(trip, key);
            return find(dsl);
        }

        private StoredDocument stored(Record row, LineRows.Found found) {
            return new StoredDocument(
                    row.get("id", Long.class),
                    row.get("version", Integer.class),
                    DocumentStatus.valueOf(row.get("status", String.class)),
                    new Document(HeaderRows.header(key.side(), key.kind(), row), found.lines()),
                    new LocationCode(row.get("location", String.class)),
                    ChargeRows.read(charges),
                    Optional.ofNullable(row.get("cancels_posted_document_id", Long.class)),
                    ParticularRows.read(row),
                    found.marks());
        }
    }
}
