package org.stockbook.web.api;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.stockbook.demo.BicycleShop;
import org.stockbook.organisation.AddUser;
import org.stockbook.organisation.NewUser;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;
import org.stockbook.platform.security.SignedInUser;

/** The bicycle shop of a test and who works there. */
@Component
public class Shop {
    private final ObjectProvider<BicycleShop> shop;
    private final ObjectProvider<AddUser> addUser;

    Shop(ObjectProvider<BicycleShop> shop, ObjectProvider<AddUser> addUser) {
        this.shop = shop;
        this.addUser = addUser;
    }

    /** Opens it once. */
    public synchronized void open() {
        Permissions.asStockbook(() -> {
            if (shop.getObject().booksAreEmpty()) {
                shop.getObject().make(LocalDate.of(2026, 11, 20));
                addUser.getObject().add(new NewUser("keeper", "Shop keeper", "en", PermissionSet.ADMINISTRATOR), "bicycle-keeper");
            }
            return true;
        });
    }

    /** Sends a request as somebody of this kind of work. */
    public static RequestPostProcessor as(PermissionSet set) {
        var user = new SignedInUser(set.code(), set.code(), Language.ENGLISH, set);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
    }
}
