/**
 * What takes postings back: undo of receipts and shipments, credit memos that cancel an invoice
 * (spec: purchasing, sections 6 and 8; sales, section 11; ledger, section 9).
 *
 * <p>Lives here: when a posted document may be taken back and what has to be posted for it; taking over posted lines to invoices.
 * <p>Does not live here: what an undo writes into the item ledger (posting).
 */
@NullMarked
package org.stockbook.kernel.documents.corrections;

import org.jspecify.annotations.NullMarked;
