package org.stockbook.kernel.accounts;

import java.time.LocalDate;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.origin.Origin;

/** A value entry as the general ledger needs it: its cost, how much of it is posted, and what names its accounts. */
public sealed interface CostEntry {
    ValueEntryNo no();

    CostKind kind();

    LocalDate postingDate();

    /** What belongs into the general ledger; zero where the cost stays outside inventory. */
    CostParts amounts();

    /** How much of {@link #amounts} is there already. */
    CostParts posted();

    AccountKeys keys();

    Origin origin();

    /**
     * Cost of a movement of goods.
     *
     * @param location of the movement, which an item charge shares
     * @param workInProcess consumption only: the inventory group of the produced item; else that of the entry
     */
    record OfMovement(ValueEntry entry, LocationCode location, InventoryGroup workInProcess, CostParts posted) implements CostEntry {
        /** An entry that is no consumption and not posted to the general ledger yet. */
        public static OfMovement unposted(ValueEntry entry, LocationCode location) {
            return new OfMovement(entry, location, entry.groups().inventory(), CostParts.ZERO);
        }

        @Override
        public ValueEntryNo no() {
            return entry.no();
        }

        @Override
        public CostKind kind() {
            return CostKind.of(entry);
        }

        @Override
        public LocalDate postingDate() {
            return entry.postingDate();
        }

        @Override
        public CostParts amounts() {
            return entry.inventoriable()
                    ? new CostParts(entry.cost().actual(), entry.cost().expected())
                    : CostParts.ZERO;
        }

        @Override
        public AccountKeys keys() {
            return AccountKeys.of(location, entry.groups(), workInProcess);
        }

        @Override
        public Origin origin() {
            return entry.origin();
        }
    }

    /**
     * Cost of the use of a center or resource; the order in its origin says for what.
     *
     * @param cost always actual, above zero
     * @param groups inventory group of the produced item, business group of the order or subcontractor, product group of the
     *     center or resource
     */
    record OfCapacity(
            ValueEntryNo no,
            ValueEntryType type,
            LocalDate postingDate,
            Amount cost,
            LocationCode location,
            PostingGroups groups,
            Origin origin,
            CostParts posted)
            implements CostEntry {
        @Override
        public CostKind kind() {
            return new CostKind.CapacityUse(origin.order().type(), type);
        }

        @Override
        public CostParts amounts() {
            return new CostParts(cost, Amount.ZERO);
        }

        @Override
        public AccountKeys keys() {
            return AccountKeys.of(location, groups, groups.inventory());
        }
    }
}
