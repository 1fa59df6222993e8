package org.stockbook.documents.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.Centers;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.Sent;
import org.stockbook.documents.editing.ChangeDocument;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.Problem;

/**
 * A line of an open document at an address of its own, with a version of its own: programs that change different lines of one document do not
 * stand in each other's way (spec: api, sections 5 and 5.3).
 */
@RestController
@RequestMapping({"/api/v1/purchase" + DocumentLineEndpoint.KIND, "/api/v1/sales" + DocumentLineEndpoint.KIND})
class DocumentLineEndpoint {
    static final String KIND = "{lineKind:(?:Quote|Order|Invoice|ReturnOrder|CreditMemo)Lines}/{key:[0-9]+}";
    /** The part of an address that names a collection. */
    private static final int COLLECTION = 3;

    private final Documents documents;
    private final ChangeDocument changeDocument;
    private final Centers centers;
    private final DocumentCalls calls;

    DocumentLineEndpoint(Documents documents, ChangeDocument changeDocument, Centers centers, DocumentCalls calls) {
        this.documents = documents;
        this.changeDocument = changeDocument;
        this.centers = centers;
        this.calls = calls;
    }

    /** A line and the document in which it stands. */
    private record Line(DocumentResource resource, DocumentKey key, LineNo no) {
        private Sent<DocumentKey> sent(Map<String, Object> values) {
            return Sent.line(key, values, no.value()).alone();
        }

        private EditDocument.Change changing(String version, String login) {
            return new EditDocument.Change(key, 0, login, Optional.of(new EditDocument.LineRead(no, CallOutcomes.required(version))));
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> read(HttpServletRequest request, @PathVariable String key) {
        var resource = resource(request);
        calls.permissions().require(resource.read());
        var line = line(resource, key);
        var stored = documents.find(line.key()).filter(document -> sees(line, document)).orElseThrow(() -> missing(resource.lines()));
        return answer(line, stored, calls.answers(resource).line(stored, line.no().value()));
    }

    /** The line as it is now, with the totals and the issues of its document. */
    @PatchMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> change(HttpServletRequest request, @PathVariable String key, @RequestBody Map<String, Object> values,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(request);
        calls.permissions().require(resource.change());
        var line = line(resource, key);
        var changing = line.changing(version, calls.permissions().login());
        if (documents.find(line.key()).filter(document -> sees(line, document)).isEmpty()) {
            throw missing(resource.lines());
        }
        var typed = calls.line(resource, line.sent(values));
        var stored = calls.kept(resource, changeDocument.lines(changing, List.of(typed)), line.sent(values));
        var whole = new LinkedHashMap<>(calls.answers(resource).line(stored, line.no().value()));
        whole.put("document", calls.answers(resource).totals(stored));
        whole.put("issues", calls.notices(changeDocument.issues(stored, calls.permissions().login())));
        return answer(line, stored, whole);
    }

    @DeleteMapping
    ResponseEntity<Void> delete(HttpServletRequest request, @PathVariable String key, @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version) {
        var resource = resource(request);
        calls.permissions().require(resource.change());
        var line = line(resource, key);
        calls.kept(resource, changeDocument.remove(line.changing(version, calls.permissions().login()), List.of(line.no())), line.sent(Map.of()));
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<String> answer(Line line, StoredDocument stored, Map<String, Object> body) {
        var mark = stored.mark(line.no()).orElseThrow(() -> missing(line.resource().lines()));
        return ResponseEntity.ok().eTag("\"" + mark.version() + "\"").header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + line.resource().lines() + "/" + body.get("id"))
                .contentType(MediaType.APPLICATION_JSON).body(calls.write(body));
    }

    private boolean sees(Line line, StoredDocument document) {
        return centers.of(line.key().side(), calls.permissions().login()).sees(document.particulars());
    }

    private static DocumentResource resource(HttpServletRequest request) {
        var lines = request.getRequestURI().split("/")[COLLECTION];
        return DocumentResource.of(lines.substring(0, lines.length() - "Lines".length()) + "s").orElseThrow(() -> missing(lines));
    }

    /** A line of another kind of document is none of this kind. */
    private Line line(DocumentResource resource, String key) {
        return Optional.of(key).filter(digits -> digits.length() < 19).flatMap(digits -> documents.ofLine(Long.parseLong(digits)))
                .filter(found -> found.purpose().equals((resource.side() + "_" + resource.kind()).toUpperCase(Locale.ROOT)))
                .map(found -> new Line(resource, new DocumentKey(resource.side(), resource.kind(), found.document()), found.line()))
                .orElseThrow(() -> missing(resource.lines()));
    }

    private static Problem missing(String lines) {
        return Problem.of(404, "api.not-found", Map.of("field", lines));
    }

    /** The lines of all open documents of a kind, as programs list them and expand documents with them (spec: api, sections 4 and 5). */
    @Configuration(proxyBeanMethods = false)
    static class Lists {
        @Bean
        ListPage.ForPrograms purchaseQuoteLines(DocumentRows rows) {
            return list(DocumentResource.PURCHASE_QUOTES, rows);
        }

        @Bean
        ListPage.ForPrograms purchaseOrderLines(DocumentRows rows) {
            return list(DocumentResource.PURCHASE_ORDERS, rows);
        }

        @Bean
        ListPage.ForPrograms purchaseInvoiceLines(DocumentRows rows) {
            return list(DocumentResource.PURCHASE_INVOICES, rows);
        }

        @Bean
        ListPage.ForPrograms purchaseReturnOrderLines(DocumentRows rows) {
            return list(DocumentResource.PURCHASE_RETURN_ORDERS, rows);
        }

        @Bean
        ListPage.ForPrograms purchaseCreditMemoLines(DocumentRows rows) {
            return list(DocumentResource.PURCHASE_CREDIT_MEMOS, rows);
        }

        @Bean
        ListPage.ForPrograms salesQuoteLines(DocumentRows rows) {
            return list(DocumentResource.SALES_QUOTES, rows);
        }

        @Bean
        ListPage.ForPrograms salesOrderLines(DocumentRows rows) {
            return list(DocumentResource.SALES_ORDERS, rows);
        }

        @Bean
        ListPage.ForPrograms salesInvoiceLines(DocumentRows rows) {
            return list(DocumentResource.SALES_INVOICES, rows);
        }

        @Bean
        ListPage.ForPrograms salesReturnOrderLines(DocumentRows rows) {
            return list(DocumentResource.SALES_RETURN_ORDERS, rows);
        }

        @Bean
        ListPage.ForPrograms salesCreditMemoLines(DocumentRows rows) {
            return list(DocumentResource.SALES_CREDIT_MEMOS, rows);
        }

        private static ListPage.ForPrograms list(DocumentResource resource, DocumentRows rows) {
            var columns = new ArrayList<>(List.of(
                    PageColumn.code("documentNumber"),
                    PageColumn.of("sequence", Kind.NUMBER),
                    PageColumn.code("etag"),
                    PageColumn.of("lineType", Kind.CHOICE),
                    PageColumn.code("lineObjectNumber"),
                    PageColumn.code("itemNumber"),
                    PageColumn.code("itemVariantCode"),
                    PageColumn.text("description"),
                    PageColumn.code("locationCode"),
                    PageColumn.code("unitOfMeasureCode"),
                    PageColumn.of("quantity", Kind.QUANTITY),
                    PageColumn.of("outstandingQuantity", Kind.QUANTITY),
                    PageColumn.code("currencyCode"),
                    PageColumn.of(resource.price(), Kind.UNIT_AMOUNT),
                    PageColumn.of("discountPercent", Kind.QUANTITY),
                    PageColumn.of(resource.toHandle(), Kind.QUANTITY),
                    PageColumn.of(resource.handled(), Kind.QUANTITY),
                    PageColumn.of("invoiceQuantity", Kind.QUANTITY),
                    PageColumn.of("invoicedQuantity", Kind.QUANTITY),
                    PageColumn.of("appliesToEntryNumber", Kind.NUMBER),
                    PageColumn.of("appliesFromEntryNumber", Kind.NUMBER),
                    PageColumn.of("dimensionSetId", Kind.NUMBER),
                    PageColumn.of("lastModifiedDateTime", Kind.MOMENT),
                    PageColumn.of("changeNumber", Kind.NUMBER)));
            if (resource.kind().isReturn()) {
                columns.add(PageColumn.code(DocumentBody.RETURN_REASON));
            }
            return new ListPage.ForPrograms(new ListPage("", resource.isPurchase() ? Area.PURCHASING : Area.SALES, resource.read(), resource.lines(),
                    rows.lines(resource.side() + "_" + resource.kind()), columns, List.of(Sort.ascending("documentNumber"), Sort.ascending("sequence")), List.of()));
        }
    }
}
