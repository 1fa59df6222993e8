package org.stockbook.generaljournal;

import java.util.List;
import java.util.Map;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.generaljournal.JournalTransaction;

/** What posting would write: the same rows, without numbers. */
public record JournalPreview(List<DraftIssue> issues, List<JournalTransaction> documents, Map<AccountNo, String> accountNames) {
    public JournalPreview {
        issues = List.copyOf(issues);
        documents = List.copyOf(documents);
        accountNames = Map.copyOf(accountNames);
    }
}
