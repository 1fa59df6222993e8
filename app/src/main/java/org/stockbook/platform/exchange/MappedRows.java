package org.stockbook.platform.exchange;

import java.util.List;
import java.util.Map;

/**
 * The rows of a file as records to be.
 *
 * @param rows that could be read, with the line of the file
 * @param issues of those that could not
 * @param leftOut by filters, or because the same was said before
 */
public record MappedRows(List<MappedRow> rows, List<RowIssue> issues, int leftOut) {
    public MappedRows {
        rows = List.copyOf(rows);
        issues = List.copyOf(issues);
    }

    /**
     * A row by the fields it is mapped to; canonical texts: plain decimals, ISO dates.
     *
     * @param line of the file
     */
    public record MappedRow(int line, Map<String, String> values) {
        public MappedRow {
            values = Map.copyOf(values);
        }

        public String text(String field) {
            return values.getOrDefault(field, "");
        }
    }

    /**
     * Why a row cannot be taken.
     *
     * @param column of the file, else the field of the record
     * @param value as it stands in the file
     * @param code of the list of errors
     */
    public record RowIssue(int line, String column, String value, String code, Map<String, Object> parameters) {
        public RowIssue {
            parameters = Map.copyOf(parameters);
        }
    }
}
