package org.stockbook.web;

import java.util.List;
import java.util.Optional;
import org.stockbook.platform.security.Permission;

/**
 * Something that may be done on a page; its label is the text {@code action.<name>} (spec: ui, section 6, action bar). Addresses may name
 * values of the record they are about in braces, for instance {@code items/{id}/copy}.
 *
 * @param keys shown on the button and heard on the page, for instance {@code Ctrl F9}; empty for none
 * @param permission without it the action stays visible and says so
 * @param refused why it cannot be done now
 */
public record PageAction(String name, String keys, Permission permission, Act act, Optional<Report.Message> refused) {
    /** What an action does. */
    public sealed interface Act {
        /** Goes to another page. */
        record Open(String address) implements Act {}

        /** Calls the API; a confirmed one first says what will happen, the text {@code confirm.<name>}. */
        record Send(String method, String address, boolean confirmed) implements Act {}

        /** Asks for values in a dialog and sends them to the API. */
        record Ask(String method, String address, List<ReportParameter> parameters) implements Act {
            public Ask {
                parameters = List.copyOf(parameters);
            }
        }

        /** Is done by the script of the page. */
        record Run(String command) implements Act {}
    }

    public static PageAction open(String name, Permission permission, String address) {
        return new PageAction(name, "", permission, new Act.Open(address), Optional.empty());
    }

    public static PageAction send(String name, Permission permission, String address) {
        return new PageAction(name, "", permission, new Act.Send("POST", address, false), Optional.empty());
    }

    public static PageAction ask(String name, Permission permission, String address, List<ReportParameter> parameters) {
        return new PageAction(name, "", permission, new Act.Ask("POST", address, parameters), Optional.empty());
    }

    public static PageAction run(String name, Permission permission, String command) {
        return new PageAction(name, "", permission, new Act.Run(command), Optional.empty());
    }

    public PageAction on(String newKeys) {
        return new PageAction(name, newKeys, permission, act, refused);
    }

    /** The same, but not without a confirmation. */
    public PageAction confirmed() {
        return act instanceof Act.Send(var method, var address, var _) ? new PageAction(name, keys, permission, new Act.Send(method, address, true), refused) : this;
    }

    public PageAction refusedFor(Report.Message reason) {
        return new PageAction(name, keys, permission, act, Optional.of(reason));
    }

    public String key() {
        return "action." + name;
    }
}
