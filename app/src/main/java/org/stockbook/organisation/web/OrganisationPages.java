package org.stockbook.organisation.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.organisation.CompanyName;
import org.stockbook.organisation.OrganisationRows;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.CompanyBanner;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;

/** Pages of the company. */
@Configuration(proxyBeanMethods = false)
class OrganisationPages {

    @Bean
    @Order(50)
    ListPage locationsPage(OrganisationRows rows) {
        return new ListPage("locations", Area.SETUP, Permission.READ_ORGANISATION, "locations", rows.locations(), List.of(
                PageColumn.code("code"), PageColumn.text("name").with(Trait.FILLING), PageColumn.of("inTransit", Kind.FLAG), PageColumn.of("blocked", Kind.FLAG)),
                List.of(Sort.ascending("code")), List.of());
    }

    @Bean
    CompanyBanner companyBanner(CompanyName company) {
        return new CompanyBanner() {
            @Override
            public String name() {
                var name = company.name();
                return name.isBlank() ? "Stockbook" : name;
            }

            @Override
            public String currencyCode() {
                return company.localCurrency();
            }
        };
    }
}
