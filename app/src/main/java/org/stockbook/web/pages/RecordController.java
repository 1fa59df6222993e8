package org.stockbook.web.pages;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.CardPage;
import org.stockbook.web.DocumentPage;
import org.stockbook.web.ListPage;
import org.stockbook.web.Problem;
import org.stockbook.web.View;
import org.stockbook.web.parts.Placeholders;
import org.stockbook.web.shell.Shell;
import org.stockbook.web.shell.Shell.Crumb;
import org.stockbook.web.shell.Shells;
import org.stockbook.web.shell.Templates;

/**
 * Shows one record: by its declared card, else, for a list of master records, by a card made from the declaration of the record; and a form
 * for a new one.
 */
@Controller
class RecordController {
    private static final String PATH = "[a-z0-9]+(?:-[a-z0-9]+)*";

    private final Shells shells;
    private final Templates templates;
    private final Permissions permissions;
    private final CardRenderer cards;
    private final RecordForms forms;
    private final DocumentRenderer documents;

    RecordController(Shells shells, Templates templates, Permissions permissions, CardRenderer cards, RecordForms forms, DocumentRenderer documents) {
        this.shells = shells;
        this.templates = templates;
        this.permissions = permissions;
        this.cards = cards;
        this.forms = forms;
        this.documents = documents;
    }

    /** One record; its key may hold anything but a slash. */
    @GetMapping("/{path:" + PATH + "}/{key}")
    ResponseEntity<String> record(@PathVariable String path, @PathVariable String key) {
        var view = shells.view();
        var document = shells.document(path);
        if (document.isPresent()) {
            return document(view, document.get(), key);
        }
        var card = shells.card(path);
        if (card.isPresent()) {
            var record = card.filter(page -> permissions.has(page.permission())).flatMap(page -> page.reader().apply(key)).orElseThrow(RecordController::notThere);
            return shown(frame(view, card.get(), record.title(), crumb(record.title(), key)), cards.model(view, card.get(), record, key));
        }
        var list = listOfRecords(path);
        var type = forms.type(list.collection()).orElseThrow();
        permissions.require(list.permission());
        var record = forms.byKey(type, key).orElseThrow(RecordController::notThere);
        var known = CardRenderer.known(view, type, record);
        return shown(frame(view, list, known, known), cards.whole(view, type, record));
    }

    /** The key as people know it: a key that says the kind as well is left to addresses. */
    private static String crumb(String title, String key) {
        return title.startsWith(key) ? key : key.contains(".") ? title.split(" ", 2)[0] : title;
    }

    /** What stands at the side of a record, for the row of a list that leads to it. */
    @GetMapping("/facts/{path:" + PATH + "}/{key}")
    ResponseEntity<String> facts(@PathVariable String path, @PathVariable String key) {
        var view = shells.view();
        if (!cards.pathsWithFacts(view).contains(path)) {
            throw notThere();
        }
        return templates.page("facts", Map.of("tables", cards.facts(view, path, key), "title", key, "link", "/" + path + "/" + Placeholders.encoded(key)));
    }

    /** A form for a new record; values in the address are proposed. */
    @GetMapping("/{path:" + PATH + "}/new")
    ResponseEntity<String> fresh(@PathVariable String path, @RequestParam Map<String, String> proposed) {
        var view = shells.view();
        var document = shells.document(path);
        if (document.isPresent()) {
            permissions.require(document.get().change());
            return document(view, document.get(), "");
        }
        var list = listOfRecords(path);
        var type = forms.creatable(list.collection(), view).orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN.value(), "api.forbidden", Map.of()));
        var title = fresh(view, path);
        var sections = shells.card(path).map(CardPage::fresh).orElse(List.of());
        return shown(frame(view, list, title, view.text("list.new")), CardRenderer.formed(title, forms.fresh(view, type, sections, Row.of(proposed))));
    }

    private ResponseEntity<String> document(View view, DocumentPage page, String number) {
        permissions.require(page.permission());
        var list = view.text("page." + page.path());
        var title = number.isEmpty() ? fresh(view, page.path()) : number;
        var shell = shells.of(view, new Shells.Heading(title, page.area(), List.of(new Crumb(list, "/" + page.path()), new Crumb(number.isEmpty() ? view.text("list.new") : number, "")), page.path()));
        return templates.page("document", Map.of("shell", shell, "document", documents.model(page, view, number)));
    }

    /** What a new record of a list is called; lists of which only the whole has a name say that. */
    private static String fresh(View view, String path) {
        var own = "new." + path;
        return view.texts().has(own) ? view.text(own) : view.text("card.new", Map.of("list", view.text("page." + path)));
    }

    private ListPage listOfRecords(String path) {
        return shells.page(path).filter(ListPage.class::isInstance).map(ListPage.class::cast).filter(list -> forms.type(list.collection()).isPresent())
                .orElseThrow(RecordController::notThere);
    }

    private Shell frame(View view, CardPage card, String title, String key) {
        var list = new Crumb(view.text("page." + card.list()), "/" + card.list());
        return shells.of(view, new Shells.Heading(title, card.area(), List.of(list, new Crumb(key, "")), card.list()));
    }

    private Shell frame(View view, ListPage list, String title, String key) {
        return shells.of(view, new Shells.Heading(title, list.area(), List.of(new Crumb(view.text(list.titleKey()), "/" + list.path()), new Crumb(key, "")), list.path()));
    }

    private ResponseEntity<String> shown(Shell shell, CardModel card) {
        return templates.page("card", Map.of("shell", shell, "card", card));
    }

    private static Problem notThere() {
        return Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of());
    }
}
