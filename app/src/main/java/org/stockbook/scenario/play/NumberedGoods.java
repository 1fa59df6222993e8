package org.stockbook.scenario.play;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.code.LotNo;
import org.stockbook.kernel.code.PackageNo;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.scenario.operation.TrackedQuantity;

/** Serial and lot numbers of a line that is worked off in parts: each part takes the next ones. */
final class NumberedGoods {
    private NumberedGoods() {}

    /**
     * The numbers of a part.
     *
     * @param before base units that earlier parts have taken
     * @param now base units of this part
     */
    static List<TrackedQuantity> next(List<TrackedQuantity> all, BigDecimal before, BigDecimal now) {
        var part = new ArrayList<TrackedQuantity>();
        var skipped = before;
        var left = now;
        for (var number : all) {
            var free = number.quantityBase().subtract(skipped.min(number.quantityBase()));
            skipped = skipped.subtract(number.quantityBase().subtract(free));
            var taken = free.min(left);
            left = left.subtract(taken);
            if (taken.signum() > 0) {
                part.add(new TrackedQuantity(number.serial(), number.lot(), taken, number.appliesFromEntry(), number.appliesToEntry()));
            }
        }
        return part;
    }

    static Tracking tracking(TrackedQuantity number) {
        return new Tracking(new SerialNo(number.serial()), new LotNo(number.lot()), PackageNo.BLANK);
    }
}
