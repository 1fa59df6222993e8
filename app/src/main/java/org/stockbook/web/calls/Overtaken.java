package org.stockbook.web.calls;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stockbook.web.Problem;

/**
 * A record that somebody else has changed since a caller read it, as it is now (spec: api, section 5.3).
 *
 * @param etag the version that it has now
 * @param changedBy who made the last change; empty where nobody remembers
 * @param theirs its values by property
 */
public record Overtaken(String etag, String changedBy, Optional<Instant> changedAt, Map<String, Object> theirs) {
    private static final String CODE = "common.changed-by-another";

    public Overtaken {
        theirs = new LinkedHashMap<>(theirs);
    }

    /** Says who was first, and of each property that the caller wanted to write and that is different now: both values. */
    public Problem against(Map<String, ?> yours) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("etag", etag);
        facts.put("changedBy", changedBy);
        changedAt.ifPresent(moment -> facts.put("changedAt", moment));
        var parts = yours.entrySet().stream().filter(field -> theirs.containsKey(field.getKey()) && isPlain(field.getValue()))
                .filter(field -> !SentBack.text(field.getValue()).equals(SentBack.text(theirs.get(field.getKey()))))
                .map(field -> new Problem.Part(CODE, "error", "/" + field.getKey(), Map.of("field", field.getKey()),
                        Map.of("field", field.getKey(), "yours", SentBack.text(field.getValue()), "theirs", SentBack.text(theirs.get(field.getKey()))))).toList();
        return new Problem(new Problem.Facts(412, CODE, facts, parts));
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
