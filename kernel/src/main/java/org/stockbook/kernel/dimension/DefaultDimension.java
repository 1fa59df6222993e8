package org.stockbook.kernel.dimension;

import java.util.Optional;
import java.util.Set;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;

/**
 * What one card says about one dimension.
 *
 * @param owner the card, as refusals name it
 * @param value what it proposes
 * @param allowed the values it accepts; any when empty
 */
public record DefaultDimension(
        DimensionOwner owner, DimensionCode dimension, Optional<DimensionValueCode> value, ValuePosting posting, Set<DimensionValueCode> allowed) {
    public DefaultDimension {
        allowed = Set.copyOf(allowed);
    }
}
