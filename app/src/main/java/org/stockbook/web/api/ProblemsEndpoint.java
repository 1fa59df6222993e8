package org.stockbook.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.web.Area;
import org.stockbook.web.Problem;
import org.stockbook.web.View;
import org.stockbook.web.Views;
import org.stockbook.web.shell.Shells;
import org.stockbook.web.shell.Templates;

/** Every code that the program refuses with, and what it means (spec: api, section 6): as a list, and one page each, where problems point to. */
@RestController
class ProblemsEndpoint {
    private static final String PREFIX = "error.";

    private final Views views;
    private final Shells shells;
    private final Templates templates;

    ProblemsEndpoint(Views views, Shells shells, Templates templates) {
        this.views = views;
        this.shells = shells;
        this.templates = templates;
    }

    @GetMapping(path = "/api/v1/problems", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> all() {
        var view = views.current();
        var texts = new TreeMap<>(view.texts().templates(view.language(), PREFIX));
        return Map.of("value", texts.entrySet().stream().map(text -> {
            var problem = new LinkedHashMap<String, Object>();
            problem.put("code", text.getKey());
            problem.put("type", "/problems/" + text.getKey());
            problem.put("meaning", text.getValue());
            return problem;
        }).toList());
    }

    @GetMapping("/problems/{code:[a-z-]+\\.[a-z0-9-]+}")
    ResponseEntity<String> one(@PathVariable String code) {
        View view = views.current();
        if (!view.texts().has(PREFIX + code)) {
            throw Problem.of(404, "api.not-found", Map.of());
        }
        var shell = shells.of(view, new Shells.Heading(code, Area.HOME, List.of(), ""));
        var meaning = view.texts().templates(view.language(), PREFIX).getOrDefault(code, "");
        return templates.page("problem", Map.of("shell", shell, "problem", Map.<String, Object>of("title", code, "detail", meaning, "code", code, "traceId", "")));
    }
}
