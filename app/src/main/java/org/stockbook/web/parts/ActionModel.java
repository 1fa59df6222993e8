package org.stockbook.web.parts;

/**
 * An action ready to be rendered.
 *
 * @param reason why it cannot be done, empty if it can
 * @param asking whether it first asks to be confirmed; such an action is never the one a page is for
 * @param declaration what the script needs to do it, as JSON
 */
public record ActionModel(String label, String keys, String reason, boolean asking, String declaration) {
    public boolean isOpen() {
        return reason.isEmpty();
    }
}
