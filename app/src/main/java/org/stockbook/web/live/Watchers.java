package org.stockbook.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.stockbook.web.DocumentPage;

/**
 * Who looks at which document. Once a second one query for each kind of document that is looked at, whatever the number of readers, finds those
 * that have moved on; nobody looking costs nothing. So changes are seen that another instance of the program has made, too.
 */
@Component
class Watchers implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long PAUSE = 1000;
    /** Whoever has closed the page without a word is found out after so many rounds. */
    private static final int ROUNDS = 20;

    private final ObjectProvider<DocumentPage.Versions> versions;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("live-pages").daemon().factory());
    private int round;

    Watchers(ObjectProvider<DocumentPage.Versions> versions) {
        this.versions = versions;
        clock.scheduleWithFixedDelay(this::look, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
    }

    /** An open page, and the version that it was told of last. */
    private static final class Watcher {
        private final String collection;
        private final String number;
        private final SseEmitter emitter = new SseEmitter(PATIENCE.toMillis());
        private volatile int version;

        Watcher(String collection, String number, int version) {
            this.collection = collection;
            this.number = number;
            this.version = version;
        }
    }

    /** Tells of every version of a document that is not the one the page has. */
    SseEmitter watch(String collection, String number, int version) {
        var watcher = new Watcher(collection, number, version);
        watcher.emitter.onCompletion(() -> watchers.remove(watcher));
        watcher.emitter.onTimeout(watcher.emitter::complete);
        watcher.emitter.onError(_ -> watchers.remove(watcher));
        watchers.add(watcher);
        return watcher.emitter;
    }

    private void look() {
        try {
            round = (round + 1) % ROUNDS;
            watchers.stream().collect(Collectors.groupingBy(watcher -> watcher.collection)).forEach(this::tell);
        } catch (RuntimeException fault) {
            LOG.warn("Open pages could not be told what has changed; it is tried again.", fault);
        }
    }

    private void tell(String collection, Collection<Watcher> some) {
        var numbers = some.stream().map(watcher -> watcher.number).collect(Collectors.toSet());
        var now = Optional.ofNullable(versions.getIfAvailable()).map(known -> known.now(collection, numbers)).orElse(Map.of());
        some.forEach(watcher -> tell(watcher, Optional.ofNullable(now.get(watcher.number)).orElse(GONE)));
    }

    /** Posted completely, or deleted. */
    private static final DocumentPage.Version GONE = new DocumentPage.Version(0, "");

    private void tell(Watcher watcher, DocumentPage.Version now) {
        try {
            if (now.number() != watcher.version) {
                watcher.version = now.number();
                watcher.emitter.send(SseEmitter.event().data(Map.of("version", now.number(), "by", now.changedBy())));
            } else if (round == 0) {
                watcher.emitter.send(SseEmitter.event().comment(""));
            }
        } catch (IOException | IllegalStateException closed) {
            LOG.debug("A page was closed.", closed);
            watchers.remove(watcher);
        }
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
        watchers.forEach(Watchers::dismiss);
    }

    private static void dismiss(Watcher watcher) {
        try {
            watcher.emitter.complete();
        } catch (IllegalStateException closed) {
            LOG.debug("A page was closed already.", closed);
        }
    }
}
