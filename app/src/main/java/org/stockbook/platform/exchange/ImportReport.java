package org.stockbook.platform.exchange;

import java.util.List;
import org.stockbook.platform.exchange.MappedRows.RowIssue;

/** What became of files. */
public record ImportReport(List<FileReport> files) {
    public ImportReport {
        files = List.copyOf(files);
    }

    /** Whether every row of every file was taken, or would have been. */
    public boolean isClean() {
        return files.stream().allMatch(file -> file.issues().isEmpty());
    }

    /**
     * One file.
     *
     * @param rows read
     * @param leftOut by filters, or because the same was said before
     * @param skipped because an earlier file was refused, on which its records may depend
     */
    public record FileReport(String file, String collection, int rows, int leftOut, int created, int changed, boolean skipped, List<RowIssue> issues) {
        public FileReport {
            issues = List.copyOf(issues);
        }
    }
}
