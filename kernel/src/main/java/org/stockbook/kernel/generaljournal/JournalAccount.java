package org.stockbook.kernel.generaljournal;

import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.documents.TradeSide;

/** One side of a general journal line (spec: finance, section 3). A bank is an account of the general ledger. */
public sealed interface JournalAccount {
    record Ledger(AccountNo account) implements JournalAccount {}

    /** A vendor or a customer; the control account follows from the posting group. */
    record Partner(TradeSide side, PartnerNo partner) implements JournalAccount {}
}
