package org.stockbook.kernel.generalledger;

import java.time.LocalDate;
import org.stockbook.kernel.accounts.AccountKeys;
import org.stockbook.kernel.accounts.AccountType;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.ledger.ValueEntryType;

/** The parts of a line's description; words and order are the language's (spec: reconciliation, sections 4 and 5). */
public sealed interface LineDescription {
    /** One value entry: its type, its partner and its date. */
    record OfEntry(ValueEntryType type, PartnerNo source, LocalDate date) implements LineDescription {}

    /** Many value entries of the same accounts and groups. */
    record OfGroup(AccountType type, AccountType balancing, AccountKeys keys) implements LineDescription {}
}
