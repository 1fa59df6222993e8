package org.stockbook.web.help;

import java.util.List;

/**
 * What the page of an article needs.
 *
 * @param article as HTML
 * @param language of the article, as a tag
 * @param entries all articles, for the list beside it
 */
public record HelpModel(String article, String language, List<Entry> entries) {
    public HelpModel {
        entries = List.copyOf(entries);
    }

    /** An article in the list. */
    public record Entry(String title, String link, boolean current) {}
}
