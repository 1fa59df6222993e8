package org.stockbook.journals.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.EnumType;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.journals.lines.RecurringMethod;
import org.stockbook.journals.lines.ValuePer;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.platform.database.jooq.tables.records.JournalLineRecord;
import org.stockbook.platform.i18n.Sentence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Draft lines as rows: what can be read in its column, what cannot beside them as it was typed. */
final class DraftRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DATE = "date";
    private static final String SENTENCE = "sentence";
    private static final String ARGUMENTS = "arguments";
    private static final String NONE = "NONE";
    /** Blank and zero are the same in the columns of these. */
    private static final Set<JournalField> FIGURES = EnumSet.of(JournalField.QUANTITY, JournalField.UNIT_AMOUNT, JournalField.AMOUNT,
            JournalField.VALUE_CALCULATED, JournalField.UNIT_COST_CALCULATED, JournalField.UNIT_COST_REVALUED, JournalField.VALUE_REVALUED);
    private static final Set<JournalField> DIMENSIONS =
            EnumSet.of(JournalField.DIMENSION_1, JournalField.DIMENSION_2, JournalField.NEW_DIMENSION_1, JournalField.NEW_DIMENSION_2);

    private static final Map<String, String> COLUMNS = columns();
    static final String NAMES = String.join(", ", COLUMNS.keySet());
    static final String DECLARATIONS =
            COLUMNS.entrySet().stream().map(column -> column.getKey() + " " + column.getValue()).collect(Collectors.joining(", "));

    private DraftRows() {}

    private static Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        columns.put("line_no", "integer");
        columns.put("entry_type", "entry_type");
        columns.put("inventory_value_per", "inventory_value_per");
        columns.put("recurring_method", "recurring_method");
        for (var flag : List.of("partial_revaluation", "update_standard_cost")) {
            columns.put(flag, "boolean");
        }
        for (var date : List.of("posting_date", "document_date", "recurring_until")) {
            columns.put(date, DATE);
        }
        for (var text : List.of("document_no", "external_document_no", "item_no", "variant_code", "description", "location_code", "new_variant_code",
                "new_location_code", "unit_of_measure_code", "serial_no", "lot_no", "reason_code", "general_business_group_code", "recurring_frequency", "import_source")) {
            columns.put(text, "text");
        }
        for (var figure : List.of("quantity", "quantity_per_unit", "quantity_base", "unit_amount", "unit_cost", "amount", "inventory_value_calculated",
                "inventory_value_revalued", "unit_cost_calculated", "unit_cost_revalued")) {
            columns.put(figure, "numeric");
        }
        for (var number : List.of("applies_to_entry_no", "applies_from_entry_no", "dimension_set_id", "new_dimension_set_id")) {
            columns.put(number, "bigint");
        }
        columns.put("raw_input", "jsonb");
        columns.put("issues", "jsonb");
        columns.put("error_count", "integer");
        columns.put("warning_count", "integer");
        return columns;
    }

    /** The columns of a table by this name. */
    static String qualified(String table) {
        return COLUMNS.keySet().stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }

    /** All lines as one document. */
    static String write(List<Draft> lines) {
        return JSON.writeValueAsString(lines.stream().map(DraftRows::row).toList());
    }

    private static Map<String, @Nullable Object> row(Draft line) {
        var values = line.values();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", line.id());
        row.put("line_no", line.lineNo());
        row.put("entry_type", values.entryType().orElse(EntryType.POSITIVE_ADJUSTMENT).name());
        row.put("posting_date", values.date(JournalField.POSTING_DATE).map(LocalDate::toString).orElse(null));
        row.put("document_date", values.date(JournalField.DOCUMENT_DATE).map(LocalDate::toString).orElse(null));
        row.put("document_no", values.code(JournalField.DOCUMENT_NO));
        row.put("external_document_no", values.code(JournalField.EXTERNAL_DOCUMENT_NO));
        row.put("item_no", values.code(JournalField.ITEM));
        row.put("variant_code", values.code(JournalField.VARIANT));
        row.put("description", values.text(JournalField.DESCRIPTION));
        row.put("location_code", values.code(JournalField.LOCATION));
        row.put("new_variant_code", values.code(JournalField.NEW_VARIANT));
        row.put("new_location_code", values.code(JournalField.NEW_LOCATION));
        row.put("unit_of_measure_code", values.code(JournalField.UNIT));
        row.put("serial_no", values.code(JournalField.SERIAL_NO));
        row.put("lot_no", values.code(JournalField.LOT_NO));
        row.put("reason_code", values.code(JournalField.REASON));
        row.put("general_business_group_code", values.code(JournalField.BUSINESS_GROUP));
        row.put("quantity", figure(values, JournalField.QUANTITY));
        row.put("quantity_per_unit", line.worth().factor().value());
        row.put("quantity_base", line.worth().base().value());
        row.put("unit_amount", figure(values, JournalField.UNIT_AMOUNT));
        row.put("unit_cost", line.worth().unitCost().value());
        row.put("amount", amount(values));
        row.put("applies_to_entry_no", values.figure(JournalField.APPLIES_TO_ENTRY).map(BigDecimal::longValue).orElse(null));
        row.put("applies_from_entry_no", values.figure(JournalField.APPLIES_FROM_ENTRY).map(BigDecimal::longValue).orElse(null));
        row.put("dimension_set_id", line.dimensions().value());
        row.put("new_dimension_set_id", line.newDimensions().value());
        row.put("import_source", values.text(JournalField.IMPORT_SOURCE));
        recurring(row, values);
        revaluation(row, values);
        row.put("raw_input", raw(values));
        row.put("issues", line.issues().stream().map(DraftRows::issue).toList());
        row.put("error_count", line.issues().stream().filter(LineIssue::stopsPosting).count());
        row.put("warning_count", line.issues().stream().filter(issue -> !issue.stopsPosting()).count());
        return row;
    }

    private static void recurring(Map<String, @Nullable Object> row, LineValues values) {
        row.put("recurring_method", values.word(RecurringMethod.class, JournalField.RECURRING_METHOD).map(RecurringMethod::name).orElse(NONE));
        row.put("recurring_frequency", values.code(JournalField.RECURRING_FREQUENCY));
        row.put("recurring_until", values.date(JournalField.RECURRING_UNTIL).map(LocalDate::toString).orElse(null));
    }

    private static void revaluation(Map<String, @Nullable Object> row, LineValues values) {
        row.put("inventory_value_per", values.word(ValuePer.class, JournalField.VALUE_PER).map(ValuePer::name).orElse(NONE));
        row.put("partial_revaluation", values.says(JournalField.PARTIAL_REVALUATION));
        row.put("update_standard_cost", values.says(JournalField.UPDATE_STANDARD_COST));
        row.put("inventory_value_calculated", figure(values, JournalField.VALUE_CALCULATED));
        row.put("inventory_value_revalued", figure(values, JournalField.VALUE_REVALUED));
        row.put("unit_cost_calculated", figure(values, JournalField.UNIT_COST_CALCULATED));
        row.put("unit_cost_revalued", figure(values, JournalField.UNIT_COST_REVALUED));
    }

    private static BigDecimal figure(LineValues values, JournalField field) {
        return values.figure(field).orElse(BigDecimal.ZERO);
    }

    /** An amount too large for its column is calculated from huge figures, which are reported themselves. */
    private static BigDecimal amount(LineValues values) {
        return figure(values, JournalField.AMOUNT);
    }

    /** Texts that their columns cannot hold: unreadable ones, and values of dimensions, which stand in the set when they are known. */
    private static Map<String, String> raw(LineValues values) {
        var raw = new LinkedHashMap<String, String>();
        values.texts().forEach((field, text) -> {
            var isZero = FIGURES.contains(field) && values.figure(field).filter(figure -> figure.signum() == 0).isPresent();
            if (!values.isReadable(field) || isZero || DIMENSIONS.contains(field)) {
                raw.put(field.property(), text);
            }
        });
        return raw;
    }

    private static Map<String, Object> issue(LineIssue issue) {
        var parameters = new LinkedHashMap<String, Object>();
        issue.parameters().forEach((name, value) -> parameters.put(name, switch (value) {
            case LocalDate date -> Map.of(DATE, date.toString());
            case Sentence(var key, var arguments) -> Map.of(SENTENCE, key, ARGUMENTS, arguments);
            default -> value;
        }));
        return Map.of("field", issue.field().name(), "code", issue.code(), "severity", issue.severity().name(), "parameters", parameters);
    }

    /** A line as it stands after it was kept: its issues name it. */
    static Draft kept(Draft line, long id, int version) {
        var issues = line.issues().stream()
                .map(issue -> new LineIssue(id, line.lineNo(), issue.field(), issue.code(), issue.severity(), issue.parameters()))
                .toList();
        return new Draft(id, line.lineNo(), version, line.values(), line.dimensions(), line.newDimensions(), line.worth(), issues);
    }

    static Draft read(JournalLineRecord row) {
        var worth = new Draft.Worth(new UnitFactor(row.getQuantityPerUnit()), Quantity.of(row.getQuantityBase()), UnitCost.of(row.getUnitCost()));
        return new Draft(row.getId(), row.getLineNo(), row.getVersion(), values(row), new DimensionSetId(row.getDimensionSetId()),
                new DimensionSetId(row.getNewDimensionSetId()), worth, issues(row));
    }

    private static LineValues values(JournalLineRecord row) {
        var texts = new EnumMap<JournalField, String>(JournalField.class);
        texts.put(JournalField.POSTING_DATE, text(row.getPostingDate()));
        texts.put(JournalField.DOCUMENT_DATE, text(row.getDocumentDate()));
        texts.put(JournalField.ENTRY_TYPE, word(row.getEntryType().getLiteral()));
        texts.put(JournalField.DOCUMENT_NO, row.getDocumentNo());
        texts.put(JournalField.EXTERNAL_DOCUMENT_NO, row.getExternalDocumentNo());
        texts.put(JournalField.ITEM, row.getItemNo());
        texts.put(JournalField.VARIANT, row.getVariantCode());
        texts.put(JournalField.DESCRIPTION, row.getDescription());
        texts.put(JournalField.LOCATION, row.getLocationCode());
        texts.put(JournalField.NEW_VARIANT, text(row.getNewVariantCode()));
        texts.put(JournalField.NEW_LOCATION, row.getNewLocationCode());
        texts.put(JournalField.UNIT, row.getUnitOfMeasureCode());
        texts.put(JournalField.SERIAL_NO, row.getSerialNo());
        texts.put(JournalField.LOT_NO, row.getLotNo());
        texts.put(JournalField.REASON, row.getReasonCode());
        texts.put(JournalField.BUSINESS_GROUP, row.getGeneralBusinessGroupCode());
        texts.put(JournalField.QUANTITY, figure(row.getQuantity(), 0));
        texts.put(JournalField.UNIT_AMOUNT, figure(row.getUnitAmount(), 2));
        texts.put(JournalField.AMOUNT, figure(row.getAmount(), 2));
        texts.put(JournalField.APPLIES_TO_ENTRY, text(row.getAppliesToEntryNo()));
        texts.put(JournalField.APPLIES_FROM_ENTRY, text(row.getAppliesFromEntryNo()));
        texts.put(JournalField.IMPORT_SOURCE, row.getImportSource());
        texts.put(JournalField.RECURRING_METHOD, optional(row.getRecurringMethod()));
        texts.put(JournalField.RECURRING_FREQUENCY, row.getRecurringFrequency());
        texts.put(JournalField.RECURRING_UNTIL, text(row.getRecurringUntil()));
        texts.put(JournalField.VALUE_PER, optional(row.getInventoryValuePer()));
        texts.put(JournalField.PARTIAL_REVALUATION, row.getPartialRevaluation() ? LineValues.YES : "");
        texts.put(JournalField.UPDATE_STANDARD_COST, row.getUpdateStandardCost() ? LineValues.YES : "");
        texts.put(JournalField.VALUE_CALCULATED, figure(row.getInventoryValueCalculated(), 2));
        texts.put(JournalField.VALUE_REVALUED, figure(row.getInventoryValueRevalued(), 2));
        texts.put(JournalField.UNIT_COST_CALCULATED, figure(row.getUnitCostCalculated(), 2));
        texts.put(JournalField.UNIT_COST_REVALUED, figure(row.getUnitCostRevalued(), 2));
        node(row.getRawInput()).properties()
                .forEach(raw -> JournalField.ofProperty(raw.getKey()).ifPresent(field -> texts.put(field, raw.getValue().asString())));
        texts.values().removeIf(String::isEmpty);
        return new LineValues(texts);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String figure(BigDecimal value, int decimals) {
        if (value.signum() == 0) {
            return "";
        }
        var shortest = value.stripTrailingZeros();
        return (shortest.scale() < decimals ? shortest.setScale(decimals) : shortest).toPlainString();
    }

    private static String word(String literal) {
        return LineValues.word(EntryType.valueOf(literal));
    }

    /** A word that says none is blank. */
    private static String optional(EnumType word) {
        var literal = word.getLiteral();
        return literal.equals(NONE) ? "" : LineValues.camelCase(literal);
    }

    private static List<LineIssue> issues(JournalLineRecord row) {
        var issues = new ArrayList<LineIssue>();
        for (var issue : node(row.getIssues())) {
            var parameters = new LinkedHashMap<String, Object>();
            issue.get("parameters").properties().forEach(parameter -> parameters.put(parameter.getKey(), value(parameter.getValue())));
            issues.add(new LineIssue(row.getId(), row.getLineNo(), JournalField.valueOf(issue.get("field").asString()), issue.get("code").asString(),
                    LineIssue.Severity.valueOf(issue.get("severity").asString()), parameters));
        }
        return issues;
    }

    private static Object value(JsonNode node) {
        if (node.has(SENTENCE)) {
            return new Sentence(node.get(SENTENCE).asString(), node.get(ARGUMENTS).propertyStream().collect(Collectors.toMap(Map.Entry::getKey, argument -> value(argument.getValue()))));
        }
        if (node.isObject()) {
            return LocalDate.parse(node.get(DATE).asString());
        }
        if (node.isArray()) {
            return node.valueStream().map(JsonNode::asString).toList();
        }
        return node.isNumber() ? node.decimalValue() : node.asString();
    }

    private static JsonNode node(JSONB document) {
        return JSON.readTree(document.data());
    }
}
