/**
 * What may be sold in place of the item of a sales line.
 *
 * <p>Lives here: what is offered for a line, taking one of these offers, and what is asked of storage for it.
 * <p>Does not live here: which items stand in for which (items), what is there of them otherwise (figures).
 */
@NullMarked
package org.stockbook.documents.substitutes;

import org.jspecify.annotations.NullMarked;
