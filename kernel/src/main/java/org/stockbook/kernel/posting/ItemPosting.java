package org.stockbook.kernel.posting;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.Optional;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.EntryPoint;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.PresentCost;
import org.stockbook.kernel.itemapplication.Applications;
import org.stockbook.kernel.itemapplication.ValuationDates;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.measure.UnitCost;

/** What all kinds of lines need while they post to the book of one item. */
final class ItemPosting {
    private final ItemBook book;
    private final PostingRules rules;
    private final EntryNumbers numbers;
    private final Applications applications;
    private final PresentCost present;
    private final Map<BookedEntry, BookedEntry> exhausted = new TreeMap<>(ItemBook.BY_DATE_AND_NUMBER);
    private Optional<BookedEntry> justMade = Optional.empty();

    ItemPosting(ItemBook book, PostingRules rules, EntryNumbers numbers) {
        this.book = book;
        this.rules = rules;
        this.numbers = numbers;
        this.applications = new Applications(book, numbers);
        this.present = new PresentCost(book, rules.averageCost());
    }

    ItemBook book() {
        return book;
    }

    ItemFacts facts() {
        return book.facts();
    }

    PostingRules rules() {
        return rules;
    }

    EntryNumbers numbers() {
        return numbers;
    }

    Applications applications() {
        return applications;
    }

    PresentCost present() {
        return present;
    }

    boolean isStandard() {
        return facts().method().isStandard();
    }

    boolean isAverage() {
        return facts().method().isAverage();
    }

    /** The standard cost in force at a place: the stockkeeping unit's, else the item's. */
    UnitCost standardCost(Place place) {
        return book.costs().stockkeepingUnit(place).orElse(book.costs().card()).standardCost();
    }

    /** The unit cost to assume at a place (spec: costing, section 3). */
    CostCard cardAt(Place place) {
        var card = book.costs().card();
        return rules.averageCost().present().calculation() == AverageCalculation.ITEM_VARIANT_LOCATION
                ? book.costs().stockkeepingUnit(place).orElse(card)
                : card;
    }

    BookedValue write(ValueDraft draft, LocalDate valuationDate, boolean byAverage) {
        var free = facts().valueZero() ? draft.cost(Cost.ZERO).costPerUnit(UnitCost.ZERO) : draft;
        var value = book.append(
                free.build(numbers.nextValueEntry(), facts().isStocked()), new ValueState(valuationDate, byAverage));
        if (!rules.exactAtOnce() && opensCosts(value.entry())) {
            markPoint(book.entry(value.entry().itemLedgerEntry()).place(), valuationDate);
        }
        return value;
    }

    /** Money that leaves something to adjust, be it only the unit cost of the card (spec: costing, section 6.2). */
    private static boolean opensCosts(ValueEntry value) {
        return value.inventoriable()
                && (value.type() == ValueEntryType.DIRECT_COST || value.type() == ValueEntryType.REVALUATION);
    }

    /** Cost has to be forwarded from this entry. */
    void mark(BookedEntry entry) {
        book.change(entry, entry.state().toAdjust(true));
        markPoint(entry.place(), entry.valuationDate());
    }

    void markPoint(Place place, LocalDate valuationDate) {
        book.mark(new EntryPoint(rules.averageCost().markedPlace(book, place, valuationDate), valuationDate));
    }

    /** Something joins an average pool that is no decrease valued by it: the average from then on is no longer final. */
    void poolChanged(BookedEntry entry) {
        if (isAverage() && (!rules.exactAtOnce() || present.disturbsAverage(entry.place(), entry.valuationDate()))) {
            markPoint(entry.place(), entry.valuationDate());
        }
    }

    /** New money on an increase: everything that took from it, and the average it is part of, is no longer final. */
    void increaseChanged(BookedEntry increase) {
        poolChanged(increase);
        if (!increase.feeding().isEmpty() || !increase.transferredTo().isEmpty() || hasLeft(increase)) {
            mark(increase);
        }
    }

    private static boolean hasLeft(BookedEntry increase) {
        return !increase.remaining().equals(increase.quantity());
    }

    /** A later increase now feeds an open decrease: it counts from when the increase counts, and its cost is to be corrected. */
    void decreaseCovered(BookedEntry decrease) {
        markPoint(decrease.place(), decrease.valuationDate());
        var date = ValuationDates.ofDecrease(book, decrease);
        if (date.isAfter(decrease.valuationDate())) {
            ValuationDates.move(book, decrease, date);
        }
        mark(decrease);
    }

    /** Remembers increases that this posting may have used up, to write their rounding at its end. */
    void noteSources(BookedEntry decrease) {
        decrease.sources().forEach(row -> book.find(row.inbound())
                .filter(increase -> !increase.isOpen())
                .ifPresent(increase -> exhausted.put(increase, decrease)));
    }

    /** A movement has made this entry. */
    void made(BookedEntry entry) {
        justMade = Optional.of(entry);
    }

    /** The entry that a charge adds to; empty if it was to be made by a movement that was refused. */
    Optional<BookedEntry> entry(PostingLine.Charge.Target target) {
        return switch (target) {
            case PostingLine.Charge.Target.Booked booked -> book.find(booked.entry());
            case PostingLine.Charge.Target.JustMade _ -> justMade;
        };
    }

    /** Called once after all lines of the item: roundings and unit costs where they can be final at once. */
    void finish() {
        exhausted.forEach((increase, decrease) -> {
            if (!isAverage() || isTakenByName(increase)) {
                roundOrMark(increase, decrease);
            }
        });
        if (rules.exactAtOnce() && book.costIsAdjusted()) {
            present.updateUnitCosts();
        }
    }

    /** An increase of an average item that fixed applications took out of the average altogether: it may leave cents. */
    private static boolean isTakenByName(BookedEntry increase) {
        return increase.feeding().stream().allMatch(row -> row.carriesCost());
    }

    /** The mark stands on the decrease: of the increase nothing has changed, and others that took from it must stay as they are. */
    private void roundOrMark(BookedEntry increase, BookedEntry decrease) {
        var rounded = rules.exactAtOnce() && !isAverage() && book.costIsAdjusted() && present.round(increase, rules.corrections(), numbers);
        if (!rounded) {
            mark(decrease);
        }
    }
}
