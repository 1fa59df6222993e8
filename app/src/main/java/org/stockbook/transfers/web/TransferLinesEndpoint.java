package org.stockbook.transfers.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.RawInput;
import org.stockbook.documents.calls.IssuePlace;
import org.stockbook.documents.calls.LinePlaces;
import org.stockbook.documents.calls.Sent;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.transfers.ChangeTransfer;
import org.stockbook.transfers.ChangeTransfer.Change;
import org.stockbook.transfers.StoredTransfer;
import org.stockbook.transfers.TransferChanged;
import org.stockbook.transfers.TransferLineChange;
import org.stockbook.web.Problem;
import org.stockbook.web.View;
import org.stockbook.web.Views;

/** Lines of a transfer order as the grid sends them: rows up, the same rows back (spec: ui, section 4.2; api, section 5, bulk). */
@RestController
class TransferLinesEndpoint {
    private static final int MOST_OPERATIONS = 10_000;

    private final ChangeTransfer change;
    private final TransferCalls transfers;
    private final Permissions permissions;
    private final Views views;

    TransferLinesEndpoint(ChangeTransfer change, TransferCalls transfers, Permissions permissions, Views views) {
        this.change = change;
        this.transfers = transfers;
        this.permissions = permissions;
        this.views = views;
    }

    /**
     * The operations of one request.
     *
     * @param version of the order that was read; 0 for whatever is there
     */
    record BulkRequest(int version, List<Operation> operations) {
        BulkRequest {
            operations = operations == null ? List.of() : new ArrayList<>(operations);
        }
    }

    /**
     * One operation.
     *
     * @param method create, update or delete
     * @param sequence of the line; a new one stands at the end
     */
    record Operation(String method, int sequence, Map<String, Object> data) {
        Operation {
            method = method == null ? "" : method;
            data = data == null ? Map.of() : new LinkedHashMap<>(data);
        }

        boolean deletes() {
            return method.equals("delete");
        }

        int line() {
            return method.equals("create") ? 0 : sequence;
        }
    }

    /** The answer holds one entry for each line created or changed, in their order: the line, or why it was refused. */
    @PostMapping(
            path = "/api/v1/" + TransferEndpoint.COLLECTION + "/number:{number}/" + TransferBody.LINES + "/bulk", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public Map<String, Object> save(@PathVariable String number, @RequestBody BulkRequest request) {
        permissions.require(Permission.CHANGE_TRANSFERS);
        if (request.operations().size() > MOST_OPERATIONS) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        var no = TransferEndpoint.no(number);
        var gone = request.operations().stream().filter(Operation::deletes).map(operation -> new LineNo(operation.sequence())).toList();
        var order = transfers.kept(change.remove(new Change(no, request.version(), permissions.login()), gone), Sent.nothing(no));
        var answers = new ArrayList<Map<String, Object>>();
        var before = transfers.rawInput(no);
        var resolving = transfers.outcomes().resolving(request.operations().stream().map(Operation::data).toList());
        for (var operation : request.operations()) {
            if (!operation.deletes()) {
                var placed = placed(order, operation, resolving, before);
                order = placed.order();
                answers.add(placed.answer());
            }
        }
        var whole = new LinkedHashMap<>(transfers.answers().order(order));
        whole.remove(TransferBody.LINES);
        return Map.of("document", whole, "lines", answers);
    }

    /** An order after one operation, and what is said of that. */
    private record Placed(StoredTransfer order, Map<String, Object> answer) {}

    private Placed placed(StoredTransfer order, Operation operation, UnaryOperator<Map<String, Object>> resolving, Map<LineNo, Map<String, RawInput>> before) {
        TransferLineChange typed;
        try {
            var texts = operation.line() == 0 ? Map.<String, RawInput>of() : before.getOrDefault(new LineNo(operation.line()), Map.of());
            typed = TransferBody.line(resolving.apply(operation.data()), operation.line(), texts, transfers.lenient());
        } catch (Problem unreadable) {
            var facts = unreadable.facts();
            return new Placed(order, refused(List.of(new DocumentIssue(operation.sequence(), facts.code(), Map.copyOf(facts.parameters())))));
        }
        return switch (change.lines(new Change(order.order().header().no(), 0, permissions.login()), List.of(typed))) {
            case TransferChanged.Refused refused -> new Placed(order, refused(refused.issues()));
            case TransferChanged changed -> {
                var kept = transfers.kept(changed, Sent.nothing(order.order().header().no()));
                var line = typed.line() == 0
                        ? kept.order().lines().getLast()
                        : kept.order().lines().stream().filter(one -> one.no().value() == typed.line()).findFirst().orElseThrow();
                yield new Placed(kept, transfers.answers().line(line, kept));
            }
        };
    }

    private Map<String, Object> refused(List<DocumentIssue> issues) {
        var view = views.current();
        return Map.of("issues", issues.stream().map(issue -> issue(view, issue)).toList());
    }

    private static Map<String, Object> issue(View view, DocumentIssue issue) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("field", IssuePlace.of(LinePlaces.alone(TransferBody.LINES), issue).field());
        answer.put("code", issue.code());
        answer.put("severity", "error");
        answer.put("message", view.refusal(issue.code(), issue.parameters()));
        return answer;
    }
}
