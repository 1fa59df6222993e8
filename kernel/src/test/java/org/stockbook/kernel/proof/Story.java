package org.stockbook.kernel.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemApplicationNo;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.ValueState;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;

/** The history of an item, told entry by entry with every figure given, right or wrong. */
final class Story {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final ItemNo ITEM = new ItemNo("ITEM");

    private final List<ItemHistory.Entry> entries = new ArrayList<>();
    private final List<ItemHistory.Value> values = new ArrayList<>();
    private final List<ItemApplication> applications = new ArrayList<>();
    private CostingMethod method = CostingMethod.FIFO;
    private boolean adjusted = true;

    /** An entry with its first value entry, invoiced in full and with nothing taken from it. */
    Story entry(long no, EntryType type, String quantity, String cost) {
        var moved = Quantity.of(quantity);
        var date = FIRST_DAY.plusDays(no);
        var entry = new ItemLedgerEntry(new ItemLedgerEntryNo(no), ITEM, Place.BLANK, type, date, moved, Tracking.NONE, UnitUsed.BASE,
                false, false, PostingGroups.BLANK, Origin.ofJournal(new DocumentNo("D" + no), date));
        entries.add(new ItemHistory.Entry(entry, new EntryState(moved, moved, true, date, Quantity.ZERO, ItemLedgerEntryNo.NONE, false)));
        return add(value(values.size() + 1, no, new Money(ValueEntryType.DIRECT_COST, Cost.actual(Amount.of(cost)), moved)));
    }

    /** More money on an entry. */
    Story money(long no, ValueEntryType type, String cost) {
        return add(value(values.size() + 1, no, new Money(type, Cost.actual(Amount.of(cost)), Quantity.ZERO)));
    }

    /** A decrease takes from an increase; both have so much less remaining. */
    Story taken(long inbound, long outbound, String quantity) {
        var taken = Quantity.of(quantity);
        apply(new ItemApplication(new ItemApplicationNo(applications.size() + 1), new ItemLedgerEntryNo(outbound),
                new ItemLedgerEntryNo(inbound), new ItemLedgerEntryNo(outbound), taken.negated(), FIRST_DAY, ItemLedgerEntryNo.NONE, true));
        remaining(inbound, before -> before.minus(taken));
        return remaining(outbound, before -> before.plus(taken));
    }

    /** An increase takes its cost from a decrease. */
    Story costFrom(long outbound, long inbound, String quantity) {
        return apply(new ItemApplication(new ItemApplicationNo(applications.size() + 1), new ItemLedgerEntryNo(inbound),
                new ItemLedgerEntryNo(inbound), new ItemLedgerEntryNo(outbound), Quantity.of(quantity), FIRST_DAY, ItemLedgerEntryNo.NONE, true));
    }

    Story apply(ItemApplication application) {
        applications.add(application);
        return this;
    }

    Story remaining(long no, UnaryOperator<Quantity> change) {
        return state(no, state -> new EntryState(change.apply(state.remaining()), state.invoiced(), true, state.lastInvoiceDate(),
                Quantity.ZERO, ItemLedgerEntryNo.NONE, false));
    }

    Story invoiced(long no, String quantity) {
        return state(no, state -> new EntryState(state.remaining(), Quantity.of(quantity), false, state.lastInvoiceDate(),
                Quantity.ZERO, ItemLedgerEntryNo.NONE, false));
    }

    Story state(long no, UnaryOperator<EntryState> change) {
        entries.replaceAll(each -> each.entry().no().value() == no ? new ItemHistory.Entry(each.entry(), change.apply(each.state())) : each);
        return this;
    }

    Story add(ItemHistory.Value value) {
        values.add(value);
        return this;
    }

    Story of(CostingMethod newMethod) {
        method = newMethod;
        return this;
    }

    Story notAdjusted() {
        adjusted = false;
        return this;
    }

    ItemHistory history() {
        var facts = new ItemFacts(ITEM, ItemType.INVENTORY, method, Percentage.ZERO, UnitCost.ZERO, false, true);
        return new ItemHistory(facts, entries, values, applications, adjusted);
    }

    List<Finding> findings() {
        return ItemProof.findings(history());
    }

    /** A revaluation of what was left of an entry. */
    Story revalued(long entry, String valued, String amount) {
        var money = new Money(ValueEntryType.REVALUATION, Cost.actual(Amount.of(amount)), Quantity.ZERO);
        return add(value(values.size() + 1, entry, money, Quantity.of(valued)));
    }

    /** What a value entry says. */
    record Money(ValueEntryType type, Cost cost, Quantity quantity) {}

    static ItemHistory.Value value(long no, long entry, Money money) {
        return value(no, entry, money, Quantity.of(1));
    }

    private static ItemHistory.Value value(long no, long entry, Money money, Quantity valued) {
        var date = FIRST_DAY.plusDays(no);
        var partial = money.type == ValueEntryType.REVALUATION;
        return new ItemHistory.Value(
                new ValueEntry(new ValueEntryNo(no), new ItemLedgerEntryNo(entry), EntryType.PURCHASE, money.type, VarianceType.NONE,
                        ItemChargeNo.BLANK, date, valued, money.quantity, money.quantity, UnitCost.ZERO, money.cost, Trade.NONE, false, true,
                        partial, false, ValueEntryNo.NONE, PostingGroups.BLANK, Origin.ofJournal(new DocumentNo("V" + no), date)),
                new ValueState(date, false));
    }
}
