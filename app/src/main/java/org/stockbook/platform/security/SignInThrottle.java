package org.stockbook.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses passwords: after five wrong ones in a row a login waits, each time longer, at most a quarter of an hour. */
@Component
class SignInThrottle {
    private static final int FREE_GUESSES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, Guesses> wrong = new ConcurrentHashMap<>();
    private final InstantSource clock;

    SignInThrottle() {
        this(InstantSource.system());
    }

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Wrong passwords in a row, and when the next one is listened to. */
    private record Guesses(int number, Instant listensFrom) {}

    boolean mustWait(String login) {
        return Optional.ofNullable(wrong.get(key(login))).filter(guesses -> guesses.listensFrom().isAfter(clock.instant())).isPresent();
    }

    void failed(String login) {
        if (wrong.size() >= MOST_REMEMBERED) {
            wrong.values().removeIf(guesses -> guesses.listensFrom().isBefore(clock.instant()));
        }
        wrong.compute(key(login), (_, before) -> {
            var number = before == null ? 1 : before.number() + 1;
            return new Guesses(number, clock.instant().plus(waitAfter(number)));
        });
    }

    void succeeded(String login) {
        wrong.remove(key(login));
    }

    private static Duration waitAfter(int guesses) {
        if (guesses < FREE_GUESSES) {
            return Duration.ZERO;
        }
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(guesses - FREE_GUESSES, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String key(String login) {
        var plain = login.toLowerCase(Locale.ROOT);
        return plain.substring(0, Math.min(plain.length(), 50));
    }
}
