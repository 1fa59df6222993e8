package org.stockbook.scenario.operation;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What of a line carries one serial or lot number.
 *
 * @param appliesFromEntry ordinal of the entry whose cost comes back with it
 * @param appliesToEntry ordinal of the entry that it is taken from
 */
public record TrackedQuantity(
        String serial, String lot, BigDecimal quantityBase, Optional<Integer> appliesFromEntry, Optional<Integer> appliesToEntry) {}
