package org.stockbook.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Who watches what, each over a stream of server-sent events. Once a second one question, whatever the number of watchers, finds what has moved
 * on; nobody watching costs nothing. So changes are seen that another instance of the program has made, too.
 *
 * @param <T> names what is watched
 */
public final class Watch<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long PAUSE = 1000;
    /** Whoever has gone without a word is found out after so many rounds. */
    private static final int ROUNDS = 20;

    private final Look<T> look;
    private final Duration patience;
    private final Set<Watcher<T>> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock;
    private int round;

    /**
     * @param name of the thread that looks
     * @param patience how long a stream stays open at most; browsers then open another
     */
    public Watch(String name, Duration patience, Look<T> look) {
        this.look = look;
        this.patience = patience;
        clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(name).daemon().factory());
        clock.scheduleWithFixedDelay(this::round, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
    }

    /** Finds how things stand; each that was asked for has an answer, also what is no longer there. */
    @FunctionalInterface
    public interface Look<T> {
        Map<T, News> at(Set<T> things);
    }

    /**
     * How something stands.
     *
     * @param state is told whenever it is not the one that was told last
     * @param event the name of the event that tells it
     * @param isLast nothing more will come, so the stream ends
     */
    public record News(Object state, String event, Object data, boolean isLast) {}

    /** Somebody who watches, and what they know. */
    private static final class Watcher<T> {
        private final T thing;
        private final SseEmitter emitter;
        private Object known;

        Watcher(T thing, Object known, SseEmitter emitter) {
            this.thing = thing;
            this.known = known;
            this.emitter = emitter;
        }
    }

    /** Tells of every state that is not the known one. */
    public SseEmitter watch(T thing, Object known) {
        return add(thing, known).emitter;
    }

    /** Tells how it stands now, and then whenever that has changed. */
    public SseEmitter watchFrom(T thing, News now) {
        var watcher = add(thing, "");
        tell(watcher, now, false);
        return watcher.emitter;
    }

    private Watcher<T> add(T thing, Object known) {
        var watcher = new Watcher<>(thing, known, new SseEmitter(patience.toMillis()));
        watcher.emitter.onCompletion(() -> watchers.remove(watcher));
        watcher.emitter.onTimeout(watcher.emitter::complete);
        watcher.emitter.onError(_ -> watchers.remove(watcher));
        watchers.add(watcher);
        return watcher;
    }

    private void round() {
        try {
            round = (round + 1) % ROUNDS;
            var things = watchers.stream().map(watcher -> watcher.thing).collect(Collectors.toSet());
            if (!things.isEmpty()) {
                var now = look.at(things);
                watchers.forEach(watcher -> Optional.ofNullable(now.get(watcher.thing)).ifPresent(news -> tell(watcher, news, round == 0)));
            }
        } catch (RuntimeException fault) {
            LOG.warn("Watchers could not be told what has changed; it is tried again.", fault);
        }
    }

    private void tell(Watcher<T> watcher, News now, boolean find) {
        synchronized (watcher) {
            try {
                if (!now.state().equals(watcher.known)) {
                    watcher.known = now.state();
                    watcher.emitter.send(SseEmitter.event().name(now.event()).data(now.data()));
                } else if (find) {
                    watcher.emitter.send(SseEmitter.event().comment(""));
                }
                if (now.isLast()) {
                    watchers.remove(watcher);
                    watcher.emitter.complete();
                }
            } catch (IOException | IllegalStateException closed) {
                LOG.debug("A watcher has gone.", closed);
                watchers.remove(watcher);
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        watchers.forEach(Watch::dismiss);
    }

    private static void dismiss(Watcher<?> watcher) {
        try {
            watcher.emitter.complete();
        } catch (IllegalStateException closed) {
            LOG.debug("A watcher has gone already.", closed);
        }
    }
}
