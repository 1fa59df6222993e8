package org.stockbook.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stockbook.platform.i18n.Formats;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;
import org.stockbook.platform.security.SignedInUser;

/**
 * For whom something is shown: language, work date, rights.
 *
 * @param theme light, dark or empty for the system's
 * @param density normal, touch or empty for compact
 */
public record View(Texts texts, Language language, SignedInUser user, LocalDate workDate, String theme, String density) {
    public String text(String key) {
        return texts.text(language, key);
    }

    public String text(String key, Map<String, ?> arguments) {
        return texts.text(language, key, arguments);
    }

    /** The sentence of a refusal; a parameter {@code field} names a field by its property and is shown as its heading. */
    public String refusal(String code, Map<String, ?> parameters) {
        var named = new LinkedHashMap<String, Object>(parameters);
        if (parameters.get("field") instanceof String field && texts.has("column." + field)) {
            named.put("field", text("column." + field));
        }
        return text("error." + code, named);
    }

    public String text(Report.Message message) {
        return text(message.key(), message.arguments());
    }

    public Formats formats() {
        return texts.formats(language);
    }
}
