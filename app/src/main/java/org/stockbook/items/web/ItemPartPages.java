package org.stockbook.items.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.items.ItemRows;
import org.stockbook.platform.records.RecordField;
import org.stockbook.platform.records.RecordType;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Sort;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.ListPage;
import org.stockbook.web.ListPage.SuppliedView;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;

/** Lists of what hangs on items, each with the form that its declaration makes (spec: ui, section 12, Items). */
@Configuration(proxyBeanMethods = false)
class ItemPartPages {
    private static final Set<String> FILLING = Set.of("displayName", "content", "value");

    private final RecordTypes types;

    ItemPartPages(RecordTypes types) {
        this.types = types;
    }

    @Bean
    @Order(12)
    ListPage itemCategoriesPage(ItemRows rows) {
        return new ListPage("item-categories", Area.ITEMS, Permission.READ_ITEMS, "itemCategories", rows.categories(), List.of(
                PageColumn.code("code").linked(row -> ItemLinks.record("item-categories", row.text("code"))),
                PageColumn.text("description").with(Trait.FILLING),
                PageColumn.code("parentCode").linked(row -> ItemLinks.record("item-categories", row.text("parentCode"))),
                PageColumn.of("indentation", Kind.COUNT).with(Trait.MUTED),
                PageColumn.of("numberOfItems", Kind.COUNT).with(Trait.FIXED).linked(row -> ItemLinks.itemsBelow(row.text("code"))),
                PageColumn.of("presentationOrder", Kind.NUMBER).with(Trait.HIDDEN)),
                List.of(Sort.ascending("presentationOrder")), List.of())
                .withActions(List.of(PageAction.open("category-attributes", Permission.READ_ITEMS, "/item-category-attribute-values?categoryCode={code}")));
    }

    @Bean
    @Order(13)
    ListPage itemAttributesPage() {
        return page("item-attributes", "itemAttributes").withActions(List.of(
                PageAction.open("attribute-options", Permission.READ_ITEMS, "/item-attribute-options?attributeName={name}"),
                PageAction.open("attribute-translations", Permission.READ_ITEMS, "/item-attribute-translations?attributeName={name}")));
    }

    @Bean
    @Order(14)
    ListPage itemAttributeOptionsPage() {
        return page("item-attribute-options", "itemAttributeOptions").withActions(List.of(
                PageAction.open("attribute-translations", Permission.READ_ITEMS, "/item-attribute-option-translations?attributeName={attributeName}&value={value}")));
    }

    @Bean
    @Order(14)
    ListPage itemAttributeTranslationsPage() {
        return page("item-attribute-translations", "itemAttributeTranslations");
    }

    @Bean
    @Order(14)
    ListPage itemAttributeOptionTranslationsPage() {
        return page("item-attribute-option-translations", "itemAttributeOptionTranslations");
    }

    @Bean
    @Order(14)
    ListPage itemCategoryAttributeValuesPage() {
        return page("item-category-attribute-values", "itemCategoryAttributeValues");
    }

    @Bean
    @Order(15)
    ListPage itemAttributeValuesPage() {
        return page("item-attribute-values", "itemAttributeValues");
    }

    /** The same as programs filter items by them (spec: api, section 4). */
    @Bean
    ListPage.ForPrograms attributesOfItems(ItemRows rows) {
        return new ListPage.ForPrograms(new ListPage("", Area.ITEMS, Permission.READ_ITEMS, "attributes", rows.attributes(), List.of(
                PageColumn.code("itemNumber"), PageColumn.text("name"), PageColumn.text("value"), PageColumn.of("numericValue", Kind.QUANTITY),
                PageColumn.of("dateValue", Kind.DATE), PageColumn.text("unitOfMeasure")), List.of(Sort.ascending("itemNumber"), Sort.ascending("name")), List.of()))
                .below("items", "number", "itemNumber");
    }

    @Bean
    @Order(15)
    ListPage itemVariantAttributeValuesPage() {
        return page("item-variant-attribute-values", "itemVariantAttributeValues");
    }

    @Bean
    @Order(16)
    ListPage itemVariantsPage() {
        return page("item-variants", "itemVariants");
    }

    @Bean
    @Order(16)
    ListPage itemUnitsPage() {
        return page("item-units", "itemUnitsOfMeasure");
    }

    @Bean
    @Order(17)
    ListPage itemReferencesPage() {
        return page("item-references", "itemReferences");
    }

    @Bean
    @Order(17)
    ListPage itemSubstitutionsPage() {
        return page("item-substitutions", "itemSubstitutions");
    }

    @Bean
    @Order(18)
    ListPage itemTranslationsPage() {
        return page("item-translations", "itemTranslations");
    }

    @Bean
    @Order(18)
    ListPage extendedTextsPage() {
        return page("extended-texts", "extendedTexts");
    }

    @Bean
    @Order(18)
    ListPage stockkeepingUnitsPage() {
        return page("stockkeeping-units", "stockkeepingUnits");
    }

    @Bean
    @Order(19)
    ListPage itemTemplatesPage() {
        return page("item-templates", "itemTemplates").withActions(List.of(
                PageAction.open("template-values", Permission.READ_ITEMS, "/item-template-values?templateCode={code}"),
                PageAction.open("new-from-template", Permission.CHANGE_ITEMS, "/new-item?templateCode={code}")));
    }

    @Bean
    @Order(19)
    ListPage itemTemplateValuesPage() {
        return page("item-template-values", "itemTemplateValues");
    }

    @Bean
    @Order(19)
    ListPage manufacturersPage() {
        return page("manufacturers", "manufacturers");
    }

    @Bean
    @Order(11)
    ListPage catalogItemsPage() {
        return page("catalog-items", "catalogItems")
                .withViews(List.of(new SuppliedView("not-created", "itemNumber=''"), new SuppliedView("created", "itemNumber=<>''")))
                .withActions(List.of(
                        PageAction.send("create-item", Permission.CHANGE_ITEMS, "catalogItems/number:{number}/createItem")));
    }

    private ListPage page(String path, String collection) {
        var type = types.of(collection);
        var columns = new ArrayList<PageColumn>();
        type.fields().stream().filter(field -> field.is(RecordField.Trait.LISTED)).forEach(field -> columns.add(column(path, type, field, columns.isEmpty())));
        var order = type.key().stream().map(field -> Sort.ascending(field.name())).toList();
        return new ListPage(path, Area.ITEMS, type.read(), collection, types.rows(type), columns, order, List.of());
    }

    private static PageColumn column(String path, RecordType type, RecordField field, boolean first) {
        var column = PageColumn.of(field.name(), field.kind());
        var linked = field.name().equals("itemNumber") && !first ? column.linked(row -> ItemLinks.item(row.text("itemNumber")))
                : first ? column.linked(row -> ItemLinks.record(path, type.keyText(row.values()))) : column;
        return FILLING.contains(field.name()) ? linked.with(Trait.FILLING) : linked;
    }
}
