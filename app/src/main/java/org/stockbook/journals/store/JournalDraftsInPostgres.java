package org.stockbook.journals.store;

import static org.stockbook.platform.database.jooq.tables.InventorySetup.INVENTORY_SETUP;
import static org.stockbook.platform.database.jooq.tables.JournalBatch.JOURNAL_BATCH;
import static org.stockbook.platform.database.jooq.tables.JournalLine.JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.tables.JournalTemplate.JOURNAL_TEMPLATE;
import static org.stockbook.platform.database.jooq.tables.NumberSeries.NUMBER_SERIES;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record9;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.journals.JournalTotals;
import org.stockbook.journals.drafts.Draft;
import org.stockbook.journals.drafts.DraftBatch;
import org.stockbook.journals.drafts.JournalDrafts;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.jooq.enums.JournalType;

/** Batches and draft lines; lines travel as one document per call, so that 500 pasted lines cost what one does. */
@Repository
class JournalDraftsInPostgres implements JournalDrafts {
    private static final org.stockbook.platform.database.jooq.tables.NumberSeries POSTING = NUMBER_SERIES.as("posting");
    private static final String FIRST = "DEFAULT";

    private static final String INSERT = "INSERT INTO journal_line (journal_batch_id, changed_by, version, " + DraftRows.NAMES + ")\n"
            + "SELECT ?, ?, 1, " + DraftRows.NAMES + " FROM jsonb_to_recordset(?::jsonb) AS lines (id bigint, " + DraftRows.DECLARATIONS + ")\n"
            + "RETURNING line_no, id";
    private static final String UPDATE = "UPDATE journal_line kept SET (version, changed_at, changed_by, " + DraftRows.NAMES + ") =\n"
            + "(SELECT kept.version + 1, now(), ?, " + DraftRows.qualified("lines") + ")\n"
            + "FROM jsonb_to_recordset(?::jsonb) AS lines (id bigint, " + DraftRows.DECLARATIONS + ")\n"
            + "WHERE kept.journal_batch_id = ? AND kept.id = lines.id";
    private static final String TOTALS = """
            SELECT count(l.id)::int, coalesce(sum(l.error_count), 0)::int, coalesce(sum(l.warning_count), 0)::int,
                coalesce(sum(round(moved * l.unit_cost, 2)) FILTER (WHERE moved > 0), 0),
                coalesce(sum(round(moved * l.unit_cost, 2)) FILTER (WHERE moved < 0), 0), max(b.version)
            FROM journal_batch b LEFT JOIN journal_line l ON l.journal_batch_id = b.id
            LEFT JOIN LATERAL (SELECT CASE WHEN l.entry_type IN ('SALE', 'NEGATIVE_ADJUSTMENT') THEN -l.quantity
                WHEN l.entry_type = 'TRANSFER' THEN 0 ELSE l.quantity END) AS direction (moved) ON true
            WHERE b.id = ?""";

    private final DSLContext dsl;

    JournalDraftsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<DraftBatch> batches() {
        return select(DSL.noCondition()).orderBy(JOURNAL_BATCH.NAME).fetch(JournalDraftsInPostgres::batch);
    }

    @Override
    public Optional<DraftBatch> batch(JournalBatchName name) {
        return select(JOURNAL_BATCH.NAME.eq(name.code())).limit(1).fetchOptional(JournalDraftsInPostgres::batch);
    }

    private SelectConditionStep<Record9<Long, String, String, String, String, String, String, Integer, Long>> select(Condition condition) {
        return dsl.select(JOURNAL_BATCH.ID, JOURNAL_BATCH.NAME, JOURNAL_BATCH.DESCRIPTION, DSL.coalesce(NUMBER_SERIES.CODE, ""),
                        DSL.coalesce(POSTING.CODE, ""), JOURNAL_TEMPLATE.SOURCE_CODE, JOURNAL_BATCH.REASON_CODE, JOURNAL_BATCH.VERSION, JOURNAL_TEMPLATE.ID)
                .from(JOURNAL_BATCH)
                .join(JOURNAL_TEMPLATE).on(JOURNAL_TEMPLATE.ID.eq(JOURNAL_BATCH.JOURNAL_TEMPLATE_ID))
                .leftJoin(NUMBER_SERIES).on(NUMBER_SERIES.ID.eq(JOURNAL_BATCH.NUMBER_SERIES_ID))
                .leftJoin(POSTING).on(POSTING.ID.eq(JOURNAL_BATCH.POSTING_NUMBER_SERIES_ID))
                .where(JOURNAL_TEMPLATE.JOURNAL_TYPE.in(JournalType.ITEM, JournalType.TRANSFER))
                .and(DSL.not(JOURNAL_TEMPLATE.RECURRING))
                .and(condition);
    }

    private static DraftBatch batch(Record9<Long, String, String, String, String, String, String, Integer, Long> row) {
        return new DraftBatch(row.value1(), new JournalBatchName(row.value2()), row.value3(), row.value4(), row.value5(),
                new SourceCode(row.value6()), new ReasonCode(row.value7()), row.value8());
    }

    @Override
    public void createDefault() {
        dsl.insertInto(JOURNAL_TEMPLATE, JOURNAL_TEMPLATE.NAME, JOURNAL_TEMPLATE.JOURNAL_TYPE, JOURNAL_TEMPLATE.SOURCE_CODE, JOURNAL_TEMPLATE.NUMBER_SERIES_ID)
                .select(DSL.select(DSL.val("ITEM"), DSL.val(JournalType.ITEM), DSL.val("ITEMJNL"), INVENTORY_SETUP.JOURNAL_NUMBER_SERIES_ID)
                        .from(INVENTORY_SETUP))
                .onConflictDoNothing()
                .execute();
        dsl.insertInto(JOURNAL_BATCH, JOURNAL_BATCH.JOURNAL_TEMPLATE_ID, JOURNAL_BATCH.NAME, JOURNAL_BATCH.NUMBER_SERIES_ID,
                        JOURNAL_BATCH.POSTING_NUMBER_SERIES_ID, JOURNAL_BATCH.REASON_CODE)
                .select(DSL.select(JOURNAL_TEMPLATE.ID, DSL.val(FIRST), JOURNAL_TEMPLATE.NUMBER_SERIES_ID, JOURNAL_TEMPLATE.POSTING_NUMBER_SERIES_ID,
                                JOURNAL_TEMPLATE.REASON_CODE)
                        .from(JOURNAL_TEMPLATE)
                        .where(JOURNAL_TEMPLATE.NAME.eq("ITEM")))
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public DraftBatch lock(JournalBatchName name) {
        var id = batch(name).orElseThrow(() -> new IllegalArgumentException("no batch " + name)).id();
        dsl.select(JOURNAL_BATCH.ID).from(JOURNAL_BATCH).where(JOURNAL_BATCH.ID.eq(id)).forUpdate().execute();
        return batch(name).orElseThrow(() -> new IllegalArgumentException("no batch " + name));
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
    public JournalTotals totals(DraftBatch batch) {
        return dsl.resultQuery(TOTALS, batch.id())
                .fetchSingle(row -> new JournalTotals(row.get(0, Integer.class), row.get(1, Integer.class), row.get(2, Integer.class),
                        Amount.of(row.get(3, BigDecimal.class)), Amount.of(row.get(4, BigDecimal.class)), row.get(5, Long.class)));
    }
}
