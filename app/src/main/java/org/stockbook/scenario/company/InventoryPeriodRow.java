package org.stockbook.scenario.company;

import java.time.LocalDate;

/** An inventory period, known by its last day. */
public record InventoryPeriodRow(LocalDate endingDate, boolean closed) {}
