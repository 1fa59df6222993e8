package org.stockbook.costs.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.stockbook.platform.i18n.Sentence;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of a problem as they are kept. */
@Component
class IssueParameters {
    private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

    private final JsonMapper json;

    IssueParameters(JsonMapper json) {
        this.json = json;
    }

    /** Reasons that are sentences of their own are sentences again, so that they are said in the language of whoever reads them. */
    Map<String, Object> read(String text) {
        var parameters = new LinkedHashMap<>(json.readValue(text, PARAMETERS));
        parameters.replaceAll((_, value) -> value instanceof Map<?, ?> map && map.get("key") instanceof String ? json.convertValue(map, Sentence.class) : value);
        return parameters;
    }

    /** A code and its parameters, one behind the other, as a sentence. */
    String inWords(String codeAndParameters, BiFunction<String, Map<String, Object>, String> words) {
        var both = json.readTree(codeAndParameters);
        return words.apply(both.get(0).asString(), read(both.get(1).toString()));
    }
}
