package org.stockbook.kernel.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemChargeNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.OrderNo;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.ledger.Cost;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.ledger.VarianceType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.OrderType;
import org.stockbook.kernel.origin.Origin;

/** The company of the worked examples: its account numbers (spec: reconciliation, section 3) and short words for value entries. */
public final class Bookkeeping {
    public static final LocalDate DAY = LocalDate.of(2026, 3, 4);
    public static final LocationCode EAST = new LocationCode("EAST");
    public static final InventoryGroup RAW = new InventoryGroup("RAW");
    public static final BusinessGroup DOMESTIC = new BusinessGroup("DOMESTIC");
    public static final ProductGroup PARTS = new ProductGroup("PARTS");
    public static final PostingGroups GROUPS = new PostingGroups(RAW, DOMESTIC, PARTS);
    private static final Map<AccountType, String> NUMBERS = numbers();

    private final List<PostingSetup> setups = new ArrayList<>();
    private final List<LedgerAccount> accounts = new ArrayList<>();

    private Bookkeeping() {}

    /** Accounts open for posting, no setup rows yet. */
    public static Bookkeeping chart() {
        var books = new Bookkeeping();
        NUMBERS.values().forEach(no -> books.accounts.add(new LedgerAccount(new AccountNo(no), true, false)));
        return books;
    }

    /** One complete row in each table for EAST, RAW, DOMESTIC and PARTS. */
    public static PostingSetups complete() {
        return chart().inventory(EAST, accounts(PostingSetupTable.INVENTORY_POSTING_SETUP))
                .general(DOMESTIC, accounts(PostingSetupTable.GENERAL_POSTING_SETUP), false)
                .setups();
    }

    public static AccountNo account(AccountType type) {
        return new AccountNo(NUMBERS.getOrDefault(type, ""));
    }

    /** All accounts of a table. */
    public static Map<AccountType, AccountNo> accounts(PostingSetupTable table) {
        var accounts = new EnumMap<AccountType, AccountNo>(AccountType.class);
        for (var type : AccountType.values()) {
            if (type.table() == table) {
                accounts.put(type, account(type));
            }
        }
        return accounts;
    }

    public Bookkeeping with(LedgerAccount account) {
        accounts.removeIf(each -> each.no().equals(account.no()));
        accounts.add(account);
        return this;
    }

    public Bookkeeping inventory(LocationCode location, Map<AccountType, AccountNo> named) {
        return inventory(location, RAW, named);
    }

    public Bookkeeping inventory(LocationCode location, InventoryGroup group, Map<AccountType, AccountNo> named) {
        setups.add(new PostingSetup(new SetupKey.OfInventory(location, group), named, false));
        return this;
    }

    public Bookkeeping general(BusinessGroup business, Map<AccountType, AccountNo> named, boolean blocked) {
        setups.add(new PostingSetup(new SetupKey.General(business, PARTS), named, blocked));
        return this;
    }

    public PostingSetups setups() {
        return PostingSetups.of(setups, accounts);
    }

    public static Words movement(long no, EntryType entryType, ValueEntryType type) {
        return new Words(no, entryType, type);
    }

    public static Words direct(long no, EntryType entryType) {
        return movement(no, entryType, ValueEntryType.DIRECT_COST);
    }

    /** Time of a center or resource on an order. */
    public static CostEntry capacity(long no, OrderType order, ValueEntryType type, String cost) {
        var origin = Origin.ofJournal(new DocumentNo("D1"), DAY);
        var ordered = new Origin(origin.documentType(), origin.document(), 0, "", DAY, origin.partnerType(), origin.partner(),
                new OrderLine(order, new OrderNo("P1"), 10000), origin.dimensions(), "", origin.source(), origin.reason(), origin.batch());
        return new CostEntry.OfCapacity(new ValueEntryNo(no), type, DAY, Amount.of(cost), EAST, GROUPS, ordered, CostParts.ZERO);
    }

    /** A value entry in the making. */
    public static final class Words {
        private final long no;
        private final EntryType entryType;
        private final ValueEntryType type;
        private VarianceType variance = VarianceType.NONE;
        private CostParts amounts = CostParts.ZERO;
        private CostParts posted = CostParts.ZERO;
        private LocalDate date = DAY;
        private LocationCode location = EAST;
        private PostingGroups groups = GROUPS;
        private InventoryGroup workInProcess = RAW;
        private DimensionSetId dimensions = DimensionSetId.EMPTY;
        private boolean inventoriable = true;

        private Words(long no, EntryType entryType, ValueEntryType type) {
            this.no = no;
            this.entryType = entryType;
            this.type = type;
        }

        public Words variance(VarianceType newVariance) {
            variance = newVariance;
            return this;
        }

        public Words amounts(String actual, String expected) {
            amounts = new CostParts(Amount.of(actual), Amount.of(expected));
            return this;
        }

        public Words posted(String actual, String expected) {
            posted = new CostParts(Amount.of(actual), Amount.of(expected));
            return this;
        }

        public Words on(LocalDate newDate) {
            date = newDate;
            return this;
        }

        public Words at(LocationCode newLocation) {
            location = newLocation;
            return this;
        }

        public Words groups(PostingGroups newGroups) {
            groups = newGroups;
            return this;
        }

        public Words workInProcess(InventoryGroup produced) {
            workInProcess = produced;
            return this;
        }

        public Words dimensions(long set) {
            dimensions = new DimensionSetId(set);
            return this;
        }

        public Words outsideInventory() {
            inventoriable = false;
            return this;
        }

        public CostEntry unposted() {
            return new CostEntry.OfMovement(valueEntry(), location, workInProcess, posted);
        }

        public ValueEntry valueEntry() {
            return new ValueEntry(new ValueEntryNo(no), new ItemLedgerEntryNo(no), entryType, type, variance, ItemChargeNo.BLANK, date,
                    Quantity.of(1), Quantity.ZERO, Quantity.ZERO, UnitCost.ZERO, new Cost(amounts.actual(), amounts.expected(), Amount.ZERO),
                    Trade.NONE, amounts.actual().isZero(), inventoriable, false, false, ValueEntryNo.NONE, groups,
                    Origin.ofJournal(new DocumentNo("D" + no), date).withDimensions(dimensions));
        }
    }

    private static Map<AccountType, String> numbers() {
        var numbers = new EnumMap<AccountType, String>(AccountType.class);
        numbers.put(AccountType.INVENTORY, "1300");
        numbers.put(AccountType.INVENTORY_INTERIM, "1305");
        numbers.put(AccountType.WORK_IN_PROCESS, "1340");
        numbers.put(AccountType.INVENTORY_ACCRUAL_INTERIM, "2250");
        numbers.put(AccountType.COST_OF_GOODS_SOLD, "5000");
        numbers.put(AccountType.COST_OF_GOODS_SOLD_INTERIM, "5005");
        numbers.put(AccountType.INVENTORY_ADJUSTMENT, "5050");
        numbers.put(AccountType.DIRECT_COST_APPLIED, "5100");
        numbers.put(AccountType.OVERHEAD_APPLIED, "5110");
        numbers.put(AccountType.DIRECT_COST_NON_INVENTORY_APPLIED, "5120");
        numbers.put(AccountType.PURCHASE_VARIANCE, "5200");
        numbers.put(AccountType.MATERIAL_VARIANCE, "5210");
        numbers.put(AccountType.MATERIAL_NON_INVENTORY_VARIANCE, "5215");
        numbers.put(AccountType.CAPACITY_VARIANCE, "5220");
        numbers.put(AccountType.SUBCONTRACTED_VARIANCE, "5230");
        numbers.put(AccountType.CAPACITY_OVERHEAD_VARIANCE, "5240");
        numbers.put(AccountType.MANUFACTURING_OVERHEAD_VARIANCE, "5250");
        return numbers;
    }
}
