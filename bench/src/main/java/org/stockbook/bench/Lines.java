package org.stockbook.bench;

import java.time.LocalDate;
import java.util.Optional;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.LineCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;

/** Posting lines as an item journal makes them: received or shipped and priced at once. */
final class Lines {
    private static final Place PLACE = new Place(VariantCode.BLANK, new LocationCode(CompanySetup.LOCATION));
    private static final PostingGroups GROUPS = new PostingGroups(
            new InventoryGroup(CompanySetup.INVENTORY_GROUP), BusinessGroup.BLANK, new ProductGroup(CompanySetup.PRODUCT_GROUP));

    private Lines() {}

    static ItemNo item(int number) {
        return new ItemNo("I%06d".formatted(number));
    }

    /** A purchase. */
    static PostingLine receipt(int line, ItemNo item, LocalDate date, Goods goods) {
        return movement(line, item, date, new Move(EntryType.PURCHASE, goods.quantity(), goods.unitCost()));
    }

    /** A sale; its cost comes from what it takes. */
    static PostingLine issue(int line, ItemNo item, LocalDate date, long quantity) {
        return movement(line, item, date, new Move(EntryType.SALE, Quantity.of(-quantity), UnitCost.of("10")));
    }

    /** Freight on an entry. */
    static PostingLine charge(ItemNo item, LocalDate date, ItemLedgerEntryNo entry, String amount) {
        return new PostingLine.Charge(new LineNo(1), item, new PostingLine.Charge.Target.Booked(entry), new ItemChargeNo(CompanySetup.CHARGE),
                EntryType.PURCHASE, date, Amount.of(amount), Optional.empty(), Trade.NONE, GROUPS, origin(date));
    }

    private static PostingLine movement(int line, ItemNo item, LocalDate date, Move move) {
        return new PostingLine.Movement(new LineNo(line), item, PLACE, move.type(), date, move.quantity(), UnitUsed.BASE,
                FixedApplication.AUTOMATIC, Tracking.NONE, false, LineCost.ofUnitCost(move.unitCost(), move.quantity()), Trade.NONE,
                GROUPS, origin(date), new Invoicing.AtOnce(origin(date)));
    }

    private static Origin origin(LocalDate date) {
        return Origin.ofJournal(new DocumentNo("BENCH-" + date.getMonthValue()), date);
    }

    /** So many at so much each. */
    record Goods(Quantity quantity, UnitCost unitCost) {
        static Goods of(long quantity, String unitCost) {
            return new Goods(Quantity.of(quantity), UnitCost.of(unitCost));
        }
    }

    private record Move(EntryType type, Quantity quantity, UnitCost unitCost) {}
}
