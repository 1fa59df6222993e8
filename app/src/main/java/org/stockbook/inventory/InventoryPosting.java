package org.stockbook.inventory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.database.LockWait;
import org.stockbook.platform.observation.Measured;

/**
 * Posts lines of any source to the inventory ledgers and, if the company wants it, to the general ledger and with adjusted costs at
 * once: locks the items in the order of their keys, loads their books, lets the kernel decide, writes.
 */
@Component
public class InventoryPosting {
    private final InventoryLedger ledger;
    private final InventoryPolicies policies;
    private final BooksWriter writer;
    private final CostWork work;

    InventoryPosting(InventoryLedger ledger, InventoryPolicies policies, BooksWriter writer, CostWork work) {
        this.ledger = ledger;
        this.policies = policies;
        this.writer = writer;
        this.work = work;
    }

    /** Posts lines in the transaction that is running; after a refusal that transaction must be rolled back or write nothing else. */
    @Measured("postings")
    @Transactional(propagation = Propagation.MANDATORY)
    public InventoryOutcome post(RegisterStamp stamp, List<? extends PostingLine> lines) {
        return alone(run(List.of(new PostingRequest(stamp, lines)), requests -> lock(requests, LockWait.PATIENT), true));
    }

    /**
     * Posts the requests one after the other in the transaction that is running, each under registers of its own, but with one reading
     * of the books and one writing. Either all of them or none.
     */
    @Measured("shared-postings")
    @Transactional(propagation = Propagation.MANDATORY)
    public SharedOutcome post(List<PostingRequest> requests, LockWait wait) {
        return requests.isEmpty() ? new SharedOutcome.Posted(List.of()) : run(requests, asked -> lock(asked, wait), true);
    }

    /** What posting the lines would write; nothing is written, locked or numbered. */
    @Transactional(readOnly = true)
    public InventoryOutcome preview(RegisterStamp stamp, List<? extends PostingLine> lines) {
        return alone(run(List.of(new PostingRequest(stamp, lines)), requests -> ledger.read(itemsOf(requests)), false));
    }

    private static InventoryOutcome alone(SharedOutcome outcome) {
        return switch (outcome) {
            case SharedOutcome.Posted posted -> posted.outcomes().getFirst();
            case SharedOutcome.Refused refused -> refused.outcome();
        };
    }

    /** With the setups as they last were, most postings can say what they will need before they hold the items. */
    private InventoryBooks lock(List<PostingRequest> requests, LockWait wait) {
        return policies.last(requests.getFirst().stamp().user())
                .map(policy -> ledger.lock(PostingAttempt.likely(requests, policy), wait))
                .orElseGet(() -> ledger.lock(itemsOf(requests)));
    }

    private static Set<ItemNo> itemsOf(List<PostingRequest> requests) {
        var items = new LinkedHashSet<ItemNo>();
        requests.forEach(request -> items.addAll(request.items()));
        return items;
    }

    private SharedOutcome run(List<PostingRequest> requests, Function<List<PostingRequest>, InventoryBooks> access, boolean write) {
        var books = access.apply(requests);
        var rules = requests.stream().map(request -> policies.of(request.stamp().user(), books.setups())).toList();
        return switch (new PostingAttempt(requests, rules, books).run()) {
            case PostingAttempt.Result.Refused refused ->
                new SharedOutcome.Refused(refused.request(), new InventoryOutcome.Refused(refused.refusals(), List.of()));
            case PostingAttempt.Result.Done done -> {
                if (write && !done.putOff().isEmpty()) {
                    work.putOff(done.putOff());
                }
                yield writer.write(new BooksWriter.Request(books, done.loaded().values()), done.parts(), write);
            }
        };
    }
}
