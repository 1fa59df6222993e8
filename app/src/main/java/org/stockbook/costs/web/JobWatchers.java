package org.stockbook.costs.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.stockbook.costs.CostRows;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.web.live.Watch;
import org.stockbook.web.live.Watch.News;

/** Who watches which work. */
@Component
class JobWatchers implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofHours(6);
    private static final String NUMBER = "jobNumber";
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");
    private static final List<String> TOLD = List.of(NUMBER, "state", "progress", "itemsTotal", "itemsDone", "itemsFailed");
    /** Its log has been deleted. */
    private static final Row GONE = new Row(Map.of("state", "failed"));

    private final CostRows rows;
    private final Watch<Object> watch = new Watch<>("job-watchers", PATIENCE, this::look);

    JobWatchers(CostRows rows) {
        this.rows = rows;
    }

    static boolean isOver(Row job) {
        return OVER.contains(job.text("state"));
    }

    /** Tells how the work stands, and then whenever that has changed; ends with it. */
    SseEmitter watch(Row job) {
        return watch.watchFrom(number(job), news(job));
    }

    private Map<Object, News> look(Set<Object> jobs) {
        var now = rows.jobs().read(RowRequest.of(new Criterion.OneOf(NUMBER, List.copyOf(jobs))).page(0, jobs.size())).rows().stream()
                .collect(Collectors.toMap(JobWatchers::number, job -> job));
        return jobs.stream().collect(Collectors.toMap(job -> job, job -> news(now.getOrDefault(job, GONE))));
    }

    private static Object number(Row job) {
        return job.value(NUMBER).orElseThrow();
    }

    private static News news(Row job) {
        var told = job.values().entrySet().stream().filter(value -> TOLD.contains(value.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new News(told, isOver(job) ? "finished" : "progress", told, isOver(job));
    }

    @Override
    public void destroy() {
        watch.close();
    }
}
