package org.stockbook.documents.calls;

import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.RawInput;
import org.stockbook.web.calls.Shape;

/** What was typed on a line and could not be taken, as programs and grids read it: as {@code rawInput}, in place of the values of those fields. */
public final class RawAnswers {
    private RawAnswers() {}

    /**
     * Says of a line what is only text.
     *
     * @param answer the line; fields that are only text are no values of it
     * @return what is wrong with it
     */
    public static List<Map<String, Object>> add(Map<String, Object> answer, int line, Map<String, RawInput> raw, Function<DocumentIssue, String> words) {
        if (!raw.isEmpty()) {
            var texts = new TreeMap<String, String>();
            raw.forEach((field, input) -> texts.put(field, input.text()));
            answer.keySet().removeAll(texts.keySet());
            answer.put("rawInput", texts);
        }
        return AsTyped.issues(line, raw).stream().map(issue -> {
            var said = new LinkedHashMap<String, Object>();
            said.put("field", issue.parameters().getOrDefault("field", ""));
            said.put("code", issue.code());
            said.put("severity", "error");
            said.put("message", words.apply(issue));
            return (Map<String, Object>) said;
        }).toList();
    }

    /** Texts by field. */
    public static Schema<?> shape() {
        return Shape.anything().description("What was sent and could not be taken, by field; with an issue each, and nothing is posted of it meanwhile");
    }
}
