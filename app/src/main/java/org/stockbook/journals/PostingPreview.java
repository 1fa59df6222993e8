package org.stockbook.journals;

import java.time.LocalDate;
import java.util.List;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;

/**
 * The entries that posting would write; nothing is written and no number is taken (spec: journals, section 11). Made by the same code as
 * posting, so it cannot differ. Where an issue stops the posting, the rows are empty.
 *
 * @param generalLedger summed by account
 * @param adjustments value entries that only forward cost to entries posted before
 */
public record PostingPreview(
        List<LineIssue> issues,
        List<ItemRow> itemEntries,
        List<ValueRow> valueEntries,
        List<AccountRow> generalLedger,
        int generalLedgerEntries,
        int adjustments,
        List<StockRow> stock) {

    public PostingPreview {
        issues = List.copyOf(issues);
        itemEntries = List.copyOf(itemEntries);
        valueEntries = List.copyOf(valueEntries);
        generalLedger = List.copyOf(generalLedger);
        stock = List.copyOf(stock);
    }

    public boolean canBePosted() {
        return issues.stream().noneMatch(LineIssue::stopsPosting);
    }

    /** One item ledger entry to be; quantity in base units, with its sign. */
    public record ItemRow(
            LocalDate postingDate, EntryType type, DocumentNo document, ItemNo item, String description, LocationCode location, Quantity quantity) {}

    /** One value entry to be; cost with the sign of its quantity. */
    public record ValueRow(ItemNo item, ValueEntryType type, LocalDate valuationDate, Quantity valuedQuantity, Amount costActual, Amount costExpected) {}

    /** What an account would receive: debit and credit are both zero or positive. */
    public record AccountRow(AccountNo account, String name, Amount debit, Amount credit) {}

    /** Stock of an item at a location before and after, in base units. */
    public record StockRow(ItemNo item, String description, LocationCode location, UnitCode unit, Quantity before, Quantity after, CostChange cost) {}

    /** The unit cost of an item's card before and after, per base unit. */
    public record CostChange(UnitCost before, UnitCost after) {}
}
