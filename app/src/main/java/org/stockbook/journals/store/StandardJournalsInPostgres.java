package org.stockbook.journals.store;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.StandardJournal;
import org.stockbook.journals.StandardJournalRequest;
import org.stockbook.journals.drafts.DraftBatch;
import org.stockbook.journals.drafts.StandardJournals;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.platform.database.ArrayText;

/** Standard journals; their lines are copied by the database. */
@Repository
class StandardJournalsInPostgres implements StandardJournals {
    private static final String COLUMNS = "entry_type, item_no, variant_code, description, location_code, new_variant_code, new_location_code, "
            + "unit_of_measure_code, quantity_per_unit, reason_code, dimension_set_id, new_dimension_set_id";
    private static final String ALL = """
            SELECT t.name, s.code, s.description, count(l.id)::int FROM standard_journal s JOIN journal_template t ON t.id = s.journal_template_id
            LEFT JOIN standard_journal_line l ON l.standard_journal_id = s.id GROUP BY t.name, s.id ORDER BY s.code, t.name""";
    private static final String KEEP = """
            INSERT INTO standard_journal (journal_template_id, code, description)
            SELECT b.journal_template_id, ?, ? FROM journal_batch b WHERE b.id = ?
            ON CONFLICT (journal_template_id, code) DO UPDATE SET description = excluded.description, version = standard_journal.version + 1
            RETURNING id""";
    private static final String COPY = "INSERT INTO standard_journal_line (standard_journal_id, line_no, quantity, unit_amount, amount, " + COLUMNS + ")\n"
            + "SELECT ?, row_number() OVER (ORDER BY line_no) * 10000, CASE WHEN ?::boolean THEN quantity ELSE 0 END,\n"
            + "CASE WHEN ?::boolean THEN unit_amount ELSE 0 END, CASE WHEN ?::boolean THEN amount ELSE 0 END, " + COLUMNS + "\n"
            + "FROM journal_line WHERE journal_batch_id = ? AND (? OR id = ANY (?::bigint[]))";
    private static final String LINES = """
            SELECT l.line_no, l.entry_type::text, l.item_no, l.variant_code, l.description, l.location_code, l.new_variant_code, l.new_location_code,
                trim_scale(l.quantity)::text, l.unit_of_measure_code, trim_scale(l.unit_amount)::text, l.reason_code, l.dimension_set_id, l.new_dimension_set_id
            FROM standard_journal_line l JOIN standard_journal s ON s.id = l.standard_journal_id JOIN journal_template t ON t.id = s.journal_template_id
            WHERE t.name = ? AND s.code = ? ORDER BY l.line_no""";

    private final DSLContext dsl;

    StandardJournalsInPostgres(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<StandardJournal> all() {
        return dsl.fetch(ALL).stream().flatMap(row -> kind(row.get(0, String.class)).stream().map(kind ->
                new StandardJournal(kind, row.get(1, String.class), row.get(2, String.class), row.get(3, Integer.class)))).toList();
    }

    private static Optional<JournalKind> kind(String template) {
        return Arrays.stream(JournalKind.values()).filter(kind -> JournalDraftsInPostgres.template(kind).equals(template)).findFirst();
    }

    @Override
    public Optional<StandardJournal> find(JournalKind kind, String code) {
        return all().stream().filter(journal -> journal.kind() == kind && journal.code().equals(code)).findFirst();
    }

    @Override
    public List<Draft> lines(JournalKind kind, String code) {
        return dsl.fetch(LINES, JournalDraftsInPostgres.template(kind), code).map(StandardJournalsInPostgres::line);
    }

    private static Draft line(Record row) {
        var texts = new EnumMap<JournalField, String>(JournalField.class);
        texts.put(JournalField.ENTRY_TYPE, LineValues.camelCase(row.get(1, String.class)));
        texts.put(JournalField.ITEM, row.get(2, String.class));
        texts.put(JournalField.VARIANT, row.get(3, String.class));
        texts.put(JournalField.DESCRIPTION, row.get(4, String.class));
        texts.put(JournalField.LOCATION, row.get(5, String.class));
        texts.put(JournalField.NEW_VARIANT, Optional.ofNullable(row.get(6, String.class)).orElse(""));
        texts.put(JournalField.NEW_LOCATION, row.get(7, String.class));
        texts.put(JournalField.QUANTITY, row.get(8, String.class));
        texts.put(JournalField.UNIT, row.get(9, String.class));
        texts.put(JournalField.UNIT_AMOUNT, row.get(10, String.class));
        texts.put(JournalField.REASON, row.get(11, String.class));
        return new Draft(0, row.get(0, Integer.class), 0, LineValues.NONE.with(texts), new DimensionSetId(row.get(12, Long.class)),
                new DimensionSetId(row.get(13, Long.class)), Draft.Worth.NONE, List.of());
    }

    @Override
    public void save(DraftBatch batch, StandardJournalRequest request) {
        long id = dsl.fetchSingle(KEEP, request.code(), request.description(), batch.id()).get(0, Long.class);
        dsl.execute("DELETE FROM standard_journal_line WHERE standard_journal_id = ?", id);
        dsl.execute(COPY, id, request.saveQuantity(), request.saveUnitAmount(), request.saveUnitAmount(), batch.id(), request.lineIds().isEmpty(),
                ArrayText.ofNumbers(request.lineIds()).toString());
    }

    @Override
    public void remove(JournalKind kind, String code) {
        dsl.execute("""
                DELETE FROM standard_journal s USING journal_template t WHERE t.id = s.journal_template_id AND t.name = ? AND s.code = ?""",
                DSL.val(JournalDraftsInPostgres.template(kind)), DSL.val(code));
    }
}
