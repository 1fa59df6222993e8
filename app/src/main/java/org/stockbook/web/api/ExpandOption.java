package org.stockbook.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.web.Problem;

/**
 * One branch of the option expand: {@code itemVariants(select=code;filter=blocked eq false)}.
 *
 * @param options of the branch, without dollar signs
 */
record ExpandOption(String name, Map<String, String> options) {
    private static final int MOST_BRANCHES = 5;

    ExpandOption {
        options = Map.copyOf(options);
    }

    static List<ExpandOption> read(String expand) {
        var branches = new ArrayList<ExpandOption>();
        for (var part : expand.isBlank() ? List.<String>of() : parts(expand, ',')) {
            branches.add(branch(part.strip()));
        }
        if (branches.size() > MOST_BRANCHES) {
            throw Problem.of(400, "api.filter-not-supported", Map.of("field", branches.getLast().name()));
        }
        return branches;
    }

    private static ExpandOption branch(String part) {
        var bracket = part.indexOf('(');
        if (bracket < 0) {
            return new ExpandOption(part, Map.of());
        }
        if (!part.endsWith(")")) {
            throw ODataFilter.malformed(part);
        }
        var options = new LinkedHashMap<String, String>();
        for (var option : parts(part.substring(bracket + 1, part.length() - 1), ';')) {
            var pair = option.split("=", 2);
            if (pair.length < 2) {
                throw ODataFilter.malformed(option);
            }
            options.put(pair[0].strip(), pair[1]);
        }
        return new ExpandOption(part.substring(0, bracket), options);
    }

    /** The parts between separators; what stands in brackets or quotes is one part. */
    private static List<String> parts(String text, char separator) {
        var parts = new ArrayList<String>();
        var quoted = false;
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            quoted ^= sign == '\'';
            depth += quoted ? 0 : sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (sign == separator && depth == 0 && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        if (depth != 0 || quoted) {
            throw ODataFilter.malformed(text);
        }
        parts.add(text.substring(from));
        return parts;
    }
}
