package org.stockbook.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.LineCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Posts lines of trade to the ledgers, all of them in one register. */
@Component
class PostTrade {
    private static final SourceCode SOURCE = new SourceCode("ITEMJNL");
    private static final BusinessGroup DOMESTIC = new BusinessGroup("DOMESTIC");

    private final InventoryPosting posting;
    private final Permissions permissions;

    PostTrade(InventoryPosting posting, Permissions permissions) {
        this.posting = posting;
        this.permissions = permissions;
    }

    /**
     * Posts lines.
     *
     * @return the entries that each line made, in the order of the lines
     * @throws IllegalStateException if a line is refused, because whoever made up this trade made a mistake
     */
    @Transactional
    public List<List<ItemLedgerEntryNo>> post(String batch, List<TradeLine> lines, Map<ItemNo, TradedItem> items) {
        permissions.require(Permission.POST_ITEM_JOURNAL);
        var asked = new ArrayList<PostingLine>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            asked.add(postingLine(new LineNo((i + 1) * 10_000), line, Optional.ofNullable(items.get(line.item())).orElseThrow()));
        }
        return switch (posting.post(RegisterStamp.of(permissions.login(), SOURCE, new JournalBatchName(batch)), asked)) {
            case InventoryOutcome.Posted posted -> entries(posted, asked);
            case InventoryOutcome.Refused refused -> throw new IllegalStateException("refused: "
                    + refused.refusals().stream().limit(5).map(Object::toString).collect(Collectors.joining("; "))
                    + refused.accounts().stream().limit(5).map(Object::toString).collect(Collectors.joining("; ")));
        };
    }

    private static List<List<ItemLedgerEntryNo>> entries(InventoryOutcome.Posted posted, List<PostingLine> asked) {
        var byLine = new HashMap<LineNo, List<ItemLedgerEntryNo>>();
        posted.lines().forEach(line -> byLine.put(line.line(), line.entries()));
        return asked.stream().map(line -> byLine.getOrDefault(line.line(), List.of())).toList();
    }

    private static PostingLine postingLine(LineNo no, TradeLine line, TradedItem item) {
        var origin = Origin.ofJournal(line.document(), line.date()).withDescription(item.description());
        return line.type() == EntryType.TRANSFER ? transfer(no, line, item, origin) : movement(no, line, item, origin);
    }

    private static PostingLine transfer(LineNo no, TradeLine line, TradedItem item, Origin origin) {
        return new PostingLine.Transfer(no, line.item(), line.place(), new Place(line.place().variant(), line.to()), line.date(), line.quantity(), UnitUsed.BASE,
                FixedApplication.AUTOMATIC, tracking(line), tracking(line), item.unitCost(), groups(line, item), origin, origin, false);
    }

    private static PostingLine movement(LineNo no, TradeLine line, TradedItem item, Origin origin) {
        var application = line.returnOf().<FixedApplication>map(FixedApplication.FromEntry::new).orElse(FixedApplication.AUTOMATIC);
        return new PostingLine.Movement(no, line.item(), line.place(), line.type(), line.date(), line.quantity(), UnitUsed.BASE, application, tracking(line),
                false, cost(line, item), trade(line), groups(line, item), origin, new Invoicing.AtOnce(origin));
    }

    private static Tracking tracking(TradeLine line) {
        return line.serial().isBlank() ? Tracking.NONE : Tracking.ofSerial(line.serial());
    }

    /** Purchases and sales are with domestic partners; everything else is internal. */
    private static PostingGroups groups(TradeLine line, TradedItem item) {
        var business = line.type() == EntryType.PURCHASE || line.type() == EntryType.SALE ? DOMESTIC : BusinessGroup.BLANK;
        return new PostingGroups(item.inventoryGroup(), business, item.productGroup());
    }

    /** What is bought or found brings its price; what is sold or lost takes what the item is known to cost. */
    private static LineCost cost(TradeLine line, TradedItem item) {
        var bringsPrice = line.quantity().isPositive() && line.type() != EntryType.SALE;
        if (!bringsPrice) {
            return LineCost.ofUnitCost(item.unitCost(), line.quantity());
        }
        var amount = Amount.rounded(line.quantity().value().multiply(line.unitAmount()));
        return new LineCost(amount, UnitCost.rounded(line.unitAmount()), amount, Percentage.ZERO, UnitCost.ZERO, Amount.ZERO);
    }

    private static Trade trade(TradeLine line) {
        var amount = Amount.rounded(line.quantity().value().multiply(line.unitAmount()));
        return switch (line.type()) {
            case SALE -> new Trade(amount.negated(), Amount.ZERO, Amount.ZERO, Amount.ZERO, Amount.ZERO);
            case PURCHASE -> new Trade(Amount.ZERO, Amount.ZERO, amount, Amount.ZERO, Amount.ZERO);
            case POSITIVE_ADJUSTMENT, NEGATIVE_ADJUSTMENT, TRANSFER, CONSUMPTION, OUTPUT, ASSEMBLY_CONSUMPTION, ASSEMBLY_OUTPUT -> Trade.NONE;
        };
    }
}
