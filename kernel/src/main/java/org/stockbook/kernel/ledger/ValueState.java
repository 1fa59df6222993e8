package org.stockbook.kernel.ledger;

import java.time.LocalDate;

/**
 * The facts about a value entry that later postings change (spec: ledger, section 11).
 *
 * @param valuationDate from when the money counts in the cost of the item; raised when a later increase becomes the source
 * @param valuedByAverageCost cost comes from the average pool, not from an application
 */
public record ValueState(LocalDate valuationDate, boolean valuedByAverageCost) {}
