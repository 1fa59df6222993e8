package org.stockbook.kernel.generaljournal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.generaljournal.JournalTransaction.Detail;
import org.stockbook.kernel.generaljournal.JournalTransaction.DetailType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;

/**
 * One entry of a partner settled by another (spec: finance, section 4.2): as much as both have left, at the rate of the later one;
 * what the rates make of it is a realized gain or loss, what was paid in time is a discount.
 *
 * @param details what changes on both entries
 * @param left what remains of the settled entry
 * @param counterparts what the control account takes besides the settling entry itself, and where that goes
 */
record Settlement(List<Detail> details, OpenEntry left, List<Counterpart> counterparts) {
    Settlement {
        details = List.copyOf(details);
        counterparts = List.copyOf(counterparts);
    }

    /** An amount on the control account, and the account that takes the opposite. */
    record Counterpart(Account account, JournalValue control) {}

    /** Where discounts and differences go. */
    enum Account {
        DISCOUNT,
        GAINS,
        LOSSES
    }

    /** Whether one can settle the other at all: opposite signs, one currency, something left. */
    static boolean isPossible(JournalValue settling, OpenEntry entry) {
        return settling.currency().equals(entry.remaining().currency())
                && settling.money().signum() * entry.remaining().money().signum() < 0;
    }

    static Settlement of(JournalDocument document, JournalValue settling, OpenEntry entry) {
        var discount = discount(document, settling, entry);
        var owed = entry.remaining().money().plus(discount);
        var applied = least(settling.money(), owed.negated());
        var isWhole = applied.equals(owed.negated());
        var settlingLocal = share(settling, applied);
        var discountLocal = share(entry.remaining(), discount.negated()).negated();
        var settledLocal = isWhole ? entry.remaining().local().plus(discountLocal) : share(entry.remaining(), applied.negated());
        var difference = settledLocal.plus(settlingLocal).negated();
        var left = isWhole
                ? new JournalValue(settling.currency(), Money.ZERO, Amount.ZERO)
                : new JournalValue(settling.currency(), entry.remaining().money().plus(applied), entry.remaining().local().minus(settledLocal));
        return book(entry, left, new Shares(
                new JournalValue(settling.currency(), applied, settlingLocal),
                new JournalValue(settling.currency(), discount, discountLocal),
                new JournalValue(settling.currency(), Money.ZERO, difference)));
    }

    /** What was applied, granted and lost or gained, as the settled entry sees it. */
    private record Shares(JournalValue applied, JournalValue discount, JournalValue difference) {}

    private static Settlement book(OpenEntry entry, JournalValue left, Shares shares) {
        var closes = left.money().isZero();
        var details = new ArrayList<Detail>();
        var counterparts = new ArrayList<Counterpart>();
        details.add(new Detail(Optional.of(entry.no()), DetailType.APPLICATION, shares.applied(), closes));
        details.add(new Detail(Optional.empty(), DetailType.APPLICATION, shares.applied().negated(), false));
        if (!shares.discount().money().isZero()) {
            details.add(new Detail(Optional.of(entry.no()), DetailType.PAYMENT_DISCOUNT, shares.discount(), closes));
            counterparts.add(new Counterpart(Account.DISCOUNT, shares.discount()));
        }
        var difference = shares.difference().local();
        if (!difference.isZero()) {
            var isGain = difference.isPositive();
            details.add(new Detail(
                    Optional.of(entry.no()), isGain ? DetailType.REALIZED_GAIN : DetailType.REALIZED_LOSS, shares.difference(), closes));
            counterparts.add(new Counterpart(
                    isGain ? Account.GAINS : Account.LOSSES, new JournalValue(CurrencyCode.BLANK, Money.of(difference.value()), difference)));
        }
        return new Settlement(details, entry.with(left), counterparts);
    }

    /** In time, and paid all but the discount; a full payment leaves nothing to grant. Opposite in sign to what remains. */
    private static Money discount(JournalDocument document, JournalValue settling, OpenEntry entry) {
        var remaining = entry.remaining().money();
        return entry.discount()
                .filter(offer -> !document.postingDate().isAfter(offer.until()))
                .map(offer -> remaining.isNegative() ? offer.amount() : offer.amount().negated())
                .filter(offer -> reaches(settling.money(), remaining.plus(offer).negated()) && !reaches(settling.money(), remaining.negated()))
                .orElse(Money.ZERO);
    }

    private static boolean reaches(Money paid, Money owed) {
        return owed.isNegative() ? paid.compareTo(owed) <= 0 : paid.compareTo(owed) >= 0;
    }

    /** The one closer to zero; both have one sign. */
    private static Money least(Money one, Money other) {
        return reaches(one, other) ? other : one;
    }

    /** The local currency that goes with a part of a value's money. */
    private static Amount share(JournalValue value, Money part) {
        return Amount.of(Money.of(value.local().value()).share(part, value.money()).value());
    }

    Optional<AccountNo> accountOf(Account account, GeneralJournalFacts facts, JournalAccount.Partner partner) {
        var currency = facts.accountsOf(left.remaining().currency());
        return switch (account) {
            case DISCOUNT -> facts.known(partner).discount();
            case GAINS -> currency.gains();
            case LOSSES -> currency.losses();
        };
    }
}
