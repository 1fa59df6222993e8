package org.stockbook.costs.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.stockbook.platform.identities.Identities;

/** Answers about one run, proof or job, with the id under which it is found again (spec: api, section 2). */
@Component
final class RunAnswers {
    private final Identities identities;

    RunAnswers(Identities identities) {
        this.identities = identities;
    }

    ResponseEntity<Map<String, Object>> one(String collection, long number, Map<String, Object> values) {
        var id = identities.of(collection, number);
        var body = new LinkedHashMap<String, Object>(Map.of("id", id));
        body.putAll(values);
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_LOCATION, "/api/v1/" + collection + "/" + id).body(body);
    }
}
