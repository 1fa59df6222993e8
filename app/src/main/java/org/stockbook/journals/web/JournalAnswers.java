package org.stockbook.journals.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.stockbook.journals.JournalBatch;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalImport;
import org.stockbook.journals.JournalLine;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.JournalTotals;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.PostingPreview;
import org.stockbook.platform.identities.Identities;
import org.stockbook.web.Problem;
import org.stockbook.web.View;

/** What the item journal answers, as JSON; figures are texts, because lines keep what was typed and browsers would round. */
final class JournalAnswers {
    static final String LINES = "itemJournalLines";
    private static final String CHANGED_BY_ANOTHER = "common.changed-by-another";

    private final View view;
    private final Identities identities;

    JournalAnswers(View view, Identities identities) {
        this.view = view;
        this.identities = identities;
    }

    /** The id of a line. */
    String id(long line) {
        return identities.of(LINES, line);
    }

    Map<String, Object> line(JournalLine line) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", id(line.id()));
        answer.put("etag", Integer.toString(line.version()));
        answer.put("sequence", line.lineNo());
        line.values().forEach((field, value) -> answer.put(field.property(), value));
        answer.put("issues", line.issues().stream().map(this::issue).toList());
        return answer;
    }

    Map<String, Object> issue(LineIssue issue) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("field", issue.field().property());
        answer.put("code", issue.code());
        answer.put("severity", severity(issue));
        answer.put("message", message(issue));
        answer.put("target", target(issue));
        answer.put("params", plain(issue.parameters()));
        return answer;
    }

    /** The sentence; a parameter {@code field} names a field by its property and is shown as its heading. */
    String message(LineIssue issue) {
        var named = new LinkedHashMap<String, Object>(issue.parameters());
        var field = String.valueOf(issue.parameters().getOrDefault("field", issue.field() == JournalField.LINE ? "" : issue.field().property()));
        named.put("field", view.texts().has("column." + field) ? view.text("column." + field) : field);
        return view.text("error." + issue.code(), named);
    }

    private Map<String, Object> target(LineIssue issue) {
        var target = new LinkedHashMap<String, Object>(Map.of("collection", LINES, "sequence", issue.lineNo(), "field", issue.field().property()));
        if (issue.lineId() != 0) {
            target.put("id", id(issue.lineId()));
        }
        return target;
    }

    static String severity(LineIssue issue) {
        return issue.severity().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> plain(Map<String, Object> parameters) {
        var plain = new LinkedHashMap<String, Object>();
        parameters.forEach((name, value) -> plain.put(name, value instanceof BigDecimal figure ? figure.toPlainString() : value instanceof List<?> ? value : value.toString()));
        return plain;
    }

    Map<String, Object> saved(JournalSaved saved) {
        return switch (saved) {
            case JournalSaved.Kept(var lines, var totals) -> Map.of("lines", lines.stream().map(this::line).toList(), "totals", totals(totals));
            case JournalSaved.ChangedByAnother(var ids) -> throw new Problem(new Problem.Facts(412, CHANGED_BY_ANOTHER, Map.of(),
                    ids.stream().map(id -> new Problem.Part(CHANGED_BY_ANOTHER, "error", "", Map.of("collection", LINES, "id", id(id)), Map.of())).toList()));
        };
    }

    String text(String key, Map<String, Object> parameters) {
        return view.text(key, parameters);
    }

    Map<String, Object> imported(JournalImport imported) {
        var answer = new LinkedHashMap<String, Object>(imported.counts());
        answer.put("ignoredColumns", imported.ignored());
        answer.put("issues", imported.issues().stream().map(found -> {
            var row = new LinkedHashMap<>(issue(found.issue()));
            row.put("row", found.row());
            return row;
        }).toList());
        answer.put("message", view.text("journals.imported", Map.of("rows", imported.rows(), "lines", imported.lines())));
        return answer;
    }

    Map<String, Object> batch(JournalBatch batch) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", identities.of(batch.address().kind().collection(), batch.id()));
        answer.put("code", batch.address().name().code());
        answer.put("displayName", batch.description());
        answer.put("kind", batch.address().kind().word());
        answer.put("numberSeriesCode", batch.series());
        answer.put("postingNumberSeriesCode", batch.postingSeries());
        answer.put("reasonCode", batch.reason());
        answer.put("owner", batch.owner());
        answer.put("lines", batch.totals().lines());
        answer.put("etag", Long.toString(batch.totals().version()));
        return answer;
    }

    Map<String, Object> totals(JournalTotals totals) {
        return Map.of("lines", totals.lines(), "errors", totals.errors(), "warnings", totals.warnings(), "increases", totals.increases().toString(),
                "decreases", totals.decreases().toString(), "version", totals.version());
    }

    static ResponseEntity<Map<String, Object>> posted(JournalPosting.Posted posted) {
        var response = ResponseEntity.ok();
        return (posted.replayed() ? response.header("Idempotency-Replayed", "true") : response).body(body(posted));
    }

    private static Map<String, Object> body(JournalPosting.Posted posted) {
        return Map.of("itemRegisterNumber", posted.register(), "documents", posted.documents().stream().map(document -> Map.of("number", document.code())).toList(),
                "itemLedgerEntries", posted.itemEntries(), "valueEntries", posted.valueEntries(), "generalLedgerEntries", posted.generalLedgerEntries());
    }

    /** @param lines the numbers of the lines of the batch, in their order */
    Problem refused(JournalPosting.Refused refused, List<Integer> lines) {
        var single = refused.issues().size() == 1 && refused.issues().getFirst().lineId() == 0;
        var first = refused.issues().getFirst();
        var code = single ? first.code() : "api.posting-refused";
        var status = first.code().equals(CHANGED_BY_ANOTHER) ? 412 : 422;
        return new Problem(new Problem.Facts(status, code, single ? first.parameters() : Map.of("count", refused.issues().size()), refused.issues().stream()
                .map(issue -> new Problem.Part(issue.code(), severity(issue), pointer(issue, lines), target(issue), parameters(issue)))
                .toList()));
    }

    private static String pointer(LineIssue issue, List<Integer> lines) {
        var field = issue.field() == JournalField.LINE ? "" : "/" + issue.field().property();
        return lines.contains(issue.lineNo()) ? "/itemJournalLines/" + lines.indexOf(issue.lineNo()) + field : field;
    }

    static Map<String, Object> parameters(LineIssue issue) {
        var named = new LinkedHashMap<String, Object>(issue.parameters());
        named.putIfAbsent("field", issue.field().property());
        return named;
    }

    Map<String, Object> preview(PostingPreview preview) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("issues", preview.issues().stream().map(this::issue).toList());
        answer.put("itemLedgerEntries", preview.itemEntries().stream().map(this::itemRow).toList());
        answer.put("valueEntries", preview.valueEntries().stream().map(this::valueRow).toList());
        answer.put("generalLedgerAccounts", preview.generalLedger().stream().map(row -> Map.of("accountNumber", row.account().code(), "name", row.name(),
                "debitAmount", row.debit().toString(), "creditAmount", row.credit().toString())).toList());
        answer.put("generalLedgerEntries", preview.generalLedgerEntries());
        answer.put("adjustments", preview.adjustments());
        answer.put("stock", preview.stock().stream().map(row -> Map.of("itemNumber", row.item().code(), "description", row.description(), "locationCode", row.location().code(),
                "unitOfMeasureCode", row.unit().code(), "before", row.before().toString(), "after", row.after().toString(),
                "unitCostBefore", row.cost().before().toString(), "unitCostAfter", row.cost().after().toString())).toList());
        return answer;
    }

    private Map<String, Object> itemRow(PostingPreview.ItemRow row) {
        return Map.of("postingDate", row.postingDate(), "entryType", word(row.type().name()), "entryTypeText", view.text("choice.entryType." + word(row.type().name())),
                "documentNumber", row.document().code(), "itemNumber", row.item().code(), "description", row.description(), "locationCode", row.location().code(),
                "quantity", row.quantity().toString());
    }

    private Map<String, Object> valueRow(PostingPreview.ValueRow row) {
        return Map.of("itemNumber", row.item().code(), "valueEntryType", word(row.type().name()), "entryTypeText", view.text("choice.valueEntryType." + word(row.type().name())),
                "valuationDate", row.valuationDate(), "valuedQuantity", row.valuedQuantity().toString(), "costAmountActual", row.costActual().toString(),
                "costAmountExpected", row.costExpected().toString());
    }

    /** A figure of the ledgers, without needless zeros. */
    static BigDecimal decimal(BigDecimal figure) {
        var shortest = figure.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** A word of an enumeration as the API writes it. */
    static String word(String name) {
        var words = name.toLowerCase(Locale.ROOT).split("_");
        var word = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            word.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return word.toString();
    }
}
