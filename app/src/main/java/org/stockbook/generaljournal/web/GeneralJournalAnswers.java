package org.stockbook.generaljournal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stockbook.generaljournal.DraftLine;
import org.stockbook.generaljournal.DraftIssue;
import org.stockbook.generaljournal.GeneralJournalField;
import org.stockbook.generaljournal.JournalPosted;
import org.stockbook.generaljournal.JournalPreview;
import org.stockbook.generaljournal.JournalTotals;
import org.stockbook.kernel.generaljournal.JournalTransaction;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.identities.Identities;
import org.stockbook.web.Problem;
import org.stockbook.web.View;

/** What the general journal answers, as JSON; figures are texts, because lines keep what was typed. */
final class GeneralJournalAnswers {
    static final String LINES = "journalLines";

    private final View view;
    private final Identities identities;

    GeneralJournalAnswers(View view, Identities identities) {
        this.view = view;
        this.identities = identities;
    }

    /** The id of a line. */
    String id(long line) {
        return identities.of(LINES, line);
    }

    Map<String, Object> line(DraftLine.Checked checked) {
        var line = checked.line();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", id(line.id()));
        answer.put("etag", Integer.toString(line.version()));
        answer.put("sequence", line.lineNo());
        line.typed().forEach((field, value) -> answer.put(field.property(), value));
        answer.put("issues", checked.issues().stream().map(this::issue).toList());
        return answer;
    }

    Map<String, Object> issue(DraftIssue issue) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("field", issue.field().property());
        answer.put("code", issue.code());
        answer.put("severity", "error");
        answer.put("message", message(issue));
        answer.put("target", target(issue));
        answer.put("params", plain(issue.parameters()));
        return answer;
    }

    private String message(DraftIssue issue) {
        var named = new LinkedHashMap<String, Object>(issue.parameters());
        var field = String.valueOf(issue.parameters().getOrDefault("field", issue.field().property()));
        named.put("field", view.texts().has("column." + field) ? view.text("column." + field) : field);
        return view.text("error." + issue.code(), named);
    }

    private Map<String, Object> target(DraftIssue issue) {
        var target = new LinkedHashMap<String, Object>(Map.of("collection", LINES, "sequence", issue.lineNo(), "field", issue.field().property()));
        if (issue.lineId() != 0) {
            target.put("id", id(issue.lineId()));
        }
        return target;
    }

    private static Map<String, Object> plain(Map<String, Object> parameters) {
        var plain = new LinkedHashMap<String, Object>();
        parameters.forEach((name, value) -> plain.put(name, value instanceof BigDecimal figure ? figure.toPlainString() : value.toString()));
        return plain;
    }

    Map<String, Object> totals(JournalTotals totals) {
        return Map.of("lines", totals.lines(), "errors", 0, "warnings", 0, "increases", totals.debit().toString(), "decreases", totals.credit().toString(),
                "version", totals.version());
    }

    static Map<String, Object> posted(JournalPosted.Posted posted) {
        return Map.of("generalLedgerRegisterNumber", posted.register(), "documents", posted.documents().stream().map(document -> Map.of("number", document.code())).toList(),
                "generalLedgerEntries", posted.ledgerEntries(), "vatEntries", posted.vatEntries(), "partnerLedgerEntries", posted.partnerEntries());
    }

    /** @param lines the numbers of the lines of the batch, in their order */
    Problem refused(JournalPosted.Refused refused, List<Integer> lines) {
        var first = refused.issues().getFirst();
        var ofBatch = refused.issues().size() == 1 && first.lineId() == 0;
        var status = first.code().equals("common.changed-by-another") ? 412 : 422;
        return new Problem(new Problem.Facts(status, ofBatch ? first.code() : "api.posting-refused", ofBatch ? first.parameters() : Map.of("count", refused.issues().size()),
                refused.issues().stream().map(issue -> new Problem.Part(
                        issue.code(), "error", pointer(issue, lines), target(issue), parameters(issue))).toList()));
    }

    private static String pointer(DraftIssue issue, List<Integer> lines) {
        var field = issue.field() == GeneralJournalField.LINE ? "" : "/" + issue.field().property();
        return lines.contains(issue.lineNo()) ? "/" + LINES + "/" + lines.indexOf(issue.lineNo()) + field : field;
    }

    static Map<String, Object> parameters(DraftIssue issue) {
        var named = new LinkedHashMap<String, Object>(issue.parameters());
        named.putIfAbsent("field", issue.field() == GeneralJournalField.LINE ? "" : issue.field().property());
        return named;
    }

    /** The rows of a preview in the shape that the post panel shows; a general journal has nothing on the side of items. */
    Map<String, Object> preview(JournalPreview preview) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("issues", preview.issues().stream().map(this::issue).toList());
        answer.put("itemLedgerEntries", List.of());
        answer.put("valueEntries", List.of());
        answer.put("stock", List.of());
        answer.put("adjustments", 0);
        var lines = preview.documents().stream().flatMap(document -> document.ledger().stream()).toList();
        answer.put("generalLedgerEntries", lines.size());
        answer.put("generalLedgerAccounts", accounts(lines, preview));
        answer.put("vatEntries", preview.documents().stream().flatMap(document -> document.vat().stream())
                .map(vat -> Map.of("taxProductPostingGroupCode", vat.combination().product().code(), "baseAmount", vat.base().toString(), "vatAmount", vat.amount().toString())).toList());
        answer.put("partnerLedgerEntries", preview.documents().stream().flatMap(document -> document.partners().stream())
                .map(line -> Map.of("partnerNumber", line.partner().partner().code(), "amount", line.value().local().toString(), "settled", line.isSettled())).toList());
        return answer;
    }

    private static List<Map<String, Object>> accounts(List<JournalTransaction.LedgerLine> lines, JournalPreview preview) {
        var debits = new TreeMap<String, Amount>();
        var credits = new TreeMap<String, Amount>();
        for (var line : lines) {
            var amount = line.value().local();
            debits.merge(line.account().code(), amount.max(Amount.ZERO), Amount::plus);
            credits.merge(line.account().code(), amount.negated().max(Amount.ZERO), Amount::plus);
        }
        var names = new TreeMap<String, String>();
        preview.accountNames().forEach((account, name) -> names.put(account.code(), name));
        var rows = new ArrayList<Map<String, Object>>();
        debits.forEach((account, debit) -> rows.add(Map.of("accountNumber", account, "name", names.getOrDefault(account, ""),
                "debitAmount", debit.toString(), "creditAmount", credits.getOrDefault(account, Amount.ZERO).toString())));
        return rows;
    }
}
