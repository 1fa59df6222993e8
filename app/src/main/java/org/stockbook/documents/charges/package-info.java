/**
 * Item charges on what they were paid for: assigning by hand, suggesting by a rule (spec: purchasing, section 7).
 *
 * <p>Lives here: use cases and what they ask of storage.
 * <p>Does not live here: how a charge is split (kernel.documents), what posting it does to the books (kernel.documents.posting).
 */
@NamedInterface("charges")
@NullMarked
package org.stockbook.documents.charges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
