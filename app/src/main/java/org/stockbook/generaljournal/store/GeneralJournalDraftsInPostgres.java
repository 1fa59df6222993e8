package org.stockbook.generaljournal.store;

import static org.stockbook.platform.database.jooq.Tables.GENERAL_JOURNAL_BATCH;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_JOURNAL_LINE;
import static org.stockbook.platform.database.jooq.Tables.NUMBER_SERIES;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.generaljournal.DraftBatch;
import org.stockbook.generaljournal.DraftLine;
import org.stockbook.generaljournal.GeneralJournalDrafts;
import org.stockbook.generaljournal.GeneralJournalField;
import org.stockbook.generaljournal.JournalTotals;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.database.ArrayText;
import org.stockbook.platform.database.jooq.tables.records.GeneralJournalLineRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts as texts by field; many lines are one statement. */
@Repository
class GeneralJournalDraftsInPostgres implements GeneralJournalDrafts {
    private static final String INSERT = """
            INSERT INTO general_journal_line (general_journal_batch_id, line_no, typed, changed_by)
            SELECT ?, line_no, typed::jsonb, ? FROM unnest(?::int[], ?::text[]) AS fresh (line_no, typed) RETURNING line_no, id""";
    private static final String UPDATE = """
            UPDATE general_journal_line SET typed = fresh.typed::jsonb, changed_by = ?, changed_at = now(), version = version + 1
            FROM unnest(?::bigint[], ?::text[]) AS fresh (id, typed) WHERE general_journal_line.id = fresh.id AND general_journal_batch_id = ?""";
    /** Only what reads as an amount is summed. */
    private static final String TOTALS = """
            SELECT count(*), coalesce(sum(amount) FILTER (WHERE amount > 0), 0), coalesce(-sum(amount) FILTER (WHERE amount < 0), 0),
                (SELECT version FROM general_journal_batch WHERE id = ?)
            FROM (SELECT CASE WHEN typed ->> 'amount' ~ '^-?[0-9]{1,13}([.][0-9]{1,2})?$' THEN (typed ->> 'amount')::numeric END AS amount
                FROM general_journal_line WHERE general_journal_batch_id = ?) AS lines""";

    private static final String UNKNOWN = """
            SELECT field, value FROM (VALUES ('balancingAccountNumber', ?::text), ('numberSeriesCode', ?::text), ('reasonCode', ?::text)) AS named (field, value)
            WHERE value <> '' AND NOT CASE field WHEN 'balancingAccountNumber' THEN EXISTS (SELECT FROM gl_account a WHERE a.no = value)
                WHEN 'reasonCode' THEN EXISTS (SELECT FROM reason_code r WHERE r.code = value) ELSE EXISTS (SELECT FROM number_series s WHERE s.code = value) END""";

    private final DSLContext dsl;
    private final JsonMapper json;

    GeneralJournalDraftsInPostgres(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    private List<DraftBatch> batches(Condition condition) {
        var batch = GENERAL_JOURNAL_BATCH;
        return dsl.select(batch.ID, batch.NAME, batch.DESCRIPTION, batch.BALANCING_ACCOUNT_NO, DSL.coalesce(NUMBER_SERIES.CODE, ""), batch.REASON_CODE, batch.VERSION)
                .from(batch)
                .leftJoin(NUMBER_SERIES).on(NUMBER_SERIES.ID.eq(batch.NUMBER_SERIES_ID))
                .where(condition)
                .orderBy(batch.NAME)
                .fetch(row -> new DraftBatch(row.value1(), new JournalBatchName(row.value2()), row.value3(), row.value4(), row.value5(), row.value6(), row.value7()));
    }

    @Override
    public Optional<DraftBatch> batch(JournalBatchName name) {
        return batches(GENERAL_JOURNAL_BATCH.NAME.eq(name.code())).stream().findFirst();
    }

    @Override
    public DraftBatch lock(JournalBatchName name) {
        dsl.select(GENERAL_JOURNAL_BATCH.ID).from(GENERAL_JOURNAL_BATCH).where(GENERAL_JOURNAL_BATCH.NAME.eq(name.code())).forUpdate().execute();
        return batch(name).orElseThrow(() -> new IllegalArgumentException("no batch " + name));
    }

    @Override
    public DraftBatch create(DraftBatch batch) {
        var batches = GENERAL_JOURNAL_BATCH;
        dsl.insertInto(batches, batches.NAME, batches.DESCRIPTION, batches.BALANCING_ACCOUNT_NO, batches.REASON_CODE, batches.NUMBER_SERIES_ID)
                .values(DSL.val(batch.name().code()), DSL.val(batch.description()), DSL.val(batch.balancingAccount()), DSL.val(batch.reason()), series(batch))
                .onConflictDoNothing()
                .execute();
        return batch(batch.name()).orElseThrow();
    }

    @Override
    public void change(DraftBatch batch) {
        var kept = GENERAL_JOURNAL_BATCH;
        dsl.update(kept)
                .set(kept.DESCRIPTION, batch.description())
                .set(kept.BALANCING_ACCOUNT_NO, batch.balancingAccount())
                .set(kept.NUMBER_SERIES_ID, series(batch))
                .set(kept.REASON_CODE, batch.reason())
                .where(kept.ID.eq(batch.id()))
                .execute();
    }

    private static Field<Long> series(DraftBatch batch) {
        return DSL.field(DSL.select(NUMBER_SERIES.ID).from(NUMBER_SERIES).where(NUMBER_SERIES.CODE.eq(batch.series())));
    }

    @Override
    public void remove(DraftBatch batch) {
        dsl.deleteFrom(GENERAL_JOURNAL_BATCH).where(GENERAL_JOURNAL_BATCH.ID.eq(batch.id())).execute();
    }

    @Override
    public Optional<Map<String, Object>> unknown(DraftBatch batch) {
        return dsl.resultQuery(UNKNOWN, batch.balancingAccount(), batch.series(), batch.reason()).fetch().stream().findFirst()
                .map(row -> Map.of("field", row.get(0, String.class), "value", row.get(1, String.class)));
    }

    @Override
    public List<DraftLine> lines(DraftBatch batch, int skip, int top) {
        return dsl.selectFrom(GENERAL_JOURNAL_LINE)
                .where(GENERAL_JOURNAL_LINE.GENERAL_JOURNAL_BATCH_ID.eq(batch.id()))
                .orderBy(GENERAL_JOURNAL_LINE.LINE_NO)
                .offset(skip)
                .limit(top)
                .fetch(this::line);
    }

    @Override
    public List<DraftLine> lines(DraftBatch batch, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : dsl.selectFrom(GENERAL_JOURNAL_LINE)
                        .where(GENERAL_JOURNAL_LINE.GENERAL_JOURNAL_BATCH_ID.eq(batch.id()))
                        .and(DSL.condition("id = ANY (?::bigint[])", ArrayText.ofNumbers(ids).toString()))
                        .fetch(this::line);
    }

    @Override
    public Optional<DraftLine.Kept> line(long id) {
        return dsl.selectFrom(GENERAL_JOURNAL_LINE).where(GENERAL_JOURNAL_LINE.ID.eq(id)).fetchOptional().flatMap(row ->
                batches(GENERAL_JOURNAL_BATCH.ID.eq(row.getGeneralJournalBatchId())).stream().findFirst().map(batch ->
                        new DraftLine.Kept(batch, new DraftLine.Checked(line(row), List.of()), row.getChangedBy(), row.getChangedAt().toInstant())));
    }

    private DraftLine line(GeneralJournalLineRecord row) {
        var typed = new EnumMap<GeneralJournalField, String>(GeneralJournalField.class);
        json.readValue(row.getTyped().data(), new TypeReference<Map<String, String>>() {})
                .forEach((property, text) -> GeneralJournalField.ofProperty(property).ifPresent(field -> typed.put(field, text)));
        return new DraftLine(row.getId(), row.getLineNo(), row.getVersion(), typed);
    }

    private String text(DraftLine line) {
        var texts = new LinkedHashMap<String, String>();
        line.typed().forEach((field, text) -> texts.put(field.property(), text.replace("\0", "")));
        return JSONB.valueOf(json.writeValueAsString(texts)).data();
    }

    @Override
    public Optional<DraftLine> before(DraftBatch batch, int lineNo) {
        return dsl.selectFrom(GENERAL_JOURNAL_LINE)
                .where(GENERAL_JOURNAL_LINE.GENERAL_JOURNAL_BATCH_ID.eq(batch.id()))
                .and(GENERAL_JOURNAL_LINE.LINE_NO.le(lineNo))
                .orderBy(GENERAL_JOURNAL_LINE.LINE_NO.desc())
                .limit(1)
                .fetchOptional(this::line);
    }

    @Override
    public Optional<Integer> after(DraftBatch batch, int lineNo) {
        return dsl.select(DSL.min(GENERAL_JOURNAL_LINE.LINE_NO))
                .from(GENERAL_JOURNAL_LINE)
                .where(GENERAL_JOURNAL_LINE.GENERAL_JOURNAL_BATCH_ID.eq(batch.id()))
                .and(GENERAL_JOURNAL_LINE.LINE_NO.gt(lineNo))
                .fetchOptional(row -> row.value1());
    }

    @Override
    public void makeRoom(DraftBatch batch, int lineNo, int distance) {
        dsl.update(GENERAL_JOURNAL_LINE)
                .set(GENERAL_JOURNAL_LINE.LINE_NO, GENERAL_JOURNAL_LINE.LINE_NO.plus(distance))
                .where(GENERAL_JOURNAL_LINE.GENERAL_JOURNAL_BATCH_ID.eq(batch.id()))
                .and(GENERAL_JOURNAL_LINE.LINE_NO.gt(lineNo))
                .execute();
    }

    @Override
    public List<DraftLine> keep(DraftBatch batch, List<DraftLine> lines, String user) {
        var ids = insert(batch, lines.stream().filter(line -> line.id() == 0).toList(), user);
        update(batch, lines.stream().filter(line -> line.id() != 0).toList(), user);
        return lines.stream()
                .map(line -> new DraftLine(line.id() == 0 ? ids.getOrDefault(line.lineNo(), 0L) : line.id(), line.lineNo(), line.version() + 1, line.typed()))
                .toList();
    }

    private Map<Integer, Long> insert(DraftBatch batch, List<DraftLine> lines, String user) {
        var ids = new HashMap<Integer, Long>();
        if (!lines.isEmpty()) {
            dsl.resultQuery(INSERT, batch.id(), user, ArrayText.ofNumbers(lines.stream().map(line -> (long) line.lineNo()).toList()).toString(), texts(lines))
                    .fetch().forEach(row -> ids.put(row.get(0, Integer.class), row.get(1, Long.class)));
        }
        return ids;
    }

    private void update(DraftBatch batch, List<DraftLine> lines, String user) {
        if (!lines.isEmpty()) {
            dsl.execute(UPDATE, user, ArrayText.ofNumbers(lines.stream().map(DraftLine::id).toList()).toString(), texts(lines), batch.id());
        }
    }

    private String texts(List<DraftLine> lines) {
        var texts = new ArrayList<String>();
        lines.forEach(line -> texts.add(text(line)));
        return ArrayText.ofTexts(texts).toString();
    }

    @Override
    public void delete(DraftBatch batch, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            dsl.deleteFrom(GENERAL_JOURNAL_LINE)
                    .where(GENERAL_JOURNAL_LINE.GENERAL_JOURNAL_BATCH_ID.eq(batch.id()))
                    .and(DSL.condition("id = ANY (?::bigint[])", ArrayText.ofNumbers(ids).toString()))
                    .execute();
        }
    }

    @Override
    public void deleteAll(DraftBatch batch) {
        dsl.deleteFrom(GENERAL_JOURNAL_LINE).where(GENERAL_JOURNAL_LINE.GENERAL_JOURNAL_BATCH_ID.eq(batch.id())).execute();
    }

    @Override
    public void raiseVersion(DraftBatch batch) {
        dsl.update(GENERAL_JOURNAL_BATCH).set(GENERAL_JOURNAL_BATCH.VERSION, GENERAL_JOURNAL_BATCH.VERSION.plus(1))
                .where(GENERAL_JOURNAL_BATCH.ID.eq(batch.id())).execute();
    }

    @Override
    public JournalTotals totals(DraftBatch batch) {
        return dsl.resultQuery(TOTALS, batch.id(), batch.id())
                .fetchSingle(row -> new JournalTotals(
                        row.get(0, Integer.class), Amount.of(row.get(1, BigDecimal.class)), Amount.of(row.get(2, BigDecimal.class)), row.get(3, Long.class)));
    }
}
