package org.stockbook.items.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.stockbook.items.cards.CardTemplates;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** The form for a new item, with what a template proposes: the chosen one, else the only one there is (spec: items, section 13). */
@Controller
class NewItemPage {
    private final CardTemplates templates;
    private final Permissions permissions;

    NewItemPage(CardTemplates templates, Permissions permissions) {
        this.templates = templates;
        this.permissions = permissions;
    }

    @GetMapping("/new-item")
    ResponseEntity<Void> proposed(@RequestParam(defaultValue = "") String templateCode) {
        permissions.require(Permission.CHANGE_ITEMS);
        var form = UriComponentsBuilder.fromPath("/items/new");
        templates.proposed(templateCode).forEach((field, value) -> form.queryParam(field, "{" + field + "}"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(form.encode().buildAndExpand(templates.proposed(templateCode)).toUri()).build();
    }
}
