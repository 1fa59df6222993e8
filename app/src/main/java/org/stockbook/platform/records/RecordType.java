package org.stockbook.platform.records;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stockbook.platform.records.RecordField.Trait;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.security.Permission;

/**
 * A kind of master record, declared once.
 *
 * @param collection its name in the API and in mappings, for instance {@code items}
 * @param id the surrogate key, where the table has one
 * @param read what reading needs
 * @param change what writing needs
 * @param single there is exactly one such record, with key 1
 * @param visible which rows of the table are records; others keep their key and are shown to nobody
 */
public record RecordType(
        String collection, Table<?> table, Optional<Field<Long>> id, List<RecordField> fields, Permission read, Permission change, Rules rules, boolean single,
        Condition visible) {
    private static final String LAST_MODIFIED = "lastModifiedDateTime";

    /** What lists show of every record and nobody writes. */
    public static final Set<String> KEPT_BY_THE_PROGRAM = Set.of("id", "version", LAST_MODIFIED, TableRows.CHANGE_NUMBER);

    /**
     * What the room has to say.
     *
     * @param completion fills in what follows from what was given
     * @param checks refuse
     * @param deletionChecks refuse a deletion
     * @param effects write what stands in other tables
     * @param codes of the refusals that have names of their own
     */
    public record Rules(List<RecordCompletion> completion, List<RecordCheck> checks, List<RecordCheck> deletionChecks, List<RecordEffect> effects, Codes codes) {
        public static final Rules NONE = new Rules(List.of(), List.of(), List.of(), List.of(), Codes.COMMON);

        public Rules {
            completion = List.copyOf(completion);
            checks = List.copyOf(checks);
            deletionChecks = List.copyOf(deletionChecks);
            effects = List.copyOf(effects);
        }
    }

    /** The refusals of a key that is taken and of the deletion of a record in use. */
    public record Codes(String exists, String inUse) {
        public static final Codes COMMON = new Codes("common.already-exists", "common.in-use");
    }

    public RecordType {
        fields = List.copyOf(fields);
    }

    /** A kind with a surrogate key in column id, or none if there is no such column. */
    public static RecordType of(String collection, Table<?> table, Access access, List<RecordField> fields) {
        var id = Optional.ofNullable(table.field("id")).map(field -> field.coerce(Long.class));
        return new RecordType(collection, table, id, fields, access.read(), access.change(), Rules.NONE, false, DSL.noCondition());
    }

    /** What reading and writing need. */
    public record Access(Permission read, Permission change) {}

    public RecordType with(Rules newRules) {
        return new RecordType(collection, table, id, fields, read, change, newRules, single, visible);
    }

    public RecordType onlyOne() {
        return new RecordType(collection, table, id, fields, read, change, rules, true, visible);
    }

    /** The same where only some rows of the table are records. */
    public RecordType where(Condition isRecord) {
        return new RecordType(collection, table, id, fields, read, change, rules, single, isRecord);
    }

    /** The human key, in its order. */
    public List<RecordField> key() {
        return fields.stream().filter(field -> field.is(Trait.KEY)).toList();
    }

    public Optional<RecordField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Whether a field refers to records of this kind, as categories do to their parents. */
    boolean refersToItself(RecordField field) {
        return field.lookup().filter(lookup -> lookup.collection().equals(collection)).isPresent();
    }

    /** The human key of a record as one text, for instance {@code 1000} or {@code 1000,BOX}. */
    public String keyText(Map<String, ?> values) {
        var parts = new ArrayList<String>();
        key().forEach(field -> parts.add(Optional.<Object>ofNullable(values.get(field.name())).map(RecordType::text).orElse("")));
        return single ? collection : String.join(",", parts);
    }

    /** A figure in a key is the same figure however many zeros it ends with. */
    private static String text(Object value) {
        return value instanceof BigDecimal figure ? figure.stripTrailingZeros().toPlainString() : value.toString();
    }

    /** The count of changes, or what changes with each change where the table counts none. */
    Field<Long> version() {
        return Optional.<Field<?>>ofNullable(table.field("version"))
                .<Field<Long>>map(field -> field.cast(Long.class))
                .orElseGet(() -> DSL.field("({0}.xmin::text::bigint)", Long.class, table));
    }

    Optional<Field<Integer>> versionColumn() {
        return Optional.ofNullable(table.field("version", Integer.class));
    }

    /** What can be read, by name; with {@code id} and {@code version}. */
    Map<String, Field<?>> readable() {
        var readable = new LinkedHashMap<String, Field<?>>();
        id.ifPresent(key -> readable.put("id", key));
        fields.forEach(field -> readable.put(field.name(), field.expression()));
        readable.put("version", version());
        return readable;
    }

    /** What lists offer: what can be read, and how far those who keep a copy must have read to know it. */
    Map<String, Field<?>> listed() {
        var listed = readable();
        listed.put(LAST_MODIFIED, DSL.field("{0}.modified_at", OffsetDateTime.class, table));
        listed.put(TableRows.CHANGE_NUMBER, DSL.field("{0}.change_number", Long.class, table));
        return listed;
    }

    Map<String, RecordField> byName() {
        return fields.stream().collect(toUnmodifiableMap(RecordField::name, Function.identity()));
    }
}
