package org.stockbook.kernel.business;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.proof.ItemHistory;
import org.stockbook.kernel.proof.ItemProof;

/** What must hold while a story is told; what contradicts it, in words. */
sealed interface StoryRule {
    Optional<String> brokenBy(Step step, boolean happened);

    default Optional<String> brokenInTheEnd() {
        return Optional.empty();
    }

    /** A preview of the last posting of a step would have shown the books as they are after it. */
    final class PreviewEqualsPosting implements StoryRule {
        private Map<ItemNo, List<String>> previewed = Map.of();
        private Map<ItemNo, List<String>> posted = Map.of();

        PreviewEqualsPosting(Company company) {
            company.books().watch(attempt -> {
                posted = Map.of();
                previewed = figures(attempt.books().preview(attempt.lines(), new ProvisionalNumbers()));
            }, books -> posted = figures(books));
        }

        private static Map<ItemNo, List<String>> figures(Map<ItemNo, ItemBook> books) {
            var figures = new TreeMap<ItemNo, List<String>>();
            books.forEach((item, book) -> figures.put(item, Figures.of(book)));
            return figures;
        }

        @Override
        public Optional<String> brokenBy(Step step, boolean happened) {
            return previewed.keySet().stream()
                    .flatMap(item -> Property.difference(
                            "preview <> posting", previewed.getOrDefault(item, List.of()), posted.getOrDefault(item, List.of())).stream())
                    .findFirst();
        }
    }

    /** The books hold every invariant. */
    final class InvariantsHold implements StoryRule {
        private final Company company;

        InvariantsHold(Company company) {
            this.company = company;
        }

        @Override
        public Optional<String> brokenBy(Step step, boolean happened) {
            return happened ? findings().stream().findFirst() : Optional.empty();
        }

        @Override
        public Optional<String> brokenInTheEnd() {
            return findings().stream().findFirst();
        }

        private List<String> findings() {
            var findings = new ArrayList<String>();
            for (var book : company.books().all()) {
                ItemProof.findings(ItemHistory.of(book)).forEach(finding -> findings.add(finding.invariant().label() + " " + finding));
                book.entries().stream().filter(entry -> entry.quantity().isZero()).forEach(entry -> findings.add("I1 entry " + entry.no() + " moves nothing"));
            }
            return findings;
        }
    }

    /** An entry never becomes another one (I11). */
    final class NothingIsRewritten implements StoryRule {
        private final Company company;
        private final Map<Object, Object> rows = new HashMap<>();

        NothingIsRewritten(Company company) {
            this.company = company;
        }

        @Override
        public Optional<String> brokenBy(Step step, boolean happened) {
            var changed = new ArrayList<String>();
            for (var book : company.books().all()) {
                book.entries().forEach(entry -> {
                    remember(entry.no(), entry.entry(), changed);
                    entry.values().forEach(value -> remember(value.entry().no(), value.entry(), changed));
                });
            }
            return changed.stream().findFirst();
        }

        private void remember(Object no, Object row, List<String> changed) {
            var before = rows.putIfAbsent(no, row);
            if (before != null && before != row && !before.equals(row)) {
                changed.add("I11 " + before + " became " + row);
            }
        }
    }

    /** What was worth something up to the day of a closing stays worth it. */
    final class ClosedPeriodsKeepTheirFigures implements StoryRule {
        private final Company company;
        private Map<String, Amount> figures = Map.of();

        ClosedPeriodsKeepTheirFigures(Company company) {
            this.company = company;
        }

        @Override
        public Optional<String> brokenBy(Step step, boolean happened) {
            if (step instanceof PeriodStep && happened) {
                figures = now();
            }
            return Optional.empty();
        }

        private Map<String, Amount> now() {
            return CostLedger.valueUpTo(company.books(), company.books().dates().closedUpTo());
        }

        @Override
        public Optional<String> brokenInTheEnd() {
            return Property.difference("closed period, then <> in the end", CostLedger.lines(figures), CostLedger.lines(now()));
        }
    }

    /** What was cancelled as a whole, or shipped and taken back, has cost nothing in the end. */
    final class WhatWentBackCostsNothing implements StoryRule {
        private final Company company;

        WhatWentBackCostsNothing(Company company) {
            this.company = company;
        }

        @Override
        public Optional<String> brokenBy(Step step, boolean happened) {
            return Optional.empty();
        }

        @Override
        public Optional<String> brokenInTheEnd() {
            var cancelled = company.invoices().takenBack().stream()
                    .filter(each -> !isTouched(each.item(), List.of(each.entry(), each.back())))
                    .flatMap(each -> difference("cancelled", each.item(), each.entry(), List.of(each.back())).stream());
            var undone = company.moves().undone().stream()
                    .filter(each -> !isTouched(each.item(), each.entries()))
                    .flatMap(each -> difference(
                            "undone", each.item(), each.left(), each.back().stream().filter(no -> entry(each.item(), no).isIncrease()).toList()).stream());
            return Stream.concat(cancelled, undone).findFirst();
        }

        private BookedEntry entry(ItemNo item, ItemLedgerEntryNo no) {
            return company.books().of(item).entry(no);
        }

        /** Freight and revaluations that came in between are another matter. */
        private boolean isTouched(ItemNo item, List<ItemLedgerEntryNo> entries) {
            return entries.stream()
                    .flatMap(no -> entry(item, no).values().stream())
                    .anyMatch(value -> value.entry().isCharge() || value.entry().type() == ValueEntryType.REVALUATION);
        }

        /** Whoever takes the rest of an increase leaves its cents to it. */
        private static Amount unrounded(BookedEntry entry) {
            return entry.values().stream()
                    .filter(value -> value.entry().type() != ValueEntryType.ROUNDING)
                    .map(BookedValue::inventoriable)
                    .reduce(Amount.ZERO, Amount::plus);
        }

        private Optional<String> difference(String what, ItemNo item, ItemLedgerEntryNo there, List<ItemLedgerEntryNo> back) {
            var cost = back.stream().map(no -> unrounded(entry(item, no))).reduce(unrounded(entry(item, there)), Amount::plus);
            return cost.isZero() ? Optional.empty() : Optional.of(what + " entries " + there + " and " + back + " of " + item + " have cost " + cost);
        }
    }
}
