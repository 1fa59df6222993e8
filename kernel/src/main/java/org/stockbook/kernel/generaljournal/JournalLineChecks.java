package org.stockbook.kernel.generaljournal;

import java.util.Optional;
import java.util.stream.Stream;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.generaljournal.GeneralJournalFacts.VatSetup;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.AccountBlocked;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.AccountNotPosting;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.AccountUnknown;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.BothSidesPartners;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.DateNotAllowed;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.NoDirectPosting;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.NumberMissing;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.PartnerBlocked;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.PartnerUnknown;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.Setup;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.SetupMissing;

/** What is wrong with a line by itself; the first fault found (spec: finance, sections 1, 3 and 6). */
final class JournalLineChecks {
    private final GeneralJournalFacts facts;

    JournalLineChecks(GeneralJournalFacts facts) {
        this.facts = facts;
    }

    Optional<GeneralJournalRefusal> check(GeneralJournalLine line) {
        return Stream.of(document(line), side(line, line.account()), balancing(line), vat(line)).flatMap(Optional::stream).findFirst();
    }

    /** The day that closes a year comes after all that dates allow. */
    private Optional<GeneralJournalRefusal> document(GeneralJournalLine line) {
        if (line.document().no().isBlank()) {
            return Optional.of(new NumberMissing(line.no()));
        }
        var date = line.document().postingDate();
        return facts.dates().allow(date) || line.document().closing() ? Optional.empty() : Optional.of(new DateNotAllowed(line.no(), date));
    }

    private Optional<GeneralJournalRefusal> balancing(GeneralJournalLine line) {
        if (line.account() instanceof JournalAccount.Partner && line.balancing().filter(JournalAccount.Partner.class::isInstance).isPresent()) {
            return Optional.of(new BothSidesPartners(line.no()));
        }
        return line.balancing().flatMap(account -> side(line, account));
    }

    private Optional<GeneralJournalRefusal> side(GeneralJournalLine line, JournalAccount account) {
        return switch (account) {
            case JournalAccount.Ledger ledger -> ledger(line, ledger.account());
            case JournalAccount.Partner partner -> partner(line, partner);
        };
    }

    /** Closing a year reaches accounts that nobody may type. */
    private Optional<GeneralJournalRefusal> ledger(GeneralJournalLine line, AccountNo account) {
        var card = facts.accounts().get(account);
        if (card == null) {
            return Optional.of(new AccountUnknown(line.no(), account));
        }
        if (!card.posting()) {
            return Optional.of(new AccountNotPosting(line.no(), account));
        }
        if (card.blocked()) {
            return Optional.of(new AccountBlocked(line.no(), account));
        }
        return card.directPosting() || line.document().closing() ? Optional.empty() : Optional.of(new NoDirectPosting(line.no(), account));
    }

    private Optional<GeneralJournalRefusal> partner(GeneralJournalLine line, JournalAccount.Partner partner) {
        var card = facts.partners().get(partner);
        if (card == null) {
            return Optional.of(new PartnerUnknown(line.no(), partner));
        }
        if (card.blocked()) {
            return Optional.of(new PartnerBlocked(line.no(), partner));
        }
        return card.control().isPresent() ? Optional.empty() : Optional.of(new SetupMissing(line.no(), Setup.CONTROL_ACCOUNT, card.group().code()));
    }

    private Optional<GeneralJournalRefusal> vat(GeneralJournalLine line) {
        if (!(line.account() instanceof JournalAccount.Ledger)) {
            return Optional.empty();
        }
        return line.terms().vat()
                .filter(combination -> Optional.ofNullable(facts.vat().get(combination)).flatMap(VatSetup::account).isEmpty())
                .map(combination -> new SetupMissing(
                        line.no(), Setup.VAT_ACCOUNT, combination.business().code() + "/" + combination.product().code()));
    }
}
