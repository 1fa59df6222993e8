package org.stockbook.web.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.DeleteRecord;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.records.SaveRecords;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.Problem;

/** Calls the use cases of records and turns their refusals into problems. */
@Component
class RecordCalls {
    private final RecordTypes types;
    private final FindRecord find;
    private final SaveRecords save;
    private final DeleteRecord delete;

    RecordCalls(RecordTypes types, FindRecord find, SaveRecords save, DeleteRecord delete) {
        this.types = types;
        this.find = find;
        this.save = save;
        this.delete = delete;
    }

    RecordType type(String collection) {
        return types.find(collection).orElseThrow(RecordCalls::notThere);
    }

    Optional<Row> find(RecordType type, Map<String, Object> address) {
        return find.find(type.collection(), address);
    }

    Row saved(RecordType type, SaveRecords.Mode mode, RecordDraft draft) {
        return kept(type, save.save(type.collection(), mode, List.of(draft))).rows().getFirst();
    }

    void delete(RecordType type, Map<String, Object> address, OptionalLong version) {
        kept(type, delete.delete(type.collection(), address, version));
    }

    private static RecordOutcome.Saved kept(RecordType type, RecordOutcome outcome) {
        return switch (outcome) {
            case RecordOutcome.Saved saved -> saved;
            case RecordOutcome.NotThere _ -> throw notThere();
            case RecordOutcome.ChangedByAnother another -> throw Problem.of(412, "common.changed-by-another", Map.of("version", another.version()));
            case RecordOutcome.Refused(var issues) -> throw refused(type, issues);
        };
    }

    static Problem notThere() {
        return Problem.of(404, "api.not-found", Map.of());
    }

    /** One reason stands for the problem as a whole; all of them stand in its errors. */
    private static Problem refused(RecordType type, List<RecordIssue> issues) {
        var parts = issues.stream().map(issue -> new Problem.Part(issue.code(), "error", issue.field().isEmpty() ? "" : "/" + issue.field(),
                Map.of("collection", type.collection(), "field", issue.field()), issue.parameters())).toList();
        var first = issues.getFirst();
        var status = first.code().equals("api.unknown-field") || first.code().equals("api.malformed") ? 400 : 422;
        return new Problem(new Problem.Facts(status, first.code(), first.parameters(), parts));
    }
}
