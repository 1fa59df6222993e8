package org.stockbook.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.stockbook.StockbookApplication;
import org.stockbook.platform.database.ScratchDatabase;

/** The program as it is served, with few parts at first and the rest made later: what goes on without anybody asking, and what it tells those who run it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedProgramTest {
    private final ScratchDatabase database = ScratchDatabase.create();
    private WebProgram served;

    @BeforeAll
    void start() {
        served = WebProgram.start(new Program(StockbookApplication.class, ServedProgramTest.class),
                Map.of("server.port", "0", "server.address", "localhost", "stockbook.database.url", database.address().urlWithPassword()));
        served.makeTheRest();
    }

    @AfterAll
    void stop() {
        served.rooms().close();
        database.close();
    }

    @Test
    void the_night_is_looked_for_every_minute() {
        var next = served.rooms().getBeansOfType(ScheduledTaskHolder.class).values().stream().flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(task -> task.toString().contains("NightlySchedule.look")).map(task -> task.nextExecution()).toList();
        assertThat(next).singleElement().satisfies(moment -> assertThat(moment).isBetween(Instant.now().minusSeconds(1), Instant.now().plus(Duration.ofSeconds(61))));
    }

    @Test
    void gauges_tell_the_last_number_of_each_ledger() {
        database.dsl().execute("SELECT setval(quote_ident(sequencename)::regclass, 4711) FROM pg_sequences WHERE schemaname = 'public'");
        var told = served.rooms().getBean(PrometheusMeterRegistry.class).scrape();
        for (var ledger : List.of("item_register", "item_ledger_entry", "value_entry", "gl_register", "gl_entry", "cost_run", "audit_log")) {
            assertThat(told).contains("stockbook_numbers{ledger=\"" + ledger + "\"} 4711.0");
        }
    }

    /** Whoever watches over the program needs no password; figures are for those who have one. */
    @Test
    void its_health_is_told_to_everybody_and_its_figures_are_not() throws Exception {
        assertThat(get("/api/v1/health").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(get("/api/v1/health").headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus").statusCode()).isNotEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + served.port() + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
