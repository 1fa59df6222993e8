package org.stockbook.platform.records;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.EnumType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stockbook.platform.rows.Kind;

/**
 * One field of a kind of record.
 *
 * @param name as programs, mappings and column headings know it, in camelCase
 * @param column where it is kept; for a reference the key of the other record
 * @param lookup the records that it refers to by their code
 */
public record RecordField(String name, Kind kind, Field<?> column, Optional<Lookup> lookup, Set<Trait> traits) {
    /** What sets a field apart. */
    public enum Trait {
        /** Part of the human key. */
        KEY,
        /** Must not be blank. */
        REQUIRED,
        /** Kept by the program; programs may send it unchanged. */
        READ_ONLY,
        /** Shown in lists without being asked for. */
        LISTED,
        /** Written by an effect of its room, because it stands in another table. */
        ELSEWHERE,
        /** Only for those who may see what things cost. */
        COST
    }

    public RecordField {
        traits = Set.copyOf(traits);
    }

    public static RecordField of(String name, Kind kind, Field<?> column) {
        return new RecordField(name, kind, column, Optional.empty(), Set.of());
    }

    public static RecordField text(String name, Field<String> column) {
        return of(name, Kind.TEXT, column);
    }

    public static RecordField code(String name, Field<String> column) {
        return of(name, Kind.CODE, column);
    }

    public static RecordField flag(String name, Field<Boolean> column) {
        return of(name, Kind.FLAG, column);
    }

    public static RecordField choice(String name, Field<? extends EnumType> column) {
        return of(name, Kind.CHOICE, column);
    }

    /** A reference to another record by its code. */
    public static RecordField reference(String name, Field<Long> column, Lookup lookup) {
        return new RecordField(name, Kind.CODE, column, Optional.of(lookup), Set.of());
    }

    /** The same field, but read as another kind of value. */
    public RecordField as(Kind newKind) {
        return new RecordField(name, newKind, column, lookup, traits);
    }

    public RecordField with(Trait... more) {
        var all = EnumSet.noneOf(Trait.class);
        all.addAll(traits);
        all.addAll(List.of(more));
        return new RecordField(name, kind, column, lookup, all);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** What is read: the code for a reference, the camelCase word for a choice, else the column itself. */
    Field<?> expression() {
        if (lookup.isPresent()) {
            return lookup.get().codeOf(column.coerce(Long.class));
        }
        return kind == Kind.CHOICE ? wordOf(column) : column;
    }

    private static Field<String> wordOf(Field<?> column) {
        var words = DSL.case_(column.cast(String.class));
        var literals = literals(column).toList();
        var step = words.when(literals.getFirst(), word(literals.getFirst()));
        for (var literal : literals.subList(1, literals.size())) {
            step = step.when(literal, word(literal));
        }
        return step;
    }

    /** The words of a choice; empty for any other field. */
    public List<String> choices() {
        return kind == Kind.CHOICE ? literals(column).map(RecordField::word).toList() : List.of();
    }

    private static Stream<String> literals(Field<?> column) {
        return Stream.of(column.getType().getEnumConstants()).map(constant -> ((EnumType) constant).getLiteral());
    }

    /** ITEM_LEDGER becomes itemLedger. */
    static String word(String literal) {
        var word = new StringBuilder();
        for (var part : literal.toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }

    /** The literal of a word, whatever its case; empty if it is none of the choices. */
    Optional<String> literal(String word) {
        var plain = word.replaceAll("[\\s_.-]", "");
        return literals(column).filter(literal -> literal.replace("_", "").equalsIgnoreCase(plain)).findFirst();
    }

    /** The longest text the column takes; 0 for no limit. */
    public int longest() {
        return lookup.isPresent() ? 0 : column.getDataType().length();
    }
}
