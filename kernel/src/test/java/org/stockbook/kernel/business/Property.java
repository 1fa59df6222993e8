package org.stockbook.kernel.business;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Something that holds for whatever story. Where it does not, the story is told in business words without every step that it
 * fails without, too. Run more seeds with {@code -Dstockbook.seeds=20000}, replay one with {@code -Dstockbook.first-seed=17
 * -Dstockbook.seeds=1}.
 */
public interface Property {
    /** What contradicts the property in this story; empty when it holds. */
    Optional<String> contradiction(RandomBusiness business, List<Step> story);

    /**
     * The seeds of this run.
     *
     * @param usual how many there are in every build
     */
    static LongStream seeds(long usualFirst, int usual) {
        var first = Long.getLong("stockbook.first-seed", usualFirst);
        return LongStream.range(first, first + Long.getLong("stockbook.seeds", usual));
    }

    /** Fails with the shortest story that contradicts the property. */
    default void assertHolds(long seed) {
        var business = new RandomBusiness(seed);
        if (tried(business, business.steps()).isPresent()) {
            var story = shortest(business);
            var told = story.stream().map(step -> "\n  " + step).collect(Collectors.joining());
            throw new AssertionError("seed " + seed + ", " + business + told + "\n" + tried(business, story).orElse("(only with the whole story)"));
        }
    }

    private List<Step> shortest(RandomBusiness business) {
        var story = new ArrayList<>(business.steps());
        for (var length = story.size() + 1; story.size() < length; ) {
            length = story.size();
            for (var i = story.size() - 1; i >= 0; i--) {
                var step = story.remove(i);
                if (tried(business, story).isEmpty()) {
                    story.add(i, step);
                }
            }
        }
        return story;
    }

    /** A fault of the kernel contradicts every property. */
    private Optional<String> tried(RandomBusiness business, List<Step> story) {
        try {
            return contradiction(business, story);
        } catch (RuntimeException | AssertionError fault) {
            return Optional.of(fault + " at " + List.of(fault.getStackTrace()).stream().limit(4).toList());
        }
    }

    /** The first line in which two lists differ. */
    static Optional<String> difference(String what, List<String> one, List<String> other) {
        for (var i = 0; i < Math.max(one.size(), other.size()); i++) {
            var left = i < one.size() ? one.get(i) : "nothing";
            var right = i < other.size() ? other.get(i) : "nothing";
            if (!left.equals(right)) {
                return Optional.of(what + ": " + left + " <> " + right);
            }
        }
        return Optional.empty();
    }
}
