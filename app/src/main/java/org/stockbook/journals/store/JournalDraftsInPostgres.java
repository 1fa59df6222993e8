package org.stockbook.journals.store;

import static org.stockbook.platform.database.jooq.tables.AppUser.APP_USER;
import static org.stockbook.platform.database.jooq.tables.JournalBatch.JOURNAL_BATCH;
import static org.stockbook.platform.database.jooq.tables.JournalLine.JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.tables.JournalTemplate.JOURNAL_TEMPLATE;
import static org.stockbook.platform.database.jooq.tables.NumberSeries.NUMBER_SERIES;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.journals.BatchDetails;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalTotals;
import org.stockbook.journals.StockAfterLine;
import org.stockbook.journals.drafts.DraftBatch;
import org.stockbook.journals.drafts.JournalDrafts;
import org.stockbook.journals.lines.Draft;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.jooq.enums.JournalType;

/** Batches and draft lines; lines travel as one document per call, so that 500 pasted lines cost what one does. */
@Repository
class JournalDraftsInPostgres implements JournalDrafts {
    private static final org.stockbook.platform.database.jooq.tables.NumberSeries POSTING = NUMBER_SERIES.as("posting");
    private static final Field<String> SERIES = DSL.coalesce(NUMBER_SERIES.CODE, "").as("series");
    private static final Field<String> POSTING_SERIES = DSL.coalesce(POSTING.CODE, "").as("posting_series");
    private static final Field<String> OWNER = DSL.coalesce(APP_USER.LOGIN, "").as("owner");

    private static final String INSERT = "INSERT INTO journal_line (journal_batch_id, changed_by, version, " + DraftRows.NAMES + ")\n"
            + "SELECT ?, ?, 1, " + DraftRows.NAMES + " FROM jsonb_to_recordset(?::jsonb) AS lines (id bigint, " + DraftRows.DECLARATIONS + ")\n"
            + "RETURNING line_no, id";
    private static final String UPDATE = "UPDATE journal_line kept SET (version, changed_at, changed_by, " + DraftRows.NAMES + ") =\n"
            + "(SELECT kept.version + 1, now(), ?, " + DraftRows.qualified("lines") + ")\n"
            + "FROM jsonb_to_recordset(?::jsonb) AS lines (id bigint, " + DraftRows.DECLARATIONS + ")\n"
            + "WHERE kept.journal_batch_id = ? AND kept.id = lines.id";
    private static final String TOTALS = """
            SELECT count(l.id)::int, coalesce(sum(l.error_count), 0)::int, coalesce(sum(l.warning_count), 0)::int,
                coalesce(sum(worth) FILTER (WHERE worth > 0), 0), coalesce(sum(worth) FILTER (WHERE worth < 0), 0), max(b.version)
            FROM journal_batch b LEFT JOIN journal_line l ON l.journal_batch_id = b.id
            LEFT JOIN LATERAL (SELECT CASE WHEN l.inventory_value_per <> 'NONE' THEN l.amount WHEN l.entry_type = 'TRANSFER' THEN 0
                WHEN l.entry_type IN ('SALE', 'NEGATIVE_ADJUSTMENT') THEN round(-l.quantity * l.unit_cost, 2)
                ELSE round(l.quantity * l.unit_cost, 2) END) AS direction (worth) ON true
            WHERE b.id = ?""";

    /** Goods leave where the line says; what is transferred also arrives. Only the lines of this item are read. */
    private static final String STOCK_AFTER = """
            WITH line AS (SELECT * FROM journal_line WHERE journal_batch_id = ? AND id = ? AND item_no <> ''),
            moves AS (
                SELECT l.line_no, m.variant, m.location, m.quantity FROM line, journal_line l CROSS JOIN LATERAL (VALUES
                    (l.variant_code, l.location_code, CASE WHEN l.entry_type IN ('SALE', 'NEGATIVE_ADJUSTMENT', 'TRANSFER', 'CONSUMPTION', 'ASSEMBLY_CONSUMPTION')
                        THEN -l.quantity_base ELSE l.quantity_base END),
                    (l.new_variant_code, l.new_location_code, CASE l.entry_type WHEN 'TRANSFER' THEN l.quantity_base END)) AS m (variant, location, quantity)
                WHERE l.journal_batch_id = line.journal_batch_id AND l.item_no = line.item_no AND l.line_no <= line.line_no AND m.quantity IS NOT NULL)
            SELECT m.variant, m.location, coalesce(u.code, ''), coalesce((SELECT b.quantity FROM inventory_balance b JOIN item_variant v ON v.id = b.variant_id
                    JOIN location o ON o.id = b.location_id WHERE b.item_id = i.id AND v.code = m.variant AND o.code = m.location), 0),
                coalesce(sum(m.quantity) FILTER (WHERE m.line_no < line.line_no), 0), coalesce(sum(m.quantity) FILTER (WHERE m.line_no = line.line_no), 0)
            FROM line JOIN item i ON i.no = line.item_no LEFT JOIN unit_of_measure u ON u.id = i.base_unit_of_measure_id, moves m
            WHERE (m.variant, m.location) IN (SELECT o.variant, o.location FROM moves o WHERE o.line_no = line.line_no)
            GROUP BY m.variant, m.location, u.code, i.id, line.line_no ORDER BY 6, 2, 1""";

    private static final String UNKNOWN = """
            SELECT field, value FROM (VALUES ('numberSeriesCode', ?::text), ('postingNumberSeriesCode', ?::text), ('reasonCode', ?::text), ('owner', ?::text))
                AS named (field, value)
            WHERE value <> '' AND NOT CASE field WHEN 'reasonCode' THEN EXISTS (SELECT FROM reason_code r WHERE r.code = value)
                WHEN 'owner' THEN EXISTS (SELECT FROM app_user u WHERE u.login = value)
                ELSE EXISTS (SELECT FROM number_series s WHERE s.code = value) END""";

    private final DSLContext dsl;

    JournalDraftsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<DraftBatch> batches(JournalKind kind) {
        return select(ofKind(kind)).orderBy(JOURNAL_BATCH.NAME).fetch(row -> batch(kind, row));
    }

    @Override
    public Optional<DraftBatch> batch(JournalAddress address) {
        return select(ofKind(address.kind()).and(JOURNAL_BATCH.NAME.eq(address.name().code()))).limit(1).fetchOptional(row -> batch(address.kind(), row));
    }

    /** The conditions by which templates are of a kind. */
    static Condition ofKind(JournalKind kind) {
        return JOURNAL_TEMPLATE.JOURNAL_TYPE.eq(type(kind)).and(JOURNAL_TEMPLATE.RECURRING.eq(kind == JournalKind.RECURRING));
    }

    private static JournalType type(JournalKind kind) {
        return switch (kind) {
            case ITEM, RECURRING -> JournalType.ITEM;
            case RECLASSIFICATION -> JournalType.TRANSFER;
            case REVALUATION -> JournalType.REVALUATION;
        };
    }

    private SelectConditionStep<? extends Record> select(Condition condition) {
        return dsl.select(JOURNAL_BATCH.ID, JOURNAL_BATCH.NAME, JOURNAL_BATCH.DESCRIPTION, JOURNAL_BATCH.REASON_CODE, JOURNAL_BATCH.VERSION,
                        SERIES, POSTING_SERIES, JOURNAL_TEMPLATE.SOURCE_CODE, OWNER)
                .from(JOURNAL_BATCH)
                .join(JOURNAL_TEMPLATE).on(JOURNAL_TEMPLATE.ID.eq(JOURNAL_BATCH.JOURNAL_TEMPLATE_ID))
                .leftJoin(NUMBER_SERIES).on(NUMBER_SERIES.ID.eq(JOURNAL_BATCH.NUMBER_SERIES_ID))
                .leftJoin(POSTING).on(POSTING.ID.eq(JOURNAL_BATCH.POSTING_NUMBER_SERIES_ID))
                .leftJoin(APP_USER).on(APP_USER.ID.eq(JOURNAL_BATCH.OWNER_USER_ID))
                .where(condition);
    }

    private static DraftBatch batch(JournalKind kind, Record row) {
        return new DraftBatch(row.get(JOURNAL_BATCH.ID), JournalAddress.of(kind, row.get(JOURNAL_BATCH.NAME)), row.get(JOURNAL_BATCH.DESCRIPTION),
                row.get(SERIES), row.get(POSTING_SERIES), new SourceCode(row.get(JOURNAL_TEMPLATE.SOURCE_CODE)),
                new ReasonCode(row.get(JOURNAL_BATCH.REASON_CODE)), row.get(OWNER), row.get(JOURNAL_BATCH.VERSION));
    }

    static String template(JournalKind kind) {
        return switch (kind) {
            case ITEM -> "ITEM";
            case RECURRING -> "RECURRING";
            case RECLASSIFICATION -> "RECLASS";
            case REVALUATION -> "REVALUE";
        };
    }

    @Override
    public void create(JournalAddress address, BatchDetails details) {
        dsl.insertInto(JOURNAL_BATCH, JOURNAL_BATCH.JOURNAL_TEMPLATE_ID, JOURNAL_BATCH.NAME)
                .select(DSL.select(JOURNAL_TEMPLATE.ID, DSL.val(address.name().code())).from(JOURNAL_TEMPLATE).where(JOURNAL_TEMPLATE.NAME.eq(template(address.kind()))))
                .execute();
        batch(address).ifPresent(made -> change(made, details));
    }

    @Override
    public void change(DraftBatch batch, BatchDetails details) {
        dsl.update(JOURNAL_BATCH)
                .set(JOURNAL_BATCH.DESCRIPTION, details.description())
                .set(JOURNAL_BATCH.REASON_CODE, details.reason())
                .set(JOURNAL_BATCH.NUMBER_SERIES_ID, series(details.series()))
                .set(JOURNAL_BATCH.POSTING_NUMBER_SERIES_ID, series(details.postingSeries()))
                .set(JOURNAL_BATCH.OWNER_USER_ID, DSL.field(DSL.select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(details.owner()))))
                .where(JOURNAL_BATCH.ID.eq(batch.id()))
                .execute();
    }

    private static Field<Long> series(String code) {
        return DSL.field(DSL.select(NUMBER_SERIES.ID).from(NUMBER_SERIES).where(NUMBER_SERIES.CODE.eq(code)));
    }

    @Override
    public void remove(DraftBatch batch) {
        dsl.deleteFrom(JOURNAL_BATCH).where(JOURNAL_BATCH.ID.eq(batch.id())).execute();
    }

    @Override
    public Optional<Map<String, Object>> unknown(BatchDetails details) {
        return dsl.fetch(UNKNOWN, details.series(), details.postingSeries(), details.reason(), details.owner()).stream().findFirst()
                .map(row -> Map.<String, Object>of("field", row.get(0, String.class), "value", row.get(1, String.class)));
    }

    @Override
    public DraftBatch lock(JournalAddress address) {
        var id = batch(address).orElseThrow(() -> new IllegalArgumentException("no batch " + address)).id();
        dsl.select(JOURNAL_BATCH.ID).from(JOURNAL_BATCH).where(JOURNAL_BATCH.ID.eq(id)).forUpdate().execute();
        return batch(address).orElseThrow(() -> new IllegalArgumentException("no batch " + address));
    }

    @Override
    public void raiseVersion(DraftBatch batch) {
        dsl.update(JOURNAL_BATCH).set(JOURNAL_BATCH.VERSION, JOURNAL_BATCH.VERSION.plus(1)).where(JOURNAL_BATCH.ID.eq(batch.id())).execute();
    }

    @Override
    public List<Draft> lines(DraftBatch batch, int skip, int top) {
        return dsl.selectFrom(JOURNAL_LINE)
                .where(JOURNAL_LINE.JOURNAL_BATCH_ID.eq(batch.id()))
                .orderBy(JOURNAL_LINE.LINE_NO)
                .offset(skip)
                .limit(top)
                .fetch(DraftRows::read);
    }

    @Override
    public List<Draft> lines(DraftBatch batch, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : dsl.selectFrom(JOURNAL_LINE)
                        .where(JOURNAL_LINE.JOURNAL_BATCH_ID.eq(batch.id()))
                        .and(DSL.condition("id = ANY (?::bigint[])", ArrayText.ofNumbers(ids).toString()))
                        .fetch(DraftRows::read);
    }

    @Override
    public Optional<Found> line(long id) {
        return dsl.select(JOURNAL_LINE.fields()).select(JOURNAL_BATCH.NAME, JOURNAL_TEMPLATE.JOURNAL_TYPE, JOURNAL_TEMPLATE.RECURRING)
                .from(JOURNAL_LINE).join(JOURNAL_BATCH).on(JOURNAL_BATCH.ID.eq(JOURNAL_LINE.JOURNAL_BATCH_ID))
                .join(JOURNAL_TEMPLATE).on(JOURNAL_TEMPLATE.ID.eq(JOURNAL_BATCH.JOURNAL_TEMPLATE_ID))
                .where(JOURNAL_LINE.ID.eq(id)).fetchOptional()
                .flatMap(row -> Arrays.stream(JournalKind.values())
                        .filter(kind -> type(kind) == row.get(JOURNAL_TEMPLATE.JOURNAL_TYPE) && row.get(JOURNAL_TEMPLATE.RECURRING) == (kind == JournalKind.RECURRING)).findFirst()
                        .map(kind -> new Found(JournalAddress.of(kind, row.get(JOURNAL_BATCH.NAME)), DraftRows.read(row.into(JOURNAL_LINE)),
                                row.get(JOURNAL_LINE.CHANGED_BY), row.get(JOURNAL_LINE.CHANGED_AT).toInstant())));
    }

    @Override
    public Optional<Draft> before(DraftBatch batch, int lineNo) {
        return dsl.selectFrom(JOURNAL_LINE)
                .where(JOURNAL_LINE.JOURNAL_BATCH_ID.eq(batch.id()))
                .and(JOURNAL_LINE.LINE_NO.le(lineNo))
                .orderBy(JOURNAL_LINE.LINE_NO.desc())
                .limit(1)
                .fetchOptional(DraftRows::read);
    }

    @Override
    public Optional<Integer> after(DraftBatch batch, int lineNo) {
        return dsl.select(DSL.min(JOURNAL_LINE.LINE_NO))
                .from(JOURNAL_LINE)
                .where(JOURNAL_LINE.JOURNAL_BATCH_ID.eq(batch.id()))
                .and(JOURNAL_LINE.LINE_NO.gt(lineNo))
                .fetchOptional(row -> row.value1());
    }

    @Override
    public void makeRoom(DraftBatch batch, int lineNo, int distance) {
        dsl.update(JOURNAL_LINE)
                .set(JOURNAL_LINE.LINE_NO, JOURNAL_LINE.LINE_NO.plus(distance))
                .where(JOURNAL_LINE.JOURNAL_BATCH_ID.eq(batch.id()))
                .and(JOURNAL_LINE.LINE_NO.gt(lineNo))
                .execute();
    }

    @Override
    public List<Draft> insert(DraftBatch batch, List<Draft> lines, String user) {
        if (lines.isEmpty()) {
            return lines;
        }
        var ids = new HashMap<Integer, Long>();
        dsl.resultQuery(INSERT, batch.id(), user, DraftRows.write(lines)).fetch().forEach(row -> ids.put(row.get(0, Integer.class), row.get(1, Long.class)));
        var kept = new ArrayList<Draft>();
        for (var line : lines) {
            long id = Optional.ofNullable(ids.get(line.lineNo())).orElseThrow();
            kept.add(DraftRows.kept(line, id, 1));
        }
        return kept;
    }

    @Override
    public List<Draft> update(DraftBatch batch, List<Draft> lines, String user) {
        if (!lines.isEmpty()) {
            dsl.execute(UPDATE, user, DraftRows.write(lines), batch.id());
        }
        return lines.stream().map(line -> DraftRows.kept(line, line.id(), line.version() + 1)).toList();
    }

    @Override
    public void delete(DraftBatch batch, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        dsl.deleteFrom(JOURNAL_LINE)
                .where(JOURNAL_LINE.JOURNAL_BATCH_ID.eq(batch.id()))
                .and(DSL.condition("id = ANY (?::bigint[])", ArrayText.ofNumbers(ids).toString()))
                .execute();
    }

    @Override
    public void deleteAll(DraftBatch batch) {
        dsl.deleteFrom(JOURNAL_LINE).where(JOURNAL_LINE.JOURNAL_BATCH_ID.eq(batch.id())).execute();
    }

    @Override
    public List<StockAfterLine> stockAfter(DraftBatch batch, long line) {
        return dsl.fetch(STOCK_AFTER, batch.id(), line).map(row -> new StockAfterLine(new VariantCode(row.get(0, String.class)), new LocationCode(row.get(1, String.class)),
                new UnitCode(row.get(2, String.class)), quantity(row, 3), quantity(row, 4), quantity(row, 5)));
    }

    private static Quantity quantity(Record row, int column) {
        return Quantity.of(row.get(column, BigDecimal.class));
    }

    @Override
    public JournalTotals totals(DraftBatch batch) {
        return dsl.resultQuery(TOTALS, batch.id())
                .fetchSingle(row -> new JournalTotals(row.get(0, Integer.class), row.get(1, Integer.class), row.get(2, Integer.class),
                        Amount.of(row.get(3, BigDecimal.class)), Amount.of(row.get(4, BigDecimal.class)), row.get(5, Long.class)));
    }
}
