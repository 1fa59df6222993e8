package org.stockbook.items;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.SaveRecords;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.rows.Row;

/** Use cases that save several kinds of record one after another: all of them or, where one is refused, none. */
@Component
public class CardSteps {
    private final SaveRecords save;
    private final TransactionTemplate transaction;

    CardSteps(SaveRecords save, PlatformTransactionManager transactions) {
        this.save = save;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Runs all steps in one transaction; the first refusal ends it and is the outcome. */
    public RecordOutcome all(Supplier<RecordOutcome> steps) {
        var outcome = transaction.execute(status -> {
            try {
                return steps.get();
            } catch (StepRefused refused) {
                status.setRollbackOnly();
                return refused.outcome();
            }
        });
        return outcome == null ? new RecordOutcome.NotThere() : outcome;
    }

    /** Saves records as one step. */
    public List<Row> saved(String collection, Mode mode, List<? extends Map<String, ?>> values) {
        return kept(save.save(collection, mode, values.stream().map(one -> RecordDraft.of(0, one)).toList()));
    }

    /** Changes one record as a step. */
    public Row changed(String collection, Map<String, Object> address, Map<String, Object> values) {
        return kept(save.save(collection, Mode.CHANGE, List.of(new RecordDraft(0, address, OptionalLong.empty(), values)))).getFirst();
    }

    private static List<Row> kept(RecordOutcome outcome) {
        if (outcome instanceof RecordOutcome.Saved saved) {
            return saved.rows();
        }
        throw new StepRefused(outcome);
    }

    /** Ends the steps with a refusal. */
    public RuntimeException refused(String field, String code, Map<String, ?> parameters) {
        return new StepRefused(new RecordOutcome.Refused(List.of(new RecordIssue(0, field, code, Map.copyOf(parameters)))));
    }

    /** Not an error of the program: it carries the answer through the transaction. */
    private static final class StepRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient RecordOutcome outcome;

        private StepRefused(RecordOutcome outcome) {
            super("a step was refused");
            this.outcome = outcome;
        }

        private RecordOutcome outcome() {
            return outcome;
        }
    }
}
