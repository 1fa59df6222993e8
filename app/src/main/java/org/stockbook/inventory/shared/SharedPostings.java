package org.stockbook.inventory.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.inventory.PostingRequest;
import org.stockbook.inventory.SharedOutcome;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.database.LockWait;
import org.stockbook.platform.database.SharedTransactions;
import org.stockbook.platform.database.SharedTransactions.Served;

/** Posts the lines of one call in a transaction that calls which come at the same time share; each has its own register and answer. */
@Component
public final class SharedPostings {
    /** More take so long that nobody should wait behind them who posts other items. */
    private static final int FEW_LINES = 20;

    private final InventoryPosting posting;
    private final RepeatableCalls calls;
    private final SharedTransactions<Order, Outcome> shared;

    SharedPostings(InventoryPosting posting, RepeatableCalls calls, PlatformTransactionManager transactions) {
        this.posting = posting;
        this.calls = calls;
        this.shared = new SharedTransactions<>(new TransactionTemplate(transactions), SharedPostings::wish, this::serve);
    }

    /**
     * What a call asks for, at least one line.
     *
     * @param answer to a call that is posted; kept with its key
     */
    public record Order(RepeatableCalls.Call call, PostingRequest request, Function<InventoryOutcome.Posted, CallAnswer> answer) {}

    /** What came of a call. */
    public sealed interface Outcome {
        /** Posted, now or by an earlier call with the same key. */
        record Answered(CallAnswer answer) implements Outcome {}

        /** Nothing was written, and the key may be used again. */
        record Refused(InventoryOutcome.Refused why) implements Outcome {}
    }

    /** Posts once, however often the same key is sent; no transaction may be running. */
    public Outcome post(Order order) {
        return shared.serve(order);
    }

    private static SharedTransactions.Wish wish(Order order) {
        return new SharedTransactions.Wish(order.request().stamp().user(), order.request().lines().getFirst().item(), order.request().lines().size() <= FEW_LINES);
    }

    private Served<Outcome> serve(List<Order> orders, LockWait wait) {
        var first = calls.take(orders.stream().map(Order::call).toList());
        var fresh = new ArrayList<Order>();
        for (var i = 0; i < orders.size(); i++) {
            if (first.get(i).isEmpty()) {
                fresh.add(orders.get(i));
            }
        }
        return switch (posting.post(fresh.stream().map(Order::request).toList(), wait)) {
            case SharedOutcome.Refused refused -> new Served.Refused<>(new Outcome.Refused(refused.outcome()));
            case SharedOutcome.Posted posted -> {
                var answers = new ArrayList<CallAnswer>();
                for (var i = 0; i < fresh.size(); i++) {
                    answers.add(fresh.get(i).answer().apply(posted.outcomes().get(i)));
                }
                calls.keep(fresh.stream().map(Order::call).toList(), answers);
                var made = answers.iterator();
                yield new Served.All<>(first.stream().<Outcome>map(earlier -> new Outcome.Answered(earlier.orElseGet(made::next))).toList());
            }
        };
    }
}
