package org.stockbook.web.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.live.Watch.News;

/** Who looks at which document: one query for each kind of document that is looked at. */
@Component
class Watchers implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    /** Posted completely, or deleted. */
    private static final DocumentPage.Version GONE = new DocumentPage.Version(0, "");
    /** What pages listen to without naming an event. */
    private static final String EVENT = "message";

    private final ObjectProvider<DocumentPage.Versions> versions;
    private final Watch<Seen> watch = new Watch<>("live-pages", PATIENCE, this::look);

    Watchers(ObjectProvider<DocumentPage.Versions> versions) {
        this.versions = versions;
    }

    /** Tells of every version of a document that is not the one the page has. */
    SseEmitter watch(String collection, String number, int version) {
        return watch.watch(new Seen(collection, number), version);
    }

    private Map<Seen, News> look(Set<Seen> documents) {
        var news = new HashMap<Seen, News>();
        documents.stream().collect(Collectors.groupingBy(Seen::collection, Collectors.mapping(Seen::number, Collectors.toSet()))).forEach((collection, numbers) -> {
            var now = Optional.ofNullable(versions.getIfAvailable()).map(known -> known.now(collection, numbers)).orElse(Map.of());
            numbers.forEach(number -> news.put(new Seen(collection, number), news(now.getOrDefault(number, GONE))));
        });
        return news;
    }

    private static News news(DocumentPage.Version now) {
        return new News(now.number(), EVENT, Map.of("version", now.number(), "by", now.changedBy()), false);
    }

    @Override
    public void destroy() {
        watch.close();
    }

    /** A document that somebody has open. */
    private record Seen(String collection, String number) {}
}
