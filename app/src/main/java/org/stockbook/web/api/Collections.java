package org.stockbook.web.api;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.stockbook.web.ListPage;
import org.stockbook.web.Page;

/** The collections of the API that are declared as lists. */
@Component
class Collections {
    private final ObjectProvider<Page> pages;

    Collections(ObjectProvider<Page> pages) {
        this.pages = pages;
    }

    Optional<ListPage> named(String collection) {
        return pages.stream().filter(ListPage.class::isInstance).map(ListPage.class::cast).filter(page -> page.collection().equals(collection)).findFirst();
    }
}
