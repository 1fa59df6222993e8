package org.stockbook.commandline;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringProperties;
import org.stockbook.platform.database.ScratchDatabase;
import org.stockbook.platform.database.ServerStart;
import org.stockbook.platform.security.Permissions;
import picocli.CommandLine;

/**
 * The program behind the command line: every subcommand is given it and starts with it what it needs.
 *
 * @param application the class from which Spring Boot finds all rooms
 * @param prepared    the class in whose name the launcher may have had the rooms of the web prepared; without that they are found at each start
 */
public record Program(Class<?> application, Class<?> prepared) {
    private static final String PREPARED = "__ApplicationContextInitializer";
    private static final String DESCRIPTION = "org.springdoc.";

    /** Runs the command line and answers with its exit code. */
    public int run(String... arguments) {
        var line = new CommandLine(StockbookCommand.class, this::create);
        StockbookCommand.subcommands(arguments).forEach(line::addSubcommand);
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

    /**
     * Starts the program with its web server; it runs until it is stopped.
     *
     * @param listener is told what happens
     */
    ConfigurableApplicationContext serve(Map<String, String> settings, ApplicationListener<ApplicationEvent> listener) {
        // Spring asks for them at once; there are a thousand, and they are found beside it.
        Thread.ofPlatform().daemon().name("languages").start(Locale::getAvailableLocales);
        if (prepared.getClassLoader().getResource(prepared.getName().replace('.', '/') + PREPARED + ".class") != null) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
        return start(WebApplicationType.SERVLET, settings, listener);
    }

    /** The rooms as {@link #serve} makes them, for whoever listens to Spring: no server is started. */
    public void prepare() {
        spring(WebApplicationType.SERVLET).run(arguments(Map.of()));
    }

    /** The database comes up beside the rooms. */
    private ConfigurableApplicationContext start(WebApplicationType type, Map<String, String> settings, ApplicationListener<?>... listeners) {
        var database = ServerStart.of(settings.getOrDefault("stockbook.database.url", ""), settings.getOrDefault("stockbook.data", ""));
        var spring = spring(type);
        spring.addListeners(listeners);
        spring.addInitializers(rooms -> rooms.getBeanFactory().registerSingleton("serverStart", database));
        try {
            return spring.run(arguments(settings));
        } catch (RuntimeException failed) {
            database.abandon();
            throw failed;
        }
    }

    private SpringApplication spring(WebApplicationType type) {
        var spring = new SpringApplication(application);
        spring.setMainApplicationClass(prepared);
        spring.setWebApplicationType(type);
        if (type == WebApplicationType.SERVLET) {
            spring.setApplicationContextFactory(_ -> AotDetector.useGeneratedArtifacts()
                    ? new ServletWebServerApplicationContext(new QuicklyFoundParts()) : new AnnotationConfigServletWebServerApplicationContext(new QuicklyFoundParts()));
        }
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        // What is not needed yet is not made: commands need few of the parts, and the first page too. WebProgram makes the rest.
        spring.setLazyInitialization(true);
        spring.addInitializers(rooms -> rooms.addBeanFactoryPostProcessor(Program::describeWhenAsked));
        spring.addInitializers(rooms -> rooms.addBeanFactoryPostProcessor(Searches::narrow));
        return spring;
    }

    /** The description of the interface insists on being made at once, and with it a quarter of all parts; it can wait until somebody asks for it like all others. */
    private static void describeWhenAsked(ConfigurableListableBeanFactory parts) {
        for (var name : parts.getBeanDefinitionNames()) {
            var part = parts.getBeanDefinition(name);
            if (String.valueOf(part.getFactoryBeanName()).startsWith(DESCRIPTION) || String.valueOf(part.getBeanClassName()).startsWith(DESCRIPTION)) {
                part.setLazyInit(true);
            }
        }
    }

    private static String[] arguments(Map<String, String> settings) {
        var all = new HashMap<String, String>();
        all.put("logging.level.root", Optional.ofNullable(System.getenv("STOCKBOOK_LOG_LEVEL")).orElse("WARN"));
        // What went wrong at the start is said once, as a sentence, by whoever started.
        all.put("logging.level.org.springframework.boot.SpringApplication", "OFF");
        all.put("logging.level.org.springframework.boot.web.server.servlet.context", "ERROR");
        if ("json".equals(System.getenv("STOCKBOOK_LOG_FORMAT"))) {
            all.put("logging.structured.format.console", "ecs");
        }
        // ServerStart migrates, beside everything else.
        all.put("spring.flyway.enabled", "false");
        all.putAll(settings);
        return all.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()).toArray(String[]::new);
    }
}
