package org.stockbook.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs benchmarks and reports them. */
@Command(
        name = "stockbook benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures this program on this machine, each figure against a floor taken in the same run.",
        footer = {"", "Works on throw-away companies in a new folder; no books are touched. docs/performance.md explains the figures."})
final class BenchmarkCommand implements Callable<Integer> {
    private final List<Benchmark> all;

    @Spec
    @SuppressWarnings("NullAway.Init")                     // picocli fills it before call()
    private CommandSpec command;

    @Parameters(paramLabel = "NAME", description = "Which to run: bulk, single, correction, kernel, valuation, items, documents, adjustment, automatic, grid, start. Default: all.")
    private List<String> names = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Also writes the figures as data.")
    private @Nullable Path json;

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to put the databases, on the disk to be measured. Default: the folder for temporary files.")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"));

    BenchmarkCommand(List<Benchmark> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public Integer call() throws Exception {
        var chosen = chosen();
        var report = new ArrayList<Report.Entry>();
        var surroundings = Surroundings.now();
        System.err.println("Measuring on " + surroundings.sentence());
        try (var machine = Machine.start(folder)) {
            for (var benchmark : chosen) {
                System.err.println(benchmark.name() + ": " + benchmark.question() + " ...");
                report.add(new Report.Entry(benchmark.name(), benchmark.question(), benchmark.run(machine)));
                Report.print(System.out, report.getLast());
            }
        }
        if (json != null) {
            Files.writeString(json, Report.json(surroundings, report));
        }
        summarize(System.err, report);
        return 0;
    }

    private List<Benchmark> chosen() {
        var known = all.stream().map(Benchmark::name).collect(Collectors.toSet());
        for (var name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(command.commandLine(), "There is no benchmark " + name + ". There are: " + String.join(", ", known));
            }
        }
        var wanted = Set.copyOf(names);
        return all.stream().filter(benchmark -> wanted.isEmpty() || wanted.contains(benchmark.name())).toList();
    }

    private static void summarize(PrintStream out, List<Report.Entry> report) {
        var missed = report.stream().flatMap(entry -> entry.figures().stream()).filter(figure -> !figure.met()).count();
        out.println(missed == 0 ? "All targets were met. " + Surroundings.now().load() : missed + " figures missed their target. " + Surroundings.now().load());
    }
}
