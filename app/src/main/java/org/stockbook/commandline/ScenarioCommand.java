package org.stockbook.commandline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stockbook.scenario.RunScenarios;
import org.stockbook.scenario.ScenarioFormat;
import org.stockbook.scenario.ScenarioReport;
import org.stockbook.scenario.ScenarioResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Business cases with known figures. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description = "Plays business cases with known figures against throw-away companies.",
        subcommands = ScenarioCommand.Run.class)
final class ScenarioCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")                     // picocli fills it before run()
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "A command is missing: run.");
    }

    /** Plays some. */
    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = {
                "Plays scenario files, each against a company of its own, and compares what the ledgers hold with what they expect.",
                "Your own books are not touched. Exit code 0 only if nothing failed; a scenario that requires what this program",
                "cannot do yet is skipped."
            })
    static final class Run implements Callable<Integer> {
        private final Program program;

        @Parameters(arity = "1..*", paramLabel = "FILE-OR-FOLDER", description = "Scenario files, or folders of them.")
        private List<Path> filesOrFolders = List.of();

        @Option(names = "--json", paramLabel = "FILE", description = "Write the results as data too.")
        private @Nullable Path json;

        @Option(
                names = "--fixtures",
                paramLabel = "DIR",
                description = "Folder of the fixtures. Default: a folder named fixtures among the scenarios or beside their folder.")
        private @Nullable Path fixtures;

        @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "120",
                description = "A scenario that takes longer fails, and the others go on. Default: ${DEFAULT-VALUE}.")
        private long timeLimit = 120;

        Run(Program program) {
            this.program = program;
        }

        @Override
        public Integer call() {
            var files = RunScenarios.files(filesOrFolders);
            files.stream().filter(file -> !Files.isRegularFile(file)).findFirst().ifPresent(missing -> {
                throw new Refused("there is no file or folder " + missing + ".");
            });
            if (files.isEmpty()) {
                throw new Refused("there is no scenario in " + filesOrFolders.getFirst() + ".");
            }
            if (timeLimit <= 0) {
                throw new Refused("the time limit must be a number of seconds above 0.");
            }
            var progress = Progress.onStandardError();
            var settings = new RunScenarios.Settings(Optional.ofNullable(fixtures), Duration.ofSeconds(timeLimit));
            var results = program.withThrowAwayBooks(rooms -> rooms.getBean(RunScenarios.class)
                    .run(files, settings, (done, of) -> progress.at("scenarios", done, of)));
            var report = ScenarioReport.of(results);
            Optional.ofNullable(json).ifPresent(file ->
                    new ScenarioFormat().mapper().writerWithDefaultPrettyPrinter().writeValue(file, report));
            show(report, results);
            return report.totals().failed() == 0 ? 0 : 1;
        }

        private static void show(ScenarioReport report, List<ScenarioResult> results) {
            System.out.print(report.text());
            var found = ScenarioReport.found(results);
            var missing = ScenarioReport.missing(results);
            System.out.println();
            found.forEach((kind, count) -> System.out.printf("%-22s %6d found %6d missing%n", kind, count, missing.getOrDefault(kind, 0)));
            var totals = report.totals();
            System.out.printf("%d passed, %d failed, %d skipped%n", totals.passed(), totals.failed(), totals.skipped());
        }
    }
}
