package org.stockbook.journals.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stockbook.journals.InventoryValueRequest;
import org.stockbook.web.Problem;

/** Reads what is to be valued; lists of items, locations and variants are texts with a bar between their codes, or arrays. */
final class CalculationBody {
    private static final Set<String> FIELDS = Set.of("postingDate", "documentNumber", "itemNumber", "locationCode", "variantCode", "inventoryValuePer",
            "byLocation", "byVariant", "calculationBase", "updateStandardCost");
    private static final Map<String, InventoryValueRequest.Base> BASES = Map.of("presentValue", InventoryValueRequest.Base.PRESENT_VALUE,
            "lastDirectCost", InventoryValueRequest.Base.LAST_DIRECT_COST, "standardCost", InventoryValueRequest.Base.STANDARD_COST);
    private static final int LONGEST_CODE = 20;
    private static final int MOST_CODES = 10_000;

    private final Map<String, Object> body;

    /** What may be valued anew. */
    static String[] bases() {
        return BASES.keySet().stream().sorted().toArray(String[]::new);
    }

    private CalculationBody(Map<String, Object> body) {
        this.body = body;
    }

    static InventoryValueRequest read(Map<String, Object> body) {
        body.keySet().stream().filter(name -> !FIELDS.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.of(400, "api.unknown-field", Map.of("field", name));
        });
        var reader = new CalculationBody(body);
        return new InventoryValueRequest(
                reader.date(),
                reader.text("documentNumber").toUpperCase(Locale.ROOT),
                reader.codes("itemNumber"),
                reader.choice("inventoryValuePer", Map.of("item", false, "itemLedgerEntry", true), false),
                reader.flag("byLocation"),
                reader.flag("byVariant"),
                reader.codes("locationCode"),
                reader.codes("variantCode"),
                reader.flag("updateStandardCost"),
                reader.choice("calculationBase", BASES, InventoryValueRequest.Base.PRESENT_VALUE));
    }

    private LocalDate date() {
        var text = text("postingDate");
        if (text.isEmpty()) {
            throw Problem.of(422, "common.field-required", Map.of("field", "postingDate"));
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw unreadable("postingDate", text);
        }
    }

    private static Problem unreadable(String field, String value) {
        return Problem.at(422, "api.value-unreadable", "/" + field, Map.of("field", field, "value", value));
    }

    private String text(String name) {
        var text = JournalCalls.text(name, body.getOrDefault(name, "")).strip();
        if (text.indexOf('\0') >= 0) {
            throw unreadable(name, "…");
        }
        return text;
    }

    private List<String> codes(String name) {
        var codes = body.get(name) instanceof List<?> list
                ? list.stream().map(code -> JournalCalls.text(name, code)).toList()
                : Arrays.stream(text(name).split("\\|")).filter(code -> !code.isBlank()).toList();
        var plain = codes.stream().map(code -> code.strip().replace("''", "").toUpperCase(Locale.ROOT)).toList();
        plain.stream().filter(code -> code.length() > LONGEST_CODE || code.indexOf('\0') >= 0).findFirst().ifPresent(code -> {
            throw unreadable(name, code.replace("\u0000", ""));
        });
        if (plain.size() > MOST_CODES) {
            throw Problem.of(413, "api.too-large", Map.of());
        }
        return plain;
    }

    private boolean flag(String name) {
        return choice(name, Map.of("true", true, "false", false), false);
    }

    private <T> T choice(String name, Map<String, T> words, T usual) {
        var text = text(name);
        if (text.isEmpty()) {
            return usual;
        }
        var chosen = words.get(text);
        if (chosen == null) {
            throw Problem.wordUnknown("/" + name, name, text, words.keySet());
        }
        return chosen;
    }
}
