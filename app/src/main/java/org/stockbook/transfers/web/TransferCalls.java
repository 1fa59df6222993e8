package org.stockbook.transfers.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.documents.RawInput;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.IssueAnswers;
import org.stockbook.documents.calls.LinePlaces;
import org.stockbook.documents.calls.Sent;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.transfers.StoredTransfer;
import org.stockbook.transfers.TransferChanged;
import org.stockbook.transfers.TransferLineChange;
import org.stockbook.transfers.TransferOrders;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.Overtaken;
import org.stockbook.web.calls.Preferred;
import org.stockbook.web.calls.SentBack;

/** How calls on transfer orders end where they do not end well: where a refusal points to, what somebody else has changed. */
@Component
class TransferCalls {
    private final TransferOrders orders;
    private final CallOutcomes outcomes;
    private final IssueAnswers issues;
    private final Preferred preferred;

    TransferCalls(TransferOrders orders, CallOutcomes outcomes, IssueAnswers issues, Preferred preferred) {
        this.orders = orders;
        this.outcomes = outcomes;
        this.issues = issues;
        this.preferred = preferred;
    }

    TransferAnswers answers() {
        return new TransferAnswers(issues);
    }

    IssueAnswers issues() {
        return issues;
    }

    CallOutcomes outcomes() {
        return outcomes;
    }

    /** What was sent without what cannot be written and was sent back as it was read. */
    Map<String, Object> writable(Sent<DocumentNo> sent) {
        return SentBack.without(outcomes.resolved(sent.values()), sent.line().isPresent() ? TransferBody.lineFields() : TransferBody.headerFields(),
                () -> orders.find(sent.document()).map(found -> theirs(found, sent)).orElseGet(Map::of));
    }

    /** Whether lines are to keep as text what cannot be taken. */
    boolean lenient() {
        return preferred.lenient();
    }

    /** What was sent of a line that is there. */
    TransferLineChange line(Sent<DocumentNo> sent) {
        var line = sent.line().orElseThrow();
        return TransferBody.line(writable(sent), line, rawInput(sent.document()).getOrDefault(new LineNo(line), Map.of()), lenient());
    }

    Map<LineNo, Map<String, RawInput>> rawInput(DocumentNo order) {
        return orders.rawInput(order);
    }

    private Map<String, Object> theirs(StoredTransfer now, Sent<DocumentNo> sent) {
        return sent.line().isPresent()
                ? now.order().lines().stream().filter(line -> line.no().value() == sent.line().getAsInt()).findFirst().map(line -> answers().line(line, now)).orElseGet(Map::of)
                : answers().order(now);
    }

    StoredTransfer kept(TransferChanged changed, Sent<DocumentNo> sent) {
        return switch (changed) {
            case TransferChanged.Kept kept -> kept.order();
            case TransferChanged.Refused refused ->
                throw CallOutcomes.refused(sent.line().isPresent() ? LinePlaces.alone(TransferBody.LINES) : places(sent.document()), refused.issues());
            case TransferChanged.ChangedByAnother other -> throw changedByAnother(other.now(), sent);
            case TransferChanged.Missing _ -> throw CallOutcomes.missing(TransferEndpoint.COLLECTION, sent.document().code());
        };
    }

    /** An order that could not be made. */
    StoredTransfer created(TransferChanged changed) {
        return switch (changed) {
            case TransferChanged.Kept kept -> kept.order();
            case TransferChanged.Refused refused -> throw CallOutcomes.refused(LinePlaces.sent(TransferBody.LINES), refused.issues());
            case TransferChanged.ChangedByAnother _, TransferChanged.Missing _ -> throw Problem.of(404, "api.not-found", Map.of());
        };
    }

    /** Where the lines of an order stand in it. */
    LinePlaces places(DocumentNo order) {
        return LinePlaces.of(TransferBody.LINES, orders.find(order).stream().flatMap(found -> found.order().lines().stream()).map(line -> line.no().value()));
    }

    Problem changedByAnother(StoredTransfer now, Sent<DocumentNo> sent) {
        var mark = sent.line().stream().boxed().findFirst().filter(_ -> sent.ofLine()).flatMap(line -> now.mark(new LineNo(line)));
        if (mark.isPresent()) {
            var last = mark.get();
            return new Overtaken(Integer.toString(last.version()), last.changedBy(), Optional.of(last.changedAt()), theirs(now, sent)).against(sent.values());
        }
        return outcomes.changedByAnother("TRANSFER_ORDER", sent.document().code(), theirs(now, sent), sent.values());
    }
}
