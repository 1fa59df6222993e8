package org.stockbook.web.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.View;
import org.stockbook.web.WorksheetPage;
import org.stockbook.web.parts.ActionRenderer;
import tools.jackson.databind.json.JsonMapper;

/** Turns a declared document into what its page in the browser needs to build itself. */
@Component
class DocumentRenderer {
    private final JsonMapper json;
    private final ActionRenderer actions;

    DocumentRenderer(JsonMapper json, ActionRenderer actions) {
        this.json = json;
        this.actions = actions;
    }

    /** @param number of the document, empty for a new one */
    DocumentModel model(DocumentPage page, View view, String number) {
        var declaration = new LinkedHashMap<String, Object>();
        declaration.put("path", page.path());
        declaration.put("number", number);
        declaration.put("collection", page.resource().collection());
        declaration.put("lines", page.resource().lines());
        declaration.put("partner", page.resource().partner());
        declaration.put("source", Map.of("type", page.resource().source().type(), "action", page.resource().source().action()));
        declaration.put("mayReadCosts", view.user().may(Permission.READ_COSTS));
        declaration.put("mayPost", view.user().may(page.posting()));
        declaration.put("mayChange", view.user().may(page.change()));
        declaration.put("header", columns(page.contents().header(), view));
        declaration.put("more", columns(page.contents().more(), view));
        declaration.put("columns", columns(page.contents().columns(), view));
        declaration.put("afterRelease", page.contents().afterRelease());
        declaration.put("figures", named(page.contents().figures(), "figure.", view));
        declaration.put("totals", named(page.contents().totals(), "total.", view));
        declaration.put("postings", page.postings().stream().map(posting -> Map.of("name", posting.name(), "text", view.text("posting." + posting.name()), "choice", posting.choice())).toList());
        declaration.put("title", view.text("page." + page.path()));
        var texts = new LinkedHashMap<>(view.texts().templates(view.language(), "grid."));
        texts.putAll(view.texts().templates(view.language(), "choice.documentType."));
        texts.putAll(view.texts().templates(view.language(), "document."));
        declaration.put("texts", texts);
        var known = Row.of(Map.of("number", number));
        return new DocumentModel(json.writeValueAsString(declaration), !page.postings().isEmpty(), view.user().may(page.posting()), view.user().may(page.change()), actions.models(view, page.actions(), known));
    }

    private static List<Map<String, Object>> columns(List<WorksheetPage.Column> columns, View view) {
        return columns.stream().map(column -> WorksheetRenderer.column(column, view)).toList();
    }

    private static List<Map<String, String>> named(List<String> names, String prefix, View view) {
        return names.stream().map(name -> Map.of("name", name, "text", view.text(prefix + name))).toList();
    }
}
