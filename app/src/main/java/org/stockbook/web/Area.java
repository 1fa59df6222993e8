package org.stockbook.web;

import java.util.Locale;

/** The areas of the rail, in its order (spec: ui, section 2.1); an area without a page that the user may read is absent. */
public enum Area {
    HOME("home"),
    ITEMS("package"),
    STOCK("stack-2"),
    COUNTS("clipboard-check"),
    WAREHOUSE("building-warehouse"),
    PURCHASING("truck-delivery"),
    SALES("tag"),
    MAKING("tools"),
    PLANNING("calendar-time"),
    TRACING("route"),
    FINANCE("calculator"),
    SETUP("settings");

    private final String icon;

    Area(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public String key() {
        return "area." + name().toLowerCase(Locale.ROOT);
    }
}
