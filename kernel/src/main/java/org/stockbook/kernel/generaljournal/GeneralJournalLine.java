package org.stockbook.kernel.generaljournal;

import java.util.Optional;
import org.stockbook.kernel.posting.LineNo;

/**
 * A line of the general journal, ready to be checked and posted (spec: finance, section 3).
 *
 * @param balancing takes the opposite amount, so that the line balances by itself; empty where other lines do
 * @param value what the account is debited (above zero) or credited
 */
public record GeneralJournalLine(
        LineNo no, JournalDocument document, JournalAccount account, Optional<JournalAccount> balancing, JournalValue value, LineTerms terms) {}
