package org.stockbook.platform.i18n;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the product: every text exists in each of them (spec: ui, section 10). */
public enum Language {
    ENGLISH("en", "English"),
    CANADIAN_FRENCH("fr-CA", "Français (Canada)"),
    DANISH("da", "Dansk");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The language tag, as in the attribute {@code lang} of a page and in the table of users. */
    public String tag() {
        return tag;
    }

    /** What speakers of the language call it. */
    public String ownName() {
        return ownName;
    }

    ULocale locale() {
        return ULocale.forLanguageTag(tag);
    }

    /** The end of the names of its message files. */
    String suffix() {
        return tag.replace('-', '_');
    }

    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equalsIgnoreCase(tag)).findFirst();
    }

    /** The best of our languages for what a caller accepts, as in the header Accept-Language; English if none fits. */
    public static Language bestFor(String acceptLanguage) {
        try {
            var wanted = Locale.LanguageRange.parse(acceptLanguage.isBlank() ? "en" : acceptLanguage);
            var offered = List.of("en", "fr-CA", "fr", "da", "da-DK");
            var found = Locale.lookupTag(wanted, offered);
            return found == null ? ENGLISH : ofPrimaryTag(found);
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }

    private static Language ofPrimaryTag(String tag) {
        return switch (tag.substring(0, 2)) {
            case "fr" -> CANADIAN_FRENCH;
            case "da" -> DANISH;
            default -> ENGLISH;
        };
    }
}
