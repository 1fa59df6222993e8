package org.stockbook.journals;

import org.stockbook.kernel.measure.Amount;

/**
 * The footer of a journal batch.
 *
 * @param increases value that would come in
 * @param decreases provisional cost that would leave, zero or negative
 * @param version of the whole batch: raised by each change of any line
 */
public record JournalTotals(int lines, int errors, int warnings, Amount increases, Amount decreases, long version) {}
