package org.stockbook.platform.i18n;

import java.util.Map;

/**
 * A sentence that is said in the language of whoever reads it, for instance as an argument of another one.
 *
 * @param key of the text
 * @param arguments what the text names
 */
public record Sentence(String key, Map<String, ?> arguments) {
    public Sentence {
        arguments = Map.copyOf(arguments);
    }

    /** What programs are told: the same in every language. */
    @Override
    public String toString() {
        return key;
    }
}
