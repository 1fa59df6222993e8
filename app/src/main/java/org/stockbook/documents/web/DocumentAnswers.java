package org.stockbook.documents.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stockbook.documents.DocumentPreview;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.web.Problem;

/** Documents and refusals as the API says them. */
final class DocumentAnswers {
    private final DocumentResource resource;

    DocumentAnswers(DocumentResource resource) {
        this.resource = resource;
    }

    Map<String, Object> document(StoredDocument stored) {
        var header = stored.document().header();
        var amounts = DocumentAmounts.whole(stored.document());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("number", header.no().code());
        answer.put("etag", Integer.toString(stored.version()));
        answer.put("status", stored.status().name().toLowerCase(Locale.ROOT));
        answer.put(resource.partner(), header.partner().no().code());
        answer.put("postingDate", header.dates().posting().toString());
        answer.put("documentDate", header.dates().document().toString());
        answer.put("dueDate", header.dates().due().toString());
        answer.put("currencyCode", header.terms().currency().code());
        answer.put("pricesIncludeTax", header.terms().pricesIncludeVat());
        answer.put("locationCode", stored.location().code());
        answer.put("externalDocumentNumber", header.external());
        answer.put("totalAmountExcludingTax", amounts.net().value());
        answer.put("totalTaxAmount", amounts.vat().value());
        answer.put("totalAmountIncludingTax", amounts.total().value());
        answer.put(resource.lines(), stored.document().lines().stream().map(line -> line(line, stored, amounts)).toList());
        return answer;
    }

    private Map<String, Object> line(DocumentLine line, StoredDocument stored, DocumentAmounts amounts) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("sequence", line.no().value());
        addSubject(answer, line.subject());
        answer.put("description", line.description());
        answer.put("locationCode", line.location().code());
        answer.put("unitOfMeasureCode", line.unit().code().code());
        answer.put("quantity", line.quantity().value());
        answer.put(resource.price(), line.price().unit().value());
        answer.put("discountPercent", line.price().lineDiscount().value());
        answer.put(resource.toHandle(), line.progress().toHandle().value());
        answer.put(resource.handled(), line.progress().handled().value());
        answer.put("invoiceQuantity", line.progress().toInvoice().value());
        answer.put("invoicedQuantity", line.progress().invoiced().value());
        if (!line.subject().isText()) {
            answer.put("netAmount", amounts.of(line.no()).net().value());
            answer.put("netTaxAmount", amounts.of(line.no()).vat().value());
        }
        if (line.subject().isCharge()) {
            answer.put("itemChargeAssignments", stored.charges().stream().filter(row -> row.charge().equals(line.no())).map(DocumentAnswers::charge).toList());
        }
        return answer;
    }

    private static void addSubject(Map<String, Object> answer, LineSubject subject) {
        switch (subject) {
            case LineSubject.OfItem item -> {
                answer.put("lineType", "item");
                answer.put("lineObjectNumber", item.item().code());
                answer.put("itemVariantCode", item.variant().code());
            }
            case LineSubject.OfCharge charge -> {
                answer.put("lineType", "charge");
                answer.put("lineObjectNumber", charge.charge().code());
            }
            case LineSubject.OfAccount account -> {
                answer.put("lineType", "account");
                answer.put("lineObjectNumber", account.account().code());
            }
            case LineSubject.OfResource work -> {
                answer.put("lineType", "resource");
                answer.put("lineObjectNumber", work.resource().code());
            }
            case LineSubject.OfText _ -> answer.put("lineType", "comment");
        }
    }

    private static Map<String, Object> charge(ChargeAssignment row) {
        var answer = new LinkedHashMap<String, Object>();
        switch (row.target()) {
            case Target.SameDocument same -> answer.put("sequence", same.line().value());
            case Target.PostedGoods goods -> {
                answer.put("documentType", goods.line().type().name());
                answer.put("documentNumber", goods.line().document().code());
                answer.put("documentSequence", goods.line().line().value());
            }
        }
        answer.put("assignQuantity", row.toAssign().value());
        answer.put("handleQuantity", row.toHandle().value());
        answer.put("assignedQuantity", row.assigned().value());
        return answer;
    }

    /** The entries to be: of the item ledger, and by account of the general ledger. */
    static Map<String, Object> preview(DocumentPreview.Shown shown) {
        var ledger = new ArrayList<Map<String, Object>>();
        shown.invoice().ifPresent(invoice -> invoice.ledger().forEach(line -> ledger.add(
                Map.of("accountNumber", line.account().code(), "amount", line.amount().value()))));
        shown.inventory().generalLedger().forEach(line -> ledger.add(
                Map.of("accountNumber", line.account().code(), "amount", line.amount().value())));
        return Map.of(
                "itemLedgerEntries", shown.inventory().entries().stream().map(entry -> Map.of(
                        "itemNumber", entry.item().code(), "postingDate", entry.postingDate().toString(),
                        "locationCode", entry.place().location().code(), "quantity", entry.quantity().value())).toList(),
                "generalLedgerEntries", ledger);
    }

    /** Refusals: one alone speaks for itself, several are listed. */
    Problem refused(List<DocumentIssue> issues) {
        var first = issues.getFirst();
        if (issues.size() == 1 && first.line() == 0) {
            return Problem.of(first.code().equals("common.status-not-open") ? 409 : 422, first.code(), first.parameters());
        }
        var parts = issues.stream()
                .map(issue -> new Problem.Part(
                        issue.code(), "error", issue.line() == 0 ? "" : "/" + resource.lines() + "/" + issue.line(),
                        Map.of("collection", resource.lines(), "sequence", issue.line()), issue.parameters()))
                .toList();
        return new Problem(new Problem.Facts(422, "api.posting-refused", Map.of("count", issues.size()), parts));
    }
}
