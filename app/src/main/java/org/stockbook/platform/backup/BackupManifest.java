package org.stockbook.platform.backup;

import java.util.List;

/**
 * What a backup holds.
 *
 * @param format of the file; readers refuse a later one
 * @param schema the last migration of the books, for instance {@code 0056}
 * @param company its name, to tell files apart
 * @param createdAt when the snapshot was taken, as an ISO moment
 */
public record BackupManifest(int format, String schema, String company, String createdAt, List<Table> tables, List<Sequence> sequences) {
    /** The present format. */
    static final int FORMAT = 1;
    /** The entry of the file that holds the manifest. */
    static final String ENTRY = "manifest.json";

    public BackupManifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /**
     * The rows of a table.
     *
     * @param sha256 of its entry, in hexadecimal digits
     */
    public record Table(String name, List<String> columns, long rows, String sha256) {
        public Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name + ".csv";
        }
    }

    /**
     * How far a sequence has come.
     *
     * @param called whether the value was given out
     */
    public record Sequence(String name, long value, boolean called) {}

    /** The rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
