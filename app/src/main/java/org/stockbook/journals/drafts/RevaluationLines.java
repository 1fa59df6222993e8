package org.stockbook.journals.drafts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.JournalCards;
import org.stockbook.journals.lines.LineDefaults;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.journals.lines.ValuePer;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.Refusal;
import org.stockbook.kernel.revaluation.Revaluation;
import org.stockbook.kernel.revaluation.RevaluationGroup;
import org.stockbook.kernel.revaluation.RevaluationProposal;
import org.stockbook.kernel.revaluation.RevaluationRequest;
import org.stockbook.kernel.revaluation.RevaluationShare;

/** What a revaluation line asks the ledgers for: shares of the new value for each increase it stands for (spec: costing, section 8). */
final class RevaluationLines {
    private final DraftBatch batch;
    private final JournalCards.Known known;
    private final Map<ItemNo, ItemBook> books;

    /** @param books with the whole history of every item of the lines */
    RevaluationLines(DraftBatch batch, JournalCards.Known known, Map<ItemNo, ItemBook> books) {
        this.batch = batch;
        this.known = known;
        this.books = books;
    }

    /** Lines that came to nothing, refused, or ready. */
    sealed interface Made {
        /** The value stays as it is. */
        record Nothing() implements Made {}

        record Refused(Refusal refusal) implements Made {}

        record Ready(PostingLine line) implements Made {}
    }

    /** The posting line of a draft that has passed its checks. */
    Made of(Draft line) {
        var values = line.values();
        var amount = amount(values, JournalField.VALUE_REVALUED).minus(amount(values, JournalField.VALUE_CALCULATED));
        if (amount.isZero() && !values.says(JournalField.UPDATE_STANDARD_COST)) {
            return new Made.Nothing();
        }
        var item = new ItemNo(values.code(JournalField.ITEM));
        var book = Optional.ofNullable(books.get(item)).orElseThrow(() -> new IllegalArgumentException("item " + item + " does not exist"));
        return values.says(JournalField.PARTIAL_REVALUATION) ? calculated(line, book) : wholeEntry(line, book);
    }

    private Made calculated(Draft line, ItemBook book) {
        var values = line.values();
        var request = request(values);
        var revaluation = new Revaluation(book, known.policy().averageCost(), request);
        var proposal = proposal(values);
        var gone = proposal.entry().isPresent() && book.find(proposal.entry()).isEmpty();
        var shares = revaluation.refusal().isPresent() || gone
                ? Optional.<List<RevaluationShare>>empty()
                : revaluation.spread(proposal, amount(values, JournalField.VALUE_REVALUED));
        if (shares.isEmpty()) {
            return new Made.Refused(new Refusal.RevaluationStale(new LineNo(line.lineNo()), book.facts().item()));
        }
        var standardCost = values.says(JournalField.UPDATE_STANDARD_COST) && book.facts().method().isStandard()
                ? values.figure(JournalField.UNIT_COST_REVALUED).map(UnitCost::rounded)
                : Optional.<UnitCost>empty();
        var place = per(values).byLocation() ? Optional.of(LineDefaults.place(values)) : Optional.<Place>empty();
        return new Made.Ready(new PostingLine.Revaluation(new LineNo(line.lineNo()), book.facts().item(), date(values), shares.get(), true,
                standardCost, place, groups(values), origin(line)));
    }

    private Made wholeEntry(Draft line, ItemBook book) {
        var values = line.values();
        var no = entry(values);
        var found = book.find(no).filter(entry -> entry.isIncrease());
        if (found.isEmpty()) {
            return new Made.Refused(new Refusal.ApplicationInvalid(new LineNo(line.lineNo()), no, Refusal.ApplicationField.ENTRY));
        }
        var increase = found.get();
        var value = increase.values().stream()
                .filter(one -> one.entry().type() != ValueEntryType.ROUNDING)
                .map(BookedValue::inventoriable)
                .reduce(Amount.ZERO, Amount::plus);
        var share = new RevaluationShare(increase.no(), increase.quantity(), amount(values, JournalField.VALUE_REVALUED).minus(value));
        return new Made.Ready(new PostingLine.Revaluation(new LineNo(line.lineNo()), book.facts().item(), date(values), List.of(share), false,
                Optional.empty(), Optional.empty(), groups(values), origin(line)));
    }

    /** What was calculated, narrowed to the place that the line stands for. */
    private static RevaluationRequest request(LineValues values) {
        var per = per(values);
        var place = LineDefaults.place(values);
        return new RevaluationRequest(
                date(values),
                per == ValuePer.ITEM_LEDGER_ENTRY ? RevaluationRequest.Per.ITEM_LEDGER_ENTRY : RevaluationRequest.Per.ITEM,
                per.byLocation(),
                per.byVariant(),
                per.byLocation() ? Set.of(place.location()) : Set.of(),
                per.byVariant() ? Set.of(place.variant()) : Set.of());
    }

    private static RevaluationProposal proposal(LineValues values) {
        var per = per(values);
        var place = LineDefaults.place(values);
        var named = per == ValuePer.ITEM_LEDGER_ENTRY;
        var group = new RevaluationGroup(
                named || per.byLocation() ? Optional.of(place.location()) : Optional.<LocationCode>empty(),
                named || per.byVariant() ? Optional.of(place.variant()) : Optional.<VariantCode>empty());
        var quantity = Quantity.of(values.figure(JournalField.QUANTITY).orElseThrow());
        return new RevaluationProposal(group, named ? entry(values) : ItemLedgerEntryNo.NONE, quantity, amount(values, JournalField.VALUE_CALCULATED));
    }

    private static ValuePer per(LineValues values) {
        return values.word(ValuePer.class, JournalField.VALUE_PER).orElse(ValuePer.ITEM_LEDGER_ENTRY);
    }

    private static ItemLedgerEntryNo entry(LineValues values) {
        return values.figure(JournalField.APPLIES_TO_ENTRY).map(no -> new ItemLedgerEntryNo(no.longValueExact())).orElse(ItemLedgerEntryNo.NONE);
    }

    private static Amount amount(LineValues values, JournalField field) {
        return values.figure(field).map(Amount::rounded).orElse(Amount.ZERO);
    }

    private static LocalDate date(LineValues values) {
        return values.date(JournalField.POSTING_DATE).orElseThrow();
    }

    private PostingGroups groups(LineValues values) {
        return Optional.ofNullable(known.items().get(values.code(JournalField.ITEM))).map(card -> card.groups()).orElse(PostingGroups.BLANK);
    }

    private Origin origin(Draft line) {
        return JournalPostingLines.origin(batch, line);
    }
}
