package org.stockbook.journals;

import java.time.Instant;

/**
 * A line by itself: where it stands, and who changed it last (spec: api, section 5.3).
 *
 * @param changedBy login
 */
public record KeptJournalLine(JournalAddress batch, JournalLine line, String changedBy, Instant changedAt) {}
