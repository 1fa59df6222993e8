package org.stockbook.items;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stockbook.items.CatalogItems.CatalogItem;
import org.stockbook.kernel.items.CatalogNumber;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumber;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Makes an item of a catalogue item: by hand, or when a document names it for the first time (spec: nonstock, section 2). */
@Component
public class ConvertCatalogItem {
    private final CatalogItems catalog;
    private final ItemUse items;
    private final TakeNumber numbers;
    private final CardSteps steps;
    private final Permissions permissions;

    ConvertCatalogItem(CatalogItems catalog, ItemUse items, TakeNumber numbers, CardSteps steps, Permissions permissions) {
        this.catalog = catalog;
        this.items = items;
        this.numbers = numbers;
        this.steps = steps;
        this.permissions = permissions;
    }

    /** Makes the item; one that is there already is refused. The outcome holds its row. */
    public RecordOutcome create(String entry) {
        permissions.require(Permission.CHANGE_ITEMS);
        return steps.all(() -> {
            var article = catalog.lock(entry);
            return article.isEmpty() ? new RecordOutcome.NotThere() : new RecordOutcome.Saved(List.of(made(article.get(), true)), 1, 0);
        });
    }

    /**
     * The item for a document line, made now if need be; an item that somebody made by hand under its number is taken.
     * The outcome holds at least its {@code number}. Whoever may write the line need not be allowed to change items.
     */
    public RecordOutcome take(String entry) {
        return permissions.byRightsOfStockbook(() -> steps.all(() -> {
            var article = catalog.lock(entry);
            if (article.isEmpty()) {
                return new RecordOutcome.NotThere();
            }
            var item = article.get().item();
            return new RecordOutcome.Saved(List.of(item.isEmpty() ? made(article.get(), false) : new Row(Map.of("number", item))), item.isEmpty() ? 1 : 0, 0);
        }));
    }

    /** Whether the catalogue has an entry under this number. */
    public boolean offers(String entry) {
        return catalog.exists(entry);
    }

    private Row made(CatalogItem article, boolean mustBeNew) {
        if (!article.item().isEmpty()) {
            throw steps.refused("itemNumber", "items.already-exists", Map.of("item", article.item()));
        }
        var template = catalog.template(article.template());
        var number = number(article, template);
        if (!items.taken(Set.of(number)).isEmpty()) {
            if (mustBeNew) {
                throw steps.refused("itemNumber", "items.already-exists", Map.of("item", number));
            }
            catalog.link(article, number, false);
            return new Row(Map.of("number", number));
        }
        require(article.vendor(), "vendorNumber");
        require(article.names().vendorItem(), "vendorItemNumber");
        require(article.template(), "itemTemplateCode");
        require(article.unit(), "unitOfMeasureCode");
        if (catalog.units(Set.of(article.unit())).isEmpty()) {
            steps.saved("unitsOfMeasure", Mode.CREATE, List.of(Map.of("code", article.unit())));
        }
        var item = steps.saved("items", Mode.CREATE, List.of(values(article, template, number))).getFirst();
        references(article, number);
        catalog.link(article, number, true);
        return item;
    }

    private void require(String value, String field) {
        if (value.isEmpty()) {
            throw steps.refused(field, "common.field-required", Map.of("field", field));
        }
    }

    private String number(CatalogItem article, CatalogItems.Template template) {
        var setup = catalog.setup();
        return switch (setup.rule().of(article.names())) {
            case CatalogNumber.Result.Numbered(var item) -> item.code();
            case CatalogNumber.Result.TooLong(var text) -> throw steps.refused("itemNumber", "nonstock.item-no-too-long", Map.of("number", text));
            case CatalogNumber.Result.FromSeries() -> {
                var series = template.series().isEmpty() ? setup.itemSeries() : template.series();
                yield switch (numbers.take(series, LocalDate.now(Clock.systemDefaultZone()))) {
                    case NextNumber.Taken taken -> taken.number();
                    case NextNumber.None none -> throw steps.refused("itemNumber", none.code(), none.parameters());
                };
            }
        };
    }

    /** What the template says, then what the catalogue knows better. */
    private Map<String, Object> values(CatalogItem article, CatalogItems.Template template, String number) {
        var values = new LinkedHashMap<String, Object>();
        values.put("costingMethod", items.defaults().costingMethod());
        values.putAll(template.values());
        values.put("number", number);
        values.put("displayName", article.description());
        values.put("baseUnitOfMeasureCode", article.unit());
        values.put("unitPrice", article.unitPrice());
        values.put("unitCost", article.negotiatedCost());
        if (values.get("costingMethod") instanceof String method && method.equals("standard")) {
            values.put("standardCost", article.negotiatedCost());
        }
        values.put("vendorNumber", article.vendor());
        values.put("vendorItemNumber", article.names().vendorItem());
        values.put("manufacturerCode", article.names().manufacturer());
        values.put("grossWeight", article.grossWeight());
        values.put("netWeight", article.netWeight());
        values.put("automaticExtendedTexts", false);
        values.values().removeIf(value -> value instanceof BigDecimal figure && figure.signum() == 0);
        return values;
    }

    /** The vendor's number makes the vendor one of the item's vendors, too. */
    private void references(CatalogItem article, String number) {
        steps.saved("itemReferences", Mode.CREATE_OR_CHANGE, List.of(Map.of("itemNumber", number, "unitOfMeasureCode", article.unit(), "referenceType", "vendor",
                "vendorNumber", article.vendor(), "referenceNumber", article.names().vendorItem())));
        if (!article.barCode().isEmpty()) {
            steps.saved("itemReferences", Mode.CREATE_OR_CHANGE, List.of(Map.of("itemNumber", number, "unitOfMeasureCode", article.unit(), "referenceType", "barCode",
                    "referenceNumber", article.barCode())));
        }
    }
}
