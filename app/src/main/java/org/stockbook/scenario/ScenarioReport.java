package org.stockbook.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stockbook.scenario.ScenarioResult.Failed;
import org.stockbook.scenario.ScenarioResult.Passed;
import org.stockbook.scenario.ScenarioResult.Skipped;

/**
 * What a run of scenarios showed, as it is written to a file.
 *
 * @param scenarios in the order given
 */
public record ScenarioReport(List<Line> scenarios, Totals totals) {
    private static final int DIFFERENCES_SHOWN = 5;

    /** @param status {@code passed}, {@code failed} or {@code skipped} */
    public record Line(String id, String status, List<String> missing, List<String> differences) {}

    /** Rows are those of checkpoints and assertions. */
    public record Totals(int passed, int failed, int skipped, int rowsFound, int rowsMissing) {}

    public static ScenarioReport of(List<ScenarioResult> results) {
        var lines = results.stream().map(ScenarioReport::line).toList();
        return new ScenarioReport(
                lines,
                new Totals(
                        count(lines, "passed"),
                        count(lines, "failed"),
                        count(lines, "skipped"),
                        sum(found(results)),
                        sum(missing(results))));
    }

    private static Line line(ScenarioResult result) {
        return switch (result) {
            case Passed passed -> new Line(passed.id(), "passed", List.of(), List.of());
            case Failed failed -> new Line(failed.id(), "failed", List.of(), failed.differences());
            case Skipped skipped -> new Line(skipped.id(), "skipped", skipped.missing(), List.of());
        };
    }

    private static int count(List<Line> lines, String status) {
        return Math.toIntExact(lines.stream().filter(line -> line.status().equals(status)).count());
    }

    /** Rows found, per kind. */
    public static Map<String, Integer> found(List<ScenarioResult> results) {
        var sum = new TreeMap<String, Integer>();
        for (var result : results) {
            add(sum, switch (result) {
                case Passed passed -> passed.rowsFound();
                case Failed failed -> failed.rowsFound();
                case Skipped _ -> Map.of();
            });
        }
        return sum;
    }

    /** Rows missing, per kind. */
    public static Map<String, Integer> missing(List<ScenarioResult> results) {
        var sum = new TreeMap<String, Integer>();
        for (var result : results) {
            add(sum, switch (result) {
                case Passed _, Skipped _ -> Map.of();
                case Failed failed -> failed.rowsMissing();
            });
        }
        return sum;
    }

    private static void add(Map<String, Integer> sum, Map<String, Integer> more) {
        more.forEach((kind, count) -> sum.merge(kind, count, Integer::sum));
    }

    private static int sum(Map<String, Integer> perKind) {
        return perKind.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One line per scenario, and the first differences of those that failed. */
    public String text() {
        var text = new StringBuilder();
        for (var line : scenarios) {
            text.append(line.status()).append("  ").append(line.id());
            if (!line.missing().isEmpty()) {
                text.append("  (").append(String.join(", ", line.missing())).append(')');
            }
            text.append('\n');
            line.differences().stream().limit(DIFFERENCES_SHOWN).forEach(difference -> text.append("        ").append(difference).append('\n'));
        }
        return text.toString();
    }
}
