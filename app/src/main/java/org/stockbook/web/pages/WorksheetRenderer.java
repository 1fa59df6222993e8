package org.stockbook.web.pages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.web.View;
import org.stockbook.web.WorksheetPage;
import org.stockbook.web.WorksheetPage.CellTrait;
import org.stockbook.web.parts.ActionRenderer;
import tools.jackson.databind.json.JsonMapper;

/** Turns a declared worksheet into what the grid in the browser needs to build itself. */
@Component
class WorksheetRenderer {
    private static final String TEXT_PREFIX = "grid.";

    private final JsonMapper json;
    private final ActionRenderer actions;

    WorksheetRenderer(JsonMapper json, ActionRenderer actions) {
        this.json = json;
        this.actions = actions;
    }

    WorksheetModel model(WorksheetPage page, View view, Map<String, String> given) {
        var declaration = new LinkedHashMap<String, Object>();
        declaration.put("batches", page.batches());
        declaration.put("lines", page.lines());
        declaration.put("batch", given.getOrDefault("batch", ""));
        declaration.put("itemNumber", given.getOrDefault("itemNumber", ""));
        declaration.put("itemsCollection", page.itemsCollection());
        declaration.put("mayPost", view.user().may(page.posting()));
        declaration.put("columns", page.columns().stream().map(column -> column(column, view)).toList());
        declaration.put("texts", view.texts().templates(view.language(), TEXT_PREFIX));
        declaration.put("costingMethods", view.texts().templates(view.language(), "choice.costingMethod."));
        return new WorksheetModel(json.writeValueAsString(declaration), view.user().may(page.posting()), actions.models(view, page.actions()));
    }

    static Map<String, Object> column(WorksheetPage.Column column, View view) {
        var declared = new LinkedHashMap<String, Object>();
        declared.put("name", column.name());
        declared.put("title", view.text("column." + column.name()));
        declared.put("heading", view.heading("column." + column.name()));
        declared.put("kind", column.kind().name().toLowerCase(Locale.ROOT));
        declared.put("traits", column.traits().stream().map(CellTrait::name).sorted().toList());
        declared.put("collection", column.collection());
        declared.put("choices", column.choices().stream().map(choice -> Map.of("value", choice, "text", view.text("choice." + column.name() + "." + choice))).toList());
        return declared;
    }
}
