package org.stockbook.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that are over: after half a day whatever was done in them, and within seconds of the user being blocked, given another
 * permission set or another password. Sessions that nobody uses end by themselves.
 */
final class LiveSessions extends OncePerRequestFilter {
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration TRUSTED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    private final UserAccounts accounts;
    private final InstantSource clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    LiveSessions(UserAccounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether an account may act, and when we last looked. */
    private record Known(Optional<Integer> version, Instant seen) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var session = Optional.ofNullable(request.getSession(false));
        var authentication = Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
        if (session.isPresent() && authentication.map(one -> one.getPrincipal()).filter(UserAccount.class::isInstance).map(UserAccount.class::cast)
                .filter(account -> isOver(session.get(), account)).isPresent()) {
            SecurityContextHolder.clearContext();
            session.get().invalidate();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpSession session, UserAccount account) {
        var began = Instant.ofEpochMilli(session.getCreationTime());
        return began.plus(LONGEST).isBefore(clock.instant()) || !version(account.getUsername()).equals(Optional.of(account.version()));
    }

    /** The version of an active account. */
    private Optional<Integer> version(String login) {
        var now = clock.instant();
        var seen = known.get(login);
        if (seen != null && seen.seen().plus(TRUSTED).isAfter(now)) {
            return seen.version();
        }
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        var fresh = new Known(accounts.activeVersion(login), now);
        known.put(login, fresh);
        return fresh.version();
    }
}
