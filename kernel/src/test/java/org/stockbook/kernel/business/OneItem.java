package org.stockbook.kernel.business;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.book.ItemFacts;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.costing.AverageCalculation;
import org.stockbook.kernel.costing.AverageCostPolicy;
import org.stockbook.kernel.costing.AveragePeriodType;
import org.stockbook.kernel.revaluation.Revaluation;
import org.stockbook.kernel.revaluation.RevaluationRequest;
import org.stockbook.kernel.revaluation.RevaluationShare;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.LineCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.PostingOutcome;
import org.stockbook.kernel.posting.Refusal;

/** A company that trades one item; quantities and prices are written as in the specification's examples. */
public final class OneItem {
    public static final ItemNo ITEM = new ItemNo("BIKE");

    private final Books books;
    private final ItemNo item;
    private final Percentage indirectCost = Percentage.ZERO;
    private final UnitCost overheadRate;
    private int lines;
    private int serials;

    OneItem(Books books, ItemFacts facts, CostCard card) {
        this.books = books;
        this.item = facts.item();
        this.overheadRate = facts.overheadRate();
        books.open(facts, card);
    }

    private OneItem(ItemFacts facts, CostCard card, AverageCostPolicy policy, boolean exactAtOnce) {
        this(new Books(policy, exactAtOnce, new CountedNumbers()), facts, card);
    }

    public static OneItem of(CostingMethod method) {
        return of(method, "0");
    }

    /** An item whose unit cost (or standard cost) is known; average per day and item. */
    public static OneItem of(CostingMethod method, String unitCost) {
        return of(method, unitCost, new Averaging(AverageCalculation.ITEM, AveragePeriodType.DAY), false);
    }

    /** An item of a company that may adjust costs at once, while posting. */
    public static OneItem of(CostingMethod method, String unitCost, Averaging averaging, boolean exactAtOnce) {
        var facts = new ItemFacts(ITEM, ItemType.INVENTORY, method, Percentage.ZERO, UnitCost.ZERO, false, true);
        var policy = AverageCostPolicy.of(averaging.calculation(), averaging.period());
        return new OneItem(facts, card(unitCost), policy, exactAtOnce);
    }

    public static OneItem withOverhead(CostingMethod method, String unitCost, String rate) {
        var facts = new ItemFacts(ITEM, ItemType.INVENTORY, method, Percentage.ZERO, UnitCost.of(rate), false, true);
        return new OneItem(
                facts,
                card(unitCost),
                AverageCostPolicy.of(AverageCalculation.ITEM, AveragePeriodType.DAY),
                false);
    }

    static CostCard card(String unitCost) {
        return new CostCard(UnitCost.of(unitCost), UnitCost.of(unitCost), UnitCost.ZERO);
    }

    public ItemBook book() {
        return books.of(item);
    }

    ItemNo no() {
        return item;
    }

    public static Place at(String location) {
        return new Place(VariantCode.BLANK, new LocationCode(location));
    }

    /** Receives and invoices; the amount is that of the whole line. */
    public ItemLedgerEntryNo buy(String date, String quantity, String amount) {
        return buy(date, Place.BLANK, quantity, amount);
    }

    public ItemLedgerEntryNo buy(String date, Place place, String quantity, String amount) {
        return post(movement(goods(EntryType.PURCHASE, date, place, quantity), amount, FixedApplication.AUTOMATIC, atOnce(date)));
    }

    /** Receives now, the invoice comes later; the amount is what is expected. */
    public ItemLedgerEntryNo receive(String date, String quantity, String expected) {
        return receive(date, Place.BLANK, quantity, expected);
    }

    ItemLedgerEntryNo receive(String date, Place place, String quantity, String expected) {
        return post(movement(goods(EntryType.PURCHASE, date, place, quantity), expected, FixedApplication.AUTOMATIC, Invoicing.LATER));
    }

    public ItemLedgerEntryNo sell(String date, String quantity) {
        return sell(date, Place.BLANK, quantity);
    }

    public ItemLedgerEntryNo sell(String date, Place place, String quantity) {
        return leave(goods(EntryType.SALE, date, place, quantity), FixedApplication.AUTOMATIC, atOnce(date));
    }

    public ItemLedgerEntryNo ship(String date, String quantity) {
        return ship(date, Place.BLANK, quantity);
    }

    ItemLedgerEntryNo ship(String date, Place place, String quantity) {
        return leave(goods(EntryType.SALE, date, place, quantity), FixedApplication.AUTOMATIC, Invoicing.LATER);
    }

    /** Sends goods of one receipt back to the vendor. */
    public ItemLedgerEntryNo returnToVendor(String date, String quantity, ItemLedgerEntryNo receipt) {
        var goods = goods(EntryType.PURCHASE, date, book().entry(receipt).place(), quantity);
        return leave(goods, new FixedApplication.ToEntry(receipt), atOnce(date));
    }

    /** Takes goods of one sale back at the cost they left with. */
    public ItemLedgerEntryNo takeBack(String date, String quantity, ItemLedgerEntryNo sale) {
        return takeBack(date, Place.BLANK, quantity, sale);
    }

    public ItemLedgerEntryNo takeBack(String date, Place place, String quantity, ItemLedgerEntryNo sale) {
        var goods = goods(EntryType.SALE, date, place, quantity);
        return post(movement(goods, "0", new FixedApplication.FromEntry(sale), atOnce(date)));
    }

    public ItemLedgerEntryNo adjustDown(String date, String quantity) {
        var goods = goods(EntryType.NEGATIVE_ADJUSTMENT, date, Place.BLANK, quantity);
        return leave(goods, FixedApplication.AUTOMATIC, atOnce(date));
    }

    public ItemLedgerEntryNo adjustUp(String date, String quantity, String amount) {
        var goods = goods(EntryType.POSITIVE_ADJUSTMENT, date, Place.BLANK, quantity);
        return post(movement(goods, amount, FixedApplication.AUTOMATIC, atOnce(date)));
    }

    public List<ItemLedgerEntryNo> transfer(String date, Place from, Place to, String quantity) {
        var tracking = trackingAt(from);
        return posted(new PostingLine.Transfer(
                        nextLine(),
                        item,
                        from,
                        to,
                        LocalDate.parse(date),
                        pieces(Quantity.of(quantity)),
                        UnitUsed.BASE,
                        FixedApplication.AUTOMATIC,
                        tracking,
                        tracking,
                        book().costs().card().unitCost(),
                        PostingGroups.BLANK,
                        origin(date),
                        origin(date),
                        false))
                .lines()
                .getFirst()
                .entries();
    }

    /** Invoices a part of a receipt (positive) or shipment (negative quantity). */
    public void invoice(String date, ItemLedgerEntryNo entry, String quantity, String amount) {
        var part = Quantity.of(quantity);
        posted(new PostingLine.Invoice(
                nextLine(),
                item,
                entry,
                LocalDate.parse(date),
                part,
                cost(part, Amount.of(amount)),
                Trade.NONE,
                PostingGroups.BLANK,
                origin(date)));
    }

    public void charge(String date, ItemLedgerEntryNo entry, String amount) {
        posted(new PostingLine.Charge(
                nextLine(),
                item,
                new PostingLine.Charge.Target.Booked(entry),
                new ItemChargeNo("FREIGHT"),
                EntryType.PURCHASE,
                LocalDate.parse(date),
                Amount.of(amount),
                Optional.empty(),
                Trade.NONE,
                PostingGroups.BLANK,
                origin(date)));
    }

    /** Revalues what is left of one increase. */
    public void revalue(String date, ItemLedgerEntryNo entry, String quantity, String amount) {
        posted(new PostingLine.Revaluation(
                nextLine(),
                item,
                LocalDate.parse(date),
                List.of(new RevaluationShare(entry, Quantity.of(quantity), Amount.of(amount))),
                true,
                Optional.empty(),
                Optional.empty(),
                PostingGroups.BLANK,
                origin(date)));
    }

    /**
     * Raises or lowers the value of all that is on hand on a date; false where that is refused, or nothing is there, or where what
     * came back may still get another cost, so that its share would be a matter of chance.
     */
    public boolean revalueAll(LocalDate date, Amount change) {
        if (!book().entries().stream().allMatch(BookedEntry::isFullyInvoiced)) {
            return false;
        }
        adjust();
        var policy = books.policy();
        var perPlace = policy.ruleOn(date).calculation() == AverageCalculation.ITEM_VARIANT_LOCATION;
        var request = new RevaluationRequest(
                date, RevaluationRequest.Per.ITEM, perPlace, perPlace, Set.of(), Set.of());
        var revaluation = new Revaluation(book(), policy, request);
        if (revaluation.refusal().isPresent() || revaluation.propose().isEmpty()) {
            return false;
        }
        var proposal = revaluation.propose().getFirst();
        var revalued = proposal.value().plus(change).max(Amount.ZERO);
        var shares = revaluation.spread(proposal, revalued).orElseThrow();
        posted(new PostingLine.Revaluation(
                nextLine(), item, date, shares, true, Optional.empty(), Optional.empty(), PostingGroups.BLANK, origin(date.toString())));
        return true;
    }

    public ItemLedgerEntryNo undo(ItemLedgerEntryNo entry) {
        var date = book().entry(entry).postingDate();
        return post(new PostingLine.Undo(nextLine(), item, entry, date, origin(date.toString())));
    }

    /** Brings all costs up to date; how many value entries that took. */
    public int adjust() {
        return books.adjust(item);
    }

    /** Actual and expected cost of an entry. */
    public String costOf(ItemLedgerEntryNo entry) {
        return book().entry(entry).cost().inventoriable().toString();
    }

    public Quantity stock() {
        return book().entries().stream().map(BookedEntry::quantity).reduce(Quantity.ZERO, Quantity::plus);
    }

    public Amount value() {
        return book().entries().stream().map(entry -> entry.cost().inventoriable()).reduce(Amount.ZERO, Amount::plus);
    }

    public Amount valueAt(Place place) {
        return book().entries().stream()
                .filter(entry -> entry.place().equals(place))
                .map(entry -> entry.cost().inventoriable())
                .reduce(Amount.ZERO, Amount::plus);
    }

    /** What a line that must be refused is refused with. */
    public List<Refusal> refusals(PostingLine line) {
        return books.post(List.of(line)) instanceof PostingOutcome.Refused refused ? refused.refusals() : List.of();
    }

    /** A line that moves goods; the amount has the sign of the quantity. */
    public PostingLine.Movement movement(
            Goods goods, String amount, FixedApplication application, Invoicing invoicing) {
        var moved = pieces(Quantity.of(goods.quantity()));
        return new PostingLine.Movement(
                nextLine(),
                item,
                goods.place(),
                goods.type(),
                LocalDate.parse(goods.date()),
                moved,
                UnitUsed.BASE,
                application,
                tracking(application, goods.place(), moved),
                false,
                cost(moved, Amount.of(amount)),
                Trade.NONE,
                PostingGroups.BLANK,
                origin(goods.date()),
                invoicing);
    }

    /** Pieces with serial numbers move one by one. */
    Quantity pieces(Quantity quantity) {
        return isSpecific() ? Quantity.of(1).withSignOf(quantity) : quantity;
    }

    UnitCost overheadRate() {
        return overheadRate;
    }

    boolean isSpecific() {
        return book().facts().method() == CostingMethod.SPECIFIC;
    }

    private Tracking tracking(FixedApplication application, Place place, Quantity moved) {
        return switch (application) {
            case FixedApplication.ToEntry to -> book().entry(to.entry()).entry().tracking();
            case FixedApplication.FromEntry from -> book().entry(from.entry()).entry().tracking();
            case FixedApplication.Automatic _ -> moved.isPositive() ? newTracking() : trackingAt(place);
        };
    }

    /** A fresh serial number, where the item has any. */
    Tracking newTracking() {
        return isSpecific() ? Tracking.ofSerial(new SerialNo("S" + ++serials)) : Tracking.NONE;
    }

    /** A serial number that is on hand; one that nobody has where there is none. */
    Tracking trackingAt(Place place) {
        if (!isSpecific()) {
            return Tracking.NONE;
        }
        return book().openIncreases(place).stream()
                .map(entry -> entry.entry().tracking())
                .findFirst()
                .orElse(Tracking.ofSerial(new SerialNo("LOST")));
    }

    private ItemLedgerEntryNo leave(Goods goods, FixedApplication application, Invoicing invoicing) {
        var left = Quantity.of(goods.quantity()).negated();
        var amount = left.at(book().costs().card().unitCost()).toString();
        var leaving = goods(goods.type(), goods.date(), goods.place(), left.toString());
        return post(movement(leaving, amount, application, invoicing));
    }

    private static Goods goods(EntryType type, String date, Place place, String quantity) {
        return new Goods(type, date, place, quantity);
    }

    private static Invoicing atOnce(String date) {
        return new Invoicing.AtOnce(origin(date));
    }

    private LineCost cost(Quantity quantity, Amount amount) {
        var unitCost = quantity.isNegative() ? book().costs().card().unitCost() : amount.per(quantity);
        return new LineCost(amount, unitCost, amount, indirectCost, overheadRate, Amount.ZERO);
    }

    private ItemLedgerEntryNo post(PostingLine line) {
        return posted(line).lines().getFirst().entries().getFirst();
    }

    private PostingOutcome.Posted posted(PostingLine line) {
        return switch (books.post(List.of(line))) {
            case PostingOutcome.Posted posted -> posted;
            case PostingOutcome.Refused refused -> throw new PostingRefused(refused.refusals());
        };
    }

    private LineNo nextLine() {
        return new LineNo(++lines);
    }

    private static Origin origin(String date) {
        return Origin.ofJournal(new DocumentNo("J"), LocalDate.parse(date));
    }

    /** The cost of every entry in order of number, to compare two histories. */
    public List<String> costs() {
        var costs = new ArrayList<String>();
        book().entries().forEach(entry -> costs.add(entry.no() + ": " + entry.cost().inventoriable()));
        return costs;
    }

    /** How average costs are pooled. */
    public record Averaging(AverageCalculation calculation, AveragePeriodType period) {}

    /** What moves, when and where. */
    public record Goods(EntryType type, String date, Place place, String quantity) {}
}
