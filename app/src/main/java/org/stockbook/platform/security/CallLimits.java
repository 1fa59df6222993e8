package org.stockbook.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps one caller from crowding out the others: so many calls a minute and so many at once for each credential (spec: api, section 7).
 * A call beyond those at once waits a moment for its turn; a stream counts once, for as long as it lasts.
 */
final class CallLimits extends OncePerRequestFilter {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final int MOST_REMEMBERED = 10_000;

    private final Limits limits;
    private final Function<HttpServletRequest, String> credential;
    private final SignInProblems problems;
    private final InstantSource clock;
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    /** @param credential what a request comes with: each has limits of its own */
    CallLimits(Limits limits, Function<HttpServletRequest, String> credential, SignInProblems problems, InstantSource clock) {
        this.limits = limits;
        this.credential = credential;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * What one credential may do.
     *
     * @param patience how long a call waits for others of the same credential to end
     */
    record Limits(int callsPerMinute, int callsAtOnce, Duration patience) {
        String policy() {
            return "\"calls\";q=" + callsPerMinute + ";w=60, \"at-once\";q=" + callsAtOnce + ";qu=\"concurrent-requests\"";
        }
    }

    /** One credential: the calls of its present minute since the epoch, and its turns. */
    private static final class Caller {
        private final Semaphore turns;
        private final int most;
        private long minute;
        private int calls;

        Caller(int callsAtOnce) {
            turns = new Semaphore(callsAtOnce, true);
            most = callsAtOnce;
        }

        synchronized int call(long now) {
            calls = minute == now ? calls + 1 : 1;
            minute = now;
            return calls;
        }

        synchronized boolean isQuietSince(long now) {
            return minute < now && turns.availablePermits() == most;
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null || caller instanceof AnonymousAuthenticationToken || request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var now = clock.millis();
        if (callers.size() >= MOST_REMEMBERED) {
            callers.values().removeIf(caller -> caller.isQuietSince(now / MINUTE));
        }
        var caller = callers.computeIfAbsent(credential.apply(request), _ -> new Caller(limits.callsAtOnce()));
        var calls = caller.call(now / MINUTE);
        var wait = (MINUTE - now % MINUTE) / 1000 + 1;
        response.setHeader("RateLimit-Policy", limits.policy());
        response.setHeader("RateLimit", "\"calls\";r=" + Math.max(0, limits.callsPerMinute() - calls) + ";t=" + wait);
        if (calls > limits.callsPerMinute()) {
            refuse(request, response, wait);
        } else if (!hasTurn(caller)) {
            refuse(request, response, 1);
        } else {
            try {
                chain.doFilter(request, response);
            } finally {
                caller.turns.release();
            }
        }
    }

    /** As many again as there are turns may wait; who comes then is sent away at once. */
    private boolean hasTurn(Caller caller) {
        try {
            return caller.turns.tryAcquire()
                    || caller.turns.getQueueLength() < limits.callsAtOnce() && caller.turns.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.tooMany(request, response);
    }
}
