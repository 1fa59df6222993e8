/**
 * What vendors and customers have in common as master records.
 *
 * <p>Lives here: their numbers, and checks of their cards.
 * <p>Does not live here: their fields (purchasing, sales).
 */
@NamedInterface("partners")
@NullMarked
package org.stockbook.documents.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
