package org.stockbook.finance.dimensions;

import java.util.Optional;
import org.stockbook.kernel.code.DimensionCode;

/** The dimensions that lines show as columns of their own. */
public record GlobalDimensions(Optional<DimensionCode> first, Optional<DimensionCode> second) {}
