package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalImport;
import org.stockbook.journals.JournalLine;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.ImportColumns;
import org.stockbook.platform.exchange.CsvFile;
import org.stockbook.platform.exchange.SpreadsheetFile;
import org.stockbook.platform.security.Permissions;

/** Adds the rows of a spreadsheet or text file to a batch; nothing is posted (spec: journals, section 13). */
@Component
public class ImportJournalLines {
    private static final int MOST_ROWS = 20_000;

    private final SaveJournalLines saving;
    private final JournalDrafts drafts;
    private final ImportColumns columns;
    private final Permissions permissions;

    ImportJournalLines(SaveJournalLines saving, JournalDrafts drafts, ImportColumns columns, Permissions permissions) {
        this.saving = saving;
        this.drafts = drafts;
        this.columns = columns;
        this.permissions = permissions;
    }

    /** @throws org.stockbook.platform.exchange.FileRefused if the file cannot be read as rows and columns */
    @Transactional
    public JournalImport read(JournalAddress address, String name, byte[] bytes, JournalImport.Mode mode) {
        permissions.require(address.kind().editing());
        var file = SpreadsheetFile.parse(name, bytes);
        var heading = columns.of(file, address.kind());
        if (file.rows().size() > MOST_ROWS) {
            return refused(file, heading, "api.too-large", JournalField.LINE);
        }
        if (!heading.has(JournalField.ITEM)) {
            return refused(file, heading, "common.field-required", JournalField.ITEM);
        }
        var rows = file.rows().stream().map(row -> heading.values(row)).toList();
        var kept = (JournalSaved.Kept) saving.save(address, rows.stream().map(ImportJournalLines::added).toList());
        var issues = issues(file, kept.lines());
        var bad = issues.stream().filter(found -> found.issue().stopsPosting()).map(found -> found.issue().lineId()).distinct().toList();
        var good = kept.lines().size() - bad.size();
        switch (mode) {
            case TRIAL -> rollBack();
            case ALL_OR_NOTHING -> {
                if (!bad.isEmpty()) {
                    rollBack();
                }
            }
            case ONLY_GOOD_ROWS -> drafts.delete(drafts.lock(address), bad);
        }
        var none = mode == JournalImport.Mode.TRIAL || mode == JournalImport.Mode.ALL_OR_NOTHING && !bad.isEmpty();
        return new JournalImport(file.rows().size(), none ? 0 : good, heading.ignored(), issues);
    }

    private static void rollBack() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }

    private static JournalImport refused(CsvFile file, ImportColumns.Heading heading, String code, JournalField field) {
        var issue = new LineIssue(0, 0, field, code, LineIssue.Severity.ERROR, Map.of("field", field.property()));
        return new JournalImport(file.rows().size(), 0, heading.ignored(), List.of(new JournalImport.RowIssue(0, issue)));
    }

    private static JournalLineChange added(Map<JournalField, String> values) {
        return new JournalLineChange.Added(0, new EnumMap<>(values));
    }

    /** Lines come back in the order of the rows. */
    private static List<JournalImport.RowIssue> issues(CsvFile file, List<JournalLine> lines) {
        var issues = new ArrayList<JournalImport.RowIssue>();
        for (var i = 0; i < lines.size(); i++) {
            for (var issue : lines.get(i).issues()) {
                issues.add(new JournalImport.RowIssue(file.rows().get(i).number(), issue));
            }
        }
        return issues;
    }
}
