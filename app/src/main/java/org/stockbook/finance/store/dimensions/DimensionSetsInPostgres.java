package org.stockbook.finance.store.dimensions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_SET;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_SET_ENTRY;
import static org.stockbook.platform.database.jooq.Tables.DIMENSION_VALUE;
import static org.stockbook.platform.database.jooq.Tables.GENERAL_LEDGER_SETUP;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.finance.dimensions.DimensionSets;
import org.stockbook.finance.dimensions.GlobalDimensions;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.dimension.DefaultDimension;
import org.stockbook.kernel.dimension.DimensionBook;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.dimension.DimensionValue;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.platform.database.SetupRevision;
import org.stockbook.platform.database.SetupVersion;

/** Dimension sets, found by their canonical form. */
@Component
class DimensionSetsInPostgres implements DimensionSets {
    private final DSLContext database;
    private final DefaultDimensionRows defaults;
    private final DimensionBookRows bookRows;
    private final SetupRevision.Kept<Set<DimensionOwner.Kind>> demanding;

    DimensionSetsInPostgres(DSLContext database, SetupRevision revision) {
        this.database = database;
        this.defaults = new DefaultDimensionRows(database);
        this.bookRows = new DimensionBookRows(database);
        this.demanding = revision.keep(defaults::demanding);
    }

    @Override
    public Map<DimensionCombination, DimensionSetId> setsOf(Collection<DimensionCombination> combinations) {
        var keys = keysOf(combinations);
        var forms = combinations.stream().distinct().collect(toMap(combination -> combination, combination -> canonicalForm(combination, keys)));
        var found = setsByForm(forms.values());
        var missing = forms.entrySet().stream().filter(form -> !found.containsKey(form.getValue())).collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!missing.isEmpty()) {
            create(missing, keys);
            found.putAll(setsByForm(missing.values()));
        }
        return forms.entrySet().stream().collect(toMap(Map.Entry::getKey, form -> new DimensionSetId(Optional.ofNullable(found.get(form.getValue())).orElseThrow())));
    }

    private Map<String, Long> setsByForm(Collection<String> forms) {
        return new HashMap<>(database.select(DIMENSION_SET.CANONICAL_FORM, DIMENSION_SET.ID)
                .from(DIMENSION_SET)
                .where(DIMENSION_SET.CANONICAL_FORM.in(Set.copyOf(forms)))
                .fetchMap(DIMENSION_SET.CANONICAL_FORM, DIMENSION_SET.ID));
    }

    /** Two transactions may make the same set: the second waits for the first and finds its row. */
    private void create(Map<DimensionCombination, String> missing, Map<DimensionValue, Key> keys) {
        var sets = missing.values().stream().sorted().map(DSL::row).toList();
        database.insertInto(DIMENSION_SET, DIMENSION_SET.CANONICAL_FORM).valuesOfRows(sets).onConflictDoNothing().execute();
        var ids = setsByForm(missing.values());
        var entries = missing.entrySet().stream()
                .flatMap(set -> set.getKey().values().entrySet().stream()
                        .map(pair -> key(keys, new DimensionValue(pair.getKey(), pair.getValue())))
                        .map(key -> DSL.row(ids.get(set.getValue()), key.dimension(), key.value())))
                .toList();
        if (!entries.isEmpty()) {
            database.insertInto(DIMENSION_SET_ENTRY, DIMENSION_SET_ENTRY.DIMENSION_SET_ID, DIMENSION_SET_ENTRY.DIMENSION_ID, DIMENSION_SET_ENTRY.DIMENSION_VALUE_ID)
                    .valuesOfRows(entries)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private static String canonicalForm(DimensionCombination combination, Map<DimensionValue, Key> keys) {
        var pairs = new TreeMap<Long, Long>();
        combination.values().forEach((dimension, value) -> {
            var key = key(keys, new DimensionValue(dimension, value));
            pairs.put(key.dimension(), key.value());
        });
        return pairs.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).collect(Collectors.joining(","));
    }

    private static Key key(Map<DimensionValue, Key> keys, DimensionValue value) {
        return Optional.ofNullable(keys.get(value)).orElseThrow(() -> new IllegalArgumentException("no dimension value " + value));
    }

    private Map<DimensionValue, Key> keysOf(Collection<DimensionCombination> combinations) {
        var dimensions = combinations.stream().flatMap(combination -> combination.values().keySet().stream()).map(DimensionCode::code).collect(Collectors.toSet());
        if (dimensions.isEmpty()) {
            return Map.of();
        }
        return database.select(DIMENSION.CODE, DIMENSION_VALUE.CODE, DIMENSION.ID, DIMENSION_VALUE.ID)
                .from(DIMENSION_VALUE)
                .join(DIMENSION).on(DIMENSION.ID.eq(DIMENSION_VALUE.DIMENSION_ID))
                .where(DIMENSION.CODE.in(dimensions))
                .fetchMap(row -> new DimensionValue(new DimensionCode(row.value1()), new DimensionValueCode(row.value2())), row -> new Key(row.value3(), row.value4()));
    }

    @Override
    public Map<DimensionSetId, DimensionCombination> combinationsOf(Collection<DimensionSetId> sets) {
        var found = database.select(DIMENSION_SET_ENTRY.DIMENSION_SET_ID, DIMENSION.CODE, DIMENSION_VALUE.CODE)
                .from(DIMENSION_SET_ENTRY)
                .join(DIMENSION).on(DIMENSION.ID.eq(DIMENSION_SET_ENTRY.DIMENSION_ID))
                .join(DIMENSION_VALUE).on(DIMENSION_VALUE.ID.eq(DIMENSION_SET_ENTRY.DIMENSION_VALUE_ID))
                .where(DIMENSION_SET_ENTRY.DIMENSION_SET_ID.in(sets.stream().map(DimensionSetId::value).collect(Collectors.toSet())))
                .fetch()
                .stream()
                .collect(groupingBy(row -> new DimensionSetId(row.value1()), toMap(row -> new DimensionCode(row.value2()), row -> new DimensionValueCode(row.value3()))));
        return sets.stream().distinct().collect(toMap(set -> set, set -> DimensionCombination.of(found.getOrDefault(set, Map.of()))));
    }

    @Override
    public DimensionBook book() {
        return bookRows.load();
    }

    @Override
    public Map<DimensionOwner, List<DefaultDimension>> defaultsOf(Collection<DimensionOwner> owners) {
        return defaults.load(owners);
    }

    @Override
    public Set<DimensionOwner.Kind> demanding(SetupVersion setups) {
        return demanding.get(setups);
    }

    @Override
    public Set<DimensionOwner.Kind> demanding() {
        return demanding.get();
    }

    @Override
    public GlobalDimensions global() {
        var first = DIMENSION.as("first");
        var second = DIMENSION.as("second");
        return database.select(first.CODE, second.CODE)
                .from(GENERAL_LEDGER_SETUP)
                .leftJoin(first).on(first.ID.eq(GENERAL_LEDGER_SETUP.GLOBAL_DIMENSION_1_ID))
                .leftJoin(second).on(second.ID.eq(GENERAL_LEDGER_SETUP.GLOBAL_DIMENSION_2_ID))
                .fetchSingle(row -> new GlobalDimensions(Optional.ofNullable(row.value1()).map(DimensionCode::new), Optional.ofNullable(row.value2()).map(DimensionCode::new)));
    }

    @Override
    public Optional<String> name(DimensionCode dimension) {
        return database.select(DIMENSION.NAME).from(DIMENSION).where(DIMENSION.CODE.eq(dimension.code())).fetchOptional(DIMENSION.NAME).filter(name -> !name.isBlank());
    }

    private record Key(long dimension, long value) {}
}
