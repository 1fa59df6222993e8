package org.stockbook.generaljournal;

import java.util.Map;

/**
 * Something that stops posting: a stable code with the values behind its text.
 *
 * @param lineId 0 where it concerns the batch
 */
public record DraftIssue(long lineId, int lineNo, GeneralJournalField field, String code, Map<String, Object> parameters) {
    public DraftIssue {
        parameters = Map.copyOf(parameters);
    }

    static DraftIssue of(DraftLine line, GeneralJournalField field, String code, Map<String, Object> parameters) {
        return new DraftIssue(line.id(), line.lineNo(), field, code, parameters);
    }

    static DraftIssue ofBatch(String code) {
        return new DraftIssue(0, 0, GeneralJournalField.LINE, code, Map.of());
    }
}
