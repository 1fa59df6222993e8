package org.stockbook.inventory.store.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.stockbook.finance.GeneralLedger;
import org.stockbook.finance.GeneralLedgerNumbers;
import org.stockbook.finance.GeneralLedgerPosted;
import org.stockbook.finance.GeneralLedgerPosting;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.BookRequest;
import org.stockbook.kernel.book.EntryNumbers;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryState;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemApplication;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
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
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.platform.database.RoundTrip;
import org.stockbook.platform.database.EarlyRelease;
import org.stockbook.platform.database.SetupRevision;

/** A small company and postings into it, made by hand so that storage is tested without the rules. */
final class Bicycles {
    static final ItemNo BIKE = new ItemNo("BIKE");
    static final ItemNo BELL = new ItemNo("BELL");
    static final Place SHOP = new Place(VariantCode.BLANK, new LocationCode("SHOP"));
    static final Place RED_SHOP = new Place(new VariantCode("RED"), new LocationCode("SHOP"));
    static final RegisterStamp STAMP = RegisterStamp.of("system", new SourceCode("ITEMJNL"), new JournalBatchName("DEFAULT"));
    static final PostingGroups GROUPS =
            new PostingGroups(new InventoryGroup("RESALE"), BusinessGroup.BLANK, new ProductGroup("RETAIL"));

    private Bicycles() {}

    /** BIKE by FIFO with a red variant, BELL by average; one location beside the blank one, two accounts. */
    static void create(DSLContext dsl) {
        dsl.execute("INSERT INTO location (code) VALUES ('SHOP')");
        dsl.execute("INSERT INTO inventory_posting_group (code) VALUES ('RESALE')");
        dsl.execute("INSERT INTO general_product_group (code) VALUES ('RETAIL')");
        dsl.execute("INSERT INTO item (no, costing_method) VALUES ('BIKE', 'FIFO'), ('BELL', 'AVERAGE')");
        dsl.execute("INSERT INTO item_variant (item_id, code) SELECT id, 'RED' FROM item WHERE no = 'BIKE'");
        dsl.execute("INSERT INTO gl_account (no) VALUES ('1300'), ('5050')");
    }

    static BookRequest request(ItemNo item, Place place, String leaving, ItemLedgerEntryNo... named) {
        return new BookRequest(item, Map.of(place, Quantity.of(leaving)), true, Set.of(named), LocalDate.MIN.plusDays(1), LocalDate.MAX);
    }

    static ItemLedgerEntryNo buy(ItemBook book, EntryNumbers numbers, Place place, Deal deal) {
        var on = deal.on();
        var entry = entry(book, numbers.nextItemLedgerEntry(), new Move(place, EntryType.PURCHASE, deal.quantity(), on));
        var state = new EntryState(entry.quantity(), entry.quantity(), true, on, Quantity.ZERO, ItemLedgerEntryNo.NONE, false);
        book.append(entry, state);
        book.append(value(entry, numbers.nextValueEntry(), deal.cost()), new ValueState(on, false));
        book.append(new ItemApplication(numbers.nextItemApplication(), entry.no(), entry.no(), ItemLedgerEntryNo.NONE,
                entry.quantity(), on, ItemLedgerEntryNo.NONE, true));
        return entry.no();
    }

    /** Sells from one increase; the cost is the whole of it that the quantity takes. */
    static ItemLedgerEntryNo sell(ItemBook book, EntryNumbers numbers, ItemLedgerEntryNo increase, Deal deal) {
        var on = deal.on();
        var average = book.facts().method().isAverage();
        var taken = deal.quantity();
        var source = book.entry(increase);
        var entry = entry(book, numbers.nextItemLedgerEntry(), new Move(source.place(), EntryType.SALE, taken.negated(), on));
        book.append(entry, new EntryState(Quantity.ZERO, entry.quantity(), true, on, entry.quantity(), ItemLedgerEntryNo.NONE, false));
        book.append(value(entry, numbers.nextValueEntry(), deal.cost().negated()), new ValueState(on, average));
        book.append(new ItemApplication(numbers.nextItemApplication(), entry.no(), increase, entry.no(), entry.quantity(), on,
                ItemLedgerEntryNo.NONE, !average));
        book.change(source, source.state().withRemaining(source.remaining().minus(taken)));
        return entry.no();
    }

    /** A correction of an entry's cost, as cost adjustment writes it. */
    static void adjust(ItemBook book, EntryNumbers numbers, ItemLedgerEntryNo no, String cost) {
        var entry = book.entry(no);
        var original = entry.values().getFirst().entry();
        book.append(new ValueEntry(numbers.nextValueEntry(), no, original.itemLedgerEntryType(), original.type(), VarianceType.NONE,
                ItemChargeNo.BLANK, original.postingDate(), original.valuedQuantity(), Quantity.ZERO, Quantity.ZERO, UnitCost.ZERO,
                Cost.actual(Amount.of(cost)), Trade.NONE, false, true, false, true, original.no(), original.groups(), original.origin()),
                entry.values().getFirst().state());
    }

    private static ItemLedgerEntry entry(ItemBook book, ItemLedgerEntryNo no, Move move) {
        return new ItemLedgerEntry(no, book.facts().item(), move.place(), move.type(), move.on(), move.quantity(), Tracking.NONE, UnitUsed.BASE, false, false,
                GROUPS, Origin.ofJournal(new DocumentNo("D-1"), move.on()).withDescription("Ærø \"cycle\" \\ {shop}, NULL"));
    }

    private static ValueEntry value(ItemLedgerEntry entry, ValueEntryNo no, Amount cost) {
        return new ValueEntry(no, entry.no(), entry.type(), ValueEntryType.DIRECT_COST, VarianceType.NONE, ItemChargeNo.BLANK,
                entry.postingDate(), entry.quantity(), entry.quantity(), entry.quantity(), cost.per(entry.quantity()),
                Cost.actual(cost), Trade.NONE, false, true, false, false, ValueEntryNo.NONE, entry.groups(), entry.origin());
    }

    /** So many, for so much, on that date. */
    record Deal(Quantity quantity, Amount cost, LocalDate on) {
        static Deal of(String quantity, String cost, String date) {
            return new Deal(Quantity.of(quantity), Amount.of(cost), LocalDate.parse(date));
        }
    }

    private record Move(Place place, EntryType type, Quantity quantity, LocalDate on) {}

    /** The ledger alone, without a general ledger beside it. */
    static InventoryLedgerInPostgres ledger(DSLContext dsl) {
        return new InventoryLedgerInPostgres(dsl, new NoGeneralLedger(), new EarlyRelease(dsl), new SetupRevision(dsl));
    }

    /** Nothing comes to it. */
    private static final class NoGeneralLedger implements GeneralLedger {
        @Override
        public GeneralLedgerPosted append(GeneralLedgerPosting posting) {
            return GeneralLedgerPosted.NOTHING;
        }

        @Override
        public List<GeneralLedgerPosted> append(List<GeneralLedgerPosting> postings, Optional<GeneralLedgerNumbers> ahead, RoundTrip trip) {
            return postings.stream().map(_ -> GeneralLedgerPosted.NOTHING).toList();
        }

        @Override
        public void draw(RoundTrip trip, GeneralLedgerNumbers.Count count, Consumer<GeneralLedgerNumbers> drawn) {}

        @Override
        public void foldMovements() {}
    }
}
