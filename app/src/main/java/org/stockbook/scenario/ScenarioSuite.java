package org.stockbook.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import org.stockbook.scenario.company.ScenarioCompanies;

/** Plays many scenario files side by side. */
public final class ScenarioSuite {
    private static final String EXTENSION = ".json";
    private static final String FIXTURES = "fixtures";

    private final ScenarioFormat format = new ScenarioFormat();
    private final ScenarioCompanies companies;
    private final Optional<Path> fixtureFolder;
    private final Map<Path, Fixtures> fixtures = new ConcurrentHashMap<>();

    /** @param fixtureFolder where fixtures are; empty for a folder named fixtures in the scenarios' folder or beside it */
    public ScenarioSuite(ScenarioCompanies companies, Optional<Path> fixtureFolder) {
        this.companies = companies;
        this.fixtureFolder = fixtureFolder;
    }

    /** The scenario files among files and in folders, in order of their names. */
    public static List<Path> files(List<Path> filesOrFolders) {
        var files = new ArrayList<Path>();
        for (var each : filesOrFolders) {
            if (Files.isDirectory(each)) {
                try (var inside = Files.list(each)) {
                    inside.filter(file -> file.toString().endsWith(EXTENSION)).sorted().forEach(files::add);
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            } else {
                files.add(each);
            }
        }
        return files;
    }

    /**
     * Plays the files, as many at a time as there are processors, and answers in their order.
     *
     * @param progress is told how many of how many are done
     */
    public List<ScenarioResult> run(List<Path> files, ObjIntConsumer<Integer> progress) {
        var done = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var running = files.stream()
                    .map(file -> workers.submit(() -> {
                        var result = play(file);
                        progress.accept(done.incrementAndGet(), files.size());
                        return result;
                    }))
                    .toList();
            var results = new ArrayList<ScenarioResult>();
            for (var each : running) {
                results.add(resultOf(each));
            }
            return results;
        }
    }

    private static ScenarioResult resultOf(Future<ScenarioResult> running) {
        try {
            return running.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException problem) {
            throw new IllegalStateException(problem.getCause());
        }
    }

    /** A file that cannot be read counts as failed, like one whose figures differ. */
    private ScenarioResult play(Path file) {
        try {
            var scenario = format.scenario(file);
            var folder = fixtures.computeIfAbsent(fixturesOf(file), where -> new Fixtures(format, where));
            return new ScenarioRunner(format, folder, companies).run(scenario);
        } catch (ScenarioUnreadable problem) {
            var name = file.getFileName().toString().replace(EXTENSION, "");
            return new ScenarioResult.Failed(name, List.of(String.valueOf(problem.getMessage())), Map.of(), Map.of());
        }
    }

    private Path fixturesOf(Path file) {
        return fixtureFolder.orElseGet(() -> {
            var inside = file.toAbsolutePath().resolveSibling(FIXTURES);
            var beside = Optional.ofNullable(inside.getParent()).map(Path::getParent).map(parent -> parent.resolve(FIXTURES));
            return Files.isDirectory(inside) ? inside : beside.orElse(inside);
        });
    }
}
