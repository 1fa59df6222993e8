package org.stockbook.documents.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.posted.PostedDocument;

/** Posted documents as the API says them. */
final class PostedAnswers {
    private PostedAnswers() {}

    static Map<String, Object> document(PostedResource resource, PostedDocument posted, DocumentAnswers answers, CallOutcomes outcomes) {
        var trail = posted.trail();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", outcomes.id(resource.list(), posted.id()));
        answer.put("number", posted.header().no().code());
        answer.put("status", trail.cancelledBy().isEmpty() ? "posted" : "cancelled");
        answers.header(answer, posted.header(), posted.particulars());
        answer.put("locationCode", posted.location().code());
        answer.put("orderNumber", posted.from().no().code());
        answer.put("itemRegisterNumber", trail.itemRegister());
        answer.put("generalLedgerRegisterNumber", trail.ledgerRegister());
        answer.put("postedBy", trail.user());
        answer.put("postedAt", trail.at().toString());
        answer.put("cancelsNumber", trail.cancels());
        answer.put("cancelledByNumber", trail.cancelledBy());
        answer.put(resource.lines(), lines(resource, posted, outcomes));
        return answer;
    }

    static List<Map<String, Object>> lines(PostedResource resource, PostedDocument posted, CallOutcomes outcomes) {
        return posted.lines().stream().map(line -> line(resource, line, outcomes.id(resource.listOfLines(), line.id()))).toList();
    }

    private static Map<String, Object> line(PostedResource resource, PostedDocument.Line posted, String id) {
        var line = posted.line();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", id);
        answer.put("sequence", line.no().value());
        DocumentAnswers.addSubject(answer, line.subject());
        posted.ordered().ifPresent(ordered -> DocumentAnswers.addOrdered(answer, ordered));
        answer.put("description", line.description());
        answer.put("locationCode", line.location().code());
        answer.put("unitOfMeasureCode", line.unit().code().code());
        answer.put("quantity", posted.quantity().value());
        answer.put("invoicedQuantity", posted.invoiced().value());
        answer.put(resource.wording().price(), line.price().unit().value());
        answer.put("discountPercent", line.price().lineDiscount().value());
        answer.put("netAmount", posted.net().value());
        answer.put("netTaxAmount", posted.vat().value());
        if (resource.wording().kind().isReturn()) {
            answer.put(DocumentBody.RETURN_REASON, line.returnReason().code().code());
        }
        answer.put("orderSequence", posted.orderLine());
        answer.put("corrected", posted.corrected());
        answer.put("itemLedgerEntryNumbers", posted.entries().stream().map(entry -> entry.value()).toList());
        return answer;
    }
}
