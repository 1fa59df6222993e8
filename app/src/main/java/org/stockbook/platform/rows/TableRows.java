package org.stockbook.platform.rows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.TableLike;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Rows of a table or of a query, filtered, ordered, paged and summed by the database. */
public class TableRows implements RowSource {
    /**
     * The number of the transaction that has changed a row last. Numbers are given before they are committed, so whoever asks for rows by them is told of none
     * above the oldest transaction that is still running: what comes late is never below what was told (spec: api, section 8).
     */
    public static final String CHANGE_NUMBER = "changeNumber";

    private static final int FETCHED_AT_ONCE = 1000;

    private final DSLContext database;
    private final Function<RowRequest, ? extends TableLike<?>> from;
    private final Map<String, Field<?>> fields;
    private final List<Sort> order;
    private final List<SearchedText> searched;
    private final Condition always;
    private final Manner manner;

    /**
     * Rows of a query that depends on what figures count.
     *
     * @param fields the columns offered, by name; those of type text are searched for words
     * @param order the order without any other, ending with a key, so that pages never overlap
     */
    public TableRows(DSLContext database, Function<RowRequest, ? extends TableLike<?>> from, Map<String, Field<?>> fields, List<Sort> order) {
        this(database, from, fields, order, fields.values().stream().filter(field -> field.getType() == String.class).map(SearchedText::of).toList(), DSL.noCondition(), Manner.PLAIN);
    }

    private TableRows(DSLContext database, Function<RowRequest, ? extends TableLike<?>> from, Map<String, Field<?>> fields, List<Sort> order,
            List<SearchedText> searched, Condition always, Manner manner) {
        this.database = ListTime.limited(database);
        this.from = from;
        this.fields = new LinkedHashMap<>(fields);
        this.order = List.copyOf(order);
        this.searched = List.copyOf(searched);
        this.always = always;
        this.manner = manner;
    }

    /**
     * How rows are found and told.
     *
     * @param key by which the rows of a page are found first
     * @param words what becomes of a row for whoever reads it
     * @param summed what is added up under a column where that is not the column itself
     * @param alike what all rows must have in common for a column to be added up at all
     */
    private record Manner(Optional<Field<Long>> key, UnaryOperator<Row> words, Map<String, Field<?>> summed, Map<String, Condition> alike) {
        private static final Manner PLAIN = new Manner(Optional.empty(), UnaryOperator.identity(), Map.of(), Map.of());
    }

    /** Of these rows only some, whatever is asked for. */
    public TableRows only(Condition condition) {
        return new TableRows(database, from, fields, order, searched, always.and(condition), manner);
    }

    /**
     * The same rows, a page of which is found by key first: tables that only show something are then read for the rows of the page and not for all
     * that were to be sorted. Worth it where joins are many and filters leave thousands of rows.
     */
    public TableRows foundBy(Field<Long> keyOfRow) {
        return new TableRows(database, from, fields, order, searched, always, new Manner(Optional.of(keyOfRow), manner.words(), manner.summed(), manner.alike()));
    }

    /**
     * The same rows with a column {@code id} that holds the key of each.
     *
     * @param keyOfRow never changed and never used again
     */
    public TableRows identifiedBy(Field<Long> keyOfRow) {
        var identified = new LinkedHashMap<String, Field<?>>(fields);
        identified.put("id", keyOfRow);
        return new TableRows(database, from, identified, order, searched, always, manner);
    }

    /** The same rows, whose words are searched in these texts instead of each column of type text. */
    public TableRows searchedIn(List<SearchedText> texts) {
        return new TableRows(database, from, fields, order, texts, always, manner);
    }

    /** The same rows, put into the words of whoever reads them; what is changed so can be neither filtered nor sorted by. */
    public TableRows inWords(UnaryOperator<Row> newWords) {
        return new TableRows(database, from, fields, order, searched, always, new Manner(manner.key(), newWords, manner.summed(), manner.alike()));
    }

    /** The same rows, of which other figures are added up than those of the columns: what is in many currencies is added up in one. */
    public TableRows summing(Map<String, Field<?>> newSummed) {
        return new TableRows(database, from, fields, order, searched, always, new Manner(manner.key(), manner.words(), Map.copyOf(newSummed), manner.alike()));
    }

    /** The same rows, of which some columns are added up only where all rows have one thing in common: quantities of several items make no sum. */
    public <K> TableRows summingAlike(Field<K> common, Set<String> columns) {
        var alike = columns.stream().collect(Collectors.toMap(column -> column, _ -> DSL.min(common).isNotDistinctFrom(DSL.max(common))));
        return new TableRows(database, from, fields, order, searched, always, new Manner(manner.key(), manner.words(), manner.summed(), alike));
    }

    /** Whether there is a column of that name. */
    public boolean offers(String column) {
        return fields.containsKey(column);
    }

    @Override
    public Rows read(RowRequest request) {
        var page = page(request);
        var complete = request.after().isEmpty() && page.rows().size() < request.top() && (request.skip() == 0 || !page.rows().isEmpty());
        if (complete && request.totals().isEmpty()) {
            return new Rows(page.rows(), request.skip() + page.rows().size(), Map.of(), page.last());
        }
        var summary = summary(request);
        return new Rows(page.rows(), summary.count(), summary.totals(), page.last());
    }

    @Override
    public Rows summary(RowRequest request) {
        var table = from.apply(request.orderedBy(List.of()));    // as cheap as can be counted
        var condition = condition(request);
        return request.totals().isEmpty() ? new Rows(List.of(), counted(table, condition), Map.of()) : sums(request, table, condition);
    }

    @Override
    public Rows page(RowRequest request) {
        var table = from.apply(request);
        var condition = condition(request);
        var levels = levels(request);
        var behind = request.after().map(position -> condition.and(KeysetPaging.behind(ordered(levels), position))).orElse(condition);
        var selected = database.select(selected(request, levels)).from(table);
        var key = manner.key();
        var records = key.isEmpty()
                ? selected.where(behind).orderBy(orderOf(levels)).limit(request.top()).offset(request.skip()).fetch()
                : selected.where(key.get().eq(DSL.any(DSL.array(DSL.select(key.get()).from(table).where(behind).orderBy(orderOf(levels))
                        .limit(request.top()).offset(request.skip()))))).orderBy(orderOf(levels)).fetch();
        var last = records.isEmpty() ? Optional.<Position>empty() : Optional.of(KeysetPaging.position(ordered(levels), records.getLast()));
        return new Rows(records.map(record -> row(request, record)), records.size(), Map.of(), last);
    }

    private long counted(TableLike<?> table, Condition condition) {
        return database.fetchCount(DSL.selectFrom(DSL.select(DSL.one().as("counted")).from(table).where(condition)
                .limit(RowRequest.COUNTED + 1).asTable("counted_rows")));
    }

    /** Who sums all rows has counted them too. */
    private Rows sums(RowRequest request, TableLike<?> table, Condition condition) {
        var columns = request.totals().stream().filter(fields::containsKey).toList();
        var sums = Stream.concat(Stream.of(DSL.count()), columns.stream().map(column -> sum(column).as(column))).toList();
        var found = database.select(sums).from(table).where(condition).fetchSingle();
        var totals = new LinkedHashMap<String, BigDecimal>();
        columns.forEach(column -> Optional.ofNullable(found.get(column, BigDecimal.class)).ifPresent(sum -> totals.put(column, sum)));
        return new Rows(List.of(), Math.min(found.get(0, Long.class), RowRequest.COUNTED + 1L), totals);
    }

    /** Nothing where the rows have not in common what they should. */
    private Field<BigDecimal> sum(String column) {
        var sum = DSL.coalesce(DSL.sum(summed(column).cast(SQLDataType.NUMERIC)), BigDecimal.ZERO);
        return Optional.ofNullable(manner.alike().get(column)).<Field<BigDecimal>>map(alike -> DSL.when(alike, sum)).orElse(sum);
    }

    /** In a transaction, because without one the driver would fetch all rows at once. */
    @Override
    public void stream(RowRequest request, Consumer<Row> receiver) {
        var condition = condition(request);
        database.transaction(transaction -> {
            var levels = levels(request);
            var query = transaction.dsl().select(selected(request, levels)).from(from.apply(request)).where(condition).orderBy(orderOf(levels));
            try (var cursor = query.fetchSize(FETCHED_AT_ONCE).fetchLazy()) {
                cursor.forEach(record -> receiver.accept(row(request, record)));
            }
        });
    }

    /**
     * All words of an enumeration, without a look at the rows of a ledger; where only some rows of a table are shown, those words that one of
     * them has; of a text, the words of the first ten thousand rows.
     */
    @Override
    public List<String> words(String column) {
        var field = field(column);
        if (EnumType.class.isAssignableFrom(field.getType())) {
            return (always.equals(DSL.noCondition()) ? literals(field) : literalsThere(field)).stream().map(TableRows::camelCase).toList();
        }
        var word = DSL.field(DSL.name("word"), String.class);
        var counted = DSL.select(field.cast(SQLDataType.VARCHAR).as(word)).from(from.apply(RowRequest.of(Criterion.EVERYTHING))).where(always).limit(RowRequest.COUNTED);
        return database.selectDistinct(word).from(counted.asTable("counted_rows")).where(word.isNotNull()).fetch(word);
    }

    @Override
    public Map<String, Map<String, Long>> counts(RowRequest request, Set<String> columns) {
        var counted = new LinkedHashMap<>(fields);
        counted.keySet().retainAll(columns);
        return GroupedCounts.of(database, from.apply(request), condition(request), counted);
    }

    private static List<String> literals(Field<?> field) {
        return Arrays.stream(field.getType().getEnumConstants()).map(EnumType.class::cast).map(EnumType::getLiteral).toList();
    }

    /** One question for all words, each answered by the first row that has it. */
    private List<String> literalsThere(Field<?> field) {
        var table = from.apply(RowRequest.of(Criterion.EVERYTHING));
        var asked = literals(field).stream().<Field<?>>map(literal -> DSL.field(DSL.exists(
                DSL.selectOne().from(table).where(always).and(compared(field, Criterion.Operator.EQUAL, literal)))).as(DSL.quotedName(literal))).toList();
        var there = database.select(asked).fetchSingle();
        return literals(field).stream().filter(literal -> Boolean.TRUE.equals(there.get(literal))).toList();
    }

    /**
     * These rows with the columns of others beside them, where both agree in the columns of a key; where both have a column, it is these rows' one.
     *
     * @param key columns that name a row in both
     */
    public TableRows beside(TableRows others, List<String> key) {
        var joined = new LinkedHashMap<String, Field<?>>();
        others.fields.forEach((name, field) -> joined.put(name, DSL.field(DSL.quotedName("kept", name), field.getDataType())));
        fields.forEach((name, field) -> joined.put(name, DSL.field(DSL.quotedName("listed", name), field.getDataType())));
        Function<RowRequest, TableLike<?>> both = request -> {
            var agree = key.stream().map(column -> DSL.field(DSL.quotedName("listed", column)).cast(SQLDataType.VARCHAR)
                    .eq(DSL.field(DSL.quotedName("kept", column)).cast(SQLDataType.VARCHAR))).toList();
            return derived(request).asTable(DSL.quotedName("listed")).join(others.derived(request).asTable(DSL.quotedName("kept"))).on(DSL.and(agree));
        };
        // Words are searched where they were before: what is beside is asked for by name only.
        var words = fields.keySet().stream().<Field<?>>map(name -> Optional.<Field<?>>ofNullable(joined.get(name)).orElseThrow())
                .filter(field -> field.getType() == String.class).map(SearchedText::of).toList();
        return new TableRows(database, both, joined, order, words, DSL.noCondition(), Manner.PLAIN);
    }

    private Select<?> derived(RowRequest request) {
        var named = new ArrayList<Field<?>>();
        fields.forEach((name, field) -> named.add(field.as(DSL.quotedName(name))));
        return DSL.select(named).from(from.apply(request)).where(always);
    }

    /** The columns that are wanted, and behind them those of the order, which say where the page ends. */
    private List<Field<?>> selected(RowRequest request, List<Sort> levels) {
        var selected = new ArrayList<Field<?>>();
        fields.forEach((name, field) -> {
            if (request.wants(name)) {
                selected.add(field);
            }
        });
        levels.forEach(level -> selected.add(field(level.column())));
        return selected;
    }

    private Row row(RowRequest request, Record row) {
        var values = new LinkedHashMap<String, Object>();
        int index = 0;
        for (var name : fields.keySet()) {
            if (request.wants(name)) {
                var value = row.get(index++);
                if (value != null && !value.equals("")) {
                    values.put(name, plain(value));
                }
            }
        }
        return manner.words().apply(new Row(values));
    }

    /** Moments as instants, words of an enumeration in camel case, as the API has them. */
    private static Object plain(Object value) {
        return switch (value) {
            case OffsetDateTime moment -> moment.toInstant();
            case EnumType word -> camelCase(word.getLiteral());
            default -> value;
        };
    }

    static String camelCase(String literal) {
        var words = literal.toLowerCase(Locale.ROOT).split("_");
        return words[0] + Arrays.stream(words).skip(1).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    private static String literal(String word) {
        return word.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** What was asked for, then the order without any other; a column counts where it stands first. */
    private List<Sort> levels(RowRequest request) {
        var levels = new LinkedHashMap<String, Sort>();
        Stream.concat(request.order().stream().filter(sort -> fields.containsKey(sort.column())), order.stream())
                .forEach(sort -> levels.putIfAbsent(sort.column(), sort));
        return List.copyOf(levels.values());
    }

    private List<SortField<?>> orderOf(List<Sort> levels) {
        return levels.stream().<SortField<?>>map(sort -> sort.descending() ? field(sort.column()).desc() : field(sort.column()).asc()).toList();
    }

    private List<KeysetPaging.Level> ordered(List<Sort> levels) {
        return levels.stream().map(sort -> new KeysetPaging.Level(field(sort.column()), sort.descending())).toList();
    }

    private Condition condition(RowRequest request) {
        var condition = always.and(condition(request.criterion())).and(settled(request));
        for (var word : request.words().isBlank() ? new String[0] : request.words().strip().split("\\s+")) {
            condition = condition.and(anyTextHas(word));
        }
        return condition;
    }

    private Condition settled(RowRequest request) {
        var asked = request.criterion().speaksOf(CHANGE_NUMBER) || request.order().stream().anyMatch(sort -> sort.column().equals(CHANGE_NUMBER));
        return asked && offers(CHANGE_NUMBER) ? DSL.condition("{0} <= changes_settled()", field(CHANGE_NUMBER)) : DSL.noCondition();
    }

    private Condition anyTextHas(String word) {
        var pattern = likePattern("*" + word + "*");
        return DSL.or(searched.stream()
                .map(text -> text.like(database, pattern))
                .toList());
    }

    private Condition condition(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All(var parts) -> DSL.and(parts.stream().map(this::condition).toList());
            case Criterion.Any(var parts) -> DSL.or(parts.stream().map(this::condition).toList());
            case Criterion.Not(var part) -> condition(part).not();
            case Criterion.Comparison(var column, var operator, var value) -> compared(field(column), operator, value);
            case Criterion.PartComparison(var part, var column, var operator, var value) -> compared(part(part, field(column)), operator, value);
            case Criterion.OneOf(var column, var values) -> values.isEmpty() ? DSL.falseCondition() : DSL.or(values.stream().map(value -> compared(field(column), Criterion.Operator.EQUAL, value)).toList());
            case Criterion.Some(var others, var from, var to, var wanted) -> others.hold(field(from), to, wanted);
            case Criterion.Like(var column, var pattern) -> DSL.lower(field(column).cast(SQLDataType.VARCHAR)).like(likePattern(pattern), '!');
        };
    }

    /** Whether one of these rows that is wanted has the value in a column; a subquery of its own, in which no name means a column of another query. */
    private Condition hold(Field<?> value, String column, Criterion wanted) {
        var held = field(column);
        var alike = held.getType() == value.getType();
        var rows = DSL.select(alike ? held : held.cast(SQLDataType.VARCHAR)).from(from.apply(RowRequest.of(wanted).selecting(Set.of(column))))
                .where(always.and(condition(wanted)).and(held.isNotNull()));
        return DSL.condition("{0} in ({1})", alike ? value : value.cast(SQLDataType.VARCHAR), rows);
    }

    private static Field<Integer> part(Criterion.Part part, Field<?> field) {
        return switch (part) {
            case LENGTH -> DSL.length(field.cast(SQLDataType.VARCHAR));
            case YEAR -> DSL.extract(field, DatePart.YEAR);
            case MONTH -> DSL.extract(field, DatePart.MONTH);
            case DAY -> DSL.extract(field, DatePart.DAY);
        };
    }

    private static String likePattern(String pattern) {
        return pattern.toLowerCase(Locale.ROOT)
                .replace("!", "!!").replace("%", "!%").replace("_", "!_")
                .replace('*', '%').replace('?', '_');
    }

    private static <T> Condition compared(Field<T> field, Criterion.Operator operator, Object value) {
        if (value.equals("")) {
            var blank = field.isNull().or(field.cast(SQLDataType.VARCHAR).eq(""));
            return operator == Criterion.Operator.NOT_EQUAL ? blank.not() : blank;
        }
        if (value instanceof Long number && Number.class.isAssignableFrom(field.getType()) && field.getType() != Long.class) {
            return compared(field.cast(SQLDataType.NUMERIC), operator, BigDecimal.valueOf(number));    // it may not fit into the column
        }
        var bound = DSL.val(stored(field, value), field.getDataType());
        return switch (operator) {
            case EQUAL -> field.eq(bound);
            case NOT_EQUAL -> field.isDistinctFrom(bound);
            case LESS -> field.lt(bound);
            case LESS_OR_EQUAL -> field.le(bound);
            case GREATER -> field.gt(bound);
            case GREATER_OR_EQUAL -> field.ge(bound);
        };
    }

    private static Object stored(Field<?> field, Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        return EnumType.class.isAssignableFrom(field.getType()) ? literal(value.toString()) : value;
    }

    private Field<?> summed(String column) {
        return Optional.<Field<?>>ofNullable(manner.summed().get(column)).orElseGet(() -> field(column));
    }

    private Field<?> field(String column) {
        return Optional.ofNullable(fields.get(column)).orElseThrow(() -> new IllegalArgumentException("no column " + column));
    }
}
