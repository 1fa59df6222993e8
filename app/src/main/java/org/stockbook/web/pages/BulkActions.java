package org.stockbook.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.View;
import org.stockbook.web.WorksheetPage.CellTrait;
import org.stockbook.web.shell.Shells;
import tools.jackson.databind.json.JsonMapper;

/** What may be done with many rows of a list at once, by the calls that programs use (spec: ui, section 4.5, multi-select actions). */
@Component
class BulkActions {
    private final RecordForms forms;
    private final Shells shells;
    private final JsonMapper json;

    BulkActions(RecordForms forms, Shells shells, JsonMapper json) {
        this.forms = forms;
        this.shells = shells;
        this.json = json;
    }

    /** What the script needs, as JSON; empty where rows of this list are only read, or this user may do nothing with them. */
    String declaration(ListPage page, View view) {
        return document(page).map(document -> ofDocuments(document, view)).or(() -> type(page).map(type -> ofRecords(type, view)))
                .filter(bulk -> bulk.actions().stream().anyMatch(action -> action.reason().isEmpty()))
                .map(bulk -> {
                    var texts = new LinkedHashMap<>(view.texts().templates(view.language(), "bulk."));
                    return json.writeValueAsString(Map.of("collection", page.collection(), "actions", bulk.actions(), "fields", bulk.fields(), "postings", bulk.postings(), "texts", texts));
                }).orElse("");
    }

    /** How calls address the record of a row. */
    Function<Row, String> address(ListPage page) {
        if (document(page).isPresent()) {
            return row -> "number:" + row.text("number");
        }
        var key = type(page).map(RecordType::key).orElse(List.of()).stream().map(RecordField::name).toList();
        return row -> key.stream().map(name -> name + ":" + row.text(name)).collect(Collectors.joining(","));
    }

    private record Bulk(List<Action> actions, List<Map<String, Object>> fields, List<Map<String, Object>> postings) {}

    private Optional<DocumentPage> document(ListPage page) {
        return shells.document(page.path()).filter(document -> document.resource().collection().equals(page.collection()));
    }

    private Optional<RecordType> type(ListPage page) {
        return forms.type(page.collection()).filter(type -> !type.single() && type.key().stream().allMatch(field -> page.column(field.name()).isPresent()));
    }

    private static Bulk ofDocuments(DocumentPage page, View view) {
        var actions = new ArrayList<>(Stream.of("release", "reopen").map(name -> action(name, page.change(), view)).toList());
        if (!page.postings().isEmpty()) {
            actions.add(action("post", page.posting(), view));
        }
        actions.add(action("change", page.change(), view));
        actions.add(action("delete", page.change(), view));
        var fields = Stream.concat(page.contents().header().stream(), page.contents().more().stream())
                .filter(column -> !column.traits().contains(CellTrait.READ_ONLY) && !column.name().equals(page.resource().partner()))
                .map(column -> WorksheetRenderer.column(column, view)).toList();
        var postings = page.postings().stream().map(posting -> Map.<String, Object>of("text", view.text("posting." + posting.name()), "choice", posting.choice())).toList();
        return new Bulk(actions, fields, postings);
    }

    private Bulk ofRecords(RecordType type, View view) {
        var blocks = type.field("blocked").filter(field -> field.kind() == Kind.FLAG && !field.is(RecordField.Trait.READ_ONLY)).isPresent();
        var names = blocks ? List.of("block", "unblock", "change", "delete") : List.of("change", "delete");
        return new Bulk(names.stream().map(name -> action(name, type.change(), view)).toList(), forms.changeable(view, type), List.of());
    }

    /** A button; with a reason where this user may not use it. */
    private record Action(String name, String text, String reason) {}

    private static Action action(String name, Permission permission, View view) {
        var reason = view.user().may(permission) ? "" : view.text("action.needs-permission", Map.of("permission", view.text(permission.key())));
        return new Action(name, view.text("bulk." + name), reason);
    }
}
