package org.stockbook.kernel.posting;

import org.stockbook.kernel.origin.Origin;

/** Whether a movement is priced by an invoice in the same posting: wholly or not at all (spec: ledger, section 5.1). */
public sealed interface Invoicing {
    Invoicing LATER = new Later();

    /** Expected cost now, the invoice comes later. */
    record Later() implements Invoicing {}

    /** Actual cost at once; the value entry names the invoice. */
    record AtOnce(Origin invoice) implements Invoicing {}
}
