package org.stockbook.kernel.posting;

import java.util.List;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** The item ledger entries that one line made; for invoices, charges and revaluations those it added value to. */
public record PostedLine(LineNo line, ItemNo item, List<ItemLedgerEntryNo> entries) {}
