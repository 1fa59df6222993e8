package org.stockbook.web.calls;

import java.util.Map;
import org.stockbook.web.Problem;

/**
 * Which of the lines of a batch are asked for; the only options that such lists know, others are refused by name (spec: api, section 4).
 *
 * @param skip lines to leave out
 * @param top lines at most
 */
public record PageOptions(int skip, int top) {
    private static final int MOST_LINES = 1000;
    private static final int ORDINARY = 100;

    /** @throws Problem if there is another option, or one of these is no number */
    public static PageOptions of(Map<String, String> given) {
        var skip = 0;
        var top = ORDINARY;
        for (var option : given.entrySet()) {
            switch (option.getKey()) {
                case "skip", "$skip" -> skip = number(option.getKey(), option.getValue());
                case "top", "$top" -> top = Math.clamp(number(option.getKey(), option.getValue()), 1, MOST_LINES);
                default -> throw Problem.of(400, "api.unknown-field", Map.of("field", option.getKey()));
            }
        }
        return new PageOptions(skip, top);
    }

    private static int number(String option, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw Problem.of(400, "api.malformed", Map.of("reason", option));
        }
        return Integer.parseInt(text);
    }
}
