package org.stockbook.kernel.generaljournal;

import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.generalledger.AllowedDates;
import org.stockbook.kernel.measure.Percentage;

/**
 * The master data behind the lines of a journal. What is not in it does not exist.
 *
 * @param open the entries that lines name, by partner and document
 */
public record GeneralJournalFacts(
        Map<AccountNo, AccountCard> accounts,
        Map<JournalAccount.Partner, PartnerCard> partners,
        Map<VatCombination, VatSetup> vat,
        Map<OpenKey, OpenEntry> open,
        Map<CurrencyCode, CurrencyAccounts> currencies,
        AllowedDates dates) {
    public GeneralJournalFacts {
        accounts = Map.copyOf(accounts);
        partners = Map.copyOf(partners);
        vat = Map.copyOf(vat);
        open = Map.copyOf(open);
        currencies = Map.copyOf(currencies);
    }

    /** An account of the general ledger. */
    public record AccountCard(boolean posting, boolean blocked, boolean directPosting) {}

    /**
     * A vendor or customer.
     *
     * @param blocked for postings of every kind
     * @param control receivables or payables account of the posting group
     * @param discount payment discount account of the posting group
     */
    public record PartnerCard(PartnerGroup group, boolean blocked, Optional<AccountNo> control, Optional<AccountNo> discount) {}

    /** A row of the VAT posting setup, normal VAT. */
    public record VatSetup(Percentage rate, Optional<AccountNo> account) {}

    /** Where exchange differences of a currency go. */
    public record CurrencyAccounts(Optional<AccountNo> gains, Optional<AccountNo> losses, Optional<AccountNo> residual) {
        static final CurrencyAccounts NONE = new CurrencyAccounts(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Finds an open entry. */
    public record OpenKey(JournalAccount.Partner partner, AppliesTo document) {}

    /** The card of a partner that checks have found. */
    PartnerCard known(JournalAccount.Partner partner) {
        return Optional.ofNullable(partners.get(partner)).orElseThrow();
    }

    /** The setup of a combination that checks have found. */
    VatSetup known(VatCombination combination) {
        return Optional.ofNullable(vat.get(combination)).orElseThrow();
    }

    CurrencyAccounts accountsOf(CurrencyCode currency) {
        return currencies.getOrDefault(currency, CurrencyAccounts.NONE);
    }
}
