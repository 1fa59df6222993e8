package org.stockbook.web;

import java.util.Map;
import java.util.function.Supplier;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Report.Tone;

/**
 * A counter of the start page; it opens the list that it counted (spec: ui, section 2.3). Its caption is the text {@code counter.<name>}.
 *
 * @param order of the counters, lowest first
 */
public record StartCounter(int order, String name, Permission permission, Supplier<Count> count) {
    /**
     * What was counted.
     *
     * @param tone how a count that is not zero stands; zero is always calm
     * @param known whether anything was counted at all; what was never counted is not calm
     * @param detailKey the text below the number, empty for none
     */
    public record Count(long number, Tone tone, boolean known, String link, String detailKey, Map<String, ?> arguments) {
        public Count {
            arguments = Map.copyOf(arguments);
        }

        public Count(long number, Tone tone, String link, String detailKey, Map<String, ?> arguments) {
            this(number, tone, true, link, detailKey, arguments);
        }

        public static Count unknown(String link, String detailKey) {
            return new Count(0, Tone.NEUTRAL, false, link, detailKey, Map.of());
        }
    }
}
