package org.stockbook.kernel.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.dimension.DimensionBook.Pair;

/** What cards propose for an entry and whether it may carry a combination (spec: finance, section 9). */
public final class DimensionRules {
    private DimensionRules() {}

    /**
     * Adds to a combination what its sources propose, in the order in which they are evaluated: the one evaluated first keeps its value.
     *
     * @param sources what each source says; the header of a line comes first, as the combination itself
     */
    public static DimensionCombination propose(DimensionCombination given, List<List<DefaultDimension>> sources) {
        var proposed = given;
        for (var source : sources) {
            var values = new TreeMap<DimensionCode, DimensionValueCode>();
            source.forEach(saying -> saying.value().ifPresent(value -> values.put(saying.dimension(), value)));
            proposed = proposed.filledFrom(new DimensionCombination(values));
        }
        return proposed;
    }

    /** Every reason against posting with a combination, in the order of the specification; empty when there is none. */
    public static List<DimensionRefusal> check(DimensionCombination combination, List<DefaultDimension> demands, DimensionBook book) {
        var refusals = new ArrayList<DimensionRefusal>();
        combination.values().forEach((dimension, value) -> unusable(dimension, value, book).ifPresent(refusals::add));
        refusals.addAll(excluded(combination, book));
        demands.forEach(demand -> refusal(demand, combination.value(demand.dimension())).ifPresent(refusals::add));
        return List.copyOf(refusals);
    }

    private static Optional<DimensionRefusal> unusable(DimensionCode dimension, DimensionValueCode value, DimensionBook book) {
        if (!book.dimensions().contains(dimension)) {
            return Optional.of(new DimensionRefusal.Blocked(dimension));
        }
        return book.usable().contains(new DimensionValue(dimension, value)) ? Optional.empty() : Optional.of(new DimensionRefusal.ValueNotUsable(dimension, value));
    }

    private static List<DimensionRefusal> excluded(DimensionCombination combination, DimensionBook book) {
        var values = combination.values().entrySet().stream().map(pair -> new DimensionValue(pair.getKey(), pair.getValue())).toList();
        var refusals = new ArrayList<DimensionRefusal>();
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                var one = values.get(i);
                var other = values.get(j);
                if (book.excluded().contains(Pair.of(one.dimension(), other.dimension())) || book.excludedValues().contains(Pair.of(one, other))) {
                    refusals.add(new DimensionRefusal.Excluded(one.dimension(), one.value(), other.dimension(), other.value()));
                }
            }
        }
        return refusals;
    }

    private static Optional<DimensionRefusal> refusal(DefaultDimension demand, Optional<DimensionValueCode> value) {
        var dimension = demand.dimension();
        var owner = demand.owner();
        return switch (demand.posting()) {
            case CODE_MANDATORY -> value.isPresent() ? notAllowed(demand, value) : Optional.of(new DimensionRefusal.Mandatory(dimension, owner));
            case SAME_CODE -> value.equals(demand.value())
                    ? Optional.empty()
                    : Optional.of(new DimensionRefusal.OtherCode(dimension, owner, demand.value().map(DimensionValueCode::code).orElse("")));
            case NO_CODE -> value.isEmpty() ? Optional.empty() : Optional.of(new DimensionRefusal.MustBeAbsent(dimension, owner));
            case NONE -> notAllowed(demand, value);
        };
    }

    private static Optional<DimensionRefusal> notAllowed(DefaultDimension demand, Optional<DimensionValueCode> value) {
        return value.filter(_ -> !demand.allowed().isEmpty())
                .filter(code -> !demand.allowed().contains(code))
                .map(code -> new DimensionRefusal.NotAllowed(demand.dimension(), demand.owner(), code));
    }
}
