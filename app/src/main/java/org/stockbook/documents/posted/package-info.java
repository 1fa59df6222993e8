/**
 * Posted receipts, shipments, invoices, credit memos as they are read, and lists of open and posted documents.
 *
 * <p>Lives here: records of what was posted and what is asked of storage to read it.
 * <p>Does not live here: posting, and what takes postings back (corrections).
 */
@NamedInterface("posted")
@NullMarked
package org.stockbook.documents.posted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
