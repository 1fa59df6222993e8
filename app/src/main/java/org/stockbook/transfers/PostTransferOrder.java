package org.stockbook.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.documents.DocumentSeries;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.documents.transfer.TransferFacts;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.documents.transfer.TransferOutcome;
import org.stockbook.kernel.documents.transfer.TransferPlan;
import org.stockbook.kernel.documents.transfer.TransferPosting;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.posting.PostingDates;
import org.stockbook.organisation.NextNumber;

/** Ships or receives a transfer order together with the item ledger in one transaction (spec: transfer, sections 6 and 7). */
@Component
public class PostTransferOrder {
    private final TransferOrders orders;
    private final DocumentSeries series;
    private final InventoryLedger ledger;
    private final InventoryPosting inventoryPosting;
    private final TransactionTemplate transaction;

    PostTransferOrder(
            TransferOrders orders,
            DocumentSeries series,
            InventoryLedger ledger,
            InventoryPosting inventoryPosting,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.series = series;
        this.ledger = ledger;
        this.inventoryPosting = inventoryPosting;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came of an order to be shipped or received. */
    public sealed interface Outcome {
        /** Done; the numbers of what was posted. */
        record Posted(List<DocumentNo> documents, boolean complete) implements Outcome {
            public Posted {
                documents = List.copyOf(documents);
            }
        }

        /** Nothing was posted. */
        record Refused(List<DocumentIssue> issues) implements Outcome {
            public Refused {
                issues = List.copyOf(issues);
            }
        }

        /** Somebody else has changed or posted it since it was read. */
        record ChangedByAnother(int version) implements Outcome {}

        /** There is no such order, or no longer. */
        record Missing() implements Outcome {}
    }

    /**
     * An order to be posted.
     *
     * @param version that the user has seen; 0 posts what is there
     */
    public record Request(DocumentNo no, LocalDate postingDate, int version, String user) {}

    /** Ships what is to be shipped; a direct transfer arrives with it. */
    public Outcome ship(Request request) {
        return run(request, stored -> switch (stored.order().header().route()) {
            case TransferRoute.InTransit _ -> List.of("TRANSFER_SHIPMENT");
            case TransferRoute.DirectInTwoSteps _ -> List.of("TRANSFER_SHIPMENT", "TRANSFER_RECEIPT");
            case TransferRoute.DirectInOneStep _ -> List.of("DIRECT_TRANSFER");
        }, TransferPosting::ship);
    }

    /** Receives what is to be received. */
    public Outcome receive(Request request) {
        return run(request, _ -> List.of("TRANSFER_RECEIPT"), TransferPosting::receive);
    }

    private Outcome run(Request request, Function<StoredTransfer, List<String>> purposes, BiFunction<TransferOrder, TransferFacts, TransferOutcome> rule) {
        return transaction.execute(status -> {
            var outcome = attempt(request, purposes, rule);
            if (!(outcome instanceof Outcome.Posted)) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private Outcome attempt(Request request, Function<StoredTransfer, List<String>> purposes, BiFunction<TransferOrder, TransferFacts, TransferOutcome> rule) {
        var found = orders.lock(request.no());
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        var stored = found.get();
        if (request.version() != 0 && request.version() != stored.version()) {
            return new Outcome.ChangedByAnother(stored.version());
        }
        var order = new TransferOrder(stored.order().header().withPosting(request.postingDate()), stored.order().lines());
        // Everybody who posts holds the items before a number, so that nobody waits in a circle.
        ledger.lock(order.lines().stream().map(TransferLine::item).distinct().toList());
        var numbers = new ArrayList<DocumentNo>();
        for (var purpose : purposes.apply(stored)) {
            switch (series.next(purpose, request.postingDate())) {
                case NextNumber.Taken taken -> numbers.add(new DocumentNo(taken.number()));
                case NextNumber.None none -> {
                    return new Outcome.Refused(List.of(new DocumentIssue(0, none.code(), Map.copyOf(none.parameters()))));
                }
            }
        }
        var items = orders.items(order.lines().stream().map(TransferLine::item).toList());
        var facts = new TransferFacts(PostingDates.ANY, items, numbers.getFirst(), numbers.getLast(), false);
        return switch (rule.apply(order, facts)) {
            case TransferOutcome.Refused refused -> new Outcome.Refused(refused.refusals().stream()
                    .map(refusal -> new DocumentIssue(refusal.at().map(line -> line.value()).orElse(0), refusal.code(), Map.of()))
                    .toList());
            case TransferOutcome.Planned planned -> write(request, stored.with(order), planned.plan());
        };
    }

    private Outcome write(Request request, StoredTransfer stored, TransferPlan plan) {
        var stamp = RegisterStamp.of(request.user(), new SourceCode("TRANSFER"), JournalBatchName.BLANK);
        return switch (inventoryPosting.post(stamp, plan.lines())) {
            case InventoryOutcome.Refused refused -> {
                var issues = new ArrayList<DocumentIssue>();
                refused.refusals().forEach(refusal -> issues.add(new DocumentIssue(refusal.line().value(), refusal.code(), Map.of())));
                refused.accounts().forEach(account -> issues.add(new DocumentIssue(account.line().value(), account.refusal().code(), Map.of())));
                yield new Outcome.Refused(issues);
            }
            case InventoryOutcome.Posted posted -> {
                orders.keep(new TransferOrders.Posted(stored, plan, posted.lines(), posted.register(), request.user()));
                yield new Outcome.Posted(plan.documents().stream().map(document -> document.no()).toList(), plan.after().isComplete());
            }
        };
    }
}
