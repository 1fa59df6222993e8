package org.stockbook.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.documents.DocumentDimensions;
import org.stockbook.documents.DocumentIssues;
import org.stockbook.documents.DocumentPreview;
import org.stockbook.documents.DocumentSeries;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.finance.dimensions.CarriedDimensions;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.documents.transfer.TransferFacts;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.documents.transfer.TransferOutcome;
import org.stockbook.kernel.documents.transfer.TransferPlan;
import org.stockbook.kernel.documents.transfer.TransferPosting;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.organisation.NextNumber;

/** Ships or receives a transfer order together with the item ledger in one transaction (spec: transfer, sections 6 and 7). */
@Component
public class PostTransferOrder {
    /** Stand-in while nothing is sure yet, and in previews. */
    private static final DocumentNo PROVISIONAL = new DocumentNo("***");

    private final TransferOrders orders;
    private final DocumentSeries series;
    private final Books books;
    private final TransactionTemplate transaction;

    PostTransferOrder(TransferOrders orders, DocumentSeries series, Books books, PlatformTransactionManager transactions) {
        this.orders = orders;
        this.series = series;
        this.books = books;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The books that a transfer writes to. */
    @Component
    record Books(InventoryLedger ledger, InventoryPosting posting, InventoryPolicies policies, DocumentDimensions dimensions) {}

    /** What came of an order to be shipped or received. */
    public sealed interface Outcome {
        /**
         * Done.
         *
         * @param documents what was posted
         * @param order as it is now; empty when nothing is left of it
         */
        record Posted(List<TransferPlan.PostedTransfer> documents, Optional<StoredTransfer> order, long itemRegister) implements Outcome {
            public Posted {
                documents = List.copyOf(documents);
            }

            /** Nothing is left of the order. */
            public boolean complete() {
                return order.isEmpty();
            }
        }

        /** Nothing was posted. */
        record Refused(List<DocumentIssue> issues) implements Outcome {
            public Refused {
                issues = List.copyOf(issues);
            }
        }

        /** Somebody else has changed or posted it since it was read. */
        record ChangedByAnother(StoredTransfer now) implements Outcome {}

        /** There is no such order, or no longer; then what was posted from it. */
        record Missing(List<DocumentNo> documents) implements Outcome {
            public Missing {
                documents = List.copyOf(documents);
            }
        }
    }

    /** Which part of the way goods go. Direct transfers go all of it, whatever is asked for. */
    public enum Step {
        SHIP,
        RECEIVE,
        SHIP_AND_RECEIVE;

        private TransferOutcome plan(TransferOrder order, TransferFacts facts) {
            return switch (this) {
                case SHIP -> TransferPosting.ship(order, facts);
                case RECEIVE -> order.header().route() instanceof TransferRoute.InTransit
                        ? TransferPosting.receive(order, facts) : TransferPosting.ship(order, facts);
                case SHIP_AND_RECEIVE -> TransferPosting.shipAndReceive(order, facts);
            };
        }

        private boolean moves(TransferLine line, TransferRoute route) {
            var leaves = !line.progress().toShip().isZero();
            var arrives = !line.progress().toReceive().isZero();
            return switch (this) {
                case SHIP -> leaves;
                case RECEIVE -> route instanceof TransferRoute.InTransit ? arrives : leaves;
                case SHIP_AND_RECEIVE -> leaves || arrives;
            };
        }

        private List<String> purposes(TransferRoute route) {
            return switch (route) {
                case TransferRoute.InTransit _ -> switch (this) {
                    case SHIP -> List.of("TRANSFER_SHIPMENT");
                    case RECEIVE -> List.of("TRANSFER_RECEIPT");
                    case SHIP_AND_RECEIVE -> List.of("TRANSFER_SHIPMENT", "TRANSFER_RECEIPT");
                };
                case TransferRoute.DirectInTwoSteps _ -> List.of("TRANSFER_SHIPMENT", "TRANSFER_RECEIPT");
                case TransferRoute.DirectInOneStep _ -> List.of("DIRECT_TRANSFER");
            };
        }
    }

    /**
     * An order to be posted.
     *
     * @param postingDate empty for the one on the order
     * @param version that the user has seen; 0 posts what is there
     */
    public record Request(DocumentNo no, Optional<LocalDate> postingDate, int version, String user) {
        public Request(DocumentNo no, LocalDate postingDate, int version, String user) {
            this(no, Optional.of(postingDate), version, user);
        }
    }

    /** Ships what is to be shipped; a direct transfer arrives with it. */
    public Outcome ship(Request request) {
        return post(request, Step.SHIP);
    }

    /** Receives what is to be received. */
    public Outcome receive(Request request) {
        return post(request, Step.RECEIVE);
    }

    /** Posts, in the transaction that is running if there is one. A refusal rolls it back. */
    public Outcome post(Request request, Step step) {
        return transaction.execute(status -> {
            var outcome = attempt(request, step);
            if (!(outcome instanceof Outcome.Posted)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    /** What posting would write; nothing is written and no number is taken. */
    public DocumentPreview preview(Request request, Step step) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return orders.find(request.no()).map(stored -> preview(request, step, dated(stored, request))).orElseGet(DocumentPreview.Missing::new);
        });
    }

    private DocumentPreview preview(Request request, Step step, StoredTransfer stored) {
        if (!stored.unread().isEmpty()) {
            return new DocumentPreview.Refused(stored.unread());
        }
        var outcome = step.plan(stored.order(), facts(stored, request.user(), List.of(PROVISIONAL)));
        var issues = issues(stored, step, outcome);
        return outcome instanceof TransferOutcome.Planned planned && issues.isEmpty() ? preview(request, planned.plan()) : new DocumentPreview.Refused(issues);
    }

    private DocumentPreview preview(Request request, TransferPlan plan) {
        return switch (books.posting().preview(stamp(request), plan.lines())) {
            case InventoryOutcome.Refused refused -> new DocumentPreview.Refused(DocumentIssues.of(refused));
            case InventoryOutcome.Posted posted -> new DocumentPreview.Shown(posted, Optional.empty());
        };
    }

    /** What speaks against posting, as far as it can be told before numbers are taken. */
    private List<DocumentIssue> issues(StoredTransfer stored, Step step, TransferOutcome outcome) {
        var header = stored.order().header();
        var used = stored.order().lines().stream().filter(line -> step.moves(line, header.route())).map(line -> used(line, header)).toList();
        var refused = outcome instanceof TransferOutcome.Refused refusal ? refusal.refusals().stream().map(TransferIssues::of).toList() : List.<DocumentIssue>of();
        return DocumentDimensions.together(refused, books.dimensions().issues(used));
    }

    /** Item and both places may demand something. */
    private static DocumentDimensions.Used used(TransferLine line, TransferHeader header) {
        var owners = List.of(new DimensionOwner(DimensionOwner.Kind.ITEM, line.item().code()), new DimensionOwner(DimensionOwner.Kind.LOCATION, header.from().code()),
                new DimensionOwner(DimensionOwner.Kind.LOCATION, header.to().code()));
        return new DocumentDimensions.Used(line.no().value(), new CarriedDimensions(line.dimensions(), owners));
    }

    private static StoredTransfer dated(StoredTransfer stored, Request request) {
        return request.postingDate()
                .map(date -> stored.with(new TransferOrder(stored.order().header().withPosting(date), stored.order().lines())))
                .orElse(stored);
    }

    private Outcome attempt(Request request, Step step) {
        var found = orders.lock(request.no());
        if (found.isEmpty()) {
            return new Outcome.Missing(orders.postedOf(request.no()));
        }
        var stored = dated(found.get(), request);
        if (request.version() != 0 && request.version() != stored.version()) {
            return new Outcome.ChangedByAnother(found.get());
        }
        if (!stored.unread().isEmpty()) {
            return new Outcome.Refused(stored.unread());
        }
        var issues = issues(stored, step, step.plan(stored.order(), facts(stored, request.user(), List.of(PROVISIONAL))));
        if (!issues.isEmpty()) {
            return new Outcome.Refused(issues);
        }
        // Everybody who posts holds the items before a number, so that nobody waits in a circle.
        books.ledger().lock(stored.order().lines().stream().map(TransferLine::item).distinct().toList());
        var numbers = new ArrayList<DocumentNo>();
        for (var purpose : step.purposes(stored.order().header().route())) {
            switch (series.next(purpose, stored.order().header().posting())) {
                case NextNumber.Taken taken -> numbers.add(new DocumentNo(taken.number()));
                case NextNumber.None none -> {
                    return new Outcome.Refused(List.of(TransferIssues.issue(0, none.code(), none.parameters())));
                }
            }
        }
        return switch (step.plan(stored.order(), facts(stored, request.user(), numbers))) {
            case TransferOutcome.Refused refused -> new Outcome.Refused(refused.refusals().stream().map(TransferIssues::of).toList());
            case TransferOutcome.Planned planned -> write(request, stored, planned.plan());
        };
    }

    private TransferFacts facts(StoredTransfer stored, String user, List<DocumentNo> numbers) {
        var items = orders.items(stored.order().lines().stream().map(TransferLine::item).toList());
        var dates = books.policies().of(user).posting().dates();
        return new TransferFacts(dates, items, numbers.getFirst(), numbers.getLast(), stored.particulars().complete());
    }

    private static RegisterStamp stamp(Request request) {
        return RegisterStamp.of(request.user(), new SourceCode("TRANSFER"), JournalBatchName.BLANK);
    }

    private Outcome write(Request request, StoredTransfer stored, TransferPlan plan) {
        return switch (books.posting().post(stamp(request), plan.lines())) {
            case InventoryOutcome.Refused refused -> new Outcome.Refused(DocumentIssues.of(refused));
            case InventoryOutcome.Posted posted -> {
                orders.keep(new TransferOrders.Posted(stored, plan, posted.lines(), posted.register(), request.user()));
                yield new Outcome.Posted(plan.documents(), orders.find(request.no()), posted.register());
            }
        };
    }
}
