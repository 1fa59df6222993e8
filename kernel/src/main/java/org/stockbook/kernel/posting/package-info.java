/**
 * A line becomes entries: check, apply, value, mark what must be adjusted (spec: ledger, sections 5, 7, 9 and 10).
 *
 * <p>Lives here: the vocabulary of posting lines that every source speaks, what each line writes, and every reason to refuse one.
 * <p>Does not live here: what documents and journals look like, master data checks, anything that reads or writes storage.
 */
@NullMarked
package org.stockbook.kernel.posting;

import org.jspecify.annotations.NullMarked;
