package org.stockbook.kernel.generaljournal;

import java.time.LocalDate;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.posting.LineNo;

/** Why a journal cannot be posted: one for each bad line, one for each document out of balance. */
public sealed interface GeneralJournalRefusal {
    LineNo line();

    default String code() {
        return switch (this) {
            case NumberMissing _ -> "common.field-required";
            case DateNotAllowed _ -> "finance.posting-date-not-allowed";
            case AccountUnknown _, PartnerUnknown _ -> "api.reference-not-found";
            case AccountBlocked _ -> "finance.account-blocked";
            case AccountNotPosting _ -> "finance.account-not-posting";
            case NoDirectPosting _ -> "finance.account-no-direct-posting";
            case PartnerBlocked blocked -> switch (blocked.partner().side()) {
                case PURCHASE -> "purchasing.vendor-blocked";
                case SALES -> "sales.customer-blocked";
            };
            case BothSidesPartners _ -> "finance.balancing-account";
            case SetupMissing _ -> "finance.posting-setup-missing";
            case NothingToApplyTo _ -> "finance.application-invalid";
            case AppliedTooEarly _ -> "purchasing.application-date";
            case SeveralPartners _ -> "finance.several-partners";
            case OutOfBalance _ -> "finance.journal-out-of-balance";
        };
    }

    record NumberMissing(LineNo line) implements GeneralJournalRefusal {}

    record DateNotAllowed(LineNo line, LocalDate date) implements GeneralJournalRefusal {}

    record AccountUnknown(LineNo line, AccountNo account) implements GeneralJournalRefusal {}

    record AccountBlocked(LineNo line, AccountNo account) implements GeneralJournalRefusal {}

    record AccountNotPosting(LineNo line, AccountNo account) implements GeneralJournalRefusal {}

    record NoDirectPosting(LineNo line, AccountNo account) implements GeneralJournalRefusal {}

    record PartnerUnknown(LineNo line, JournalAccount.Partner partner) implements GeneralJournalRefusal {}

    record PartnerBlocked(LineNo line, JournalAccount.Partner partner) implements GeneralJournalRefusal {}

    /** One of both sides must be an account of the general ledger. */
    record BothSidesPartners(LineNo line) implements GeneralJournalRefusal {}

    /**
     * A posting setup has no row or no account.
     *
     * @param setup which one
     * @param row which row, as people read it
     */
    record SetupMissing(LineNo line, Setup setup, String row) implements GeneralJournalRefusal {}

    /** A setup and its field. */
    enum Setup {
        VAT_ACCOUNT,
        CONTROL_ACCOUNT,
        DISCOUNT_ACCOUNT,
        GAINS_OR_LOSSES_ACCOUNT,
        RESIDUAL_ACCOUNT
    }

    /** The named entry is not open, of another currency, or of the same sign. */
    record NothingToApplyTo(LineNo line, AppliesTo document) implements GeneralJournalRefusal {}

    /** The named entry is younger than the line. */
    record AppliedTooEarly(LineNo line, AppliesTo document, LocalDate postedOn) implements GeneralJournalRefusal {}

    record SeveralPartners(LineNo line, DocumentNo document) implements GeneralJournalRefusal {}

    /** Debits less credits of a document are not zero. */
    record OutOfBalance(LineNo line, DocumentNo document, Amount difference) implements GeneralJournalRefusal {}
}
