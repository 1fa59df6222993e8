package org.stockbook.platform.security;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the acting user may do; use cases and pages ask here. */
@Component
public final class Permissions {

    /**
     * Refuses unless the acting user has the permission.
     *
     * @throws PermissionMissing if not, also if nobody is signed in
     */
    public void require(Permission permission) {
        if (!has(permission)) {
            throw new PermissionMissing(permission);
        }
    }

    public boolean has(Permission permission) {
        return user().filter(user -> user.may(permission)).isPresent();
    }

    /** Who is acting; nobody before sign-in. */
    public Optional<SignedInUser> user() {
        var authentication = Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
        return authentication.map(Authentication::getPrincipal).flatMap(Permissions::userOf);
    }

    /** The login that entries are signed with. */
    public String login() {
        return user().map(SignedInUser::login).orElse("");
    }

    private static Optional<SignedInUser> userOf(Object principal) {
        return switch (principal) {
            case SignedInUser user -> Optional.of(user);
            case UserAccount account -> Optional.of(account.user());
            default -> Optional.empty();
        };
    }

    /** Runs work that follows from what the acting user did, by the rights of Stockbook; what it changes is signed by the same user. */
    public <T> T byRightsOfStockbook(Supplier<T> work) {
        var acting = user().orElse(SignedInUser.STOCKBOOK);
        return as(new SignedInUser(acting.login(), acting.displayName(), acting.language(), PermissionSet.ADMINISTRATOR), work);
    }

    /** Runs work of the command line or a job, which acts as Stockbook itself; the caller's own identity is back afterwards. */
    public static <T> T asStockbook(Supplier<T> work) {
        return as(SignedInUser.STOCKBOOK, work);
    }

    /** Runs work as somebody else, for jobs that were started by a user and for tests. */
    public static <T> T as(SignedInUser user, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
