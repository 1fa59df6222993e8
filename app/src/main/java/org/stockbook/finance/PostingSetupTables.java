package org.stockbook.finance;

import org.stockbook.kernel.accounts.PostingSetups;
import org.stockbook.kernel.generalledger.AllowedDates;

/** What posting needs of the finance setup (spec: finance, sections 2 and 6). */
public interface PostingSetupTables {
    /** Both posting setups with the accounts they name. */
    PostingSetups load();

    /** The dates that this user may post to: the user's own range, else the company's. */
    AllowedDates allowedDates(String login);

    /** The dates that the company allows, whoever posts. */
    AllowedDates allowedDates();
}
