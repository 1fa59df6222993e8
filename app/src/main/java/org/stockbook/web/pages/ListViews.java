package org.stockbook.web.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.web.ListPage;
import org.stockbook.web.View;
import org.stockbook.web.pages.ListModel.ViewTab;

/** The views of a list: filter, order and columns under a name, supplied with the page or kept by users (spec: ui, section 5). */
@Component
class ListViews {
    private final KeptViews kept;

    ListViews(KeptViews kept) {
        this.kept = kept;
    }

    List<ViewTab> tabs(ListPage page, View view, ListAddress address) {
        var own = kept.of(page.path(), view.user().login());
        var tabs = new ArrayList<ViewTab>();
        if (!page.views().isEmpty() || !own.isEmpty()) {
            tabs.add(new ViewTab(view.text("view.all"), "/" + page.path(), !address.isFiltered(), ""));
        }
        page.views().forEach(supplied -> tabs.add(tab(address, addressed(page, supplied.query()), view.text("view." + supplied.name()), "")));
        own.forEach(one -> tabs.add(tab(address, addressed(page, decoded(one.query())), one.name(), one.own() ? "/" + page.path() + "/views/" + one.id() + "/forget" : "")));
        return tabs;
    }

    /** What the tabs lead to, in their order. */
    List<ListAddress> addresses(ListPage page, View view) {
        var own = kept.of(page.path(), view.user().login());
        if (page.views().isEmpty() && own.isEmpty()) {
            return List.of();
        }
        return Stream.of(Stream.of(""), page.views().stream().map(ListPage.SuppliedView::query), own.stream().map(one -> decoded(one.query())))
                .flatMap(queries -> queries).map(query -> addressed(page, query)).toList();
    }

    private static ViewTab tab(ListAddress address, ListAddress target, String text, String forgetLink) {
        return new ViewTab(text, target.link(), target.equals(address), forgetLink);
    }

    private static String decoded(String query) {
        return String.join("&", Arrays.stream(query.split("&")).map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8).replace("&", "\u0000")).toList());
    }

    private static ListAddress addressed(ListPage page, String query) {
        var parameters = new LinkedHashMap<String, String>();
        Arrays.stream(query.split("&")).map(part -> part.split("=", 2)).filter(part -> part.length == 2)
                .forEach(part -> parameters.put(part[0], part[1].replace('\u0000', '&')));
        return ListAddress.of(page, parameters);
    }
}
