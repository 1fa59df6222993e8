package org.stockbook.generaljournal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A line as it was typed; nothing about it need be right.
 *
 * @param id 0 until it is kept
 * @param version counts its changes
 */
public record DraftLine(long id, int lineNo, int version, Map<GeneralJournalField, String> typed) {
    public DraftLine {
        typed = Map.copyOf(typed);
    }

    /** What was typed, without spaces around it; empty where nothing was. */
    public String text(GeneralJournalField field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** The same with some fields typed again; an empty text clears. */
    public DraftLine with(Map<GeneralJournalField, String> values) {
        var texts = new EnumMap<GeneralJournalField, String>(GeneralJournalField.class);
        texts.putAll(typed);
        texts.putAll(values);
        texts.values().removeIf(String::isBlank);
        return new DraftLine(id, lineNo, version, texts);
    }

    /**
     * A draft where it stands.
     *
     * @param changedBy login of whoever changed it last
     */
    public record Kept(DraftBatch batch, Checked checked, String changedBy, Instant changedAt) {}

    /** A draft with what posting would say to it. */
    public record Checked(DraftLine line, List<DraftIssue> issues) {
        public Checked {
            issues = List.copyOf(issues);
        }
    }
}
