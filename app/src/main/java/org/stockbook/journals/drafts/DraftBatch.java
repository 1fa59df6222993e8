package org.stockbook.journals.drafts;

import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalBatch;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalTotals;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SourceCode;

/**
 * A batch as it is kept (spec: journals, section 2).
 *
 * @param series that document numbers are proposed and checked by; empty for none
 * @param postingSeries that document numbers are taken from when posting; empty for none
 * @param reason proposed on new lines
 * @param owner login of the user it belongs to; empty for everybody
 * @param version raised by each change of the batch or of one of its lines
 */
public record DraftBatch(
        long id,
        JournalAddress address,
        String description,
        String series,
        String postingSeries,
        SourceCode source,
        ReasonCode reason,
        String owner,
        long version) {

    JournalKind kind() {
        return address.kind();
    }

    JournalBatch shown(JournalTotals totals) {
        return new JournalBatch(id, address, description, series, postingSeries, reason.code(), owner, totals);
    }
}
