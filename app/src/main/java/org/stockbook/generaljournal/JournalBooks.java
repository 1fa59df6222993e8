package org.stockbook.generaljournal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts;
import org.stockbook.kernel.generaljournal.GeneralJournalLine;
import org.stockbook.kernel.measure.ExchangeRate;

/** What the general journal asks of storage, in sets for all lines. */
public interface JournalBooks {
    /** Rates of currencies on days; no entry where there is none. */
    Map<CurrencyDay, ExchangeRate> rates(Collection<CurrencyDay> days);

    /** A currency on a day. */
    record CurrencyDay(CurrencyCode currency, LocalDate day) {}

    /**
     * The master data behind lines and the open entries that they name.
     *
     * @param lock holds the entries until the transaction ends, so that nobody else settles them
     */
    GeneralJournalFacts facts(List<GeneralJournalLine> lines, String login, boolean lock);

    /** Names of accounts. */
    Map<AccountNo, String> names(Collection<AccountNo> accounts);

    /** The account that takes a year's profit; empty where the setup names none. */
    Optional<AccountNo> retainedEarnings();
}
