package org.stockbook.platform.exchange;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.platform.database.RowStatistics;
import org.stockbook.platform.exchange.ImportReport.FileReport;
import org.stockbook.platform.exchange.MappedRows.MappedRow;
import org.stockbook.platform.exchange.MappedRows.RowIssue;
import org.stockbook.platform.exchange.Mapping.FileMapping;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.records.SaveRecords;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Reads files of master records by a mapping: all files are taken, or none; every bad row is named. */
@Component
public class ImportRecords {
    private final SaveRecords save;
    private final RecordTypes types;
    private final SaveRecordSets sets;
    private final Permissions permissions;
    private final TransactionTemplate transaction;
    private final RowStatistics statistics;

    ImportRecords(RecordTypes types, SaveRecordSets sets, Permissions permissions, PlatformTransactionManager transactions, RowStatistics statistics) {
        this.save = sets.save();
        this.types = types;
        this.sets = sets;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
        this.statistics = statistics;
    }

    /** Whether nothing is to be kept. */
    public enum Purpose {
        KEEP,
        CHECK
    }

    /**
     * Reads one file, or those of a folder that the mapping names.
     *
     * @throws FileRefused if a file is of the wrong kind, or the mapping does not fit
     */
    public ImportReport read(Path source, Mapping mapping, Purpose purpose, Consumer<String> progress) {
        permissions.require(Permission.IMPORT_DATA);
        var files = mapping.files().stream().filter(file -> types.find(file.collection()).isPresent()).toList();
        var kept = Optional.ofNullable(transaction.execute(status -> {
            mapping.companies().forEach(sets::save);
            var reports = new ArrayList<FileReport>();
            for (var file : files) {
                var path = pathOf(source, file);
                progress.accept(path.getFileName() + " into " + file.collection());
                var refusedBefore = reports.stream().anyMatch(report -> !report.issues().isEmpty());
                reports.add(read(path, file, mapping.tables(), refusedBefore));
            }
            var report = new ImportReport(reports);
            if (purpose == Purpose.CHECK || !report.isClean()) {
                status.setRollbackOnly();
            }
            return report;
        })).orElseThrow();
        if (purpose == Purpose.KEEP && kept.isClean()) {
            statistics.renewAfter(kept.files().stream().mapToLong(file -> file.created() + file.changed()).sum());
        }
        return kept;
    }

    private FileReport read(Path path, FileMapping mapping, Map<String, Map<String, String>> tables, boolean refusedBefore) {
        var file = CsvFile.read(path, mapping.format());
        var rows = RowMapper.map(file, mapping, tables);
        var issues = new ArrayList<>(rows.issues());
        int created = 0;
        int changed = 0;
        if (!refusedBefore) {
            var drafts = rows.rows().stream().map(row -> RecordDraft.of(row.line(), row.values())).toList();
            switch (save.save(mapping.collection(), SaveRecords.Mode.CREATE_OR_CHANGE, drafts)) {
                case RecordOutcome.Saved saved -> {
                    created = saved.created();
                    changed = saved.changed();
                }
                case RecordOutcome.Refused refused -> issues.addAll(located(refused.issues(), rows.rows(), mapping));
                case RecordOutcome.NotThere _, RecordOutcome.ChangedByAnother _ -> throw new IllegalStateException("an import addresses no record");
            }
        }
        issues.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return new FileReport(String.valueOf(path.getFileName()), mapping.collection(), file.rows().size(), rows.leftOut(), created, changed,
                refusedBefore, issues);
    }

    /** Refusals name a field; people who mend a file look for its column and value. */
    private static List<RowIssue> located(List<RecordIssue> issues, List<MappedRow> rows, FileMapping mapping) {
        var byLine = rows.stream().collect(Collectors.toMap(MappedRow::line, row -> row));
        return issues.stream().map(issue -> {
            var columns = Optional.ofNullable(mapping.fields().get(issue.field())).map(field -> String.join("+", field.columns())).orElse("");
            var value = Optional.ofNullable(byLine.get(issue.row())).map(row -> row.text(issue.field())).orElse("");
            return new RowIssue(issue.row(), columns.isEmpty() ? issue.field() : columns, value, issue.code(), issue.parameters());
        }).toList();
    }

    /** The file itself, or the one in the folder whose name fits. */
    public static Path pathOf(Path source, FileMapping mapping) {
        if (Files.isRegularFile(source)) {
            return source;
        }
        var pattern = FileSystems.getDefault().getPathMatcher("glob:" + mapping.file());
        try (var files = Files.list(source)) {
            return files.filter(file -> pattern.matches(file.getFileName())).sorted().findFirst()
                    .orElseThrow(() -> new FileRefused(source.toString(), "file-missing", Map.of("wanted", mapping.file())));
        } catch (IOException unreadable) {
            throw new FileRefused(source.toString(), "no-folder");
        }
    }
}
