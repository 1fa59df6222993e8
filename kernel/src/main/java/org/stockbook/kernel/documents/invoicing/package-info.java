/**
 * The money books of an invoice or credit memo: general ledger lines, VAT, what the partner owes
 * (spec: purchasing, sections 4.2 and 4.3; sales, section 8.2).
 *
 * <p>Lives here: which accounts an invoice reaches and with what amounts.
 * <p>Does not live here: the inventory side, which comes from value entries (accounts); numbers of entries.
 */
@NullMarked
package org.stockbook.kernel.documents.invoicing;

import org.jspecify.annotations.NullMarked;
