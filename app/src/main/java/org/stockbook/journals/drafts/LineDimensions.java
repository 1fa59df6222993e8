package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.finance.DimensionSets;
import org.stockbook.finance.GlobalDimensions;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.LineIssue;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.dimension.DefaultDimension;
import org.stockbook.kernel.dimension.DimensionBook;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.dimension.DimensionRefusal;
import org.stockbook.kernel.dimension.DimensionRules;
import org.stockbook.kernel.dimension.DimensionValue;
import org.stockbook.kernel.origin.DimensionSetId;

/** The dimensions of journal lines: proposed by item and location, typed in the columns of the two global ones, checked (spec: finance, section 9). */
@Component
class LineDimensions {
    private final DimensionSets sets;

    LineDimensions(DimensionSets sets) {
        this.sets = sets;
    }

    /** Lines as they were kept, with the texts of their global dimensions. */
    List<Draft> named(List<Draft> lines) {
        var global = sets.global();
        var combinations = combinations(lines);
        return lines.stream()
                .map(line -> line.withValues(named(line.values(), combinations.getOrDefault(line.dimensions(), DimensionCombination.EMPTY), global)))
                .toList();
    }

    private Map<DimensionSetId, DimensionCombination> combinations(Collection<Draft> lines) {
        var used = lines.stream().map(Draft::dimensions).filter(set -> !set.equals(DimensionSetId.EMPTY)).distinct().toList();
        return used.isEmpty() ? Map.of() : sets.combinationsOf(used);
    }

    private static LineValues named(LineValues values, DimensionCombination combination, GlobalDimensions global) {
        var texts = new EnumMap<JournalField, String>(JournalField.class);
        value(global.first(), combination).ifPresent(text -> texts.put(JournalField.DIMENSION_1, text));
        value(global.second(), combination).ifPresent(text -> texts.put(JournalField.DIMENSION_2, text));
        return texts.isEmpty() ? values : values.with(texts);
    }

    private static Optional<String> value(Optional<DimensionCode> dimension, DimensionCombination combination) {
        return dimension.flatMap(combination::value).map(DimensionValueCode::code);
    }

    /** What is needed for the dimensions of these lines. */
    Book load(Collection<LineValues> lines, Collection<Draft> before) {
        var owners = new LinkedHashSet<DimensionOwner>();
        lines.forEach(line -> owners(line).forEach(owners::add));
        return new Book(
                sets.book(), sets.global(), owners.isEmpty() ? Map.of() : sets.defaultsOf(owners), combinations(before));
    }

    private static Stream<DimensionOwner> owners(LineValues line) {
        return Stream.of(owner(DimensionOwner.Kind.ITEM, line.code(JournalField.ITEM)), owner(DimensionOwner.Kind.LOCATION, line.code(JournalField.LOCATION)))
                .flatMap(Optional::stream);
    }

    private static Optional<DimensionOwner> owner(DimensionOwner.Kind kind, String card) {
        return card.isEmpty() ? Optional.empty() : Optional.of(new DimensionOwner(kind, card));
    }

    /** Gives each line the set of its combination, and its texts. */
    List<Draft> keep(List<Draft> lines, List<DimensionCombination> combinations) {
        var ids = combinations.stream().allMatch(DimensionCombination::isEmpty) ? Map.<DimensionCombination, DimensionSetId>of() : sets.setsOf(combinations);
        var global = sets.global();
        var kept = new ArrayList<Draft>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var combination = combinations.get(i);
            kept.add(line.withDimensions(ids.getOrDefault(combination, DimensionSetId.EMPTY)).withValues(named(line.values(), combination, global)));
        }
        return kept;
    }

    /** The company's dimensions as far as some lines need them. */
    record Book(
            DimensionBook rules,
            GlobalDimensions global,
            Map<DimensionOwner, List<DefaultDimension>> defaults,
            Map<DimensionSetId, DimensionCombination> combinations) {

        DimensionCombination of(Draft line) {
            return combinations.getOrDefault(line.dimensions(), DimensionCombination.EMPTY);
        }

        /** The combination after a change: a new item or location proposes anew, what was typed wins. */
        DimensionCombination after(Draft before, LineValues line, Map<JournalField, String> typed) {
            var isNew = !before.values().text(JournalField.ITEM).equals(line.text(JournalField.ITEM))
                    || !before.values().text(JournalField.LOCATION).equals(line.text(JournalField.LOCATION));
            var combination = isNew ? DimensionRules.propose(DimensionCombination.EMPTY, sources(line)) : of(before);
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
        List<LineIssue> check(Draft line, DimensionCombination combination) {
            var issues = new LineIssues(line);
            unknown(line, global.first(), JournalField.DIMENSION_1, combination).ifPresent(named ->
                    issues.add(JournalField.DIMENSION_1, "finance.dimension-blocked", named));
            unknown(line, global.second(), JournalField.DIMENSION_2, combination).ifPresent(named ->
                    issues.add(JournalField.DIMENSION_2, "finance.dimension-blocked", named));
            var demands = sources(line.values()).stream().flatMap(List::stream).toList();
            DimensionRules.check(combination, demands, rules).stream().findFirst()
                    .ifPresent(refused -> issues.add(field(refused.dimension()), refused.code(), parameters(refused)));
            return issues.found();
        }

        /** A typed value that is none of its dimension: the combination does not hold it. */
        private static Optional<Map<String, Object>> unknown(
                Draft line, Optional<DimensionCode> dimension, JournalField field, DimensionCombination combination) {
            var text = line.values().text(field);
            return text.isEmpty() || value(dimension, combination).equals(Optional.of(text))
                    ? Optional.empty()
                    : Optional.of(Map.of("dimension", dimension.map(DimensionCode::code).orElse(""), "value", text));
        }

        private JournalField field(DimensionCode dimension) {
            if (global.first().filter(dimension::equals).isPresent()) {
                return JournalField.DIMENSION_1;
            }
            return global.second().filter(dimension::equals).isPresent() ? JournalField.DIMENSION_2 : JournalField.LINE;
        }

        private static Map<String, Object> parameters(DimensionRefusal refusal) {
            var dimension = refusal.dimension().code();
            return switch (refusal) {
                case DimensionRefusal.Blocked _, DimensionRefusal.Mandatory _, DimensionRefusal.MustBeAbsent _ -> Map.of("dimension", dimension, "value", "");
                case DimensionRefusal.ValueNotUsable refused -> Map.of("dimension", dimension, "value", refused.value().code());
                case DimensionRefusal.Excluded refused ->
                    Map.of("dimension", dimension, "first", dimension + " " + refused.value().code(),
                            "second", refused.otherDimension().code() + " " + refused.otherValue().code());
                case DimensionRefusal.OtherCode refused -> Map.of("dimension", dimension, "value", refused.demanded());
                case DimensionRefusal.NotAllowed refused -> Map.of("dimension", dimension, "value", refused.value().code());
            };
        }
    }
}
