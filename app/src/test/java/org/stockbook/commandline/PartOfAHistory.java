package org.stockbook.commandline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.stockbook.platform.exchange.ImportRecords;
import org.stockbook.platform.exchange.ImportReport;
import org.stockbook.platform.exchange.MappingFile;
import org.stockbook.platform.security.Permissions;

/**
 * A part of the real trade history that is kept beside the repository: {@code ../shared} of its root, or what STOCKBOOK_SHARED names. Tests
 * that need it are skipped where it is absent.
 */
final class PartOfAHistory {
    private static final Path WHOLE = Optional.ofNullable(System.getenv("STOCKBOOK_SHARED"))
            .map(Path::of)
            .orElse(Path.of("..", "..", "shared"))
            .resolve("data").resolve("adventure-works");
    private static final String MAPPING = "adventure-works";

    private final Path folder;

    private PartOfAHistory(Path folder) {
        this.folder = folder;
    }

    /** All master data, and some weeks of purchases, sales and returns. */
    static PartOfAHistory in(Path folder) throws IOException {
        assumeTrue(Files.isDirectory(WHOLE), "no trade history at " + WHOLE.toAbsolutePath().normalize());
        try (var files = Files.list(WHOLE)) {
            for (var file : files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                Files.write(folder.resolve(file.getFileName()), part(String.valueOf(file.getFileName()), Files.readAllLines(file)));
            }
        }
        return new PartOfAHistory(folder);
    }

    private static List<String> part(String name, List<String> lines) {
        return switch (name) {
            case "purchase_orders.csv" -> with(lines, line -> line.split(",")[3].compareTo("2022-06-20") < 0 || line.split(",")[3].startsWith("2023-01-1"));
            case "purchase_order_lines.csv" -> {
                var orders = orders();
                yield with(lines, line -> orders.contains(line.split(",")[0]));
            }
            case "sales_lines.csv" -> with(lines, line -> line.split(",")[2].compareTo("2023-01-12") < 0);
            case "sales_returns.csv" -> with(lines, line -> line.startsWith("2023-01-18"));
            default -> lines;
        };
    }

    private static Set<String> orders() {
        try {
            return part("purchase_orders.csv", Files.readAllLines(WHOLE.resolve("purchase_orders.csv"))).stream()
                    .map(line -> line.split(",")[0]).collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static List<String> with(List<String> lines, Predicate<String> rows) {
        var part = new ArrayList<String>(List.of(lines.getFirst()));
        lines.stream().skip(1).filter(rows).forEach(part::add);
        return part;
    }

    /** Takes master data and history into the books that are open; 0 only if the books are clean afterwards and equal the general ledger. */
    int post(ApplicationContext rooms, boolean asDocuments) {
        var mapping = MappingFile.read(MAPPING);
        return Permissions.asStockbook(() -> {
            ImportReport report = rooms.getBean(ImportRecords.class).read(folder, mapping, ImportRecords.Purpose.KEEP, _ -> {});
            return report.isClean() ? new HistoryRun(rooms, Progress.onStandardError(), asDocuments).post(folder, mapping) : -1;
        });
    }
}
