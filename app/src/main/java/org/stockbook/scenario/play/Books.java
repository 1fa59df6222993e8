package org.stockbook.scenario.play;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.stockbook.kernel.accounts.CostParts;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.posting.PostedInvoice;
import org.stockbook.kernel.generalledger.PostingMethod;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.scenario.company.GeneralLedgerRow;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.operation.Fixture;
import org.stockbook.scenario.operation.MasterData;

/** The books of one throw-away company: where its entries are kept and posted. */
public interface Books extends AutoCloseable {
    /** The cards as they are now, all of them; those with entries keep what entries freeze. */
    void keep(Cards cards);

    /** The settings as they are now. */
    void keep(Settings settings);

    void changeCosts(ItemNo item, CostCard costs);

    /** Costs of a stockkeeping unit, which is made where there is none. */
    void changeCosts(ItemNo item, Place place, CostCard costs);

    /** A card that nothing refers to any more is gone. */
    void delete(MasterData data);

    /** An item goes by another number from now on, everywhere. */
    void rename(ItemNo item, ItemNo newNo);

    /** A row of the posting setup as it is now, new or changed. */
    void keep(Fixture.InventoryPostingSetup setup);

    /** A row of the posting setup as it is now, new or changed. */
    void keep(Fixture.GeneralPostingSetup setup);

    /** Averages are calculated in another way from this date on: what is valued since is open to question. */
    void markAverages(LocalDate from);

    /** Expected cost reaches the general ledger from now on, also that of entries not fully invoiced yet. */
    void queueExpectedCost();

    /** The whole histories of these items, by number. */
    Map<ItemNo, ItemBook> histories(Collection<ItemNo> items);

    /** Posts lines wholly or not at all, and hands on which entries each made. */
    Outcome post(List<? extends PostingLine> lines, Consumer<List<PostedLine>> afterwards);

    /**
     * Posts a batch of journal lines wholly or not at all.
     *
     * @param typed the lines as a user types them
     * @param lines what must come of them, in books that keep no journals
     */
    Outcome postJournal(List<TypedLine> typed, List<? extends PostingLine> lines);

    /** Closes inventory up to a date, or says why not: costs are open or stock is missing (spec: costing, section 10). */
    List<String> closePeriod(LocalDate endingDate);

    /** Opens inventory from a period on again. */
    void reopenPeriod(LocalDate endingDate);

    /** The money side of an invoice. */
    void book(PostedInvoice invoice, LocalDate date);

    void adjust(Set<ItemNo> items, boolean postToLedger);

    /** Posts pending costs of these items, all when empty, dated within the range. */
    void postCost(PostingMethod method, Set<ItemNo> items, LocalDate from, LocalDate to);

    /** What of each value entry is in the general ledger; entries of which nothing is may be absent. */
    Map<ValueEntryNo, CostParts> posted();

    Set<ValueEntryNo> pending();

    /** In order of number. */
    List<GeneralLedgerRow> generalLedger();

    DimensionSetId dimensions(Map<String, String> values);

    /** The values of a set, by dimension. */
    Map<String, String> dimensions(DimensionSetId set);

    @Override
    void close();
}
