package org.stockbook.commandline;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.ApplicationContext;
import org.stockbook.demo.BicycleShop;
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
            makeCompany(rooms.getBean(BicycleShop.class));
            if (!rooms.getBean(Users.class).exists(login)) {
                rooms.getBean(AddUser.class).add(new NewUser(login, "Demo", "en", PermissionSet.ADMINISTRATOR), password);
            }
            return true;
        });
    }

    private static void makeCompany(BicycleShop shop) {
        if (shop.booksAreEmpty()) {
            var progress = Progress.onStandardError();
            progress.step("making the bicycle shop and its last three months");
            shop.make(LocalDate.now(Clock.systemDefaultZone()));
            progress.step("done");
        } else if (!shop.booksAreOurs()) {
            throw new Refused("these books belong to somebody else's company. Open them with: stockbook serve. For the demo name an empty folder: --data FOLDER");
        }
    }
}
