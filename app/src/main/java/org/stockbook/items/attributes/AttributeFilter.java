package org.stockbook.items.attributes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stockbook.kernel.items.AttributeType;
import org.stockbook.platform.rows.RowsRefused;

/**
 * Items by their attributes: {@code Width:>=50;Colour:Red|Green}. Conditions hold together; an item without the attribute never matches
 * (spec: items, section 10).
 */
public final class AttributeFilter {
    private static final List<String> SIGNS = List.of("<>", ">=", "<=", ">", "<", "=");

    private AttributeFilter() {}

    /**
     * One condition.
     *
     * @param alternatives any of them is enough
     */
    public record Condition(String attribute, List<String> alternatives) {
        public Condition {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** What an alternative asks of a value. */
    public sealed interface Test {
        /** Equal to, below or above a canonical value. */
        record Compared(String sign, String value) implements Test {}

        record Between(String from, String to) implements Test {}

        /** Text with a star for whatever stands there. */
        record Like(String pattern) implements Test {}
    }

    /** @throws RowsRefused if an attribute is named twice or a condition has no value */
    public static List<Condition> read(String written) {
        var conditions = new ArrayList<Condition>();
        var named = new HashSet<String>();
        for (var part : written.split(";")) {
            var pair = part.split(":", 2);
            if (part.isBlank()) {
                continue;
            }
            if (pair.length < 2 || pair[1].isBlank()) {
                throw new RowsRefused("api.malformed", Map.of("reason", part));
            }
            if (!named.add(pair[0].strip().toLowerCase(Locale.ROOT))) {
                throw new RowsRefused("items.attribute-duplicate", Map.of("attribute", pair[0].strip()));
            }
            conditions.add(new Condition(pair[0].strip(), Arrays.stream(pair[1].split("\\|")).map(String::strip).filter(text -> !text.isEmpty()).toList()));
        }
        return conditions;
    }

    /** What an alternative means for an attribute of a type. */
    public static Test test(AttributeType type, String alternative) {
        if (type == AttributeType.TEXT) {
            return alternative.startsWith("=") ? new Test.Compared("=", alternative.substring(1).strip())
                    : new Test.Like(alternative.contains("*") ? alternative : "*" + alternative + "*");
        }
        if (type == AttributeType.OPTION) {
            return new Test.Compared("=", alternative);
        }
        var range = alternative.indexOf("..");
        if (range >= 0) {
            return new Test.Between(canonical(type, alternative.substring(0, range)), canonical(type, alternative.substring(range + 2)));
        }
        var sign = SIGNS.stream().filter(alternative::startsWith).findFirst().orElse("");
        return new Test.Compared(sign.isEmpty() ? "=" : sign, canonical(type, alternative.substring(sign.length())));
    }

    /** Blank where a range is open. */
    private static String canonical(AttributeType type, String text) {
        return text.isBlank() ? "" : type.canonical(text).orElseThrow(() -> new RowsRefused("items.attribute-value-type", Map.of("attribute", "", "value", text)));
    }
}
