package org.stockbook.kernel.documents.transfer;

import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;

/** The part of what moves that carries one serial, lot or package number; base units. */
public record TrackedMove(Tracking tracking, Quantity quantity) {}
