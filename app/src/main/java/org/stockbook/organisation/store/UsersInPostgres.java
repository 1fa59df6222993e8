package org.stockbook.organisation.store;

import static org.stockbook.platform.database.jooq.Tables.APP_USER;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.organisation.NewUser;
import org.stockbook.organisation.Users;
import org.stockbook.platform.security.PermissionSet;

/** Users in the table app_user. */
@Component
class UsersInPostgres implements Users {
    private final DSLContext database;

    UsersInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<NewUser> all() {
        return database.select(APP_USER.LOGIN, APP_USER.DISPLAY_NAME, APP_USER.LANGUAGE_TAG, APP_USER.PERMISSION_SET)
                .from(APP_USER)
                .where(APP_USER.ACTIVE)
                .orderBy(APP_USER.LOGIN)
                .fetch(user -> new NewUser(user.value1(), user.value2(), user.value3(), PermissionSet.valueOf(user.value4().getLiteral())));
    }

    @Override
    public boolean exists(String login) {
        return database.fetchExists(APP_USER, DSL.lower(APP_USER.LOGIN).eq(DSL.lower(DSL.val(login))));
    }

    @Override
    public void add(NewUser user, String passwordHash) {
        var type = APP_USER.PERMISSION_SET.getDataType();
        database.insertInto(APP_USER)
                .set(APP_USER.LOGIN, user.login())
                .set(APP_USER.DISPLAY_NAME, user.displayName())
                .set(APP_USER.LANGUAGE_TAG, user.languageTag())
                .set(APP_USER.PERMISSION_SET, DSL.val(user.permissionSet().name(), type))
                .set(APP_USER.PASSWORD_HASH, passwordHash)
                .execute();
    }

    @Override
    public Optional<String> passwordHash(String login) {
        return database.select(APP_USER.PASSWORD_HASH).from(APP_USER).where(DSL.lower(APP_USER.LOGIN).eq(DSL.lower(DSL.val(login)))).fetchOptional(APP_USER.PASSWORD_HASH);
    }

    @Override
    public Optional<String> login(long id) {
        return database.select(APP_USER.LOGIN).from(APP_USER).where(APP_USER.ID.eq(id)).and(APP_USER.ID.ne(0L)).fetchOptional(APP_USER.LOGIN);
    }

    @Override
    public void changePassword(String login, String passwordHash) {
        database.update(APP_USER)
                .set(APP_USER.PASSWORD_HASH, passwordHash)
                .set(APP_USER.VERSION, APP_USER.VERSION.plus(1))
                .where(DSL.lower(APP_USER.LOGIN).eq(DSL.lower(DSL.val(login))))
                .execute();
    }
}
