package org.stockbook.platform.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.platform.database.RowStatistics;
import org.stockbook.platform.exchange.MappedRows.RowIssue;
import org.stockbook.platform.exchange.Mapping.Format;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordField.Trait;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.records.SaveRecords;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/**
 * Reads a file whose heading names fields, as an export has them: rows with a known key change that record, others make a new one. All rows are
 * taken, or none; every bad row is named. Rows are read and kept some at a time.
 */
@Component
public class ImportRows {
    private static final int AT_ONCE = 1000;
    private static final Follower NOBODY = new Follower(1000, _ -> {});

    private final RecordTypes types;
    private final SaveRecords save;
    private final Permissions permissions;
    private final Texts texts;
    private final TransactionTemplate transaction;
    private final TransactionTemplate part;
    private final RowStatistics statistics;

    ImportRows(RecordTypes types, SaveRecords save, Permissions permissions, Texts texts, PlatformTransactionManager transactions, RowStatistics statistics) {
        this.types = types;
        this.save = save;
        this.permissions = permissions;
        this.texts = texts;
        this.transaction = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.statistics = statistics;
    }

    /**
     * What came of a file.
     *
     * @param issues the first of them
     * @param refused rows that could not be taken; if there is one, nothing was
     */
    public record Result(int rows, int created, int changed, int refused, List<RowIssue> issues) {
        public Result {
            issues = List.copyOf(issues);
        }
    }

    /**
     * A file to be read.
     *
     * @param name as the user knows it
     */
    public record Order(String collection, Path file, String name, ImportRecords.Purpose purpose) {}

    /**
     * Somebody who follows the reading.
     *
     * @param mostIssues how many of them are kept
     * @param reached is told the number of rows that were tried; what it throws ends the reading, and nothing is kept
     */
    public record Follower(int mostIssues, IntConsumer reached) {}

    /**
     * Reads a file.
     *
     * @throws FileRefused if it is of the wrong kind or its heading names something unknown
     */
    public Result read(Order order) {
        return read(order, NOBODY);
    }

    /**
     * How many rows a file has below its heading.
     *
     * @throws FileRefused if it is of the wrong kind or its heading names something unknown
     */
    public int count(Order order) {
        var reading = new Reading(types.of(order.collection()), order.name(), NOBODY);
        var lines = new AtomicInteger();
        RowStream.read(order.file(), order.name(), line -> {
            if (reading.heading.isEmpty()) {
                reading.take(line);
            } else {
                lines.incrementAndGet();
            }
        });
        reading.end();
        return lines.get();
    }

    /**
     * Reads a file that somebody follows.
     *
     * @throws FileRefused if it is of the wrong kind or its heading names something unknown
     */
    public Result read(Order order, Follower follower) {
        permissions.require(Permission.IMPORT_DATA);
        var type = types.of(order.collection());
        permissions.require(type.change());
        var purpose = order.purpose();
        var result = Optional.ofNullable(transaction.execute(status -> {
            var reading = new Reading(type, order.name(), follower);
            RowStream.read(order.file(), order.name(), reading::take);
            reading.end();
            if (reading.refused > 0 || purpose == ImportRecords.Purpose.CHECK) {
                status.setRollbackOnly();
            }
            return new Result(reading.rows, reading.created, reading.changed, reading.refused, reading.issues);
        })).orElseThrow();
        if (purpose == ImportRecords.Purpose.KEEP && result.refused() == 0) {
            statistics.renewAfter(result.created() + result.changed());
        }
        return result;
    }

    /** One go through a file. */
    private final class Reading {
        private final RecordType type;
        private final String name;
        private final Follower follower;
        private final List<RowStream.Line> waiting = new ArrayList<>();
        private final Map<String, WrittenValues> written = new LinkedHashMap<>();
        private final List<RowIssue> issues = new ArrayList<>();
        private List<String> heading = List.of();
        private int rows;
        private int created;
        private int changed;
        private int refused;

        private Reading(RecordType type, String name, Follower follower) {
            this.type = type;
            this.name = name;
            this.follower = follower;
        }

        private void take(RowStream.Line line) {
            if (heading.isEmpty()) {
                heading = line.values().stream().map(this::named).toList();
                requireKnown();
                return;
            }
            waiting.add(line);
            if (waiting.size() >= AT_ONCE) {
                keep();
            }
        }

        /** Headings are names of fields, or their titles in any language, as exports of pages have them. */
        private String named(String column) {
            var plain = column.strip();
            return type.field(plain).isPresent() ? plain : type.fields().stream().map(RecordField::name)
                    .filter(field -> Arrays.stream(Language.values()).anyMatch(language -> texts.text(language, "column." + field).equalsIgnoreCase(plain)))
                    .findFirst().orElse(plain);
        }

        private void requireKnown() {
            var unknown = heading.stream().filter(column -> !isLeftOut(column) && type.field(column).isEmpty()).toList();
            if (!unknown.isEmpty()) {
                throw new FileRefused(name, "fields-unknown",
                        Map.of("unknown", String.join(", ", unknown), "known", String.join(", ", type.fields().stream().map(RecordField::name).toList())));
            }
        }

        /** What an export holds beyond what can be written: keys of the program, versions, columns without a name. */
        private boolean isLeftOut(String column) {
            return column.isEmpty() || RecordType.KEPT_BY_THE_PROGRAM.contains(column) || type.field(column).filter(field -> field.is(Trait.READ_ONLY)).isPresent();
        }

        private void end() {
            if (heading.isEmpty()) {
                throw new FileRefused(name, "empty");
            }
            keep();
        }

        private void keep() {
            if (waiting.isEmpty()) {
                return;
            }
            rows += waiting.size();
            var drafts = waiting.stream().flatMap(line -> draft(line).stream()).toList();
            var lines = List.copyOf(waiting);
            waiting.clear();
            var outcome = part.execute(status -> {
                var saved = save.save(type.collection(), SaveRecords.Mode.CREATE_OR_CHANGE, drafts);
                if (!(saved instanceof RecordOutcome.Saved)) {
                    status.setRollbackOnly();              // back to where these rows began; the next ones are tried too
                }
                return saved;
            });
            switch (Optional.ofNullable(outcome).orElseThrow()) {
                case RecordOutcome.Saved saved -> {
                    created += saved.created();
                    changed += saved.changed();
                }
                case RecordOutcome.Refused(var reasons) -> {
                    refused += (int) reasons.stream().mapToInt(reason -> reason.row()).distinct().count();
                    reasons.forEach(reason -> issue(new RowIssue(reason.row(), reason.field(), value(lines, reason.row(), reason.field()), reason.code(), reason.parameters())));
                }
                case RecordOutcome.NotThere _, RecordOutcome.ChangedByAnother _ -> throw new IllegalStateException("an import addresses no record");
            }
            follower.reached().accept(rows);
        }

        private String value(List<RowStream.Line> lines, int number, String field) {
            var column = heading.indexOf(field);
            return lines.stream().filter(line -> line.number() == number && column >= 0 && column < line.values().size()).map(line -> line.values().get(column)).findFirst().orElse("");
        }

        private void issue(RowIssue issue) {
            if (issues.size() < follower.mostIssues()) {
                issues.add(issue);
            }
        }

        private Optional<RecordDraft> draft(RowStream.Line line) {
            if (line.values().size() > heading.size() && line.values().stream().skip(heading.size()).anyMatch(value -> !value.isBlank())) {
                refused++;
                issue(new RowIssue(line.number(), "", "", "import.wrong-column-count", Map.of("found", line.values().size(), "expected", heading.size())));
                return Optional.empty();
            }
            var values = new LinkedHashMap<String, Object>();
            for (int i = 0; i < Math.min(heading.size(), line.values().size()); i++) {
                var column = heading.get(i);
                if (!isLeftOut(column)) {
                    values.put(column, canonical(column, i, line.values().get(i).strip()));
                }
            }
            return Optional.of(RecordDraft.of(line.number(), values));
        }

        /** Figures and dates as the column writes them, found out from its first rows; what cannot be read stays and is refused by its field. */
        private String canonical(String column, int index, String text) {
            if (text.isEmpty()) {
                return text;
            }
            return switch (type.field(column).orElseThrow().kind()) {
                case QUANTITY, UNIT_AMOUNT, AMOUNT -> written(column, index).number(text).map(figure -> figure.toPlainString()).orElse(text);
                case DATE -> written(column, index).date(text).map(Object::toString).orElse(text);
                case TEXT, CODE -> text.startsWith("'") && text.length() > 1 && "=+-@".indexOf(text.charAt(1)) >= 0 ? text.substring(1) : text;
                case CHOICE, FLAG, NUMBER, COUNT, MOMENT -> text;
            };
        }

        private WrittenValues written(String column, int index) {
            Supplier<Stream<String>> sample = () -> waiting.stream().filter(line -> line.values().size() > index).map(line -> line.values().get(index).strip()).filter(value -> !value.isEmpty());
            return written.computeIfAbsent(column, _ -> WrittenValues.of(sample, Format.FOUND_OUT));
        }
    }
}
