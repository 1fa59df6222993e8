package org.stockbook.kernel.posting;

import org.stockbook.kernel.ledger.ItemLedgerEntryNo;

/** Whom a line is to be applied to (spec: ledger, sections 6.1 to 6.3). */
public sealed interface FixedApplication {
    FixedApplication AUTOMATIC = new Automatic();

    /** By the rules of the costing method. */
    record Automatic() implements FixedApplication {}

    /** A decrease takes from exactly this increase, or an increase covers exactly this open decrease. */
    record ToEntry(ItemLedgerEntryNo entry) implements FixedApplication {}

    /** An increase takes its cost from this decrease: a return at exact cost. */
    record FromEntry(ItemLedgerEntryNo entry) implements FixedApplication {}
}
