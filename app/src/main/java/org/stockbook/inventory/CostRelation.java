package org.stockbook.inventory;

import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.ValueEntryNo;

/**
 * A line of the general ledger was made from this value entry, alone or with others (spec: reconciliation, section 6).
 *
 * @param line position of the line in the posting to the general ledger, from 0
 */
public record CostRelation(int line, ItemNo item, ItemLedgerEntryNo itemLedgerEntry, ValueEntryNo valueEntry) {}
