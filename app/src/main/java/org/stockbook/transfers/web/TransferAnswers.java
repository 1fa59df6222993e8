package org.stockbook.transfers.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stockbook.documents.LineMark;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.IssueAnswers;
import org.stockbook.documents.calls.RawAnswers;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferPlan.PostedTransfer;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.transfers.PostTransferOrder;
import org.stockbook.transfers.PostedTransferDocument;
import org.stockbook.transfers.StoredTransfer;

/** Transfers as the API says them. */
final class TransferAnswers {
    static final Set<String> ROUTES = Set.of("inTransit", "directInTwoSteps", "directInOneStep");

    private final CallOutcomes outcomes;
    private final IssueAnswers words;

    TransferAnswers(IssueAnswers words) {
        this.outcomes = words.outcomes();
        this.words = words;
    }

    Map<String, Object> order(StoredTransfer stored) {
        var header = stored.order().header();
        var more = stored.particulars();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", outcomes.id(TransferEndpoint.COLLECTION, stored.id()));
        answer.put("number", header.no().code());
        answer.put("etag", Integer.toString(stored.version()));
        answer.put("status", stored.status().name().toLowerCase(Locale.ROOT));
        answer.put("transferFromCode", header.from().code());
        answer.put("transferToCode", header.to().code());
        answer.put("transferRoute", route(header.route()));
        answer.put("inTransitCode", header.route() instanceof TransferRoute.InTransit transit ? transit.location().code() : "");
        answer.put("postingDate", header.posting().toString());
        answer.put("shipmentDate", more.dates().shipment().toString());
        answer.put("receiptDate", more.dates().receipt().toString());
        answer.put("shippingTime", more.shippingTime().text());
        answer.put("externalDocumentNumber", more.reference());
        answer.put("assignedUser", more.assignedUser());
        answer.put("shipmentMethodCode", more.shipmentMethod());
        answer.put("shipComplete", more.complete());
        answer.put("dimensionSetId", more.dimensions().value());
        answer.put(TransferBody.LINES, lines(stored));
        return answer;
    }

    static String route(TransferRoute route) {
        return switch (route) {
            case TransferRoute.InTransit _ -> "inTransit";
            case TransferRoute.DirectInTwoSteps _ -> "directInTwoSteps";
            case TransferRoute.DirectInOneStep _ -> "directInOneStep";
        };
    }

    List<Map<String, Object>> lines(StoredTransfer stored) {
        return stored.order().lines().stream().map(line -> line(line, stored)).toList();
    }

    /** What a change of a line makes of its order. */
    Map<String, Object> totals(StoredTransfer stored) {
        var whole = order(stored);
        whole.keySet().retainAll(Set.of("id", "number", "etag", "status"));
        return whole;
    }

    Map<String, Object> line(TransferLine line, StoredTransfer stored) {
        var answer = new LinkedHashMap<String, Object>();
        stored.mark(line.no()).ifPresent(mark -> {
            answer.put("id", outcomes.id(TransferBody.LINES, mark.id()));
            answer.put("etag", Integer.toString(mark.version()));
        });
        answer.put("documentId", outcomes.id(TransferEndpoint.COLLECTION, stored.id()));
        answer.put("documentNumber", stored.order().header().no().code());
        answer.put("sequence", line.no().value());
        answer.put("lineType", "item");
        answer.put("lineObjectNumber", line.item().code());
        answer.put("itemVariantCode", line.variant().code());
        answer.put("description", line.description());
        answer.put("unitOfMeasureCode", line.unit().code().code());
        answer.put("quantity", line.quantity().value());
        answer.put("outstandingQuantity", line.outstanding().value());
        answer.put("shipQuantity", line.progress().toShip().value());
        answer.put("shippedQuantity", line.progress().shipped().value());
        answer.put("inTransitQuantity", line.progress().inTransit().value());
        answer.put("receiveQuantity", line.progress().toReceive().value());
        answer.put("receivedQuantity", line.progress().received().value());
        if (line.application() instanceof FixedApplication.ToEntry to) {
            answer.put("appliesToEntryNumber", to.entry().value());
        }
        answer.put("dimensionSetId", line.dimensions().value());
        var issues = RawAnswers.add(answer, line.no().value(), stored.mark(line.no()).map(LineMark::raw).orElseGet(Map::of), words::text);
        if (!issues.isEmpty()) {
            answer.put("issues", issues);
        }
        return answer;
    }

    /** What posting has made, and what is left of the order. */
    Map<String, Object> posted(PostTransferOrder.Outcome.Posted posted) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("documents", posted.documents().stream()
                .map(document -> Map.of("documentType", document.type().name(), "number", document.no().code()))
                .toList());
        for (var kind : PostedKind.values()) {
            var numbers = posted.documents().stream().filter(document -> document.type() == kind.type()).map(TransferAnswers::number).toList();
            if (!numbers.isEmpty()) {
                answer.put(kind.collection(), numbers);
            }
        }
        answer.put("itemRegisters", posted.itemRegister() == 0 ? List.of() : List.of(posted.itemRegister()));
        posted.order().ifPresent(order -> answer.put("document", order(order)));
        return answer;
    }

    private static Map<String, Object> number(PostedTransfer document) {
        return Map.of("number", document.no().code());
    }

    Map<String, Object> document(PostedKind kind, PostedTransferDocument document) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", outcomes.id(kind.collection(), document.id()));
        answer.put("number", document.no().code());
        answer.put("status", "posted");
        answer.put("orderNumber", document.order().code());
        answer.put("transferFromCode", document.way().from().code());
        answer.put("inTransitCode", document.way().between().code());
        answer.put("transferToCode", document.way().to().code());
        answer.put("postingDate", document.postingDate().toString());
        answer.put("externalDocumentNumber", document.trail().reference());
        answer.put("shipmentMethodCode", document.trail().shipmentMethod());
        answer.put("itemRegisterNumber", document.trail().itemRegister());
        answer.put("postedBy", document.trail().user());
        answer.put("postedAt", document.trail().at().toString());
        answer.put(kind.lines(), document.lines().stream().map(line -> line(kind, line)).toList());
        return answer;
    }

    private Map<String, Object> line(PostedKind kind, PostedTransferDocument.Line line) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", outcomes.id(kind.lines(), line.id()));
        answer.put("sequence", line.no().value());
        answer.put("lineType", "item");
        answer.put("lineObjectNumber", line.item().code());
        answer.put("itemVariantCode", line.variant().code());
        answer.put("description", line.description());
        answer.put("unitOfMeasureCode", line.unit().code());
        answer.put("quantity", line.quantity().value());
        answer.put("orderSequence", line.orderLine());
        answer.put("corrected", line.corrected());
        answer.put("itemLedgerEntryNumbers", line.entries().stream().map(entry -> entry.value()).toList());
        return answer;
    }
}
