package org.stockbook.generaljournal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.generaljournal.PartnerEntries.Application;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.generaljournal.OpenEntry;
import org.stockbook.kernel.generaljournal.PartnerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Money;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/**
 * Settles two open entries of a partner against each other after they were posted, and takes the latest settlement back
 * (spec: finance, section 4.2). Entries of different rates are settled in the journal, where the difference can be posted.
 */
@Service
public class ApplyEntries {
    private final PartnerEntries entries;
    private final Permissions permissions;

    ApplyEntries(PartnerEntries entries, Permissions permissions) {
        this.entries = entries;
        this.permissions = permissions;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** How much was settled, or taken back. */
        record Done(Amount amount) implements Outcome {}

        record Refused(String code, Map<String, Object> parameters) implements Outcome {
            public Refused {
                parameters = Map.copyOf(parameters);
            }
        }
    }

    @Transactional
    public Outcome apply(TradeSide side, long settling, long settled) {
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        return settle(side, settling, settled);
    }

    /** The same for a document that its poster says is settled against another; posting it is right enough. */
    @Transactional
    public Outcome settle(TradeSide side, long settling, long settled) {
        var found = entries.lock(side, List.of(new PartnerEntryNo(settling), new PartnerEntryNo(settled)));
        var one = find(found, settling);
        var other = find(found, settled);
        if (one.isEmpty() || other.isEmpty() || !canSettle(one.get(), other.get())) {
            return new Outcome.Refused("finance.application-invalid", Map.of("document", Long.toString(settled)));
        }
        var amount = least(one.get().remaining().money(), other.get().remaining().money());
        var local = least(one.get().remaining().local(), other.get().remaining().local());
        entries.settle(side, new Application(one.get(), other.get(), amount, local));
        return new Outcome.Done(local);
    }

    private static Optional<OpenEntry> find(List<OpenEntry> entries, long no) {
        return entries.stream().filter(entry -> entry.no().value() == no).findFirst();
    }

    /** Of one partner and currency, with opposite signs, and worth the same per unit of the currency. */
    private static boolean canSettle(OpenEntry one, OpenEntry other) {
        var left = one.remaining();
        var right = other.remaining();
        return one.partner().equals(other.partner()) && left.currency().equals(right.currency())
                && left.money().signum() * right.money().signum() < 0
                && left.money().value().multiply(right.local().value()).compareTo(right.money().value().multiply(left.local().value())) == 0;
    }

    private static Money least(Money one, Money other) {
        var size = one.isNegative() ? one.negated() : one;
        var otherSize = other.isNegative() ? other.negated() : other;
        return size.compareTo(otherSize) <= 0 ? size : otherSize;
    }

    private static Amount least(Amount one, Amount other) {
        return one.abs().compareTo(other.abs()) <= 0 ? one.abs() : other.abs();
    }

    /** Takes the latest settlement of an entry back, on all entries that it touched. */
    @Transactional
    public Outcome unapply(TradeSide side, long entry) {
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        return entries.takeBack(side, new PartnerEntryNo(entry))
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(() -> new Outcome.Refused("finance.application-invalid", Map.of("document", Long.toString(entry))));
    }
}
