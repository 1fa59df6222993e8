package org.stockbook.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.web.Problem;
import org.stockbook.web.View;

/** Problems as the API says them (RFC 9457; spec: api, section 6): stable codes and facts for programs, a sentence for people. */
@Component
public class ProblemWriter {

    /** The body of a problem answer. */
    public Map<String, Object> body(Problem.Facts facts, View view, HttpServletRequest request) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + facts.code());
        body.put("title", title(facts, view));
        body.put("status", facts.status());
        body.put("code", facts.code());
        body.put("detail", detail(facts, view));
        body.put("instance", request.getRequestURI());
        body.put("traceId", Traces.of(request));
        if (!facts.parameters().isEmpty()) {
            body.put("params", plain(facts.parameters()));
        }
        if (!facts.parts().isEmpty()) {
            body.put("errors", facts.parts().stream().map(part -> body(part, view)).toList());
        }
        return body;
    }

    private static String title(Problem.Facts facts, View view) {
        var title = "title." + facts.code();
        return view.texts().has(title) ? view.text(title) : view.text("title.status." + facts.status() / 100);
    }

    private static String detail(Problem.Facts facts, View view) {
        return view.text("error." + facts.code(), facts.parameters());
    }

    private static Map<String, Object> body(Problem.Part part, View view) {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", part.code());
        body.put("severity", part.severity());
        body.put("pointer", part.pointer());
        body.put("target", part.target());
        body.put("message", view.refusal(part.code(), part.parameters()));
        body.put("params", plain(part.parameters()));
        return body;
    }

    private static Map<String, Object> plain(Map<String, ?> parameters) {
        var plain = new LinkedHashMap<String, Object>();
        parameters.forEach((name, value) -> plain.put(name, value instanceof Number ? value : value instanceof Temporal || value instanceof List<?> ? value : value.toString()));
        return plain;
    }
}
