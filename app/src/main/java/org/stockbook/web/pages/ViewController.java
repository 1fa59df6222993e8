package org.stockbook.web.pages;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.ListPage;
import org.stockbook.web.Problem;
import org.stockbook.web.shell.Shells;

/** Users keep a list as they see it under a name, and forget it again. */
@Controller
class ViewController {
    private static final int LONGEST = 40;

    private final Shells shells;
    private final Permissions permissions;
    private final KeptViews views;

    ViewController(Shells shells, Permissions permissions, KeptViews views) {
        this.shells = shells;
        this.permissions = permissions;
        this.views = views;
    }

    /** The list is shown again, under its new name. */
    @PostMapping("/{path:[a-z0-9]+(?:-[a-z0-9]+)*}/views")
    ResponseEntity<Void> keep(@PathVariable String path, @RequestParam Map<String, String> given) {
        var page = list(path);
        var name = given.getOrDefault("viewName", "").strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Problem.of(422, "common.field-required", Map.of("field", "viewName"));
        }
        var link = ListAddress.of(page, given).link();
        var mark = link.indexOf('?');
        views.keep(path, permissions.login(), new KeptViews.KeptView(0, name, mark < 0 ? "" : link.substring(mark + 1), given.containsKey("shared"), true));
        return seeOther(link);
    }

    @PostMapping("/{path:[a-z0-9]+(?:-[a-z0-9]+)*}/views/{id:[0-9]{1,18}}/forget")
    ResponseEntity<Void> forget(@PathVariable String path, @PathVariable long id) {
        list(path);
        if (!views.forget(id, permissions.login())) {
            throw Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of());
        }
        return seeOther("/" + path);
    }

    private ListPage list(String path) {
        var page = shells.page(path).filter(ListPage.class::isInstance).map(ListPage.class::cast)
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND.value(), "api.not-found", Map.of()));
        permissions.require(page.permission());
        return page;
    }

    private static ResponseEntity<Void> seeOther(String link) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(link)).build();
    }
}
