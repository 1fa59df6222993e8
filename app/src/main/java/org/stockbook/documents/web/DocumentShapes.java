package org.stockbook.documents.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.stockbook.documents.calls.RawAnswers;
import org.stockbook.web.calls.Shape;

/** The shapes of documents on the wire: headers, lines, charge assignments, postings and what comes of them. */
final class DocumentShapes {
    /** A line with what a change of it has made of its document. */
    static final String CHANGED = "Changed";
    static final String PREVIEW = "documentPreview";
    static final String ASSIGNMENTS = "itemChargeAssignments";
    static final String VALIDATION = "documentValidation";
    static final String TRACKED = "documentOrderTracking";
    static final String AVAILABILITY = "documentAvailability";
    static final String CORRECTIONS = "documentCorrections";
    static final String CORRECTED = "documentCorrected";
    private static final String ASSIGNMENT = "itemChargeAssignment";
    private static final String NOTICE = "documentNotice";
    private static final String NUMBERED = "documentNumbered";

    private DocumentShapes() {}

    static void addTo(OpenAPI description) {
        description.schema(ASSIGNMENT, assignment().required("assignQuantity", "handleQuantity", "assignedQuantity").closed());
        description.schema(ASSIGNMENTS, Shape.valuesOf(Shape.named(ASSIGNMENT)));
        description.schema(ASSIGNMENT + "Change", assignment().asRequest().closed());
        description.schema(NOTICE, Shape.referring().texts("code", "text").counts("sequence").with("params", Shape.anything()).required("code", "text").closed());
        description.schema(NUMBERED, Shape.referring().texts("number").required("number").closed());
        description.schema(PREVIEW, preview());
        description.schema(VALIDATION, validation());
        description.schema(TRACKED, Shape.valuesOf(tracked()));
        description.schema(AVAILABILITY, Shape.valuesOf(availability()));
        description.schema(CORRECTIONS, Shape.valuesOf(Shape.referring().words("action", "cancel", "correct", "createCorrectiveCreditMemo").flags("allowed")
                .with("reasons", notices()).required("action", "allowed", "reasons").closed()));
        for (var resource : DocumentResource.values()) {
            description.schema(resource.singular(), document(resource));
            description.schema(line(resource), openLine(resource).closed());
            description.schema(line(resource) + CHANGED, openLine(resource).with("document", totals()).with("issues", notices()).required("document", "issues").closed());
            description.schema(resource.singular() + "Change", headerChange(resource).closed());
            description.schema(resource.singular() + "ToPost", headerChange(resource).flags(resource.handle(), "invoice").closed()
                    .description("What is handled and invoiced at once is said with then=post only; everything where it is not said"));
            description.schema(line(resource) + "Change", lineChange(resource));
            description.schema(resource.singular() + "LinesSaved", saved(resource));
            description.schema(resource.singular() + "Posted", posted(resource));
        }
        for (var resource : PostedResource.values()) {
            description.schema(postedName(resource), postedDocument(resource));
        }
        description.schema(CORRECTED, corrected());
    }

    static String line(DocumentResource resource) {
        return resource.singular() + "Line";
    }

    /** Posted invoices and credit memos stand beside open ones. */
    static String postedName(PostedResource resource) {
        var name = resource.singular();
        return DocumentResource.of(resource.collection()).isEmpty() ? name : "posted" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static Schema<?> notices() {
        return Shape.listOf(Shape.named(NOTICE));
    }

    private static Schema<?> numbers() {
        return Shape.listOf(Shape.named(NUMBERED));
    }

    private static Shape header(DocumentResource resource) {
        return Shape.referring()
                .texts("number", resource.partner(), resource.isPurchase() ? "vendorName" : "customerName",
                        resource.isPurchase() ? "payToVendorNumber" : "billToCustomerNumber", "currencyCode", "paymentTermsCode", "shipmentMethodCode", "externalDocumentNumber",
                        "reference", "appliesToDocumentNumber", "reasonCode", "address", "shipToCode", "shipToAddress", "responsibilityCenterCode",
                        "assignedUser", "madeOfDocumentNumber", "locationCode")
                .dates("postingDate", "documentDate", "dueDate", "orderDate", "requestedDate", "validUntilDate", "paymentDiscountDate")
                .figures("currencyRateUnits", "currencyRateLocalUnits", "paymentDiscountPercent")
                .counts("dimensionSetId")
                .flags("pricesIncludeTax", "shipComplete")
                .required("number", "status", resource.partner(), "postingDate", "documentDate", "dueDate", "currencyCode");
    }

    private static Schema<?> document(DocumentResource resource) {
        return header(resource)
                .ids("id")
                .texts("etag", "link")
                .words("status", "open", "released")
                .figures("totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax")
                .with(resource.lines(), Shape.listOf(Shape.named(line(resource))))
                .with("notices", notices())
                .required("id", "etag", "totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax")
                .closed();
    }

    private static Schema<?> totals() {
        return new Shape().ids("id").texts("number", "etag").words("status", "open", "released").figures("totalAmountExcludingTax", "totalTaxAmount", "totalAmountIncludingTax")
                .required("id", "number", "etag", "status").closed();
    }

    private static Shape subject() {
        return Shape.referring().counts("sequence").words("lineType", "item", "charge", "account", "resource", "comment").texts("lineObjectNumber", "itemVariantCode",
                "description", "locationCode", "unitOfMeasureCode");
    }

    private static Shape openLine(DocumentResource resource) {
        var line = resource.mayReceiveMore() ? subject().figures(DocumentBody.OVER_RECEIPT) : subject();
        return reasoned(resource, line)
                .figures("quantity", resource.price(), "discountPercent", resource.toHandle(), resource.handled(), "invoiceQuantity", "invoicedQuantity",
                        "lineAmount", "invoiceDiscountAmount", "taxPercent", "netAmount", "netTaxAmount", "unitCostLcy")
                .counts("appliesToEntryNumber", "appliesFromEntryNumber", "sourceDocumentSequence", "dimensionSetId")
                .ids("id", "documentId")
                .texts("etag", "documentNumber", "sourceDocumentNumber", "orderedItemNumber", "orderedItemVariantCode")
                .with(ASSIGNMENTS, Shape.listOf(Shape.named(ASSIGNMENT)))
                .with("issues", Shape.listOf(issue()))
                .with("rawInput", RawAnswers.shape())
                .required("id", "etag", "documentId", "documentNumber", "sequence", resource.handled(), "invoicedQuantity");
    }

    private static Shape reasoned(DocumentResource resource, Shape line) {
        return resource.kind().isReturn() ? line.texts(DocumentBody.RETURN_REASON) : line;
    }

    /** What is wrong with a line, as a reader is told. */
    private static Schema<?> issue() {
        return Shape.referring().texts("field", "code", "severity", "message").required("code", "severity", "message").closed();
    }

    private static Shape assignment() {
        return Shape.referring().counts("sequence", "documentSequence").texts("documentType", "documentNumber")
                .figures("assignQuantity", "handleQuantity", "assignedQuantity", "amount");
    }

    /** What may be sent, from what is read. */
    private static Shape headerChange(DocumentResource resource) {
        var shape = Shape.referring().texts("number", resource.partner()).with(resource.lines(), Shape.listOf(Shape.named(line(resource) + "Change")));
        DocumentBody.headerFields().forEach((name, type) -> add(shape, name, type));
        return shape.asRequest();
    }

    private static void add(Shape shape, String name, Class<?> type) {
        if (type == LocalDate.class) {
            shape.dates(name);
        } else if (type == Boolean.class) {
            shape.flags(name);
        } else if (type == BigDecimal.class) {
            shape.figures(name);
        } else if (type == Long.class) {
            shape.counts(name);
        } else {
            shape.texts(name);
        }
    }

    private static Schema<?> lineChange(DocumentResource resource) {
        var shape = Shape.referring();
        DocumentBody.lineFields(resource).forEach((name, type) -> add(shape, name, type));
        return shape.asRequest().closed();
    }

    /** Each line that was sent, as it is now or with what is wrong with it. */
    private static Schema<?> saved(DocumentResource resource) {
        var refused = Shape.referring().with("issues", Shape.listOf(issue())).required("issues").closed();
        return Shape.referring().with("document", Shape.named(resource.singular())).with("lines", Shape.listOf(Shape.anyOf(Shape.named(line(resource)), refused)))
                .required("document", "lines").closed();
    }

    /** The documents made, by collection, and the document itself while something of it is open. */
    private static Schema<?> posted(DocumentResource resource) {
        var shape = Shape.referring()
                .with("documents", Shape.listOf(Shape.referring().texts("documentType", "number").required("documentType", "number").closed()))
                .with("itemRegisters", Shape.listOf(Shape.count()))
                .with("document", Shape.named(resource.singular()))
                .with(resource.singular(), Shape.named(resource.singular()));
        for (var made : PostedResource.values()) {
            if (made.wording().side() == resource.side()) {
                shape.with(made.collection(), numbers());
            }
        }
        return shape.required("documents", "itemRegisters").closed();
    }

    private static Schema<?> corrected() {
        var shape = Shape.referring();
        for (var made : PostedResource.values()) {
            shape.with(made.collection(), numbers());
        }
        var drafts = Shape.anyOf(Shape.named(DocumentResource.PURCHASE_INVOICES.singular()), Shape.named(DocumentResource.SALES_INVOICES.singular()));
        drafts.addAnyOfItem(Shape.named(DocumentResource.PURCHASE_CREDIT_MEMOS.singular())).addAnyOfItem(Shape.named(DocumentResource.SALES_CREDIT_MEMOS.singular()));
        return shape.with("document", drafts).closed();
    }

    private static Schema<?> postedDocument(PostedResource resource) {
        return header(resource.wording())
                .words("status", "posted", "cancelled")
                .ids("id")
                .texts("orderNumber", "postedBy", "cancelsNumber", "cancelledByNumber")
                .counts("itemRegisterNumber", "generalLedgerRegisterNumber")
                .moments("postedAt")
                .with(resource.lines(), Shape.listOf(postedLine(resource)))
                .required("id", "postedBy", "postedAt", resource.lines())
                .closed();
    }

    static Schema<?> postedLine(PostedResource resource) {
        return reasoned(resource.wording(), subject())
                .ids("id").figures("quantity", "invoicedQuantity", resource.wording().price(), "discountPercent", "netAmount", "netTaxAmount")
                .counts("orderSequence")
                .texts("orderedItemNumber", "orderedItemVariantCode")
                .flags("corrected")
                .with("itemLedgerEntryNumbers", Shape.listOf(Shape.count()))
                .required("id", "sequence", "lineType", "quantity", "corrected", "itemLedgerEntryNumbers")
                .closed();
    }

    /** What stands against a deed that was not tried. */
    private static Schema<?> validation() {
        var issue = new Shape().texts("code", "pointer", "message").words("severity", "error").with("target", Shape.anything()).with("params", Shape.anything())
                .required("code", "severity", "pointer", "target", "message", "params").closed();
        return new Shape().with("issues", Shape.listOf(issue)).required("issues").closed();
    }

    private static Schema<?> preview() {
        var entry = Shape.referring().dates("postingDate").texts("entryType", "entryTypeText", "documentNumber", "itemNumber", "description", "locationCode", "quantity").closed();
        var value = Shape.referring().dates("valuationDate").texts("itemNumber", "valueEntryType", "entryTypeText", "valuedQuantity", "costAmountActual", "costAmountExpected", "itemChargeNumber")
                .closed();
        return Shape.referring()
                .with("itemLedgerEntries", Shape.listOf(entry))
                .with("valueEntries", Shape.listOf(value))
                .with("generalLedgerEntries", Shape.listOf(Shape.referring().texts("accountNumber").figures("amount").required("accountNumber", "amount").closed()))
                .with("generalLedgerAccounts", Shape.listOf(Shape.referring().texts("accountNumber", "name", "debitAmount", "creditAmount").closed()))
                .with("stock", Shape.listOf(Shape.referring().texts("itemNumber", "description", "locationCode", "unitOfMeasureCode", "before", "after", "lowestBefore", "lowestAfter", "unitCostBefore", "unitCostAfter").closed()))
                .counts("adjustments", "vatEntries", "partnerEntries")
                .required("itemLedgerEntries", "valueEntries", "generalLedgerEntries", "generalLedgerAccounts", "adjustments", "vatEntries", "partnerEntries", "stock")
                .closed();
    }

    private static Schema<?> tracked() {
        return Shape.referring().texts("itemNumber", "itemVariantCode", "locationCode", "demandKind", "demandNumber", "supplyKind", "supplyNumber").dates("demandDate", "supplyDate")
                .figures("quantity").flags("late").required("itemNumber", "quantity", "demandKind", "demandNumber", "demandDate", "supplyKind", "supplyNumber", "supplyDate", "late").closed();
    }

    private static Schema<?> substitute() {
        return Shape.referring().texts("itemNumber", "itemVariantCode", "catalogItemNumber", "displayName", "condition").flags("interchangeable").counts("level")
                .figures("inventory", "available").required("displayName", "interchangeable", "level", "inventory", "available").closed();
    }

    static Schema<?> substituteChoice() {
        return Shape.referring().texts("itemNumber", "itemVariantCode", "catalogItemNumber").asRequest().closed();
    }

    private static Schema<?> availability() {
        return Shape.referring().counts("sequence").dates("date", "earliestDate").figures("inventory", "receipts", "requirements", "wanted", "available", "missing")
                .texts("code", "message").with("substitutes", Shape.listOf(substitute())).required("substitutes", "sequence", "date", "inventory", "available", "missing").closed();
    }
}
