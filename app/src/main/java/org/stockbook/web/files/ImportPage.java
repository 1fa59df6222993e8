package org.stockbook.web.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordField.Trait;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.ListPage;
import org.stockbook.web.Problem;
import org.stockbook.web.shell.Shell.Crumb;
import org.stockbook.web.shell.Shells;
import org.stockbook.web.shell.Templates;
import tools.jackson.databind.json.JsonMapper;

/** Where a file of rows is handed in, for any list of master records. */
@Controller
class ImportPage {
    /** What the script says. */
    private static final List<String> TEXTS = List.of("checked", "taken", "cancelled", "line", "column", "value", "reason", "waiting", "working", "leave", "stop", "more", "download");

    private final Shells shells;
    private final Templates templates;
    private final Permissions permissions;
    private final RecordTypes types;
    private final JsonMapper json;

    ImportPage(Shells shells, Templates templates, Permissions permissions, RecordTypes types, JsonMapper json) {
        this.shells = shells;
        this.templates = templates;
        this.permissions = permissions;
        this.types = types;
        this.json = json;
    }

    @GetMapping("/{path:[a-z0-9]+(?:-[a-z0-9]+)*}/import")
    ResponseEntity<String> show(@PathVariable String path) {
        var view = shells.view();
        var list = shells.page(path).filter(ListPage.class::isInstance).map(ListPage.class::cast).filter(page -> types.find(page.collection()).isPresent())
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        permissions.require(Permission.IMPORT_DATA);
        var type = types.find(list.collection()).filter(found -> !found.single() && permissions.has(found.change())).orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN.value(), "api.forbidden", Map.of()));
        var title = view.text("import.title", Map.of("list", view.text(list.titleKey())));
        var shell = shells.of(view, new Shells.Heading(title, list.area(), List.of(new Crumb(view.text(list.titleKey()), "/" + list.path()), new Crumb(view.text("page.import"), "")), list.path()));
        var fields = type.fields().stream().filter(field -> !field.is(Trait.READ_ONLY)).map(RecordField::name)
                .collect(Collectors.toMap(name -> name, name -> view.text("column." + name), (first, _) -> first, LinkedHashMap::new));
        return templates.page("import", Map.of("shell", shell, "collection", list.collection(), "back", "/" + list.path(), "fields", fields, "titles", json.writeValueAsString(fields),
                "texts", json.writeValueAsString(TEXTS.stream().collect(Collectors.toMap(name -> name, name -> shell.template("import." + name))))));
    }
}
