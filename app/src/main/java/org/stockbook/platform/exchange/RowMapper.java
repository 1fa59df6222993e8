package org.stockbook.platform.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.platform.exchange.MappedRows.MappedRow;
import org.stockbook.platform.exchange.MappedRows.RowIssue;
import org.stockbook.platform.exchange.Mapping.FieldMapping;
import org.stockbook.platform.exchange.Mapping.FileMapping;
import org.stockbook.platform.exchange.Mapping.Filter;

/** Turns the rows of a file into records to be, by a mapping; every value that cannot be read is an issue, never a guess. */
public final class RowMapper {
    private final CsvFile file;
    private final FileMapping mapping;
    private final Map<String, Map<String, String>> tables;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, WrittenValues> written = new HashMap<>();
    private final List<RowIssue> issues = new ArrayList<>();

    private RowMapper(CsvFile file, FileMapping mapping, Map<String, Map<String, String>> tables) {
        this.file = file;
        this.mapping = mapping;
        this.tables = tables;
        for (int i = 0; i < file.heading().size(); i++) {
            columns.put(file.heading().get(i), i);
        }
    }

    /** @throws FileRefused if a column of the mapping is not in the file */
    public static MappedRows map(CsvFile file, FileMapping mapping, Map<String, Map<String, String>> tables) {
        return new RowMapper(file, mapping, tables).map();
    }

    private MappedRows map() {
        requireColumns();
        var rows = new ArrayList<MappedRow>();
        var seen = new HashSet<Map<String, String>>();
        int leftOut = 0;
        for (var line : file.rows()) {
            var number = Math.toIntExact(line.number());
            if (line.values().size() != file.heading().size()) {
                issues.add(new RowIssue(number, "", "", "import.wrong-column-count", Map.of("found", line.values().size(), "expected", file.heading().size())));
                continue;
            }
            if (mapping.filters().stream().anyMatch(filter -> !passes(filter, line))) {
                leftOut++;
                continue;
            }
            var row = new MappedRow(number, values(number, line));
            if (mapping.once() && !seen.add(row.values())) {
                leftOut++;
            } else {
                rows.add(row);
            }
        }
        return new MappedRows(rows, issues, leftOut);
    }

    private void requireColumns() {
        var named = new ArrayList<>(mapping.fields().values().stream().flatMap(field -> field.columns().stream()).toList());
        named.addAll(mapping.filters().stream().map(Filter::column).toList());
        var missing = named.stream().filter(column -> !columns.containsKey(column)).distinct().sorted().toList();
        if (!missing.isEmpty()) {
            throw new FileRefused(file.name(), "columns-missing", Map.of("missing", String.join(", ", missing), "known", String.join(", ", file.heading())));
        }
    }

    private boolean passes(Filter filter, CsvFile.Line line) {
        return filter.values().contains(cell(line, filter.column())) != filter.excluded();
    }

    private String cell(CsvFile.Line line, String column) {
        return line.values().get(Optional.ofNullable(columns.get(column)).orElseThrow()).strip();
    }

    private Map<String, String> values(int number, CsvFile.Line line) {
        var values = new LinkedHashMap<String, String>();
        mapping.fields().forEach((field, from) -> value(number, line, from).ifPresent(value -> values.put(field, value)));
        return values;
    }

    private Optional<String> value(int number, CsvFile.Line line, FieldMapping from) {
        var text = String.join(" ", from.columns().stream().map(column -> cell(line, column)).filter(cell -> !cell.isEmpty()).toList());
        if (text.isEmpty()) {
            return from.constant().isEmpty() ? Optional.empty() : Optional.of(from.constant());
        }
        if (!from.table().isEmpty()) {
            return looked(number, from, text);
        }
        var column = from.columns().getFirst();
        return switch (from.type()) {
            case "number" -> number(number, column, text).map(figure -> from.decimals() < 0 ? figure : figure.setScale(from.decimals(), RoundingMode.HALF_UP))
                    .map(BigDecimal::toPlainString);
            case "date" -> date(number, column, text);
            case "text" -> Optional.of(from.longest() > 0 && text.length() > from.longest() ? text.substring(0, from.longest()).strip() : text);
            default -> throw new FileRefused(FileRefused.MAPPING, "mapping.type", Map.of("type", from.type()));
        };
    }

    private Optional<String> looked(int number, FieldMapping from, String text) {
        var table = Optional.ofNullable(tables.get(from.table())).orElseThrow(() -> new FileRefused(FileRefused.MAPPING, "mapping.no-table", Map.of("table", from.table())));
        var found = table.getOrDefault(text, from.otherwise());
        if (found.isEmpty()) {
            issues.add(new RowIssue(number, from.columns().getFirst(), text, "import.lookup-failed", Map.of("value", text, "table", from.table())));
        }
        return Optional.of(found).filter(value -> !value.isEmpty());
    }

    private Optional<BigDecimal> number(int line, String column, String text) {
        var figure = written(column).number(text);
        if (figure.isEmpty()) {
            issues.add(new RowIssue(line, column, text, "import.unreadable-number", Map.of("value", text)));
        }
        return figure;
    }

    private Optional<String> date(int line, String column, String text) {
        var date = written(column).date(text);
        if (date.isEmpty()) {
            issues.add(new RowIssue(line, column, text, "import.unreadable-date", Map.of("value", text)));
        }
        return date.map(Object::toString);
    }

    private WrittenValues written(String column) {
        return written.computeIfAbsent(column, _ -> WrittenValues.of(
                () -> file.column(Optional.ofNullable(columns.get(column)).orElseThrow()).filter(value -> !value.isEmpty()), mapping.format()));
    }
}
