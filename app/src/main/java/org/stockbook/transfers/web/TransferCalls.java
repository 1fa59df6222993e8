package org.stockbook.transfers.web;

import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.stockbook.documents.calls.CallOutcomes;
import org.stockbook.documents.calls.LinePlaces;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.transfers.StoredTransfer;
import org.stockbook.transfers.TransferChanged;
import org.stockbook.transfers.TransferOrders;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.SentBack;

/** How calls on transfer orders end where they do not end well: where a refusal points to, what somebody else has changed. */
@Component
class TransferCalls {
    private final TransferOrders orders;
    private final CallOutcomes outcomes;

    TransferCalls(TransferOrders orders, CallOutcomes outcomes) {
        this.orders = orders;
        this.outcomes = outcomes;
    }

    CallOutcomes outcomes() {
        return outcomes;
    }

    /**
     * What a call has sent.
     *
     * @param values of the order or of one of its lines, by property
     * @param line of which they are the values, 0 for a new one
     */
    record Sent(DocumentNo order, Map<String, Object> values, OptionalInt line) {
        static Sent nothing(DocumentNo order) {
            return new Sent(order, Map.of(), OptionalInt.empty());
        }

        static Sent header(DocumentNo order, Map<String, Object> values) {
            return new Sent(order, values, OptionalInt.empty());
        }

        static Sent line(DocumentNo order, Map<String, Object> values, int line) {
            return new Sent(order, values, OptionalInt.of(line));
        }
    }

    /** What was sent without what cannot be written and was sent back as it was read. */
    Map<String, Object> writable(Sent sent) {
        return SentBack.without(sent.values(), sent.line().isPresent() ? TransferBody.lineFields() : TransferBody.headerFields(),
                () -> orders.find(sent.order()).map(found -> theirs(found, sent)).orElseGet(Map::of));
    }

    private static Map<String, Object> theirs(StoredTransfer now, Sent sent) {
        return sent.line().isPresent()
                ? now.order().lines().stream().filter(line -> line.no().value() == sent.line().getAsInt()).findFirst().map(TransferAnswers::line).orElseGet(Map::of)
                : TransferAnswers.order(now);
    }

    StoredTransfer kept(TransferChanged changed, Sent sent) {
        return switch (changed) {
            case TransferChanged.Kept kept -> kept.order();
            case TransferChanged.Refused refused ->
                throw CallOutcomes.refused(sent.line().isPresent() ? LinePlaces.alone(TransferBody.LINES) : places(sent.order()), refused.issues());
            case TransferChanged.ChangedByAnother other -> throw changedByAnother(other.now(), sent);
            case TransferChanged.Missing _ -> throw CallOutcomes.missing(TransferEndpoint.COLLECTION, sent.order().code());
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

    Problem changedByAnother(StoredTransfer now, Sent sent) {
        return outcomes.changedByAnother("TRANSFER_ORDER", sent.order().code(), theirs(now, sent), sent.values());
    }
}
