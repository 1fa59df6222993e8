package org.stockbook.costs;

import org.springframework.stereotype.Component;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** The operator's brake for an item whose costs somebody must look at first (spec: costing, section 3). */
@Component
public class ExcludeItems {
    private final CostControls controls;
    private final Permissions permissions;

    ExcludeItems(CostControls controls, Permissions permissions) {
        this.controls = controls;
        this.permissions = permissions;
    }

    /** Leaves an item out of cost adjustment, automatic adjustment too; false if there is no such item. */
    public boolean exclude(ItemNo item, String reason) {
        permissions.require(Permission.ADJUST_COSTS);
        return controls.exclude(item, reason, permissions.login());
    }

    /** Takes it in again; the next run adjusts it. */
    public boolean include(ItemNo item) {
        permissions.require(Permission.ADJUST_COSTS);
        return controls.include(item);
    }
}
