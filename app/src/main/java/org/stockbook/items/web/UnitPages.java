package org.stockbook.items.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.items.ItemRows;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;

/** Units in which items are counted. */
@Configuration(proxyBeanMethods = false)
class UnitPages {

    @Bean
    @Order(51)
    ListPage unitsOfMeasurePage(ItemRows rows) {
        return new ListPage("units-of-measure", Area.SETUP, Permission.READ_ITEMS, "unitsOfMeasure", rows.unitsOfMeasure(),
                List.of(PageColumn.code("code"), PageColumn.text("description").with(Trait.FILLING)), List.of(Sort.ascending("code")), List.of());
    }
}
