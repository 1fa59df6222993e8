package org.stockbook.web;

import java.util.List;
import java.util.function.Supplier;
import org.stockbook.platform.security.Permission;

/**
 * A panel of the start page.
 *
 * @param order of the panels, lowest first
 * @param content title, figures, table and proofs, made when the page is shown
 * @param more the page behind it
 */
public record StartPanel(int order, Permission permission, Supplier<Content> content, CardPage.Related more) {
    /**
     * What the panel shows: its title is the answer.
     *
     * @param actions what can be done about it at once
     */
    public record Content(Report.Message title, List<Report.Figure> figures, List<Report.Table> tables, List<Report.Message> proofs, List<PageAction> actions) {
        public Content {
            figures = List.copyOf(figures);
            tables = List.copyOf(tables);
            proofs = List.copyOf(proofs);
            actions = List.copyOf(actions);
        }

        public Content(Report.Message title, List<Report.Figure> figures, List<Report.Table> tables, List<Report.Message> proofs) {
            this(title, figures, tables, proofs, List.of());
        }
    }

    /**
     * Something that can be done at the head of the page, and how it stands.
     *
     * @param order of the headlines, lowest first
     */
    public record Headline(int order, Permission permission, PageAction action, Supplier<Report.Message> state) {}
}
