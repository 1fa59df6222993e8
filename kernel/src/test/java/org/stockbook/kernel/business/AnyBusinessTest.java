package org.stockbook.kernel.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.business.StoryRule.ClosedPeriodsKeepTheirFigures;
import org.stockbook.kernel.business.StoryRule.InvariantsHold;
import org.stockbook.kernel.business.StoryRule.NothingIsRewritten;
import org.stockbook.kernel.business.StoryRule.PreviewEqualsPosting;
import org.stockbook.kernel.business.StoryRule.WhatWentBackCostsNothing;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.measure.Quantity;

/**
 * What holds for every business whatever it does, by journals and by documents of every kind. Even seeds adjust costs while
 * posting, two of three after each step.
 */
class AnyBusinessTest {
    static LongStream seeds() {
        return Property.seeds(1000, 1000);
    }

    /**
     * A preview shows what is posted (design, section 4); I1 to I12 hold after every step and nothing is rewritten (ledger, section
     * 1); a closed period keeps its figures (costing, section 10); items told one by one in any order end the same (costing, 6.12);
     * the general ledger has per account and month what the value entries say (reconciliation, sections 1 and 8); and when all is
     * gone, nothing is worth anything (I9).
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_rule_holds_whatever_happens(long seed) {
        Property property = (business, story) -> told(seed, business, story);
        property.assertHolds(seed);
    }

    private static Optional<String> told(long seed, RandomBusiness business, List<Step> story) {
        var company = business.company(seed % 2 == 0);
        var rules = List.of(
                new PreviewEqualsPosting(company), new InvariantsHold(company), new NothingIsRewritten(company), new ClosedPeriodsKeepTheirFigures(company),
                new WhatWentBackCostsNothing(company));
        for (var step : story) {
            var happened = company.happens(step);
            if (happened && seed % 3 != 0) {
                company.adjust();
            }
            var broken = rules.stream().map(rule -> rule.brokenBy(step, happened)).flatMap(Optional::stream).findFirst();
            if (broken.isPresent()) {
                return broken;
            }
        }
        company.settle();
        return rules.stream().flatMap(rule -> rule.brokenInTheEnd().stream()).findFirst()
                .or(() -> new Interleaving(company.books(), business.company(seed % 2 == 0).books()).run(new Random(seed), company.books()))
                .or(() -> generalLedger(seed, company))
                .or(() -> everythingGoes(company));
    }

    private static Optional<String> generalLedger(long seed, Company company) {
        var ledger = new CostLedger(company.books(), seed % 4 < 2);
        var specified = CostLedger.lines(ledger.specified());
        return Property.difference("specified <> automatic", specified, CostLedger.lines(ledger.automatically()))
                .or(() -> Property.difference(
                        "specified <> batch per entry", specified, CostLedger.lines(ledger.byBatch(new Random(seed), new PostingMethod.PerEntry()))))
                .or(() -> Property.difference(
                        "specified <> batch per group", specified, CostLedger.lines(ledger.byBatch(new Random(seed), CostLedger.perGroup()))));
    }

    private static Optional<String> everythingGoes(Company company) {
        for (var item : company.items()) {
            var places = item.book().entries().stream().map(BookedEntry::place).distinct().toList();
            if (places.stream().anyMatch(place -> item.valueAt(place).isNegative())) {
                continue;   // credited by more than it cost: there is no average, and decreases keep what they were posted at (costing, 6.7)
            }
            for (var place : places) {
                var left = item.book().openIncreases(place).stream().map(BookedEntry::remaining).reduce(Quantity.ZERO, Quantity::plus);
                for (var pieces = item.isSpecific() ? left.value().intValue() : left.signum(); pieces > 0; pieces--) {
                    item.sell("2026-08-01", place, left.toString());
                }
            }
            item.adjust();
            if (!item.value().isZero()) {
                return Optional.of(item.no() + " is gone and worth " + item.value());
            }
        }
        return Optional.empty();
    }

    /** The stories are about something: much of what they plan happens, and every kind of step does. */
    @Test
    void stories_happen() {
        var planned = new TreeMap<String, Integer>();
        var happened = new TreeMap<String, Integer>();
        for (var seed = 0; seed < 600; seed++) {
            var business = new RandomBusiness(seed);
            var company = business.company(false);
            for (var step : business.steps()) {
                planned.merge(step.getClass().getName(), 1, Integer::sum);
                happened.merge(step.getClass().getName(), company.happens(step) ? 1 : 0, Integer::sum);
            }
        }
        var all = planned.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(happened.values().stream().mapToInt(Integer::intValue).sum()).as("%s of %s", happened, planned).isGreaterThan(all / 2);
        assertThat(happened).allSatisfy((_, times) -> assertThat(times).as("%s", happened).isPositive());
    }
}
