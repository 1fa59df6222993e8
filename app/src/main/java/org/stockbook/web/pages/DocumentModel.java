package org.stockbook.web.pages;

import java.util.List;

/**
 * A document ready to be rendered; what it holds comes from the API.
 *
 * @param declaration what the script needs, as JSON
 */
public record DocumentModel(String declaration, boolean mayPost, boolean mayChange, List<ActionModel> actions) {
    public DocumentModel {
        actions = List.copyOf(actions);
    }
}
