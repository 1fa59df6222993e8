package org.stockbook.kernel.generaljournal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.AppliedTooEarly;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.NothingToApplyTo;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.OutOfBalance;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.SeveralPartners;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.Setup;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal.SetupMissing;
import org.stockbook.kernel.generaljournal.JournalTransaction.Detail;
import org.stockbook.kernel.generaljournal.JournalTransaction.LedgerLine;
import org.stockbook.kernel.generaljournal.JournalTransaction.PartnerLine;
import org.stockbook.kernel.generaljournal.JournalTransaction.VatLine;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;

/** Books the lines of one document, each fit by itself, and says whether they balance (spec: finance, section 3). */
final class DocumentBooking {
    private final GeneralJournalFacts facts;
    private final Map<GeneralJournalFacts.OpenKey, OpenEntry> open;
    private final List<GeneralJournalLine> lines;
    private final List<LedgerLine> ledger = new ArrayList<>();
    private final List<VatLine> vat = new ArrayList<>();
    private final List<PartnerLine> partners = new ArrayList<>();
    private final List<GeneralJournalRefusal> refusals = new ArrayList<>();

    /**
     * Prepares a document.
     *
     * @param open what is left of open entries; what lines settle is taken from it
     */
    DocumentBooking(GeneralJournalFacts facts, Map<GeneralJournalFacts.OpenKey, OpenEntry> open, List<GeneralJournalLine> lines) {
        this.facts = facts;
        this.open = open;
        this.lines = List.copyOf(lines);
    }

    List<GeneralJournalRefusal> refusals() {
        return List.copyOf(refusals);
    }

    /** Books all lines; once. Empty where there are refusals. */
    Optional<JournalTransaction> book() {
        lines.forEach(this::bookLine);
        var concerned = partners.stream().map(PartnerLine::partner).distinct().count();
        if (concerned > 1 && !vat.isEmpty()) {
            refusals.add(new SeveralPartners(first().no(), first().document().no()));
        }
        balance();
        return refusals.isEmpty() ? Optional.of(new JournalTransaction(first().document(), ledger, vat, partners)) : Optional.empty();
    }

    private GeneralJournalLine first() {
        return lines.getFirst();
    }

    private void bookLine(GeneralJournalLine line) {
        bookSide(line, line.account(), line.value());
        line.balancing().ifPresent(account -> bookSide(line, account, line.value().negated()));
    }

    private void bookSide(GeneralJournalLine line, JournalAccount side, JournalValue value) {
        switch (side) {
            case JournalAccount.Ledger account -> bookLedger(line, account.account(), value);
            case JournalAccount.Partner partner -> bookPartner(line, partner, value);
        }
    }

    private void bookLedger(GeneralJournalLine line, AccountNo account, JournalValue value) {
        var combination = line.terms().vat().filter(_ -> side(line.account()).equals(Optional.of(account)));
        if (combination.isEmpty()) {
            ledger.add(new LedgerLine(line, account, value, Amount.ZERO, otherPartner(line), true));
            return;
        }
        var setup = facts.known(combination.get());
        var base = setup.rate().net(value.local());
        var tax = value.local().minus(base);
        ledger.add(new LedgerLine(line, account, JournalValue.local(base), tax, otherPartner(line), true));
        if (!tax.isZero()) {
            ledger.add(new LedgerLine(line, setup.account().orElseThrow(), JournalValue.local(tax), Amount.ZERO, otherPartner(line), false));
        }
        vat.add(new VatLine(line, combination.get(), setup.rate(), base, tax));
    }

    private static Optional<AccountNo> side(JournalAccount account) {
        return account instanceof JournalAccount.Ledger ledger ? Optional.of(ledger.account()) : Optional.empty();
    }

    /** The partner on the other side of an account, so that its entry says whom it concerns. */
    private static Optional<JournalAccount.Partner> otherPartner(GeneralJournalLine line) {
        if (line.account() instanceof JournalAccount.Partner partner) {
            return Optional.of(partner);
        }
        return line.balancing().filter(JournalAccount.Partner.class::isInstance).map(JournalAccount.Partner.class::cast);
    }

    private void bookPartner(GeneralJournalLine line, JournalAccount.Partner partner, JournalValue value) {
        var card = facts.known(partner);
        var control = card.control().orElseThrow();
        ledger.add(new LedgerLine(line, control, value, Amount.ZERO, Optional.of(partner), true));
        var details = line.terms().appliesTo().map(named -> settle(line, partner, value, named)).orElse(List.of());
        partners.add(new PartnerLine(line, partner, card.group(), value, details));
    }

    private List<Detail> settle(GeneralJournalLine line, JournalAccount.Partner partner, JournalValue value, AppliesTo named) {
        var key = new GeneralJournalFacts.OpenKey(partner, named);
        var entry = open.get(key);
        if (entry == null || !Settlement.isPossible(value, entry)) {
            refusals.add(new NothingToApplyTo(line.no(), named));
            return List.of();
        }
        if (line.document().postingDate().isBefore(entry.postingDate())) {
            refusals.add(new AppliedTooEarly(line.no(), named, entry.postingDate()));
            return List.of();
        }
        var settlement = Settlement.of(line.document(), value, entry);
        open.put(key, settlement.left());
        settlement.counterparts().forEach(counterpart -> bookCounterpart(line, partner, settlement, counterpart));
        return settlement.details();
    }

    private void bookCounterpart(GeneralJournalLine line, JournalAccount.Partner partner, Settlement settlement, Settlement.Counterpart counterpart) {
        var account = settlement.accountOf(counterpart.account(), facts, partner);
        if (account.isEmpty()) {
            var setup = counterpart.account() == Settlement.Account.DISCOUNT ? Setup.DISCOUNT_ACCOUNT : Setup.GAINS_OR_LOSSES_ACCOUNT;
            refusals.add(new SetupMissing(line.no(), setup, partner.partner().code()));
            return;
        }
        var control = facts.known(partner).control().orElseThrow();
        ledger.add(new LedgerLine(line, control, counterpart.control(), Amount.ZERO, Optional.of(partner), false));
        ledger.add(new LedgerLine(line, account.get(), counterpart.control().negated(), Amount.ZERO, Optional.of(partner), false));
    }

    /** A document in one foreign currency balances in it; the cents that conversion leaves go to the currency's residual account. */
    private void balance() {
        var difference = ledger.stream().map(entry -> entry.value().local()).reduce(Amount.ZERO, Amount::plus);
        if (difference.isZero() || !refusals.isEmpty()) {
            return;
        }
        var currencies = lines.stream().map(line -> line.value().currency()).distinct().toList();
        var money = lines.stream().filter(line -> line.balancing().isEmpty()).map(line -> line.value().money()).reduce(Money.ZERO, Money::plus);
        var mostCents = Amount.ofUnscaled(lines.size());
        if (currencies.size() > 1 || currencies.getFirst().isBlank() || !money.isZero() || difference.abs().compareTo(mostCents) > 0) {
            refusals.add(new OutOfBalance(first().no(), first().document().no(), difference));
            return;
        }
        facts.accountsOf(currencies.getFirst()).residual().ifPresentOrElse(
                account -> ledger.add(new LedgerLine(
                        first(), account, JournalValue.local(difference.negated()), Amount.ZERO, Optional.empty(), false)),
                () -> refusals.add(new SetupMissing(first().no(), Setup.RESIDUAL_ACCOUNT, currencies.getFirst().code())));
    }
}
