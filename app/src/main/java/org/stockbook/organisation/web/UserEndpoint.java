package org.stockbook.organisation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.organisation.ChangeOwnPassword;
import org.stockbook.organisation.OneTimePassword;
import org.stockbook.organisation.ResetPassword;
import org.stockbook.organisation.Users;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;

/** What is done with users beyond keeping them as records: passwords, and who is calling. */
@RestController
class UserEndpoint {
    private final Users users;
    private final ResetPassword resetPassword;
    private final ChangeOwnPassword changeOwnPassword;
    private final Permissions permissions;

    UserEndpoint(Users users, ResetPassword resetPassword, ChangeOwnPassword changeOwnPassword, Permissions permissions) {
        this.users = users;
        this.resetPassword = resetPassword;
        this.changeOwnPassword = changeOwnPassword;
        this.permissions = permissions;
    }

    /** Who is calling and what they may do. */
    @GetMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> me() {
        var user = permissions.user().orElseThrow(() -> Problem.of(401, "api.not-signed-in", Map.of()));
        var me = new LinkedHashMap<String, Object>();
        me.put("login", user.login());
        me.put("displayName", user.displayName());
        me.put("languageTag", user.language().tag());
        me.put("permissionSet", user.permissionSet().code());
        me.put("permissions", user.permissionSet().permissions().stream().map(Permission::key).sorted().toList());
        return me;
    }

    /** A new password, shown once. */
    @PostMapping(path = "/api/v1/users/{id:[0-9]+}/resetPassword", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> reset(@PathVariable long id) {
        permissions.require(Permission.MANAGE_USERS);
        var login = users.login(id).orElseThrow(() -> Problem.of(404, "api.not-found", Map.of()));
        var password = OneTimePassword.random();
        resetPassword.reset(login, password);
        return Map.of("login", login, "secret", password);
    }

    /** People change their own password with the present one. */
    @PostMapping(path = "/api/v1/me/password", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> change(@RequestBody PasswordRequest request) {
        return switch (changeOwnPassword.change(request.present(), request.wanted())) {
            case CHANGED -> Map.of();
            case PRESENT_ONE_WRONG -> throw refused("present", "organisation.password-wrong", Map.of());
            case TOO_SHORT -> throw refused("wanted", "organisation.password-short", Map.of("shortest", OneTimePassword.SHORTEST));
        };
    }

    private static Problem refused(String field, String code, Map<String, ?> parameters) {
        return new Problem(new Problem.Facts(422, code, parameters, List.of(new Problem.Part(code, "error", "/" + field, Map.of("field", field), parameters))));
    }

    /** Both passwords as they were typed. */
    record PasswordRequest(String present, String wanted) {
        PasswordRequest {
            present = present == null ? "" : present;
            wanted = wanted == null ? "" : wanted;
        }

        /** Neither of them: they must not come into a log. */
        @Override
        public String toString() {
            return "PasswordRequest";
        }
    }
}
