package org.stockbook.web;

import org.stockbook.platform.security.Permission;

/**
 * A page is a value: what it shows and what may be done there. A few components render them all (spec: ui, section 3). Rooms declare
 * their pages as beans of this type.
 */
public sealed interface Page permits ListPage, ReportPage, WorksheetPage, CardPage, DocumentPage {
    /** The address without its slash, in words, for instance {@code item-ledger-entries}. */
    String path();

    Area area();

    /** What a user needs to see it. */
    Permission permission();

    /** The key of its title. */
    default String titleKey() {
        return "page." + path();
    }

    /** Whether it stands in menus and in the palette; pages of one record do not. */
    default boolean inMenu() {
        return true;
    }
}
