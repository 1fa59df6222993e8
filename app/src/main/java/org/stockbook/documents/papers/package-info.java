/**
 * What stands on the papers that partners receive.
 *
 * <p>Lives here: the contents of quotes, orders, shipments, invoices and credit memos on paper, in the partner's language.
 * <p>Does not live here: how a paper looks (web), when it is printed (web of this room).
 */
@NamedInterface("papers")
@NullMarked
package org.stockbook.documents.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
