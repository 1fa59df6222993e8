package org.stockbook.finance;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stockbook.platform.database.RoundTrip;

/** The general ledger as those who post to it see it (spec: finance, section 4). */
public interface GeneralLedger {
    /**
     * Writes balanced transactions with a register, in the transaction that is running; nothing for a posting without lines.
     * Numbers are drawn last, so that they are taken only by what is written.
     */
    GeneralLedgerPosted append(GeneralLedgerPosting posting);

    /**
     * The same for several postings, each under a register of its own, as part of a round trip that the caller makes, so that several
     * ledgers are written at once.
     *
     * @param ahead numbers that were drawn before; others are drawn where they do not suffice
     * @return what was written for each posting, in their order
     */
    List<GeneralLedgerPosted> append(List<GeneralLedgerPosting> postings, Optional<GeneralLedgerNumbers> ahead, RoundTrip trip);

    /** Draws numbers within a round trip that the caller makes anyway. */
    void draw(RoundTrip trip, GeneralLedgerNumbers.Count count, Consumer<GeneralLedgerNumbers> drawn);

    /** Merges the movements of one account and day that single postings left behind; safe beside postings. */
    void foldMovements();
}
