package org.stockbook.web.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.platform.records.FindRecord;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordField.Trait;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.CardPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.View;
import org.stockbook.web.pages.FormModel.Field;
import org.stockbook.web.pages.FormModel.Option;
import org.stockbook.web.parts.CellKinds;
import org.stockbook.web.parts.CellWriter;
import tools.jackson.databind.json.JsonMapper;

/** Forms over master records, made from their declaration: what the API takes can be typed, and nothing else (spec: ui, section 2.2, type C). */
@Component
class RecordForms {
    private static final Set<String> NUMBERED = Set.of("items", "vendors", "customers");

    private final RecordTypes types;
    private final FindRecord find;
    private final JsonMapper json;

    RecordForms(RecordTypes types, FindRecord find, JsonMapper json) {
        this.types = types;
        this.find = find;
        this.json = json;
    }

    Optional<RecordType> type(String collection) {
        return types.find(collection);
    }

    /** The kinds of record that this user may create. */
    Optional<RecordType> creatable(String collection, View view) {
        return type(collection).filter(type -> !type.single() && view.user().may(type.change()));
    }

    /** The record whose key is written as one text. */
    Optional<Row> byKey(RecordType type, String key) {
        var parts = type.key().size() == 1 ? new String[] {key} : key.split(",", -1);
        if (parts.length != type.key().size()) {
            return Optional.empty();
        }
        var address = new LinkedHashMap<String, Object>();
        for (int at = 0; at < parts.length; at++) {
            address.put(type.key().get(at).name(), parts[at]);
        }
        return find.find(type.collection(), address);
    }

    /** The sections of a card, with the fields that can be changed. */
    FormModel form(View view, CardPage.Editing editing, List<CardPage.Section> sections) {
        var type = type(editing.collection()).orElseThrow();
        return find.find(type.collection(), editing.address()).map(record -> {
            var shown = sections.stream().map(section -> new FormModel.Section(view.text("section." + section.name()),
                    section.fields().stream().map(column -> field(view, type, column, type.field(column.name()).isPresent() ? record : section.values())).toList())).toList();
            return new FormModel(address(type, record), record.text("version"), shown, declaration(view, type));
        }).orElse(FormModel.NONE);
    }

    /** Every field of a record. */
    FormModel whole(View view, RecordType type, Row record) {
        return new FormModel(address(type, record), record.text("version"), List.of(everything(view, type, record)), declaration(view, type));
    }

    /** A new record; what is typed in the address is proposed. What nobody can type is not asked for. */
    FormModel fresh(View view, RecordType type, List<CardPage.Section> sections, Row proposed) {
        var asked = sections.isEmpty() ? List.of(everything(view, type, proposed)) : sections.stream().map(section -> new FormModel.Section(view.text("section." + section.name()),
                section.fields().stream().filter(column -> type.field(column.name()).map(field -> !field.is(Trait.READ_ONLY)).orElse(false)).map(column -> field(view, type, column, proposed)).toList())).toList();
        return new FormModel(type.collection(), "", asked, declaration(view, type));
    }

    private FormModel.Section everything(View view, RecordType type, Row record) {
        var fields = new ArrayList<Field>();
        var isNew = record.text("version").isEmpty();
        type.fields().stream().filter(field -> view.texts().has("column." + field.name()) && !(isNew && field.is(Trait.READ_ONLY)))
                .forEach(field -> fields.add(field(view, type, PageColumn.of(field.name(), field.kind()), record)));
        return new FormModel.Section(view.text("section.general"), fields);
    }

    private static String address(RecordType type, Row record) {
        var key = record.text("id").isEmpty()
                ? String.join(",", type.key().stream().map(field -> field.name() + ":" + record.text(field.name())).toList())
                : record.text("id");
        return type.collection() + "/" + key;
    }

    private static Field field(View view, RecordType type, PageColumn column, Row record) {
        var declared = type.field(column.name());
        var fresh = record.text("version").isEmpty();
        var editable = declared.isPresent() && view.user().may(type.change()) && !declared.get().is(Trait.READ_ONLY) && (fresh || !declared.get().is(Trait.KEY));
        var value = record.value(column.name()).map(RecordForms::canonical).orElse("");
        var shown = new CellWriter(view).cell(column, record);
        var required = !isNumbered(type, column) && declared.map(field -> field.is(Trait.REQUIRED) || field.is(Trait.KEY)).orElse(false);
        return new Field(column.name(), view.text(column.key()), CellKinds.of(column.kind()), value, shown, editable, required, options(view, declared, value));
    }

    /** Left blank, it takes the next number of its series. */
    private static boolean isNumbered(RecordType type, PageColumn column) {
        return column.name().equals("number") && NUMBERED.contains(type.collection());
    }

    private static String canonical(Object value) {
        return value instanceof BigDecimal figure ? new BigDecimal(figure.stripTrailingZeros().toPlainString()).toPlainString() : value.toString();
    }

    private static List<Option> options(View view, Optional<RecordField> declared, String value) {
        var words = declared.map(RecordField::choices).orElse(List.of());
        var blank = words.isEmpty() || !value.isEmpty() ? Stream.<Option>empty() : Stream.of(new Option("", "", true));
        return Stream.concat(blank, words.stream().map(word -> new Option(word, choice(view, declared.orElseThrow().name(), word), word.equals(value)))).toList();
    }

    private static String choice(View view, String field, String word) {
        var key = "choice." + field + "." + word;
        return view.texts().has(key) ? view.text(key) : word;
    }

    /** The fields that can be changed in many records at once, as scripts ask for them. */
    List<Map<String, Object>> changeable(View view, RecordType type) {
        return type.fields().stream().filter(field -> !field.is(Trait.READ_ONLY) && !field.is(Trait.KEY) && view.texts().has("column." + field.name()))
                .map(field -> {
                    var declared = declared(view, field);
                    declared.put("choices", field.choices().stream().map(word -> Map.of("value", word, "text", choice(view, field.name(), word))).toList());
                    return declared;
                }).toList();
    }

    private static Map<String, Object> declared(View view, RecordField field) {
        var column = new LinkedHashMap<String, Object>();
        column.put("name", field.name());
        column.put("kind", CellKinds.of(field.kind()));
        column.put("title", view.texts().has("column." + field.name()) ? view.text("column." + field.name()) : field.name());
        column.put("collection", field.lookup().map(lookup -> lookup.collection()).orElse(""));
        column.put("choices", List.of());
        column.put("traits", List.of());
        return column;
    }

    private String declaration(View view, RecordType type) {
        var columns = type.fields().stream().map(field -> declared(view, field)).toList();
        var key = type.key().stream().map(RecordField::name).toList();
        return json.writeValueAsString(Map.of("columns", columns, "key", key, "texts", view.texts().templates(view.language(), "form.")));
    }
}
