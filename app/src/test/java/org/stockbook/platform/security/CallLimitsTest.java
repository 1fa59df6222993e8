package org.stockbook.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Spec: api, section 7, limits. */
class CallLimitsTest {
    private static final FilterChain QUICK = (_, _) -> {};
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:15Z"));

    @BeforeEach
    void somebody() {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated("robot", "", List.of()));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void each_credential_has_so_many_calls_a_minute() throws Exception {
        var limits = limits(2, 10, Duration.ZERO);
        assertThat(call(limits, "a", QUICK).getHeader("RateLimit")).isEqualTo("\"calls\";r=1;t=46");
        assertThat(call(limits, "a", QUICK).getStatus()).isEqualTo(200);
        var refused = call(limits, "a", QUICK);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("46");
        assertThat(refused.getHeader("RateLimit-Policy")).isEqualTo("\"calls\";q=2;w=60, \"at-once\";q=10;qu=\"concurrent-requests\"");
        assertThat(call(limits, "b", QUICK).getStatus()).as("another key of the same user").isEqualTo(200);
        now.set(now.get().plusSeconds(46));
        assertThat(call(limits, "a", QUICK).getStatus()).as("the next minute").isEqualTo(200);
    }

    @Test
    void so_many_calls_are_served_at_once_and_others_wait_for_their_turn() throws Exception {
        var impatient = limits(100, 1, Duration.ZERO);
        var patient = limits(100, 1, Duration.ofSeconds(20));
        for (var limits : List.of(impatient, patient)) {
            var begun = new CountDownLatch(1);
            var end = new CountDownLatch(1);
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = callers.submit(() -> call(limits, "a", (_, _) -> {
                    begun.countDown();
                    wait(end);
                }));
                begun.await();
                assertThat(call(limits, "b", QUICK).getStatus()).as("another credential").isEqualTo(200);
                var second = callers.submit(() -> call(limits, "a", QUICK));
                if (limits == impatient) {
                    assertThat(second.get().getStatus()).isEqualTo(429);
                    assertThat(second.get().getHeader("Retry-After")).isEqualTo("1");
                }
                end.countDown();
                assertThat(first.get().getStatus()).isEqualTo(200);
                assertThat(second.get().getStatus()).isEqualTo(limits == impatient ? 429 : 200);
            }
            assertThat(call(limits, "a", QUICK).getStatus()).as("turns are given back").isEqualTo(200);
        }
    }

    @Test
    void a_call_that_fails_gives_its_turn_back() throws Exception {
        var limits = limits(100, 1, Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            try {
                call(limits, "a", (_, _) -> {
                    throw new IllegalStateException("failed");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("failed");
            }
        }
        assertThat(call(limits, "a", QUICK).getStatus()).isEqualTo(200);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private CallLimits limits(int callsPerMinute, int callsAtOnce, Duration patience) {
        InstantSource clock = now::get;
        return new CallLimits(new CallLimits.Limits(callsPerMinute, callsAtOnce, patience), Credentials::ofProgram, new Refusing(), clock);
    }

    private static MockHttpServletResponse call(CallLimits limits, String key, FilterChain chain) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated("robot", "", List.of()));
        var request = new MockHttpServletRequest("GET", "/api/v1/items");
        request.addHeader("Authorization", "Bearer " + key);
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, chain);
        return response;
    }

    /** Answers with the status alone. */
    private static final class Refusing implements SignInProblems {
        @Override
        public void tooMany(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(429);
        }

        @Override
        public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused) {
            response.setStatus(401);
        }

        @Override
        public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused) {
            response.setStatus(403);
        }
    }
}
