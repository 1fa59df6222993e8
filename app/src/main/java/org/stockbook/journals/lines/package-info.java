/**
 * Journal lines by themselves: what a line says, what it takes over from cards, and what is wrong with it (spec: journals, sections 3 to 6).
 *
 * <p>Lives here: reading texts, defaults, checks by line and cards, dimensions of lines.
 * <p>Does not live here: keeping, checking and posting whole batches (drafts).
 */
@NullMarked
package org.stockbook.journals.lines;

import org.jspecify.annotations.NullMarked;
