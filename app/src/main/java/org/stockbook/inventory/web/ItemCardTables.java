package org.stockbook.inventory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.web.PageColumn;
import org.stockbook.web.Report;

/** What hangs on an item, as tables of its card; each leads to the list in which it can be changed. */
final class ItemCardTables {
    private static final int MOST = 20;
    private static final List<Part> PARTS = List.of(new Part("itemVariants", "item-variants"), new Part("itemUnitsOfMeasure", "item-units"),
            new Part("itemReferences", "item-references"), new Part("itemAttributeValues", "item-attribute-values"), new Part("stockkeepingUnits", "stockkeeping-units"),
            new Part("itemSubstitutions", "item-substitutions"), new Part("itemTranslations", "item-translations"), new Part("extendedTexts", "extended-texts"));

    private final RecordTypes types;

    ItemCardTables(RecordTypes types) {
        this.types = types;
    }

    private record Part(String collection, String page) {}

    /** Those that hold something, and a way to those that hold nothing yet. */
    List<Report.Table> parts(String number) {
        return PARTS.stream().map(part -> {
            var type = types.of(part.collection());
            var found = types.rows(type).read(RowRequest.of(Criterion.equal("itemNumber", number)).page(0, MOST));
            var columns = new ArrayList<PageColumn>();
            type.fields().stream().filter(field -> field.is(RecordField.Trait.LISTED) && !field.name().equals("itemNumber"))
                    .forEach(field -> columns.add(column(part, field, columns.isEmpty(), type::keyText)));
            var title = new Report.Message(Report.Tone.NEUTRAL, "page." + part.page(), Map.of(), "/" + part.page() + "?itemNumber=" + Links.encoded(number));
            return new Report.Table(part.page(), Optional.of(title), columns, found.rows().stream().map(Report.Line::of).toList());
        }).toList();
    }

    private static PageColumn column(Part part, RecordField field, boolean first, Function<Map<String, ?>, String> key) {
        var column = PageColumn.of(field.name(), field.kind());
        return first ? column.linked(row -> "/" + part.page() + "/" + Links.encoded(key.apply(row.values())).replace("+", "%20")) : column;
    }

    static String placeOf(Row row) {
        return "&locationCode=" + (row.text("locationCode").isEmpty() ? Links.encoded("''") : Links.encoded(row.text("locationCode")))
                + "&variantCode=" + (row.text("variantCode").isEmpty() ? Links.encoded("''") : Links.encoded(row.text("variantCode")));
    }
}
