/**
 * Figures about documents: what is available for their lines, and what they earn.
 *
 * <p>Lives here: records of these figures and what is asked of storage for them.
 * <p>Does not live here: amounts of a document (kernel.documents.amounts), promising and reservation (availability).
 */
@NamedInterface("figures")
@NullMarked
package org.stockbook.documents.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
