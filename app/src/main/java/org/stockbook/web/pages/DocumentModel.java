package org.stockbook.web.pages;

import java.util.List;
import org.stockbook.web.parts.ActionModel;

/**
 * A document ready to be rendered; what it holds comes from the API.
 *
 * @param posts it can be posted; quotes only become something that can
 * @param declaration what the script needs, as JSON
 */
public record DocumentModel(String declaration, boolean posts, boolean mayPost, boolean mayChange, List<ActionModel> actions) {
    public DocumentModel {
        actions = List.copyOf(actions);
    }
}
