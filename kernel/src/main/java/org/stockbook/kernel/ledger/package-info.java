/**
 * The books as records: item ledger entries, value entries, item applications, and the book of one item as the
 * rules work on it (spec: ledger, sections 1 to 4 and 11).
 *
 * <p>Lives here: what an entry is, which of its fields may change, and how the entries of an item hang together.
 * <p>Does not live here: how entries come about (posting), who feeds whom (itemapplication), what they cost (costing).
 */
@NullMarked
package org.stockbook.kernel.ledger;

import org.jspecify.annotations.NullMarked;
