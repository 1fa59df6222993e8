package org.stockbook.inventory;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.database.SharedTransactions;

/** Posts lines in transactions of their own, which postings that come at the same time share. */
@Component
public final class SharedPostings {
    private final InventoryPosting posting;
    private final SharedTransactions<PostingRequest, InventoryOutcome> shared;

    SharedPostings(InventoryPosting posting, PlatformTransactionManager transactions) {
        this.posting = posting;
        this.shared = new SharedTransactions<>(new TransactionTemplate(transactions), SharedPostings::wish, this::post);
    }

    public InventoryOutcome post(RegisterStamp stamp, List<? extends PostingLine> lines) {
        return shared.serve(new PostingRequest(stamp, lines));
    }

    private static SharedTransactions.Wish wish(PostingRequest request) {
        return new SharedTransactions.Wish(request.stamp().user(), request.lines().getFirst().item());
    }

    private List<InventoryOutcome> post(List<PostingRequest> requests) {
        return switch (posting.post(requests)) {
            case SharedOutcome.Posted posted -> List.copyOf(posted.outcomes());
            case SharedOutcome.Refused refused when requests.size() == 1 -> List.of(refused.outcome());
            case SharedOutcome.Refused _ -> throw new SharedTransactions.NotTogether();
        };
    }
}
