package org.stockbook.kernel.costing;

/** The parts of an entry's cost that an exact reversal of a purchase or output carries on separately (spec: costing, section 6.4). */
enum CostStream {
    DIRECT,
    INDIRECT,
    VARIANCE
}
