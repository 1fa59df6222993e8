package org.stockbook.finance;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** Account type and statement cannot change with entries (spec: finance, section 1). */
@Component
public class AccountChecks implements RecordCheck {
    private final Accounts accounts;

    AccountChecks(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var guarded = changes.stream().filter(change -> change.changes("accountType") || change.changes("statementType")).toList();
        var used = guarded.isEmpty() ? List.<String>of() : accounts.withEntries(guarded.stream().map(change -> change.textBefore("number")).toList());
        return guarded.stream()
                .filter(change -> used.contains(change.textBefore("number")))
                .flatMap(change -> Stream.of("accountType", "statementType").filter(change::changes)
                        .map(field -> change.issue(field, "finance.account-has-entries", Map.of("account", change.textBefore("number")))))
                .toList();
    }
}
