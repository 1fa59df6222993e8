package org.stockbook.journals.drafts;

import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SourceCode;

/**
 * A batch as it is kept (spec: journals, section 2).
 *
 * @param series that document numbers are proposed and checked by; empty for none
 * @param postingSeries that document numbers are taken from when posting; empty for none
 * @param reason proposed on new lines
 * @param version raised by each change of the batch or of one of its lines
 */
public record DraftBatch(
        long id, JournalBatchName name, String description, String series, String postingSeries, SourceCode source, ReasonCode reason, long version) {}
