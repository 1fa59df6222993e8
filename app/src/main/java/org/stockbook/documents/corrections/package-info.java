/**
 * What takes postings back or carries them over: undo of receipts and shipments, cancelled and corrected invoices, receipts and
 * shipments taken over to invoices, posted lines to reverse, copies.
 *
 * <p>Lives here: use cases and what they ask of storage.
 * <p>Does not live here: when something may be taken back (kernel.documents.corrections), posting (the room's root).
 */
@NamedInterface("corrections")
@NullMarked
package org.stockbook.documents.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
