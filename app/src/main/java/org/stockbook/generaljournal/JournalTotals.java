package org.stockbook.generaljournal;

import org.stockbook.kernel.measure.Amount;

/**
 * The footer of a batch.
 *
 * @param debit sum of the positive amounts, balancing accounts left aside
 * @param credit sum of the negative ones, as a positive figure
 */
public record JournalTotals(int lines, Amount debit, Amount credit, long version) {}
