package org.stockbook.kernel.generaljournal;

import java.util.List;
import java.util.Optional;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.PartnerGroup;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;

/** What one document of a journal brings to the books; its ledger lines sum to zero. */
public record JournalTransaction(JournalDocument document, List<LedgerLine> ledger, List<VatLine> vat, List<PartnerLine> partners) {
    public JournalTransaction {
        ledger = List.copyOf(ledger);
        vat = List.copyOf(vat);
        partners = List.copyOf(partners);
        var sum = ledger.stream().map(line -> line.value().local()).reduce(Amount.ZERO, Amount::plus);
        if (!sum.isZero()) {
            throw new IllegalArgumentException("a document of the general journal is out of balance by " + sum);
        }
    }

    /**
     * A general ledger entry.
     *
     * @param value above zero is a debit
     * @param vatAmount the VAT split from the line, same sign; zero elsewhere
     * @param partner whom it concerns
     * @param typed on the line itself; false for VAT, discounts and differences that follow from it
     */
    public record LedgerLine(
            GeneralJournalLine from, AccountNo account, JournalValue value, Amount vatAmount, Optional<JournalAccount.Partner> partner, boolean typed) {}

    /** A VAT entry; base and amount have the sign of the line. */
    public record VatLine(GeneralJournalLine from, VatCombination combination, Percentage rate, Amount base, Amount amount) {}

    /** An entry of a vendor or customer, with what it settles. */
    public record PartnerLine(
            GeneralJournalLine from, JournalAccount.Partner partner, PartnerGroup group, JournalValue value, List<Detail> details) {
        public PartnerLine {
            details = List.copyOf(details);
        }

        /** Whether details leave nothing of the entry itself. */
        public boolean isSettled() {
            return details.stream().filter(detail -> detail.entry().isEmpty()).map(detail -> detail.value().money())
                    .reduce(value.money(), (left, more) -> left.plus(more)).isZero();
        }
    }

    /**
     * A change of what remains of an entry.
     *
     * @param entry the entry settled; empty for the new entry itself
     * @param closes whether nothing is left of it
     */
    public record Detail(Optional<PartnerEntryNo> entry, DetailType type, JournalValue value, boolean closes) {}

    /** Why what remains of an entry changed. */
    public enum DetailType {
        APPLICATION,
        PAYMENT_DISCOUNT,
        REALIZED_GAIN,
        REALIZED_LOSS
    }
}
