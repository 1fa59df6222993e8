package org.stockbook.organisation;

import java.util.Map;

/** What a number series answers. */
public sealed interface NextNumber {
    /**
     * A number, which is used now.
     *
     * @param warning the series comes to its end
     */
    record Taken(String number, boolean warning) implements NextNumber {}

    /**
     * No number.
     *
     * @param code of the specification's list
     * @param parameters series, dates and numbers behind the text
     */
    record None(String code, Map<String, Object> parameters) implements NextNumber {
        public None {
            parameters = Map.copyOf(parameters);
        }
    }
}
