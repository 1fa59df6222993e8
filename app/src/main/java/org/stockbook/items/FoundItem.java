package org.stockbook.items;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;

/** What a text means that somebody typed or scanned where an item is wanted (spec: items, sections 6 and 11). */
public sealed interface FoundItem {
    /**
     * One item.
     *
     * @param unit what the reference names; absent for the unit that the line would take anyway
     * @param description of the reference, empty for the item's own
     */
    record One(ItemNo item, VariantCode variant, Optional<UnitCode> unit, String description) implements FoundItem {
        static One of(String number) {
            return new One(new ItemNo(number), VariantCode.BLANK, Optional.empty(), "");
        }
    }

    /** Several; somebody must choose. */
    record Several(List<One> candidates) implements FoundItem {
        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    record None() implements FoundItem {}
}
