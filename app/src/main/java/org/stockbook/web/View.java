package org.stockbook.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.stockbook.platform.i18n.Formats;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.i18n.Texts;
import org.stockbook.platform.security.SignedInUser;

/**
 * For whom something is shown: language, work date, rights.
 *
 * @param theme light, dark or empty for the system's
 * @param density normal, touch or empty for compact
 * @param currency code of the currency in which the books are kept, empty where none is set up
 * @param names what the company has named by itself
 */
public record View(Texts texts, Language language, SignedInUser user, LocalDate workDate, String theme, String density, Supplier<String> currency, OwnNames names) {
    private static final String NEW = "column.new";

    /** What a company has named by itself and is called so on every page; the rooms say it. */
    public interface OwnNames {
        /** The name that stands for a text of the program, if there is one. */
        Optional<String> of(String key);
    }

    public String text(String key) {
        return named(key).orElseGet(() -> texts.text(language, key));
    }

    /** A text above a narrow column. */
    public String heading(String key) {
        return named(key).orElseGet(() -> texts.heading(language, key));
    }

    /** Another one of what has a name is told apart from it. */
    private Optional<String> named(String key) {
        return names.of(key).or(() -> key.startsWith(NEW) && key.length() > NEW.length() ? names.of("column." + Character.toLowerCase(key.charAt(NEW.length())) + key.substring(NEW.length() + 1))
                .map(name -> text("heading.new", Map.of("name", name))) : Optional.empty());
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

    /** The caption of an amount with its currency; without one set up, the caption alone. */
    public String inCurrency(String caption, String code) {
        return code.isEmpty() ? caption : text("figure.in-currency", Map.of("caption", caption, "currency", code));
    }

    public Formats formats() {
        return texts.formats(language);
    }
}
