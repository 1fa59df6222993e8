package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.SaveRecords.Mode;

/**
 * Many operations on one kind of record.
 *
 * @param atomic all or none; otherwise each for itself
 * @param runs in their order, each of operations of one kind that follow each other
 */
record Bulk(boolean atomic, List<Run> runs) {
    Bulk {
        runs = List.copyOf(runs);
    }

    /** What is to be done with a record. */
    enum Method {
        CREATE(Mode.CREATE),
        UPDATE(Mode.CHANGE),
        UPSERT(Mode.CREATE_OR_CHANGE),
        DELETE(Mode.CHANGE);

        private final Mode mode;

        Method(Mode mode) {
            this.mode = mode;
        }

        Mode mode() {
            return mode;
        }
    }

    /** Operations of one kind, each with its place in the request. */
    record Run(Method method, List<RecordDraft> drafts) {
        Run {
            drafts = List.copyOf(drafts);
        }

        Set<Integer> rows() {
            return drafts.stream().map(RecordDraft::row).collect(Collectors.toSet());
        }

        Run without(Set<Integer> rows) {
            return new Run(method, drafts.stream().filter(draft -> !rows.contains(draft.row())).toList());
        }

        Run none() {
            return new Run(method, List.of());
        }

        List<Run> singly() {
            return drafts.stream().map(draft -> new Run(method, List.of(draft))).toList();
        }
    }

    /** Brings operations together that can be done at once. */
    static List<Run> runs(List<Method> methods, List<RecordDraft> drafts) {
        var runs = new ArrayList<Run>();
        int from = 0;
        for (int i = 1; i <= drafts.size(); i++) {
            if (i == drafts.size() || methods.get(i) != methods.get(from)) {
                runs.add(new Run(methods.get(from), drafts.subList(from, i)));
                from = i;
            }
        }
        return runs;
    }
}
