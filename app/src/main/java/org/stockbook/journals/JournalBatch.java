package org.stockbook.journals;

/**
 * A batch of draft lines (spec: journals, section 2).
 *
 * @param id never changes, never reused
 * @param series that document numbers are proposed and checked by; empty for none
 * @param postingSeries that document numbers are taken from when posting; empty for none
 * @param reason proposed on new lines; empty for none
 * @param owner login of the user it belongs to; empty for everybody
 */
public record JournalBatch(
        long id, JournalAddress address, String description, String series, String postingSeries, String reason, String owner, JournalTotals totals) {}
