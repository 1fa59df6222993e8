package org.stockbook.organisation.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.organisation.ApiKeys;
import org.stockbook.organisation.CreateApiKey;
import org.stockbook.organisation.RevokeApiKey;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;

/** Keys of programs: made, shown once, taken away (spec: api, section 7). */
@RestController
class ApiKeyEndpoint {
    private final CreateApiKey create;
    private final RevokeApiKey revoke;
    private final Permissions permissions;

    ApiKeyEndpoint(CreateApiKey create, RevokeApiKey revoke, Permissions permissions) {
        this.create = create;
        this.revoke = revoke;
        this.permissions = permissions;
    }

    /**
     * A key to be; the caller's own where no login is named.
     *
     * @param expiresOn the last day on which it counts, as an ISO date
     */
    record KeyRequest(String name, String login, String permissionSet, String expiresOn) {
        KeyRequest {
            name = name == null ? "" : name;
            login = login == null ? "" : login;
            permissionSet = permissionSet == null ? "" : permissionSet;
            expiresOn = expiresOn == null ? "" : expiresOn;
        }
    }

    @PostMapping(path = "/api/v1/apiKeys", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(@RequestBody KeyRequest request) {
        permissions.require(Permission.MANAGE_USERS);
        var set = CreateApiKey.permissionSet(request.permissionSet())
                .orElseThrow(() -> refused(Map.of("permissionSet", "api.reference-not-found"), request));
        var login = request.login().isBlank() ? permissions.login() : request.login().strip();
        var wanted = new ApiKeys.NewKey(login, request.name(), set, endOf(request));
        return switch (create.create(wanted, Clock.systemUTC().instant())) {
            case CreateApiKey.Outcome.Created(var id, var key) -> Map.of("keyNumber", id, "secret", key.text());
            case CreateApiKey.Outcome.Refused(var reasons) -> throw refused(reasons, request);
        };
    }

    private static Instant endOf(KeyRequest request) {
        try {
            return LocalDate.parse(request.expiresOn()).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException unreadable) {
            throw refused(Map.of("expiresOn", "api.value-unreadable"), request);
        }
    }

    private static Problem refused(Map<String, String> reasons, KeyRequest request) {
        var given = Map.of("name", request.name(), "login", request.login(), "permissionSet", request.permissionSet(), "expiresOn", request.expiresOn());
        var parts = new LinkedHashMap<>(reasons).entrySet().stream().map(reason -> new Problem.Part(reason.getValue(), "error", "/" + reason.getKey(),
                Map.of("collection", "apiKeys", "field", reason.getKey()), Map.of("field", reason.getKey(), "value", given.getOrDefault(reason.getKey(), "")))).toList();
        return new Problem(new Problem.Facts(422, parts.getFirst().code(), parts.getFirst().parameters(), List.copyOf(parts)));
    }

    @PostMapping(path = "/api/v1/apiKeys/{id:[0-9]+}/revoke", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> revoke(@PathVariable long id) {
        permissions.require(Permission.MANAGE_USERS);
        if (!revoke.revoke(id)) {
            throw Problem.of(404, "api.not-found", Map.of());
        }
        return Map.of("keyNumber", id);
    }
}
