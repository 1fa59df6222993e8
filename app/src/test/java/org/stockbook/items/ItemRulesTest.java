package org.stockbook.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.items.ItemCompany.as;
import static org.stockbook.items.ItemCompany.codes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.items.attributes.ItemAttributes;
import org.stockbook.items.attributes.VariantAttributes;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.items.AttributeName;
import org.stockbook.kernel.items.ReferenceChoice.Audience;
import org.stockbook.kernel.items.ReferenceChoice.Kind;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowsRefused;
import org.stockbook.platform.rows.Sort;

/** The rules of item cards on a database of their own (spec: items). */
@SpringBootTest(properties = "stockbook.books-of-test=ItemRulesTest")
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@Import(ItemCompany.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class ItemRulesTest {
    @Autowired
    private ItemCompany company;

    @Autowired
    private ItemAttributes attributes;

    @Autowired
    private VariantAttributes variants;

    @Autowired
    private FindItem find;

    @Autowired
    private ItemRows rows;

    @Autowired
    private DSLContext database;

    @BeforeEach
    void companyIsThere() {
        company.furnish();
    }

    private void item(String number, Map<String, Object> values) {
        var all = new java.util.HashMap<String, Object>(Map.of("number", number, "displayName", number, "baseUnitOfMeasureCode", "PCS"));
        all.putAll(values);
        assertThat(company.create("items", all)).isInstanceOf(RecordOutcome.Saved.class);
    }

    private void attribute(String name, String type) {
        company.create("itemAttributes", Map.of("name", name, "type", type));
    }

    private RecordOutcome give(String item, String attribute, String value) {
        return company.create("itemAttributeValues", Map.of("itemNumber", item, "attributeName", attribute, "value", value));
    }

    /** Spec: items, example 16.1. */
    @Test
    void price_and_profit_follow_each_other_as_the_card_says() {
        database.execute("INSERT INTO vat_business_group (code) VALUES ('HOME') ON CONFLICT DO NOTHING");
        database.execute("INSERT INTO vat_product_group (code) VALUES ('FULL') ON CONFLICT DO NOTHING");
        database.execute("INSERT INTO vat_posting_setup (vat_business_group_id, vat_product_group_id, vat_percentage)"
                + " SELECT b.id, p.id, 25 FROM vat_business_group b, vat_product_group p WHERE b.code = 'HOME' AND p.code = 'FULL' ON CONFLICT DO NOTHING");
        item("P1", Map.of("unitCost", 60, "unitPrice", 100));
        assertThat(new BigDecimal(company.text("items", Map.of("number", "P1"), "profitPercent"))).isEqualByComparingTo("40");

        company.change("items", Map.of("number", "P1"), Map.of("priceProfitCalculation", "priceIsCostPlusProfit", "priceIncludesTax", true,
                "priceTaxBusinessPostingGroupCode", "HOME", "taxProductPostingGroupCode", "FULL"));
        assertThat(new BigDecimal(company.text("items", Map.of("number", "P1"), "unitPrice"))).isEqualByComparingTo("125");
        company.changeItem("P1", "unitCost", 63);
        assertThat(new BigDecimal(company.text("items", Map.of("number", "P1"), "unitPrice"))).isEqualByComparingTo("131.25");
    }

    /** Spec: items, section 10. */
    @Test
    void values_fit_the_type_of_their_attribute() {
        attribute("Legs", "integer");
        attribute("Finish", "option");
        item("A1", Map.of());
        company.create("itemAttributeOptions", Map.of("attributeName", "Finish", "value", "Oiled"));

        assertThat(codes(give("A1", "Legs", "many"))).containsExactly("items.attribute-value-type");
        assertThat(codes(give("A1", "Finish", "Painted"))).containsExactly("items.attribute-value-unknown");
        assertThat(codes(give("A1", "Wings", "2"))).contains("items.attribute-unknown");
        assertThat(give("A1", "legs", "04")).isInstanceOf(RecordOutcome.Saved.class);
        assertThat(codes(give("A1", "Legs", "5"))).containsExactly("items.attribute-duplicate");
        assertThat(attributes.ofItems(List.of("A1")).get("A1")).containsEntry(new AttributeName("Legs"), "4");
        assertThat(codes(company.change("itemAttributes", Map.of("name", "Legs"), Map.of("type", "text")))).containsExactly("items.attribute-type-in-use");

        company.change("itemAttributeOptions", Map.of("attributeName", "Finish", "value", "Oiled"), Map.of("blocked", true));
        assertThat(codes(give("A1", "Finish", "Oiled"))).containsExactly("items.attribute-blocked");
    }

    /** Spec: items, section 10: a value that is used no more goes. */
    @Test
    void typed_values_are_shared_and_go_with_their_last_use() {
        attribute("Depth", "decimal");
        item("V1", Map.of());
        item("V2", Map.of());
        give("V1", "Depth", "12.50");
        give("V2", "Depth", "12.5");

        assertThat(database.fetchCount(database.selectFrom("item_attribute_value WHERE value = '12.5'"))).isEqualTo(1);
        company.delete("itemAttributeValues", Map.of("itemNumber", "V1", "attributeName", "Depth"));
        company.delete("itemAttributeValues", Map.of("itemNumber", "V2", "attributeName", "Depth"));
        assertThat(database.fetchCount(database.selectFrom("item_attribute_value WHERE value = '12.5'"))).isZero();
    }

    /** Spec: items, example 16.5. */
    @Test
    void an_item_takes_over_the_attributes_of_its_category() {
        attribute("Material", "text");
        attribute("Feet", "integer");
        attribute("Wheels", "boolean");
        attribute("Shade", "text");
        for (var category : List.of(Map.of("code", "FURN"), Map.of("code", "CHAIR", "parentCode", "FURN"), Map.of("code", "OFFICE", "parentCode", "CHAIR"), Map.of("code", "LOOSE"))) {
            company.create("itemCategories", category);
        }
        categoryValue("FURN", "Material", "Wood");
        categoryValue("CHAIR", "Feet", "4");
        categoryValue("OFFICE", "Feet", "5");
        categoryValue("OFFICE", "Wheels", "yes");
        item("C1", Map.of("itemCategoryCode", "CHAIR"));
        give("C1", "Shade", "Red");
        assertThat(valuesOf("C1")).containsOnly(Map.entry("Material", "Wood"), Map.entry("Feet", "4"), Map.entry("Shade", "Red"));

        company.changeItem("C1", "itemCategoryCode", "OFFICE");
        assertThat(valuesOf("C1")).containsOnly(Map.entry("Material", "Wood"), Map.entry("Feet", "5"), Map.entry("Wheels", "true"), Map.entry("Shade", "Red"));

        company.change("itemCategories", Map.of("code", "OFFICE"), Map.of("parentCode", "LOOSE"));
        assertThat(valuesOf("C1")).containsOnly(Map.entry("Feet", "5"), Map.entry("Wheels", "true"), Map.entry("Shade", "Red"));
        assertThat(codes(company.delete("itemCategories", Map.of("code", "LOOSE")))).containsExactly("items.category-has-children");
        assertThat(company.delete("itemCategories", Map.of("code", "OFFICE"))).isInstanceOf(RecordOutcome.Saved.class);
        assertThat(company.text("items", Map.of("number", "C1"), "itemCategoryCode")).isEmpty();
    }

    private void categoryValue(String category, String attribute, String value) {
        assertThat(company.create("itemCategoryAttributeValues", Map.of("categoryCode", category, "attributeName", attribute, "value", value))).isInstanceOf(RecordOutcome.Saved.class);
    }

    private Map<String, String> valuesOf(String item) {
        var values = new java.util.HashMap<String, String>();
        attributes.ofItems(List.of(item)).getOrDefault(item, Map.of()).forEach((name, value) -> values.put(name.name(), value));
        return values;
    }

    /** Spec: items, section 10. */
    @Test
    void variants_begin_with_the_values_of_their_item_and_can_be_brought_back_to_them() {
        attribute("Gloss", "text");
        item("W1", Map.of());
        give("W1", "Gloss", "matt");
        company.create("itemVariants", Map.of("itemNumber", "W1", "code", "RED"));
        var address = Map.<String, Object>of("itemNumber", "W1", "variantCode", "RED", "attributeName", "Gloss");
        assertThat(company.text("itemVariantAttributeValues", address, "value")).isEqualTo("matt");

        company.change("itemVariantAttributeValues", address, Map.of("value", "shiny"));
        assertThat(company.text("itemVariantAttributeValues", address, "value")).isEqualTo("shiny");
        as(() -> variants.update("W1"));
        assertThat(company.text("itemVariantAttributeValues", address, "value")).isEqualTo("matt");
    }

    /** Spec: items, example 16.6. */
    @Test
    void lists_filter_and_sort_by_attributes() {
        attribute("Width", "decimal");
        attribute("Colour", "text");
        for (var row : List.of(List.of("F-A", "40", "Red"), List.of("F-B", "55", "Red"), List.of("F-C", "60", "Blue"), List.of("F-D", "", "Red"))) {
            item(row.get(0), Map.of());
            give(row.get(0), "Colour", row.get(2));
            if (!row.get(1).isEmpty()) {
                give(row.get(0), "Width", row.get(1));
            }
        }
        assertThat(numbers(listed("Width:>=50;Colour:Red|Green"))).containsExactly("F-B");
        attribute("Trim", "text");
        give("F-C", "Trim", "Red");
        var summed = rows.items().read(listed("Width:>=40;Colour:Red|Green").totalling(Set.of("inventoryValue")));
        assertThat(summed.count()).as("whoever sums counts the same items as a page has").isEqualTo(2);
        assertThat(summed.rows()).hasSize(2);
        assertThat(numbers(listed("Width:40..55"))).containsExactly("F-A", "F-B");
        assertThat(numbers(listed("Colour:=Red").within(Map.of("attributes", "Colour:=Red", "attributeColumn", "Width"))
                .orderedBy(List.of(Sort.descending("attributeValue"), Sort.ascending("number"))))).containsExactly("F-B", "F-A", "F-D");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> numbers(listed("Height:1"))).isInstanceOf(RowsRefused.class).hasMessage("items.attribute-unknown");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> numbers(listed("Width:1;width:2"))).isInstanceOf(RowsRefused.class).hasMessage("items.attribute-duplicate");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> numbers(listed("Width:wide"))).isInstanceOf(RowsRefused.class).hasMessage("items.attribute-value-type");
    }

    private void pagesOfEveryItemJoin(String attribute) {
        for (var order : List.of(Sort.ascending("attributeValue"), Sort.descending("attributeValue"))) {
            var all = RowRequest.of(Criterion.EVERYTHING).within(Map.of("attributeColumn", attribute)).orderedBy(List.of(order, Sort.ascending("number")));
            var joined = new ArrayList<String>();
            var page = rows.items().read(all.page(0, 3).totalling(Set.of("inventoryValue")));
            while (!page.rows().isEmpty()) {
                assertThat(page.count()).isEqualTo(rows.items().read(RowRequest.of(Criterion.EVERYTHING)).count());
                page.rows().forEach(row -> joined.add(row.text("number")));
                page = rows.items().read(all.page(0, 3).totalling(Set.of("inventoryValue")).behind(page.last().orElseThrow()));
            }
            var sorted = new ArrayList<String>();
            rows.items().stream(all, row -> sorted.add(row.text("number")));
            assertThat(joined).isEqualTo(sorted);
        }
    }

    /** Pages that are read along the values, counted and summed apart, hold what the whole list holds. */
    @Test
    void pages_sorted_by_an_attribute_join_without_a_gap_and_are_counted_and_summed() {
        attribute("Span", "decimal");
        attribute("Series", "text");
        for (var i = 0; i < 12; i++) {
            var item = "PG-%02d".formatted(i);
            item(item, Map.of("displayName", "Paged thing " + i));
            give(item, "Series", "paged");
            if (i % 4 != 0) {
                give(item, "Span", Integer.toString(i % 5));
            }
        }
        pagesOfEveryItemJoin("Span");
        pagesOfEveryItemJoin("Series");
        for (var order : List.of(Sort.ascending("attributeValue"), Sort.descending("attributeValue"))) {
            var all = RowRequest.of(Criterion.EVERYTHING).within(Map.of("attributes", "Series:paged", "attributeColumn", "Span"))
                    .orderedBy(List.of(order, Sort.ascending("number"))).totalling(Set.of("inventoryValue"));
            var whole = rows.items().read(all);
            assertThat(whole.count()).isEqualTo(12);
            assertThat(whole.totals()).containsOnlyKeys("inventoryValue");
            assertThat(numbers(all).subList(9, 12)).containsExactly("PG-00", "PG-04", "PG-08");
            var joined = new ArrayList<String>();
            var page = rows.items().read(all.page(0, 5));
            while (!page.rows().isEmpty()) {
                page.rows().forEach(row -> joined.add(row.text("number")));
                page = rows.items().read(all.page(0, 5).behind(page.last().orElseThrow()));
            }
            assertThat(joined).isEqualTo(numbers(all));
        }
        var words = RowRequest.of(Criterion.EVERYTHING).searching("paged thing").totalling(Set.of("inventoryValue"));
        assertThat(rows.items().read(words).count()).isEqualTo(12);
        assertThat(rows.items().read(words.page(10, 5).searching("paged th")).rows()).hasSize(2);
    }

    private static RowRequest listed(String filter) {
        return RowRequest.of(Criterion.EVERYTHING).within(Map.of("attributes", filter));
    }

    private List<String> numbers(RowRequest request) {
        return rows.items().read(request).rows().stream().map(row -> row.text("number")).toList();
    }

    /** Spec: items, section 11. */
    @Test
    void a_search_looks_at_every_name_of_an_item() {
        item("S-77", Map.of("displayName", "Garden bench, larch", "gtin", "5701234567899", "vendorItemNumber", "LB-9", "shelfNumber", "A-12"));
        company.create("itemReferences", Map.of("itemNumber", "S-77", "referenceNumber", "OLD-4242"));

        for (var words : List.of("s-77", "larch garden", "5701234567899", "lb-9", "a-12", "old-4242")) {
            assertThat(numbers(RowRequest.of(Criterion.EVERYTHING).searching(words))).as(words).containsExactly("S-77");
            assertThat(numbers(RowRequest.of(Criterion.EVERYTHING).searching(words).page(0, 8))).as(words).containsExactly("S-77");
        }
        assertThat(numbers(RowRequest.of(Criterion.EVERYTHING).searching("larch' OR 1=1 --"))).isEmpty();
        assertThat(numbers(RowRequest.of(Criterion.EVERYTHING).searching("100%_!"))).isEmpty();
    }

    /** Spec: items, example 16.7. */
    @Test
    void a_scanned_number_means_the_item_of_the_partner_who_uses_it() {
        database.execute("INSERT INTO vendor (no) VALUES ('V10'), ('V20') ON CONFLICT DO NOTHING");
        item("R-1000", Map.of());
        company.create("itemUnitsOfMeasure", Map.of("itemNumber", "R-1000", "code", "BOX", "quantityPerUnit", 6));
        item("R-2000", Map.of("gtin", "5700000000014"));
        assertThat(company.create("itemReferences", Map.of("itemNumber", "R-1000", "unitOfMeasureCode", "BOX", "vendorNumber", "V10", "referenceNumber", "4711",
                "displayName", "Office chair, boxed"))).isInstanceOf(RecordOutcome.Saved.class);
        assertThat(company.create("itemReferences", Map.of("itemNumber", "R-2000", "referenceType", "barCode", "referenceNumber", "4711"))).isInstanceOf(RecordOutcome.Saved.class);

        var ofVendor = (FoundItem.One) find.find("4711", audience(Kind.VENDOR, "V10"), ItemCompany.TODAY);
        assertThat(ofVendor.item()).isEqualTo(new ItemNo("R-1000"));
        assertThat(ofVendor.unit().orElseThrow().code()).isEqualTo("BOX");
        assertThat(ofVendor.description()).isEqualTo("Office chair, boxed");
        assertThat(((FoundItem.One) find.find("4711", audience(Kind.VENDOR, "V20"), ItemCompany.TODAY)).item()).isEqualTo(new ItemNo("R-2000"));
        assertThat(((FoundItem.One) find.find("4711", audience(Kind.CUSTOMER, "V10"), ItemCompany.TODAY)).item()).isEqualTo(new ItemNo("R-2000"));
        assertThat(((FoundItem.One) find.find("5700000000014", Audience.ANYBODY, ItemCompany.TODAY)).item()).isEqualTo(new ItemNo("R-2000"));
        assertThat(find.find("nobody's number", Audience.ANYBODY, ItemCompany.TODAY)).isInstanceOf(FoundItem.None.class);
        assertThat(database.fetchCount(database.selectFrom("item_vendor WHERE vendor_item_no = '4711'"))).isEqualTo(1);
    }

    private static Audience audience(Kind kind, String partner) {
        return new Audience(kind, Optional.of(new PartnerNo(partner)));
    }

    /** Spec: items, section 6. */
    @Test
    void a_reference_holds_between_its_dates_and_ends_after_it_starts() {
        item("D-1", Map.of());
        company.create("itemReferences", Map.of("itemNumber", "D-1", "referenceNumber", "SPRING", "startingDate", "2026-03-01", "endingDate", "2026-05-31"));

        assertThat(find.find("spring", Audience.ANYBODY, java.time.LocalDate.of(2026, 4, 1))).isInstanceOf(FoundItem.One.class);
        assertThat(find.find("spring", Audience.ANYBODY, java.time.LocalDate.of(2026, 6, 1))).isInstanceOf(FoundItem.None.class);
        assertThat(codes(company.create("itemReferences", Map.of("itemNumber", "D-1", "referenceNumber", "X", "startingDate", "2026-03-02", "endingDate", "2026-03-01"))))
                .containsExactly("common.date-order");
        assertThat(codes(company.create("itemReferences", Map.of("itemNumber", "D-1", "referenceNumber", "X", "referenceType", "vendor")))).contains("common.field-required");
    }

    /** Spec: items, section 8. */
    @Test
    void interchangeable_items_stand_in_for_each_other_and_none_for_itself() {
        item("X-1", Map.of());
        item("X-2", Map.of());
        assertThat(codes(company.create("itemSubstitutions", Map.of("itemNumber", "X-1", "substituteItemNumber", "X-1")))).containsExactly("items.substitute-self");
        assertThat(codes(company.create("itemSubstitutions", Map.of("itemNumber", "X-1")))).containsExactly("common.field-required");
        company.create("itemSubstitutions", Map.of("itemNumber", "X-1", "substituteItemNumber", "X-2", "interchangeable", true));
        assertThat(company.text("itemSubstitutions", Map.of("itemNumber", "X-2", "substituteItemNumber", "X-1"), "interchangeable")).isEqualTo("true");

        company.change("itemSubstitutions", Map.of("itemNumber", "X-1", "substituteItemNumber", "X-2"), Map.of("interchangeable", false));
        assertThat(company.text("itemSubstitutions", Map.of("itemNumber", "X-2", "substituteItemNumber", "X-1"), "interchangeable")).isEqualTo("false");
    }

    /** Spec: items, section 2.1. */
    @Test
    void factors_are_multiples_of_the_precision_of_the_base_unit() {
        item("U-1", Map.of());
        company.change("itemUnitsOfMeasure", Map.of("itemNumber", "U-1", "code", "PCS"), Map.of("quantityRoundingPrecision", 1));
        assertThat(codes(company.create("itemUnitsOfMeasure", Map.of("itemNumber", "U-1", "code", "BOX", "quantityPerUnit", "2.5")))).containsExactly("items.unit-factor-not-aligned");
    }

    /** Spec: items, sections 5 and 8 of errors. */
    @Test
    void goods_that_come_from_another_place_come_from_somewhere_in_the_end() {
        item("T-1", Map.of());
        assertThat(company.create("stockkeepingUnits", Map.of("itemNumber", "T-1", "locationCode", "SHOP", "replenishmentSystem", "transfer", "transferFromCode", "WAREHOUSE")))
                .isInstanceOf(RecordOutcome.Saved.class);
        assertThat(codes(company.create("stockkeepingUnits", Map.of("itemNumber", "T-1", "locationCode", "WAREHOUSE", "replenishmentSystem", "transfer", "transferFromCode", "SHOP"))))
                .containsExactly("items.sku-transfer-circle");
        assertThat(codes(company.create("stockkeepingUnits", Map.of("itemNumber", "T-1")))).containsExactly("items.sku-key-empty");
    }

    /** Spec: items, section 15: what hangs on an item goes with it. */
    @Test
    void an_item_without_history_is_deleted_with_all_that_hangs_on_it() {
        attribute("Tone", "text");
        item("Z-1", Map.of());
        give("Z-1", "Tone", "dark");
        company.create("itemVariants", Map.of("itemNumber", "Z-1", "code", "A"));
        company.create("stockkeepingUnits", Map.of("itemNumber", "Z-1", "variantCode", "A"));
        company.create("itemReferences", Map.of("itemNumber", "Z-1", "referenceNumber", "GONE"));
        company.create("itemTranslations", Map.of("itemNumber", "Z-1", "languageTag", "da", "displayName", "Stol"));

        assertThat(company.delete("items", Map.of("number", "Z-1"))).isInstanceOf(RecordOutcome.Saved.class);
        assertThat(company.text("items", Map.of("number", "Z-1"), "number")).isEqualTo("(none)");
        assertThat(find.find("GONE", Audience.ANYBODY, ItemCompany.TODAY)).isInstanceOf(FoundItem.None.class);
    }
}
