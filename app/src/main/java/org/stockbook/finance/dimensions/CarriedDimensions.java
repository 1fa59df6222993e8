package org.stockbook.finance.dimensions;

import java.util.List;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.origin.DimensionSetId;

/**
 * What entries would carry.
 *
 * @param owners the cards whose demands they have to meet
 */
public record CarriedDimensions(DimensionSetId set, List<DimensionOwner> owners) {
    public CarriedDimensions {
        owners = List.copyOf(owners);
    }
}
