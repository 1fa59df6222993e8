package org.stockbook.journals.lines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.finance.dimensions.DimensionFinding;
import org.stockbook.finance.dimensions.DimensionSets;
import org.stockbook.finance.dimensions.GlobalDimensions;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.LineIssue;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.dimension.DefaultDimension;
import org.stockbook.kernel.dimension.DimensionBook;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.dimension.DimensionRules;
import org.stockbook.kernel.dimension.DimensionValue;
import org.stockbook.kernel.origin.DimensionSetId;

/** The dimensions of journal lines: proposed by item and location, typed in the columns of the two global ones, checked (spec: finance, section 9). */
@Component
public class LineDimensions {
    private final DimensionSets sets;

    LineDimensions(DimensionSets sets) {
        this.sets = sets;
    }

    /** Lines as they were kept, with the texts of their global dimensions. */
    public List<Draft> named(List<Draft> lines) {
        var global = sets.global();
        var combinations = combinations(lines);
        return lines.stream()
                .map(line -> line.withValues(named(line.values(), new Combinations(
                        combinations.getOrDefault(line.dimensions(), DimensionCombination.EMPTY),
                        combinations.getOrDefault(line.newDimensions(), DimensionCombination.EMPTY)), global)))
                .toList();
    }

    /** The dimension values of a line before and, for reclassifications, after it. */
    public record Combinations(DimensionCombination old, DimensionCombination after) {
        private static Stream<DimensionCombination> both(Combinations combinations) {
            return Stream.of(combinations.old, combinations.after);
        }
    }

    private Map<DimensionSetId, DimensionCombination> combinations(Collection<Draft> lines) {
        var used = lines.stream().flatMap(line -> Stream.of(line.dimensions(), line.newDimensions())).filter(set -> !set.equals(DimensionSetId.EMPTY)).distinct().toList();
        return used.isEmpty() ? Map.of() : sets.combinationsOf(used);
    }

    private static LineValues named(LineValues values, Combinations combinations, GlobalDimensions global) {
        var texts = new EnumMap<JournalField, String>(JournalField.class);
        value(global.first(), combinations.old()).ifPresent(text -> texts.put(JournalField.DIMENSION_1, text));
        value(global.second(), combinations.old()).ifPresent(text -> texts.put(JournalField.DIMENSION_2, text));
        value(global.first(), combinations.after()).ifPresent(text -> texts.put(JournalField.NEW_DIMENSION_1, text));
        value(global.second(), combinations.after()).ifPresent(text -> texts.put(JournalField.NEW_DIMENSION_2, text));
        return texts.isEmpty() ? values : values.with(texts);
    }

    private static Optional<String> value(Optional<DimensionCode> dimension, DimensionCombination combination) {
        return dimension.flatMap(combination::value).map(DimensionValueCode::code);
    }

    /** What is needed for the dimensions of these lines. */
    public Book load(Collection<LineValues> lines, Collection<Draft> before) {
        var owners = new LinkedHashSet<DimensionOwner>();
        lines.forEach(line -> owners(line).forEach(owners::add));
        lines.forEach(line -> owners(line, JournalField.NEW_LOCATION).forEach(owners::add));
        return new Book(
                sets.book(), sets.global(), owners.isEmpty() ? Map.of() : sets.defaultsOf(owners), combinations(before));
    }

    private static Stream<DimensionOwner> owners(LineValues line) {
        return owners(line, JournalField.LOCATION);
    }

    private static Stream<DimensionOwner> owners(LineValues line, JournalField location) {
        return Stream.of(owner(DimensionOwner.Kind.ITEM, line.code(JournalField.ITEM)), owner(DimensionOwner.Kind.LOCATION, line.code(location)))
                .flatMap(Optional::stream);
    }

    private static Optional<DimensionOwner> owner(DimensionOwner.Kind kind, String card) {
        return card.isEmpty() ? Optional.empty() : Optional.of(new DimensionOwner(kind, card));
    }

    /** Gives each line the sets of its combinations, and their texts. */
    public List<Draft> keep(List<Draft> lines, List<Combinations> combinations) {
        var all = combinations.stream().flatMap(Combinations::both).filter(combination -> !combination.isEmpty()).distinct().toList();
        var ids = all.isEmpty() ? Map.<DimensionCombination, DimensionSetId>of() : sets.setsOf(all);
        var global = sets.global();
        var kept = new ArrayList<Draft>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var both = combinations.get(i);
            kept.add(line.withDimensions(ids.getOrDefault(both.old(), DimensionSetId.EMPTY), ids.getOrDefault(both.after(), DimensionSetId.EMPTY))
                    .withValues(named(line.values(), both, global)));
        }
        return kept;
    }

    /** The company's dimensions as far as some lines need them. */
    public record Book(
            DimensionBook rules,
            GlobalDimensions global,
            Map<DimensionOwner, List<DefaultDimension>> defaults,
            Map<DimensionSetId, DimensionCombination> combinations) {

        public Combinations of(Draft line) {
            return new Combinations(of(line.dimensions()), of(line.newDimensions()));
        }

        private DimensionCombination of(DimensionSetId set) {
            return combinations.getOrDefault(set, DimensionCombination.EMPTY);
        }

        /** The combinations after a change; what is after a reclassification follows what was before it until it is typed. */
        public Combinations after(JournalKind kind, Draft before, LineValues line, Map<JournalField, String> typed) {
            var old = old(before, line, typed);
            if (kind != JournalKind.RECLASSIFICATION) {
                return new Combinations(old, DimensionCombination.EMPTY);
            }
            var after = before.dimensions().equals(before.newDimensions()) ? old : of(before.newDimensions());
            after = typed(after, global.first(), typed.containsKey(JournalField.NEW_DIMENSION_1), line.text(JournalField.NEW_DIMENSION_1));
            return new Combinations(
                    old, typed(after, global.second(), typed.containsKey(JournalField.NEW_DIMENSION_2), line.text(JournalField.NEW_DIMENSION_2)));
        }

        /** A new item or location proposes anew, what was typed wins. */
        private DimensionCombination old(Draft before, LineValues line, Map<JournalField, String> typed) {
            var isNew = !before.values().text(JournalField.ITEM).equals(line.text(JournalField.ITEM))
                    || !before.values().text(JournalField.LOCATION).equals(line.text(JournalField.LOCATION));
            var combination = isNew ? DimensionRules.propose(DimensionCombination.EMPTY, sources(line)) : of(before.dimensions());
            combination = typed(combination, global.first(), typed.containsKey(JournalField.DIMENSION_1), line.text(JournalField.DIMENSION_1));
            return typed(combination, global.second(), typed.containsKey(JournalField.DIMENSION_2), line.text(JournalField.DIMENSION_2));
        }

        private DimensionCombination typed(DimensionCombination combination, Optional<DimensionCode> dimension, boolean typed, String text) {
            if (!typed || dimension.isEmpty()) {
                return combination;
            }
            var isKnown = !text.isEmpty() && rules.usable().contains(new DimensionValue(dimension.get(), new DimensionValueCode(text)));
            return isKnown ? combination.with(dimension.get(), new DimensionValueCode(text)) : combination.without(dimension.get());
        }

        private List<List<DefaultDimension>> sources(LineValues line) {
            return owners(line).map(owner -> defaults.getOrDefault(owner, List.of())).toList();
        }

        /** What posting would refuse of a line's dimensions. */
        public List<LineIssue> check(Draft line, Combinations both) {
            var issues = new LineIssues(line);
            var combination = both.old();
            List.of(new Typed(JournalField.DIMENSION_1, global.first(), combination), new Typed(JournalField.DIMENSION_2, global.second(), combination),
                            new Typed(JournalField.NEW_DIMENSION_1, global.first(), both.after()),
                            new Typed(JournalField.NEW_DIMENSION_2, global.second(), both.after()))
                    .forEach(typed -> typed.check(line, issues));
            check(combination, JournalField.LOCATION, line, issues);
            if (line.values().entryType().filter(type -> type == EntryType.TRANSFER).isPresent()) {
                check(both.after(), JournalField.NEW_LOCATION, line, issues);
            }
            return issues.found();
        }

        /** What the item and the location demand of the dimensions on one side of a line: the only one, or the new one of a reclassification. */
        private void check(DimensionCombination combination, JournalField location, Draft line, LineIssues issues) {
            var demands = owners(line.values(), location).flatMap(owner -> defaults.getOrDefault(owner, List.of()).stream()).toList();
            DimensionRules.check(combination, demands, rules).stream().findFirst().map(DimensionFinding::of)
                    .ifPresent(found -> issues.add(field(found.dimension(), location), found.code(), found.parameters()));
        }

        private JournalField field(DimensionCode dimension, JournalField location) {
            var isNew = location == JournalField.NEW_LOCATION;
            if (global.first().filter(dimension::equals).isPresent()) {
                return isNew ? JournalField.NEW_DIMENSION_1 : JournalField.DIMENSION_1;
            }
            return global.second().filter(dimension::equals).isEmpty() ? JournalField.LINE
                    : isNew ? JournalField.NEW_DIMENSION_2 : JournalField.DIMENSION_2;
        }
    }

    /** A value as it was typed for a dimension, and the combination that holds it if it is one of the dimension. */
    private record Typed(JournalField field, Optional<DimensionCode> dimension, DimensionCombination combination) {
        private void check(Draft line, LineIssues issues) {
            var text = line.values().text(field);
            if (!text.isEmpty() && !value(dimension, combination).equals(Optional.of(text))) {
                issues.add(field, "finance.dimension-blocked", Map.of("dimension", dimension.map(DimensionCode::code).orElse(""), "value", text));
            }
        }
    }
}
