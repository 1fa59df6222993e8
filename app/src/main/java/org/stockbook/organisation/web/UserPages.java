package org.stockbook.organisation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.organisation.ApiKeys;
import org.stockbook.organisation.OrganisationRows;
import org.stockbook.platform.records.ChangeLog;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.RecordLists;
import org.stockbook.web.ReportParameter;

/** Who may come in, people and programs, and what they changed. */
@Configuration(proxyBeanMethods = false)
class UserPages {

    @Bean
    @Order(60)
    ListPage usersPage(RecordTypes types) {
        return new ListPage("users", Area.SETUP, Permission.MANAGE_USERS, "users", types.rows(types.of("users")), List.of(
                PageColumn.text("login").linked(row -> "/users/" + row.text("login")),
                PageColumn.text("displayName").with(Trait.FILLING),
                PageColumn.of("permissionSet", Kind.CHOICE),
                PageColumn.text("languageTag").with(Trait.WORDED).with(Trait.MUTED),
                PageColumn.of("active", Kind.FLAG),
                PageColumn.of("id", Kind.NUMBER).with(Trait.HIDDEN)),
                List.of(Sort.ascending("login")), List.of())
                .withActions(List.of(PageAction.send("reset-password", Permission.MANAGE_USERS, "users/{id}/resetPassword").confirmed()));
    }

    /** Which rights each set of permissions gives; they are part of the program and change with it. */
    @Bean
    ListPage.ForPrograms permissionSets(OrganisationRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.SETUP, Permission.MANAGE_USERS, "permissionSets", rows.permissionSets(),
                List.of(PageColumn.code("code"), PageColumn.text("permissions")), List.of(Sort.ascending("code")), List.of()));
    }

    @Bean
    @Order(61)
    ListPage apiKeysPage(ApiKeys keys) {
        var sets = Arrays.stream(PermissionSet.values()).map(UserPages::word).toList();
        return new ListPage("api-keys", Area.SETUP, Permission.MANAGE_USERS, "apiKeys", keys.rows(), List.of(
                PageColumn.of("keyNumber", Kind.NUMBER).with(Trait.MUTED),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.text("login"),
                PageColumn.of("permissionSet", Kind.CHOICE),
                PageColumn.text("keyStart"),
                PageColumn.of("createdAt", Kind.MOMENT).titled("madeAt"),
                PageColumn.of("expiresAt", Kind.MOMENT),
                PageColumn.of("lastUsedAt", Kind.MOMENT),
                PageColumn.of("revokedAt", Kind.MOMENT)),
                List.of(Sort.descending("keyNumber")), List.of())
                .withActions(List.of(
                        PageAction.ask("create-api-key", Permission.MANAGE_USERS, "apiKeys", List.of(
                                new ReportParameter("name", Kind.TEXT, "", List.of(), ""),
                                new ReportParameter("permissionSet", Kind.CHOICE, "", sets, "viewer"),
                                ReportParameter.optionalDate("expiresOn"))),
                        PageAction.send("revoke-api-key", Permission.MANAGE_USERS, "apiKeys/{keyNumber}/revoke").confirmed()));
    }

    /** INVENTORY_CLERK becomes inventoryClerk. */
    private static String word(PermissionSet set) {
        var parts = set.code().split("-");
        return parts[0] + Arrays.stream(parts).skip(1).map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)).collect(Collectors.joining());
    }

    @Bean
    @Order(69)
    ListPage changeLogPage(ChangeLog log, RecordLists lists) {
        Function<Row, List<PageColumn>> meaning = row -> lists.column(row.text("collection"), row.text("fieldName")).stream().toList();
        return new ListPage("change-log", Area.SETUP, Permission.READ_CHANGE_LOG, "changeLog", log.rows(), List.of(
                PageColumn.of("entryNumber", Kind.NUMBER).with(Trait.HIDDEN),
                PageColumn.of("changedAt", Kind.MOMENT),
                PageColumn.text("login"),
                PageColumn.text("collection").with(Trait.WORDED),
                PageColumn.text("recordCode").readAs(row -> lists.key(row.text("collection"))),
                PageColumn.of("changeAction", Kind.CHOICE),
                PageColumn.text("fieldName").with(Trait.WORDED),
                PageColumn.text("oldValue").with(Trait.MUTED).readAs(meaning),
                PageColumn.text("newValue").with(Trait.FILLING).readAs(meaning)),
                List.of(Sort.descending("entryNumber")), List.of());
    }
}
