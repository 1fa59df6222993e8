package org.stockbook.commandline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.stockbook.platform.database.ScratchDatabase;
import org.stockbook.platform.security.Permissions;
import picocli.CommandLine;

/**
 * The program behind the command line: every subcommand is given it and starts with it what it needs.
 *
 * @param application the class from which Spring Boot finds all rooms
 */
public record Program(Class<?> application) {

    /** Runs the command line and answers with its exit code. */
    public int run(String... arguments) {
        var line = new CommandLine(StockbookCommand.class, this::create);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler(new Failures());
        return line.execute(arguments);
    }

    /** Subcommands with a constructor that takes the program are given it. */
    private <K> K create(Class<K> type) throws Exception {
        for (var constructor : type.getDeclaredConstructors()) {
            if (List.of(constructor.getParameterTypes()).equals(List.of(Program.class))) {
                return type.cast(constructor.newInstance(this));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }

    /**
     * Opens the books without a web server, does something with them as Stockbook itself, and closes them.
     *
     * @param work is given all use cases
     */
    public <T> T withBooks(BooksOption books, Function<ApplicationContext, T> work) {
        try (var rooms = start(WebApplicationType.NONE, books.settings())) {
            Supplier<T> asked = () -> work.apply(rooms);
            return Permissions.asStockbook(asked);
        }
    }

    /**
     * Does something on an empty database of its own, which is thrown away, so that nobody's books are touched.
     *
     * @param work is given all use cases
     */
    public <T> T withThrowAwayBooks(Function<ApplicationContext, T> work) {
        try (var database = ScratchDatabase.create();
                var rooms = start(WebApplicationType.NONE, Map.of("stockbook.database.url", database.address().urlWithPassword()))) {
            Supplier<T> asked = () -> work.apply(rooms);
            return Permissions.asStockbook(asked);
        }
    }

    /** Starts the program with its web server; it runs until it is stopped. */
    ConfigurableApplicationContext serve(Map<String, String> settings) {
        return start(WebApplicationType.SERVLET, settings);
    }

    private ConfigurableApplicationContext start(WebApplicationType type, Map<String, String> settings) {
        var spring = new SpringApplication(application);
        spring.setWebApplicationType(type);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        // Commands need few of the parts, and none that answers requests; what is not needed is not made.
        spring.setLazyInitialization(type == WebApplicationType.NONE);
        var all = new HashMap<String, String>();
        all.put("logging.level.root", Optional.ofNullable(System.getenv("STOCKBOOK_LOG_LEVEL")).orElse("WARN"));
        // What went wrong at the start is said once, as a sentence, by whoever started.
        all.put("logging.level.org.springframework.boot.SpringApplication", "OFF");
        all.put("logging.level.org.springframework.boot.web.server.servlet.context", "ERROR");
        if ("json".equals(System.getenv("STOCKBOOK_LOG_FORMAT"))) {
            all.put("logging.structured.format.console", "ecs");
        }
        all.putAll(settings);
        var arguments = new ArrayList<String>();
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return spring.run(arguments.toArray(String[]::new));
    }
}
