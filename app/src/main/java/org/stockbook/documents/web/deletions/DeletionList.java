package org.stockbook.documents.web.deletions;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stockbook.documents.dossier.Deletions;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;

/** Deletions of master data and open documents, which programs catch up with (spec: api, section 8). */
@Configuration(proxyBeanMethods = false)
class DeletionList {
    @Bean
    ListPage.ForPrograms deletions(Deletions deletions) {
        return new ListPage.ForPrograms(new ListPage("", Area.SETUP, Permission.READ_ORGANISATION, "deletions", deletions.rows(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER),
                PageColumn.text("resource"),
                PageColumn.text("recordId").with(Trait.FIXED),
                PageColumn.text("recordKey"),
                PageColumn.of("deletedDateTime", Kind.MOMENT),
                PageColumn.of("changeNumber", Kind.NUMBER)), List.of(Sort.ascending("entryNumber")), List.of()));
    }
}
