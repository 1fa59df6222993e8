package org.stockbook.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.stockbook.StockbookApplication;
import org.stockbook.database.DatabaseAddress;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.PostingRequest;
import org.stockbook.inventory.shared.SharedPostings;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;

/** The program itself on one company, without its web server. */
final class Rooms implements AutoCloseable {
    private static final RegisterStamp STAMP = RegisterStamp.of("system", new SourceCode("ITEMJNL"), new JournalBatchName("BENCH"));

    private static final int DONE = 200;
    private static final String QUIET = "--logging.level.root=WARN";

    private final DatabaseAddress company;
    private final ConfigurableApplicationContext context;

    private Rooms(DatabaseAddress company, ConfigurableApplicationContext context) {
        this.company = company;
        this.context = context;
    }

    static Rooms open(DatabaseAddress company) {
        var spring = program(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        var context = spring.run(books(company), QUIET);
        // The tables come with the first who asks for the database.
        context.getBean(DSLContext.class);
        return new Rooms(company, context);
    }

    /** With its web server, on a port of its own, for as many calls as come. */
    static Rooms serve(DatabaseAddress company) {
        return new Rooms(company, program(WebApplicationType.SERVLET).run(books(company), QUIET, "--server.port=0", "--stockbook.calls-per-minute=1000000", "--stockbook.calls-at-once=1000"));
    }

    private static SpringApplication program(WebApplicationType type) {
        var spring = new SpringApplication(StockbookApplication.class);
        spring.setWebApplicationType(type);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        return spring;
    }

    private static String books(DatabaseAddress company) {
        return "--stockbook.database.url=" + company.urlWithPassword();
    }

    /** Where the web server listens. */
    int port() {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        throw new IllegalStateException("there is no web server");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** A connection past the program. */
    Connection connect() throws SQLException {
        return company.connect();
    }

    /** Posts in a transaction of its own; a refusal ends the benchmark. */
    InventoryOutcome.Posted post(List<? extends PostingLine> lines) {
        var posted = new AtomicReference<InventoryOutcome.Posted>();
        var order = new SharedPostings.Order(new RepeatableCalls.Call("", ""), new PostingRequest(STAMP, lines), outcome -> {
            posted.set(outcome);
            return CallAnswer.of(DONE, "");
        });
        return switch (bean(SharedPostings.class).post(order)) {
            case SharedPostings.Outcome.Answered _ -> posted.get();
            case SharedPostings.Outcome.Refused refused -> throw new IllegalStateException("refused: " + refused);
        };
    }

    @Override
    public void close() {
        context.close();
    }
}
