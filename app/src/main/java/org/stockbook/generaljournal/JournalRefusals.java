package org.stockbook.generaljournal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stockbook.kernel.generaljournal.GeneralJournalRefusal;

/** Refusals of the rules as issues of draft lines. */
final class JournalRefusals {
    private JournalRefusals() {}

    static List<DraftIssue> issues(List<GeneralJournalRefusal> refusals, List<DraftLine> lines) {
        var byNo = new HashMap<Integer, DraftLine>();
        lines.forEach(line -> byNo.put(line.lineNo(), line));
        return refusals.stream()
                .map(refusal -> Optional.ofNullable(byNo.get(refusal.line().value()))
                        .map(line -> DraftIssue.of(line, field(refusal), refusal.code(), parameters(refusal)))
                        .orElseGet(() -> DraftIssue.ofBatch(refusal.code())))
                .toList();
    }

    private static GeneralJournalField field(GeneralJournalRefusal refusal) {
        return switch (refusal) {
            case GeneralJournalRefusal.NumberMissing _ -> GeneralJournalField.DOCUMENT_NO;
            case GeneralJournalRefusal.DateNotAllowed _ -> GeneralJournalField.POSTING_DATE;
            case GeneralJournalRefusal.AccountUnknown _, GeneralJournalRefusal.AccountBlocked _, GeneralJournalRefusal.AccountNotPosting _,
                    GeneralJournalRefusal.NoDirectPosting _, GeneralJournalRefusal.PartnerUnknown _, GeneralJournalRefusal.PartnerBlocked _ ->
                GeneralJournalField.ACCOUNT_NO;
            case GeneralJournalRefusal.BothSidesPartners _ -> GeneralJournalField.BALANCING_NO;
            case GeneralJournalRefusal.SetupMissing missing -> switch (missing.setup()) {
                case VAT_ACCOUNT -> GeneralJournalField.TAX_PRODUCT_GROUP;
                case CONTROL_ACCOUNT, DISCOUNT_ACCOUNT -> GeneralJournalField.ACCOUNT_NO;
                case GAINS_OR_LOSSES_ACCOUNT, RESIDUAL_ACCOUNT -> GeneralJournalField.CURRENCY;
            };
            case GeneralJournalRefusal.NothingToApplyTo _, GeneralJournalRefusal.AppliedTooEarly _ -> GeneralJournalField.APPLIES_TO_NO;
            case GeneralJournalRefusal.SeveralPartners _, GeneralJournalRefusal.OutOfBalance _ -> GeneralJournalField.AMOUNT;
        };
    }

    private static Map<String, Object> parameters(GeneralJournalRefusal refusal) {
        return switch (refusal) {
            case GeneralJournalRefusal.NumberMissing _ -> Map.of("field", GeneralJournalField.DOCUMENT_NO.property());
            case GeneralJournalRefusal.DateNotAllowed refused -> Map.of("date", refused.date());
            case GeneralJournalRefusal.AccountUnknown refused -> unknown(refused.account().code());
            case GeneralJournalRefusal.PartnerUnknown refused -> unknown(refused.partner().partner().code());
            case GeneralJournalRefusal.AccountBlocked refused -> Map.of("account", refused.account().code());
            case GeneralJournalRefusal.AccountNotPosting refused -> Map.of("account", refused.account().code());
            case GeneralJournalRefusal.NoDirectPosting refused -> Map.of("account", refused.account().code());
            case GeneralJournalRefusal.PartnerBlocked refused -> Map.of("partner", refused.partner().partner().code(), "level", "ALL");
            case GeneralJournalRefusal.BothSidesPartners _ -> Map.of();
            case GeneralJournalRefusal.SetupMissing refused ->
                Map.of("table", table(refused.setup()), "key", refused.row(), "field", word(refused.setup()));
            case GeneralJournalRefusal.NothingToApplyTo refused -> Map.of("document", refused.document().document().code());
            case GeneralJournalRefusal.AppliedTooEarly refused ->
                Map.of("document", refused.document().document().code(), "date", refused.postedOn());
            case GeneralJournalRefusal.SeveralPartners refused -> Map.of("document", refused.document().code());
            case GeneralJournalRefusal.OutOfBalance refused ->
                Map.of("document", refused.document().code(), "difference", refused.difference().value());
        };
    }

    private static Map<String, Object> unknown(String value) {
        return Map.of("field", GeneralJournalField.ACCOUNT_NO.property(), "value", value);
    }

    private static String table(GeneralJournalRefusal.Setup setup) {
        return switch (setup) {
            case VAT_ACCOUNT -> "vatPostingSetup";
            case CONTROL_ACCOUNT, DISCOUNT_ACCOUNT -> "partnerPostingGroup";
            case GAINS_OR_LOSSES_ACCOUNT, RESIDUAL_ACCOUNT -> "currency";
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
