package org.stockbook.web.calls;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stockbook.platform.rows.TotalFilters;
import org.stockbook.web.Problem;

/** The options of a call that answers with figures: what they are summed over, and whatever else the call knows (spec: api, section 4). */
public final class TotalOptions {
    private TotalOptions() {}

    /**
     * The options by name, without the sign that programs may put before it.
     *
     * @throws Problem if there is one that the call does not know
     */
    public static Map<String, String> of(Map<String, String> given, Collection<String> known) {
        var options = new LinkedHashMap<String, String>();
        given.forEach((name, value) -> options.put(name.startsWith("$") ? name.substring(1) : name, value.strip()));
        options.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.of(400, TotalFilters.NAMES.contains(name) ? "api.filter-not-supported" : "api.unknown-field", Map.of("field", name));
        });
        return options;
    }
}
