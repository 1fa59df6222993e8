package org.stockbook.costs.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.stockbook.costs.CostRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;

/** Who watches which work. Once a second one query, whatever the number of watchers, finds how far it is; nobody watching costs nothing. */
@Component
class JobWatchers implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(JobWatchers.class);
    private static final Duration PATIENCE = Duration.ofHours(6);
    private static final long PAUSE = 1000;
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");
    private static final List<String> TOLD = List.of("jobNumber", "state", "progress", "itemsTotal", "itemsDone", "itemsFailed");

    private final CostRows rows;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("job-watchers").daemon().factory());

    JobWatchers(CostRows rows) {
        this.rows = rows;
        clock.scheduleWithFixedDelay(this::look, PAUSE, PAUSE, TimeUnit.MILLISECONDS);
    }

    /** Somebody who watches, and what they were told last. */
    private static final class Watcher {
        private final Object job;
        private final SseEmitter emitter = new SseEmitter(PATIENCE.toMillis());
        private Map<String, Object> last = Map.of();

        Watcher(Object job) {
            this.job = job;
        }
    }

    static boolean isOver(Row job) {
        return OVER.contains(job.text("state"));
    }

    /** Tells how the work stands, and then whenever that has changed; ends with it. */
    SseEmitter watch(Row job) {
        var watcher = new Watcher(job.value("jobNumber").orElseThrow());
        watcher.emitter.onCompletion(() -> watchers.remove(watcher));
        watcher.emitter.onTimeout(watcher.emitter::complete);
        watcher.emitter.onError(_ -> watchers.remove(watcher));
        watchers.add(watcher);
        tell(watcher, job);
        return watcher.emitter;
    }

    private void look() {
        try {
            var wanted = watchers.stream().map(watcher -> watcher.job).distinct().toList();
            if (!wanted.isEmpty()) {
                var now = rows.jobs().read(RowRequest.of(new Criterion.OneOf("jobNumber", wanted)).page(0, wanted.size())).rows().stream()
                        .collect(Collectors.toMap(row -> row.value("jobNumber").orElseThrow(), row -> row));
                watchers.forEach(watcher -> tell(watcher, now.getOrDefault(watcher.job, new Row(Map.of("state", "failed")))));
            }
        } catch (RuntimeException fault) {
            LOG.warn("Nobody could be told how far work is; it is tried again.", fault);
        }
    }

    private void tell(Watcher watcher, Row job) {
        synchronized (watcher) {
            try {
                var now = job.values().entrySet().stream().filter(value -> TOLD.contains(value.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                if (!now.equals(watcher.last)) {
                    watcher.last = now;
                    watcher.emitter.send(SseEmitter.event().name(isOver(job) ? "finished" : "progress").data(now));
                }
                if (isOver(job)) {
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
    public void destroy() {
        clock.shutdownNow();
        watchers.forEach(watcher -> watcher.emitter.complete());
    }
}
