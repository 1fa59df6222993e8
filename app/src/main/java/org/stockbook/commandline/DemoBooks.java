package org.stockbook.commandline;

import org.springframework.context.ApplicationContext;
import org.stockbook.organisation.AddUser;
import org.stockbook.organisation.NewUser;
import org.stockbook.organisation.Users;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;

/** Makes the demo company in empty books; books of anybody else are left alone. */
final class DemoBooks {
    private DemoBooks() {}

    static void prepare(ApplicationContext rooms, String login, String password) {
        Permissions.asStockbook(() -> {
            if (!rooms.getBean(Users.class).exists(login)) {
                rooms.getBean(AddUser.class).add(new NewUser(login, "Demo", "en", PermissionSet.ADMINISTRATOR), password);
            }
            return true;
        });
    }
}
