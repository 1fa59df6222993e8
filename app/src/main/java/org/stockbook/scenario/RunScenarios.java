package org.stockbook.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.stockbook.scenario.company.ScenarioCompanies;

/** Plays many scenario files side by side, each against a throw-away company of its own. */
@Component
public final class RunScenarios {
    private static final String EXTENSION = ".json";
    private static final String FIXTURES = "fixtures";

    private final ScenarioFormat format = new ScenarioFormat();
    private final ScenarioCompanies companies;

    RunScenarios(ScenarioCompanies companies) {
        this.companies = companies;
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
     * How scenarios are to be played.
     *
     * @param fixtures folder of the fixtures; empty for a folder named fixtures among the scenarios or beside their folder
     * @param longest a scenario that takes longer fails, and the others go on
     */
    public record Settings(Optional<Path> fixtures, Duration longest) {}

    /**
     * Plays the files, as many at a time as there are processors, and answers in their order.
     *
     * @param progress is told how many of how many are done
     */
    public List<ScenarioResult> run(List<Path> files, Settings settings, ObjIntConsumer<Integer> progress) {
        var fixtures = new ConcurrentHashMap<Path, Fixtures>();
        var done = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var running = files.stream()
                    .map(file -> workers.submit(() -> {
                        var folder = settings.fixtures().orElseGet(() -> fixturesOf(file));
                        var of = fixtures.computeIfAbsent(folder, where -> new Fixtures(format, where));
                        var result = inTime(file, settings.longest(), () -> play(file, of));
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

    /**
     * Plays on a thread of its own, which is left behind when the time is up: it is asked to stop, and its place is free for others whether
     * it does or not.
     */
    private static ScenarioResult inTime(Path file, Duration longest, Supplier<ScenarioResult> play) {
        var playing = new FutureTask<>(play::get);
        var player = Thread.ofPlatform().daemon().name("scenario " + nameOf(file)).start(playing);
        try {
            return playing.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException endless) {
            player.interrupt();
            return failed(file, "not done after " + longest.toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            player.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException problem) {
            return failed(file, String.valueOf(problem.getCause()));
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

    /** A file that cannot be read counts as failed, like one whose figures differ; so does whatever goes wrong in one scenario. */
    private ScenarioResult play(Path file, Fixtures fixtures) {
        try {
            return new ScenarioRunner(format, fixtures, companies).run(format.scenario(file));
        } catch (ScenarioUnreadable problem) {
            return failed(file, String.valueOf(problem.getMessage()));
        } catch (RuntimeException | StackOverflowError | AssertionError problem) {
            return failed(file, problem.toString());
        }
    }

    private static ScenarioResult failed(Path file, String reason) {
        return new ScenarioResult.Failed(nameOf(file), List.of(reason), Map.of(), Map.of());
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(EXTENSION, "");
    }

    private static Path fixturesOf(Path file) {
        var inside = file.toAbsolutePath().resolveSibling(FIXTURES);
        var beside = Optional.ofNullable(inside.getParent()).map(Path::getParent).map(parent -> parent.resolve(FIXTURES));
        return Files.isDirectory(inside) ? inside : beside.orElse(inside);
    }
}
