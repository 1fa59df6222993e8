package org.stockbook.organisation.store;

import static org.stockbook.platform.database.jooq.Tables.API_KEY;
import static org.stockbook.platform.database.jooq.Tables.APP_USER;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stockbook.organisation.ApiKeys;
import org.stockbook.platform.rows.RowSource;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.platform.security.ApiKeyText;

/** Keys of programs in the table api_key. */
@Component
class ApiKeysInPostgres implements ApiKeys {
    private final DSLContext database;

    ApiKeysInPostgres(DSLContext database) {
        this.database = database;
    }

    @Override
    public long add(NewKey key, ApiKeyText text) {
        var user = DSL.field(DSL.select(APP_USER.ID).from(APP_USER).where(APP_USER.LOGIN.eq(key.login())));
        return Optional.ofNullable(database.insertInto(API_KEY)
                .set(API_KEY.USER_ID, user)
                .set(API_KEY.NAME, key.name())
                .set(API_KEY.KEY_START, text.start())
                .set(API_KEY.KEY_HASH, text.hash())
                .set(API_KEY.PERMISSION_SET, DSL.val(key.permissionSet().name(), API_KEY.PERMISSION_SET.getDataType()))
                .set(API_KEY.EXPIRES_AT, key.expiresAt().atOffset(ZoneOffset.UTC))
                .returningResult(API_KEY.ID).fetchOne()).orElseThrow().value1();
    }

    @Override
    public boolean revoke(long id) {
        return database.update(API_KEY).set(API_KEY.REVOKED_AT, DSL.currentOffsetDateTime()).where(API_KEY.ID.eq(id)).and(API_KEY.REVOKED_AT.isNull()).execute() > 0;
    }

    @Override
    public RowSource rows() {
        var fields = new LinkedHashMap<String, Field<?>>();
        fields.put("keyNumber", API_KEY.ID);
        fields.put("description", API_KEY.NAME);
        fields.put("login", APP_USER.LOGIN);
        fields.put("permissionSet", API_KEY.PERMISSION_SET);
        fields.put("keyStart", API_KEY.KEY_START);
        fields.put("createdAt", API_KEY.CREATED_AT);
        fields.put("expiresAt", API_KEY.EXPIRES_AT);
        fields.put("lastUsedAt", API_KEY.LAST_USED_AT);
        fields.put("revokedAt", API_KEY.REVOKED_AT);
        return new TableRows(database, _ -> API_KEY.join(APP_USER).on(APP_USER.ID.eq(API_KEY.USER_ID)), fields, List.of(Sort.descending("keyNumber")));
    }
}
