package org.stockbook.web.calls;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stockbook.web.Problem;

/** Whoever reads a record, changes something in it and sends all of it back means only the change (spec: api, section 3). */
public final class SentBack {
    private SentBack() {}

    /**
     * What was sent, without what cannot be written and was sent back as it is; what nobody knows stays, to be refused.
     *
     * @param read the record as it is; asked for only where something was sent that cannot be written
     * @throws Problem if something that cannot be written is to be changed
     */
    public static Map<String, Object> without(Map<String, Object> sent, Set<String> writable, Supplier<Map<String, Object>> read) {
        if (writable.containsAll(sent.keySet())) {
            return sent;
        }
        var now = read.get();
        var changed = sent.entrySet().stream().filter(field -> !writable.contains(field.getKey()) && now.containsKey(field.getKey()) && !same(field.getValue(), now.get(field.getKey())))
                .map(field -> new Problem.Part("api.field-read-only", "error", "/" + field.getKey(), Map.of("field", field.getKey()), Map.of("field", field.getKey()))).toList();
        if (!changed.isEmpty()) {
            throw new Problem(new Problem.Facts(400, "api.field-read-only", changed.getFirst().parameters(), changed));
        }
        var kept = new LinkedHashMap<>(sent);
        kept.keySet().removeIf(name -> !writable.contains(name) && now.containsKey(name));
        return kept;
    }

    /** Figures are the same however they are written: 4, 4.00 and "4". */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return switch (one) {
            case Map<?, ?> fields -> other instanceof Map<?, ?> others && fields.keySet().equals(others.keySet())
                    && fields.entrySet().stream().allMatch(field -> same(field.getValue(), others.get(field.getKey())));
            case List<?> elements -> other instanceof List<?> others && elements.size() == others.size()
                    && IntStream.range(0, elements.size()).allMatch(i -> same(elements.get(i), others.get(i)));
            case null, default -> Objects.equals(text(one), text(other));
        };
    }

    /** A value as a text; figures without needless zeros. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal figure -> plain(figure);
            case Number figure -> plain(new BigDecimal(figure.toString()));
            default -> value.toString();
        };
    }

    private static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
