package org.stockbook.generaljournal;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.generaljournal.OpenEntry;
import org.stockbook.kernel.generaljournal.PartnerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;

/** Posted entries of vendors and customers, to be settled against each other. */
public interface PartnerEntries {
    /** The open ones among these entries, held until the running transaction ends. */
    List<OpenEntry> lock(TradeSide side, List<PartnerEntryNo> entries);

    /** Writes the details of a settlement and closes what is left with nothing. */
    void settle(TradeSide side, Application application);

    /**
     * One entry settled by another.
     *
     * @param money above zero, in the currency of both
     * @param local above zero, in local currency
     */
    record Application(OpenEntry settling, OpenEntry settled, Money money, Amount local) {}

    /**
     * Takes the latest settlement of an entry back and opens all that it touched; what was settled, in local currency. Empty where there is none, where
     * another entry was settled again since, and where the settlement posted a discount or a difference of rates.
     */
    Optional<Amount> takeBack(TradeSide side, PartnerEntryNo entry);
}
