package org.stockbook.finance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** Accounts named in a posting setup are of type Posting and not blocked (spec: finance, section 2). */
@Component
public class SetupAccountCheck implements RecordCheck {
    private final Accounts accounts;

    SetupAccountCheck(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        var states = accounts.states(changes.stream().flatMap(SetupAccountCheck::accountFields).map(Named::account).distinct().toList());
        return changes.stream()
                .flatMap(SetupAccountCheck::accountFields)
                .map(named -> refusal(named, states.getOrDefault(named.account(), "posting")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<RecordIssue> refusal(Named named, String state) {
        Function<String, Optional<RecordIssue>> refused =
                code -> Optional.of(named.change().issue(named.field(), code, Map.of("account", named.account(), "field", named.field())));
        return state.equals("blocked") ? refused.apply("finance.account-blocked")
                : state.equals("posting") ? Optional.empty() : refused.apply("finance.account-not-posting");
    }

    private static Stream<Named> accountFields(RecordChange change) {
        return change.namedFields().stream()
                .filter(field -> field.endsWith("AccountNumber") && !change.text(field).isEmpty())
                .map(field -> new Named(change, field, change.text(field)));
    }

    private record Named(RecordChange change, String field, String account) {}
}
