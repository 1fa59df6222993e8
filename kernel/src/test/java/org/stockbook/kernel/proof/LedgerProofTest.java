package org.stockbook.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.kernel.accounts.Bookkeeping.direct;
import static org.stockbook.kernel.ledger.EntryType.OUTPUT;
import static org.stockbook.kernel.ledger.EntryType.SALE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.accounts.AccountPair;
import org.stockbook.kernel.accounts.Bookkeeping;
import org.stockbook.kernel.accounts.CostEntry;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.generalledger.AllowedDates;
import org.stockbook.kernel.generalledger.CostPostingBatch;
import org.stockbook.kernel.generalledger.GeneralLedgerEntryNo;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.proof.LedgerProof.LedgerEntry;

/** Spec: reconciliation, sections 6 and 23: value entries posted and general ledger lines are the same money. */
class LedgerProofTest {
    private static final List<CostEntry> UNPOSTED = List.of(
            direct(1, SALE).amounts("-30.00", "0").unposted(),
            direct(2, SALE).amounts("-45.00", "0").unposted(),
            direct(3, OUTPUT).amounts("282.00", "-150.00").unposted());
    private static final List<CostEntry> POSTED = List.of(
            direct(1, SALE).amounts("-30.00", "0").posted("-30.00", "0").unposted(),
            direct(2, SALE).amounts("-45.00", "0").posted("-45.00", "0").unposted(),
            direct(3, OUTPUT).amounts("282.00", "-150.00").posted("282.00", "-150.00").unposted());

    @Test
    void what_the_batch_posts_agrees_by_either_method() {
        assertThat(LedgerProof.findings(POSTED, ledger(new PostingMethod.PerEntry()))).isEmpty();
        assertThat(LedgerProof.findings(POSTED, ledger(grouped()))).isEmpty();
    }

    @Test
    void a_changed_line_is_named_with_both_amounts() {
        var ledger = ledger(grouped());
        ledger.set(0, new LedgerEntry(ledger.getFirst().no(), ledger.getFirst().use(), Amount.of("-74.00"), ledger.getFirst().valueEntries()));

        assertThat(LedgerProof.findings(POSTED, ledger)).containsExactly(Finding.of(
                Invariant.LEDGER_IS_POSTED_COST, new Subject.OfLedgerEntry(new GeneralLedgerEntryNo(1)), Amount.of("-75.00"), Amount.of("-74.00")));
    }

    @Test
    void a_lost_line_is_named_at_its_value_entries() {
        var ledger = ledger(new PostingMethod.PerEntry());
        ledger.removeFirst();

        assertThat(LedgerProof.findings(POSTED, ledger)).containsExactly(
                Finding.of(Invariant.POSTED_COST_IS_IN_LEDGER, new Subject.OfValue(new ValueEntryNo(1)), 1, 0));
    }

    @Test
    void cost_posted_twice_is_named() {
        var ledger = ledger(new PostingMethod.PerEntry());
        ledger.add(ledger.getFirst());

        assertThat(LedgerProof.findings(POSTED, ledger)).containsExactly(
                Finding.of(Invariant.POSTED_COST_IS_IN_LEDGER, new Subject.OfValue(new ValueEntryNo(1)), 1, 2));
    }

    @Test
    void a_line_of_an_entry_that_says_it_is_not_posted_is_named() {
        assertThat(LedgerProof.findings(UNPOSTED, ledger(grouped()))).extracting(Finding::invariant)
                .containsOnly(Invariant.LEDGER_IS_POSTED_COST).hasSize(6);
    }

    private static PostingMethod grouped() {
        return new PostingMethod.PerPostingGroup(new DocumentNo("COST-1"));
    }

    private static List<LedgerEntry> ledger(PostingMethod method) {
        var outcome = CostPostingBatch.run(UNPOSTED, Bookkeeping.complete(), new CostPostingBatch.Options(method, true, AllowedDates.ALL));
        var ledger = new ArrayList<LedgerEntry>();
        for (var transaction : outcome.transactions()) {
            for (var line : transaction.lines()) {
                var use = new AccountPair(line.type(), line.balancing());
                ledger.add(new LedgerEntry(new GeneralLedgerEntryNo(ledger.size() + 1), use, line.amount(), line.valueEntries()));
            }
        }
        return ledger;
    }
}
