package org.stockbook.items.cards;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.items.CardSteps;
import org.stockbook.items.CatalogItems;
import org.stockbook.items.TemplateFields;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Cards made from templates, templates made from cards (spec: items, section 13). */
@Component
public class CardTemplates {
    private final CatalogItems templates;
    private final FindRecord find;
    private final RecordTypes types;
    private final CardSteps steps;
    private final Permissions permissions;

    CardTemplates(CatalogItems templates, FindRecord find, RecordTypes types, CardSteps steps, Permissions permissions) {
        this.templates = templates;
        this.find = find;
        this.types = types;
        this.steps = steps;
        this.permissions = permissions;
    }

    /** What is proposed for a new card: the values of the only template there is, of the one that was chosen, or of none. */
    public Map<String, String> proposed(String chosen) {
        var all = templates.templates();
        var code = chosen.isBlank() && all.size() == 1 ? all.getFirst() : chosen;
        return templates.template(code).values();
    }

    /** Overwrites the fields of a card that the template names, as far as the card lets them change. */
    public RecordOutcome apply(String item, String template) {
        permissions.require(Permission.CHANGE_ITEMS);
        return steps.all(() -> {
            var values = templates.template(template).values();
            if (values.isEmpty()) {
                throw steps.refused("templateCode", "api.reference-not-found", Map.of("field", "templateCode", "value", template));
            }
            return find.find("items", Map.of("number", item)).isEmpty()
                    ? new RecordOutcome.NotThere()
                    : new RecordOutcome.Saved(List.of(steps.changed("items", Map.of("number", item), new LinkedHashMap<>(values))), 0, 1);
        });
    }

    /** Keeps what a card holds as a template. */
    public RecordOutcome saveAs(String item, String code, String name) {
        permissions.require(Permission.CHANGE_ITEMS);
        return steps.all(() -> {
            var card = find.find("items", Map.of("number", item));
            if (card.isEmpty()) {
                return new RecordOutcome.NotThere();
            }
            var template = steps.saved("itemTemplates", Mode.CREATE, List.of(Map.of("code", code, "displayName", name)));
            var values = types.of("items").fields().stream().filter(TemplateFields::allows)
                    .flatMap(field -> card.get().value(field.name()).filter(CardTemplates::says).stream()
                            .map(value -> Map.of("templateCode", template.getFirst().text("code"), "field", field.name(), "value", value.toString())))
                    .toList();
            steps.saved("itemTemplateValues", Mode.CREATE, values);
            return new RecordOutcome.Saved(template, 1, 0);
        });
    }

    /** A zero or a no is what a card has anyway. */
    private static boolean says(Object value) {
        return !(value instanceof BigDecimal figure && figure.signum() == 0) && !Boolean.FALSE.equals(value);
    }
}
