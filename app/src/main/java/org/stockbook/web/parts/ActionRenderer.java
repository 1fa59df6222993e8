package org.stockbook.web.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageAction.Act;
import org.stockbook.web.ReportParameter;
import org.stockbook.web.View;
import tools.jackson.databind.json.JsonMapper;

/** Makes actions ready to be rendered: those that are refused stay visible and say why (spec: ui, section 3). */
@Component
public class ActionRenderer {
    private final JsonMapper json;

    ActionRenderer(JsonMapper json) {
        this.json = json;
    }

    public List<ActionModel> models(View view, List<PageAction> actions) {
        return actions.stream().map(action -> new ActionModel(view.text(action.key()), action.keys(), reason(view, action), action.act() instanceof Act.Send send && send.confirmed(), json.writeValueAsString(declared(view, action)))).toList();
    }

    /** The same about one record, whose values take the places in braces. */
    public List<ActionModel> models(View view, List<PageAction> actions, Row record) {
        return models(view, actions).stream().map(action -> new ActionModel(action.label(), action.keys(), action.reason(), action.asking(), Placeholders.filled(action.declaration(), record))).toList();
    }

    /** What the actions of a list need to know of a row, as JSON. */
    public String values(List<PageAction> actions, Row row) {
        var names = actions.stream().flatMap(action -> places(action.act())).flatMap(place -> Placeholders.names(place).stream()).distinct().toList();
        return names.isEmpty() ? "" : json.writeValueAsString(names.stream().collect(Collectors.toMap(Function.identity(), row::text)));
    }

    /** Where an action may name values of a row: in its address, and in what its questions begin with. */
    private static Stream<String> places(Act act) {
        return switch (act) {
            case Act.Open(var address) -> Stream.of(address);
            case Act.Send send -> Stream.of(send.address());
            case Act.Ask ask -> Stream.concat(Stream.of(ask.address()), ask.parameters().stream().map(ReportParameter::initial));
            case Act.Run(var command) -> Stream.of(command);
        };
    }

    private static String reason(View view, PageAction action) {
        return view.user().may(action.permission())
                ? action.refused().map(view::text).orElse("")
                : view.text("action.needs-permission", Map.of("permission", view.text(action.permission().key())));
    }

    private Map<String, Object> declared(View view, PageAction action) {
        var declared = new LinkedHashMap<String, Object>();
        declared.put("name", action.name());
        switch (action.act()) {
            case Act.Open(var address) -> declared.put("open", address);
            case Act.Send(var method, var address, var confirmed) -> {
                declared.put("method", method);
                declared.put("address", address);
                if (confirmed) {
                    declared.put("confirm", view.text("confirm." + action.name()));
                }
            }
            case Act.Ask(var method, var address, var parameters) -> {
                declared.put("method", method);
                declared.put("address", address);
                declared.put("title", view.text(action.key()));
                declared.put("ask", parameters.stream().map(parameter -> asked(view, parameter)).toList());
            }
            case Act.Run(var command) -> declared.put("run", command);
        }
        return declared;
    }

    private static Map<String, Object> asked(View view, ReportParameter parameter) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("name", parameter.name());
        asked.put("title", view.text("parameter." + parameter.name()));
        asked.put("kind", CellKinds.of(parameter.kind()));
        asked.put("collection", parameter.collection());
        asked.put("value", parameter.initial().equals("workDate") ? view.workDate().toString() : parameter.initial());
        var choices = new ArrayList<Map<String, String>>();
        parameter.choices().forEach(choice -> choices.add(Map.of("value", choice, "text", view.text("choice." + parameter.name() + "." + choice))));
        asked.put("choices", choices);
        return asked;
    }
}
