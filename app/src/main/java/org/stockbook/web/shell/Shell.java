package org.stockbook.web.shell;

import java.util.List;
import java.util.Locale;
import org.stockbook.web.Area;
import org.stockbook.web.View;

/**
 * What the frame of a page needs.
 *
 * @param assets folder of styles and scripts
 * @param pagesAsData every page the user may open, for the palette, as JSON
 * @param today whether the work date is today
 */
public record Shell(
        View view,
        String title,
        Area area,
        List<Crumb> crumbs,
        List<RailEntry> rail,
        String assets,
        Token token,
        String company,
        String currency,
        String pagesAsData,
        String textsAsData,
        boolean today) {

    public Shell {
        crumbs = List.copyOf(crumbs);
        rail = List.copyOf(rail);
    }

    public String text(String key) {
        return view.text(key);
    }

    /** A text whose values are still open, for a script that fills them in. */
    public String template(String key) {
        return view.texts().templates(view.language(), key).getOrDefault("", key);
    }

    public boolean has(String key) {
        return view.texts().has(key);
    }

    public String initials() {
        var login = view.user().displayName();
        return login.substring(0, Math.min(2, login.length())).toUpperCase(Locale.ROOT);
    }

    /** A step of the way to this page; the last has no link. */
    public record Crumb(String text, String link) {}

    /** An area and its pages. */
    public record RailEntry(Area area, String text, boolean current, List<MenuEntry> pages) {
        public RailEntry {
            pages = List.copyOf(pages);
        }
    }

    public record MenuEntry(String text, String link, boolean current) {}

    /** Proof that a change comes from our own page. */
    public record Token(String header, String parameter, String value) {}
}
