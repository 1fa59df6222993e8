package org.stockbook.inventory;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.stockbook.kernel.accounts.AccountRefusal;
import org.stockbook.kernel.accounts.CostRefusal;
import org.stockbook.kernel.accounts.SetupKey;
import org.stockbook.kernel.generalledger.SkipReason;

/** The values that texts name when a cost has no account or is not posted (spec: errors). */
public final class CostRefusalValues {
    private CostRefusalValues() {}

    /** The values behind the text of a cost that has no account. */
    public static Map<String, Object> of(CostRefusal refusal) {
        return switch (refusal) {
            case CostRefusal.NoAccountRule _ -> Map.of();
            case AccountRefusal.AccountBlocked blocked -> Map.of("account", blocked.account().code());
            case AccountRefusal.AccountNotPosting heading -> Map.of("account", heading.account().code());
            case AccountRefusal.SetupRowMissing missing -> setup(missing);
            case AccountRefusal.SetupRowBlocked blocked -> setup(blocked);
            case AccountRefusal.AccountMissing missing -> setup(missing);
        };
    }

    /** The values behind the text of a cost that the batch leaves pending. */
    public static Map<String, Object> of(SkipReason reason) {
        return switch (reason) {
            case SkipReason.NoAccount none -> of(none.cause());
            case SkipReason.AmountsInconsistent _, SkipReason.ExpectedCostPostingOff _ -> Map.of();
            case SkipReason.DateNotAllowed date ->
                Map.of("date", date.postingDate(), "from", date.allowed().from(), "to", date.allowed().to());
        };
    }

    /** The same as they are kept. */
    static Map<String, String> kept(Map<String, Object> values) {
        var texts = new TreeMap<String, String>();
        values.forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    private static Map<String, Object> setup(AccountRefusal refused) {
        return Map.of("table", word(refused.key().table()), "key", text(refused.key()), "field", word(refused.field()));
    }

    private static String text(SetupKey key) {
        return switch (key) {
            case SetupKey.OfInventory(var location, var group) -> location.code() + " / " + group.code();
            case SetupKey.General(var business, var product) -> business.code() + " / " + product.code();
        };
    }

    private static String word(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).split("_");
        var word = new StringBuilder(words[0]);
        for (var i = 1; i < words.length; i++) {
            word.append(Character.toUpperCase(words[i].charAt(0))).append(words[i], 1, words[i].length());
        }
        return word.toString();
    }
}
