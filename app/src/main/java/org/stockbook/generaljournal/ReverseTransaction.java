package org.stockbook.generaljournal;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.PostingSetupTables;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.finance.dimensions.DimensionSetCheck;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Takes a transaction of a journal back with opposite entries of the same date and document (spec: finance, section 5). */
@Service
public class ReverseTransaction {
    private static final SourceCode SOURCE = new SourceCode("REVERSAL");

    private final Reversals reversals;
    private final PostingSetupTables setups;
    private final DimensionSetCheck dimensions;
    private final Permissions permissions;

    ReverseTransaction(Reversals reversals, PostingSetupTables setups, DimensionSetCheck dimensions, Permissions permissions) {
        this.reversals = reversals;
        this.setups = setups;
        this.dimensions = dimensions;
        this.permissions = permissions;
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Reversed(long register) implements Outcome {}

        record Refused(String code, Map<String, Object> parameters) implements Outcome {
            public Refused {
                parameters = Map.copyOf(parameters);
            }
        }
    }

    @Transactional
    public Outcome reverse(long transaction) {
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        var found = reversals.lock(transaction);
        if (found.isEmpty()) {
            return new Outcome.Refused("api.reference-not-found", Map.of("field", "transactionNumber", "value", Long.toString(transaction)));
        }
        return refusal(found.get())
                .<Outcome>map(refused -> refused)
                .orElseGet(() -> new Outcome.Reversed(reversals.reverse(transaction, RegisterStamp.of(permissions.login(), SOURCE, JournalBatchName.BLANK))));
    }

    /** The first obstacle in the order of the specification. */
    private Optional<Outcome.Refused> refusal(Reversals.Facts facts) {
        if (!facts.fromJournal()) {
            return Optional.of(new Outcome.Refused("finance.reverse-journal-only", Map.of()));
        }
        if (facts.reversed()) {
            return Optional.of(new Outcome.Refused("finance.already-reversed", Map.of()));
        }
        if (facts.applied()) {
            return Optional.of(new Outcome.Refused("finance.reverse-applied", Map.of()));
        }
        if (!setups.allowedDates(permissions.login()).allow(facts.postingDate())) {
            return Optional.of(new Outcome.Refused("finance.posting-date-not-allowed", Map.of("date", facts.postingDate())));
        }
        return facts.blockedAccount().map(account -> new Outcome.Refused("finance.account-blocked", Map.of("account", account)))
                .or(() -> excluded(facts));
    }

    /** Dimensions that were good together when the transaction was posted may exclude each other by now. */
    private Optional<Outcome.Refused> excluded(Reversals.Facts facts) {
        return dimensions.findings(facts.dimensions()).stream()
                .filter(finding -> finding.code().equals("finance.dimension-combination-blocked"))
                .map(finding -> new Outcome.Refused(finding.code(), finding.parameters())).findFirst();
    }
}
