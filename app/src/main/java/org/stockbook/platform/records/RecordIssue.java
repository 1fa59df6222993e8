package org.stockbook.platform.records;

import java.util.Map;

/**
 * Why a record cannot be kept.
 *
 * @param row which of the drafts
 * @param field where, empty for the record as a whole
 * @param code of the list of errors
 * @param parameters the values behind the text
 */
public record RecordIssue(int row, String field, String code, Map<String, Object> parameters) {
    public RecordIssue {
        parameters = Map.copyOf(parameters);
    }
}
