package org.stockbook.items.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.Problem;

/** Outcomes of use cases as answers: the rows, or a problem with every reason. */
final class RecordAnswers {
    private RecordAnswers() {}

    /** @throws Problem if it was refused */
    static List<Map<String, Object>> rows(String collection, RecordOutcome outcome) {
        return switch (outcome) {
            case RecordOutcome.Saved saved -> saved.rows().stream().map(RecordAnswers::row).toList();
            case RecordOutcome.NotThere _ -> throw notThere();
            case RecordOutcome.ChangedByAnother another -> throw Problem.of(412, "common.changed-by-another", Map.of("version", another.version()));
            case RecordOutcome.Refused(var issues) -> throw refused(collection, issues);
        };
    }

    static Map<String, Object> row(Row row) {
        var values = new LinkedHashMap<String, Object>();
        row.values().forEach((name, value) -> values.put(name, value instanceof BigDecimal figure ? plain(figure) : value));
        return values;
    }

    /** Without needless zeros, never with an exponent. */
    private static BigDecimal plain(BigDecimal figure) {
        var shortest = figure.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    static Problem notThere() {
        return Problem.of(404, "api.not-found", Map.of());
    }

    private static Problem refused(String collection, List<RecordIssue> issues) {
        var parts = issues.stream().map(issue -> part(collection, issue)).toList();
        var first = issues.getFirst();
        return new Problem(new Problem.Facts(first.code().equals("api.malformed") ? 400 : 422, first.code(), first.parameters(), parts));
    }

    static Problem.Part part(String collection, RecordIssue issue) {
        return new Problem.Part(issue.code(), "error", issue.field().isEmpty() ? "" : "/" + issue.field(), Map.of("collection", collection, "field", issue.field()), issue.parameters());
    }
}
