package org.stockbook.organisation.store;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;

import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.stockbook.platform.database.jooq.enums.PermissionSet;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** Somebody must be left who can let others in. */
record LastAdministratorCheck(DSLContext database) implements RecordCheck {
    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var leaving = changes.stream().filter(change -> !change.isNew() && administers(change.textBefore("permissionSet"), change.textBefore("active")))
                .filter(change -> !administers(change.text("permissionSet"), change.text("active"))).toList();
        if (leaving.isEmpty()) {
            return List.of();
        }
        var left = database.fetchCount(APP_USER, APP_USER.ACTIVE.isTrue().and(APP_USER.PERMISSION_SET.eq(PermissionSet.ADMINISTRATOR)).and(APP_USER.ID.ne(0L))
                .and(APP_USER.ID.notIn(leaving.stream().map(RecordChange::id).toList())));
        return left > 0 ? List.of() : leaving.stream().map(change -> change.issue("permissionSet", "organisation.last-administrator", Map.of())).toList();
    }

    private static boolean administers(String permissionSet, String active) {
        return permissionSet.equals("administrator") && active.equals("true");
    }
}
