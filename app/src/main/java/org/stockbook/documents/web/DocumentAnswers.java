package org.stockbook.documents.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stockbook.documents.DocumentIssues;
import org.stockbook.documents.LineMark;
import org.stockbook.documents.Particulars;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.RawAnswers;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.amounts.DocumentAmounts;
import org.stockbook.kernel.documents.posting.DocumentRefusal;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/** Documents and refusals as the API says them. */
final class DocumentAnswers {
    private final DocumentResource resource;
    private final CallOutcomes outcomes;
    private final Function<DocumentIssue, String> words;

    DocumentAnswers(DocumentResource resource, CallOutcomes outcomes, Function<DocumentIssue, String> words) {
        this.words = words;
        this.resource = resource;
        this.outcomes = outcomes;
    }

    Map<String, Object> document(StoredDocument stored) {
        var amounts = DocumentAmounts.whole(stored.document());
        var answer = withoutLines(stored, amounts);
        answer.put(resource.lines(), stored.document().lines().stream().map(line -> line(line, stored, amounts)).toList());
        return answer;
    }

    /** A document and those of its lines that were asked for, in that order; nothing stands for one that it does not have. */
    WithLines withLines(StoredDocument stored, List<Optional<LineNo>> asked) {
        var amounts = DocumentAmounts.whole(stored.document());
        var lines = stored.document().lines().stream().collect(Collectors.toMap(DocumentLine::no, Function.identity()));
        return new WithLines(withoutLines(stored, amounts),
                asked.stream().map(number -> number.map(lines::get).map(line -> line(line, stored, amounts)).orElseGet(Map::of)).toList());
    }

    /** What is said of a document, and of some of its lines. */
    record WithLines(Map<String, Object> document, List<Map<String, Object>> lines) {}

    private Map<String, Object> withoutLines(StoredDocument stored, DocumentAmounts amounts) {
        var header = stored.document().header();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", outcomes.id(resource.collection(), stored.id()));
        answer.put("number", header.no().code());
        answer.put("etag", Integer.toString(stored.version()));
        answer.put("status", stored.status().name().toLowerCase(Locale.ROOT));
        header(answer, header, stored.particulars());
        answer.put("locationCode", stored.location().code());
        answer.put("totalAmountExcludingTax", amounts.net().value());
        answer.put("totalTaxAmount", amounts.vat().value());
        answer.put("totalAmountIncludingTax", amounts.total().value());
        return answer;
    }

    List<Map<String, Object>> lines(StoredDocument stored) {
        var amounts = DocumentAmounts.whole(stored.document());
        return stored.document().lines().stream().map(line -> line(line, stored, amounts)).toList();
    }

    /** One line; nothing where there is none of that number. */
    Map<String, Object> line(StoredDocument stored, int sequence) {
        return stored.document().lines().stream().filter(line -> line.no().value() == sequence).findFirst()
                .map(line -> line(line, stored, DocumentAmounts.whole(stored.document()))).orElseGet(Map::of);
    }

    /** What a change of a line makes of its document. */
    Map<String, Object> totals(StoredDocument stored) {
        var whole = withoutLines(stored, DocumentAmounts.whole(stored.document()));
        whole.keySet().retainAll(Set.of("id", "number", "etag", "status", "totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax"));
        return whole;
    }

    /** What open and posted documents say alike. */
    void header(Map<String, Object> answer, DocumentHeader header, Particulars particulars) {
        answer.put(resource.partner(), header.partner().no().code());
        answer.put(resource.isPurchase() ? "vendorName" : "customerName", particulars.partnerName());
        answer.put(resource.isPurchase() ? "payToVendorNumber" : "billToCustomerNumber", header.partner().billing().code());
        answer.put("postingDate", header.dates().posting().toString());
        answer.put("documentDate", header.dates().document().toString());
        answer.put("dueDate", header.dates().due().toString());
        particulars.orderDate().ifPresent(date -> answer.put("orderDate", date.toString()));
        particulars.requested().ifPresent(date -> answer.put("requestedDate", date.toString()));
        particulars.validUntil().ifPresent(date -> answer.put("validUntilDate", date.toString()));
        answer.put("currencyCode", header.terms().currency().code());
        answer.put("currencyRateUnits", header.terms().rate().currencyUnits());
        answer.put("currencyRateLocalUnits", header.terms().rate().localUnits());
        answer.put("pricesIncludeTax", header.terms().pricesIncludeVat());
        answer.put("paymentTermsCode", particulars.payment().code());
        answer.put("shipmentMethodCode", particulars.shipmentMethod());
        particulars.payment().discountUntil().ifPresent(date -> answer.put("paymentDiscountDate", date.toString()));
        answer.put("paymentDiscountPercent", particulars.payment().discountPercentage());
        answer.put("externalDocumentNumber", header.external());
        answer.put("reference", particulars.reference());
        answer.put("appliesToDocumentNumber", particulars.appliesTo());
        answer.put("reasonCode", header.reason().code());
        answer.put("dimensionSetId", header.dimensions().value());
        answer.put("address", particulars.address());
        answer.put("shipToCode", particulars.shipTo().code());
        answer.put("shipToAddress", particulars.shipTo().address());
        answer.put("shipComplete", particulars.shipComplete());
        answer.put("responsibilityCenterCode", particulars.center());
        answer.put("assignedUser", particulars.assignedUser());
        answer.put("madeOfDocumentNumber", particulars.madeOf());
    }

    /** What was ordered before a substitute took its place. */
    static void addOrdered(Map<String, Object> answer, LineSubject.OfItem ordered) {
        answer.put("orderedItemNumber", ordered.item().code());
        answer.put("orderedItemVariantCode", ordered.variant().code());
    }

    private Map<String, Object> line(DocumentLine line, StoredDocument stored, DocumentAmounts amounts) {
        var answer = new LinkedHashMap<String, Object>();
        stored.mark(line.no()).ifPresent(mark -> {
            answer.put("id", outcomes.id(resource.lines(), mark.id()));
            answer.put("etag", Integer.toString(mark.version()));
        });
        stored.mark(line.no()).flatMap(LineMark::ordered).ifPresent(ordered -> addOrdered(answer, ordered));
        answer.put("documentId", outcomes.id(resource.collection(), stored.id()));
        answer.put("documentNumber", stored.document().header().no().code());
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
        if (resource.mayReceiveMore()) {
            answer.put(DocumentBody.OVER_RECEIPT, line.progress().surplus().open().value());
        }
        if (!line.subject().isText()) {
            answer.put("lineAmount", amounts.of(line.no()).lineAmount().value());
            answer.put("invoiceDiscountAmount", line.price().invoiceDiscount().value());
            answer.put("taxPercent", line.vat().rate().value());
            answer.put("netAmount", amounts.of(line.no()).net().value());
            answer.put("netTaxAmount", amounts.of(line.no()).vat().value());
        }
        line.costs().unitCost().ifPresent(cost -> answer.put("unitCostLcy", cost.value()));
        switch (line.application()) {
            case FixedApplication.ToEntry to -> answer.put("appliesToEntryNumber", to.entry().value());
            case FixedApplication.FromEntry from -> answer.put("appliesFromEntryNumber", from.entry().value());
            case FixedApplication.Automatic _ -> {}
        }
        if (resource.kind().isReturn()) {
            answer.put(DocumentBody.RETURN_REASON, line.returnReason().code().code());
        }
        if (line.source() instanceof LineSource.Posted posted) {
            answer.put("sourceDocumentNumber", posted.line().document().code());
            answer.put("sourceDocumentSequence", posted.line().line().value());
        }
        answer.put("dimensionSetId", line.dimensions().value());
        var issues = new ArrayList<>(RawAnswers.add(answer, line.no().value(), stored.mark(line.no()).map(LineMark::raw).orElseGet(Map::of), words));
        if (resource.kind().isPostedInParts() && line.progress().isHandlingTooMuch(line.quantity())) {
            issues.add(aboveOutstanding(line));
        }
        if (!issues.isEmpty()) {
            answer.put("issues", issues);
        }
        if (line.subject().isCharge()) {
            answer.put("itemChargeAssignments", assignments(stored, line, amounts));
        }
        return answer;
    }

    /** A draft keeps what was typed, and says what posting would refuse of it (spec: api, section 5; purchasing, section 2.3). */
    private Map<String, Object> aboveOutstanding(DocumentLine line) {
        var issue = DocumentIssues.of(new DocumentRefusal.AboveOutstanding(line.no(), line.progress().outstanding(line.quantity())));
        return Map.of("field", resource.toHandle(), "code", issue.code(), "severity", "error", "message", words.apply(issue));
    }

    static void addSubject(Map<String, Object> answer, LineSubject subject) {
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

    /** How a charge line is assigned; none where there is no such line. */
    static List<Map<String, Object>> assignments(StoredDocument stored, LineNo charge) {
        return stored.document().lines().stream().filter(line -> line.no().equals(charge))
                .flatMap(line -> assignments(stored, line, DocumentAmounts.whole(stored.document())).stream()).toList();
    }

    private static List<Map<String, Object>> assignments(StoredDocument stored, DocumentLine charge, DocumentAmounts document) {
        var rows = stored.charges().stream().filter(row -> row.charge().equals(charge.no())).toList();
        var amounts = ChargeAssignment.amounts(document.of(charge.no()).net(), charge.quantity(), rows);
        var answers = new ArrayList<Map<String, Object>>();
        for (var at = 0; at < rows.size(); at++) {
            var answer = assignment(rows.get(at));
            answer.put("amount", amounts.get(at).value());
            answers.add(answer);
        }
        return answers;
    }

    private static Map<String, Object> assignment(ChargeAssignment row) {
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
}
