package org.stockbook.kernel.documents;

import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.posting.FixedApplication;

/**
 * The part of what is to be handled that carries one serial, lot or package number (spec: ledger, section 5.1).
 *
 * @param quantity base units, in the direction of the document
 */
public record TrackedPart(Tracking tracking, Quantity quantity, FixedApplication application) {}
