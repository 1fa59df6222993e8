package org.stockbook.web.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stockbook.web.ListPage;
import org.stockbook.web.View;
import org.stockbook.web.pages.ListModel.ViewTab;

/** The views of a list: filter, order and columns under a name (spec: ui, section 5). */
@Component
class ListViews {

    List<ViewTab> tabs(ListPage page, View view, ListAddress address) {
        var tabs = new ArrayList<ViewTab>();
        if (!page.views().isEmpty()) {
            tabs.add(new ViewTab(view.text("view.all"), "/" + page.path(), !address.isFiltered()));
        }
        page.views().forEach(supplied -> {
            var target = addressed(page, supplied.query());
            tabs.add(new ViewTab(view.text("view." + supplied.name()), target.link(), target.equals(address)));
        });
        return tabs;
    }

    private static ListAddress addressed(ListPage page, String query) {
        var parameters = new LinkedHashMap<String, String>();
        Arrays.stream(query.split("&")).map(part -> part.split("=", 2)).forEach(part -> parameters.put(part[0], part[1]));
        return ListAddress.of(page, parameters);
    }
}
