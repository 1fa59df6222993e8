package org.stockbook.web.pages;

import java.util.List;
import org.stockbook.web.parts.ActionModel;

/**
 * A worksheet ready to be rendered; the grid builds itself from the declaration.
 *
 * @param declaration columns, addresses, texts and rights as JSON
 */
public record WorksheetModel(String declaration, boolean mayPost, List<ActionModel> actions) {
    public WorksheetModel {
        actions = List.copyOf(actions);
    }
}
