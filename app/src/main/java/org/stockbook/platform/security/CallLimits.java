package org.stockbook.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps one program from crowding out the others: so many calls a minute for each credential (spec: api, section 7). */
final class CallLimits extends OncePerRequestFilter {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final int MOST_REMEMBERED = 10_000;

    private final int callsPerMinute;
    private final SignInProblems problems;
    private final InstantSource clock;
    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();

    CallLimits(int callsPerMinute, SignInProblems problems, InstantSource clock) {
        this.callsPerMinute = callsPerMinute;
        this.problems = problems;
        this.clock = clock;
    }

    /** Calls of one minute since the epoch. */
    private record Minute(long number, int calls) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var caller = Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication()).map(one -> one.getName()).orElse("");
        var now = clock.millis();
        if (minutes.size() >= MOST_REMEMBERED) {
            minutes.values().removeIf(minute -> minute.number() < now / MINUTE);
        }
        var minute = minutes.compute(caller, (_, before) -> before == null || before.number() != now / MINUTE ? new Minute(now / MINUTE, 1) : new Minute(before.number(), before.calls() + 1));
        var wait = (MINUTE - now % MINUTE) / 1000 + 1;
        response.setHeader("RateLimit-Policy", "\"calls\";q=" + callsPerMinute + ";w=60");
        response.setHeader("RateLimit", "\"calls\";r=" + Math.max(0, callsPerMinute - minute.calls()) + ";t=" + wait);
        if (minute.calls() > callsPerMinute) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            problems.tooMany(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
