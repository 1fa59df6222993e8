package org.stockbook.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.platform.security.ApiKeyText;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;

/** Gives a program a key of its own. */
@Component
public class CreateApiKey {
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_LIFE = Duration.ofDays(2 * 366);

    private final ApiKeys keys;
    private final Users users;
    private final Permissions permissions;

    CreateApiKey(ApiKeys keys, Users users, Permissions permissions) {
        this.keys = keys;
        this.users = users;
        this.permissions = permissions;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The key, which is shown now and never again. */
        record Created(long id, ApiKeyText key) implements Outcome {}

        /** Why not: field to code of the list of errors. */
        record Refused(Map<String, String> reasons) implements Outcome {
            public Refused {
                reasons = Map.copyOf(reasons);
            }
        }
    }

    /** A key never gives more than its user has. */
    @Transactional
    public Outcome create(ApiKeys.NewKey wanted, Instant now) {
        permissions.require(Permission.MANAGE_USERS);
        var reasons = new LinkedHashMap<String, String>();
        var owner = users.all().stream().filter(user -> user.login().equalsIgnoreCase(wanted.login())).findFirst();
        if (wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
            reasons.put("name", "common.field-required");
        }
        if (owner.isEmpty()) {
            reasons.put("login", "api.reference-not-found");
        } else if (!owner.get().permissionSet().permissions().containsAll(wanted.permissionSet().permissions())) {
            reasons.put("permissionSet", "organisation.key-above-user");
        }
        if (!wanted.expiresAt().isAfter(now) || wanted.expiresAt().isAfter(now.plus(LONGEST_LIFE))) {
            reasons.put("expiresOn", "organisation.key-life");
        }
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        var key = ApiKeyText.random();
        var login = owner.map(NewUser::login).orElseThrow();
        return new Outcome.Created(keys.add(new ApiKeys.NewKey(login, wanted.name().strip(), wanted.permissionSet(), wanted.expiresAt()), key), key);
    }

    /** The set of a code, if there is one. */
    public static Optional<PermissionSet> permissionSet(String code) {
        return PermissionSet.ofCode(code.replaceAll("(?<=[a-z])(?=[A-Z])", "-"));
    }
}
