package org.stockbook.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.items.ItemCompany.as;
import static org.stockbook.items.ItemCompany.codes;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.stockbook.items.cards.CardTemplates;
import org.stockbook.items.cards.CopyItem;
import org.stockbook.items.cards.CreateStockkeepingUnits;
import org.stockbook.items.cards.ItemParts.Part;
import org.stockbook.items.cards.ItemParts.Per;
import org.stockbook.items.cards.ItemParts.StockkeepingRequest;
import org.stockbook.items.catalog.ImportPriceList;
import org.stockbook.items.catalog.ImportPriceList.Converted;
import org.stockbook.items.catalog.ImportPriceList.PriceList;
import org.stockbook.items.catalog.ImportPriceList.What;
import org.stockbook.items.pictures.ItemPictures;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.records.RecordOutcome;

/** Cards made from the catalogue, from templates and from other cards (spec: nonstock; items, sections 5, 12, 13). */
@SpringBootTest(properties = "stockbook.books-of-test=CatalogTest")
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@Import(ItemCompany.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class CatalogTest {
    @Autowired
    private ItemCompany company;

    @Autowired
    private ConvertCatalogItem convert;

    @Autowired
    private RemoveUnusedCatalogItems remove;

    @Autowired
    private ImportPriceList prices;

    @Autowired
    private CopyItem copy;

    @Autowired
    private CardTemplates templates;

    @Autowired
    private CreateStockkeepingUnits units;

    @Autowired
    private ItemPictures pictures;

    @Autowired
    private DSLContext database;

    @BeforeEach
    void companyIsThere() {
        company.furnish();
        database.execute("INSERT INTO vendor (no) VALUES ('V10') ON CONFLICT DO NOTHING");
        company.create("manufacturers", Map.of("code", "LAMNA", "displayName", "Lamna AB"));
        company.create("itemTemplates", Map.of("code", "STD", "displayName", "Goods"));
        company.create("itemTemplateValues", Map.of("templateCode", "STD", "field", "inventoryPostingGroupCode", "value", "RESALE"));
        company.create("itemTemplateValues", Map.of("templateCode", "STD", "field", "generalProductPostingGroupCode", "value", "RETAIL"));
        company.create("itemTemplates", Map.of("code", "STDCOST"));
        company.create("itemTemplateValues", Map.of("templateCode", "STDCOST", "field", "costingMethod", "value", "standard"));
        database.execute("UPDATE catalog_setup SET number_format = 'MANUFACTURER_AND_VENDOR_ITEM_NUMBER', separator = '-'");
    }

    private void offer(String entry, String vendorItem, Map<String, Object> more) {
        var values = new java.util.HashMap<String, Object>(Map.of("number", entry, "manufacturerCode", "LAMNA", "vendorNumber", "V10", "vendorItemNumber", vendorItem,
                "displayName", "Lamp " + vendorItem, "unitOfMeasureCode", "PCS", "negotiatedCost", "42.50", "unitPrice", "79", "itemTemplateCode", "STD"));
        values.putAll(more);
        assertThat(company.create("catalogItems", values)).isInstanceOf(RecordOutcome.Saved.class);
    }

    private static String number(RecordOutcome outcome) {
        return ((RecordOutcome.Saved) outcome).rows().getFirst().text("number");
    }

    private BigDecimal figure(String item, String field) {
        return new BigDecimal(company.text("items", Map.of("number", item), field));
    }

    /** Spec: nonstock, examples 7.2 and 7.6. */
    @Test
    void an_article_becomes_an_item_when_it_is_first_sold_and_is_forgotten_when_the_sale_is() {
        offer("NS0012", "AB-1077", Map.of("barCode", "5701234567899"));

        assertThat(number(as(() -> convert.take("NS0012")))).isEqualTo("LAMNA-AB-1077");
        assertThat(figure("LAMNA-AB-1077", "unitCost")).isEqualByComparingTo("42.50");
        assertThat(figure("LAMNA-AB-1077", "lastDirectCost")).isEqualByComparingTo("42.50");
        assertThat(figure("LAMNA-AB-1077", "unitPrice")).isEqualByComparingTo("79");
        assertThat(company.text("items", Map.of("number", "LAMNA-AB-1077"), "inventoryPostingGroupCode")).isEqualTo("RESALE");
        assertThat(company.text("items", Map.of("number", "LAMNA-AB-1077"), "createdFromCatalogItem")).isEqualTo("true");
        assertThat(database.fetchCount(database.selectFrom("item_reference WHERE reference_no IN ('AB-1077', '5701234567899')"))).isEqualTo(2);
        assertThat(database.fetchCount(database.selectFrom("item_vendor WHERE vendor_item_no = 'AB-1077'"))).isEqualTo(1);
        assertThat(codes(company.change("catalogItems", Map.of("number", "NS0012"), Map.of("negotiatedCost", 40)))).containsExactly("nonstock.already-converted");
        assertThat(number(as(() -> convert.take("NS0012")))).isEqualTo("LAMNA-AB-1077");

        assertThat(as(() -> remove.remove(List.of("LAMNA-AB-1077", "1000")))).containsExactly("LAMNA-AB-1077");
        assertThat(company.text("catalogItems", Map.of("number", "NS0012"), "itemNumber")).isEmpty();
        assertThat(number(as(() -> convert.take("NS0012")))).isEqualTo("LAMNA-AB-1077");
    }

    /** Spec: nonstock, example 7.3. */
    @Test
    void an_item_of_the_catalogue_stays_while_another_line_needs_it() {
        offer("NS0020", "CC-1", Map.of());
        var item = number(as(() -> convert.take("NS0020")));
        company.trade();
        database.execute("INSERT INTO document_header (kind, no, vendor_id, billing_vendor_id, posting_date, document_date, vat_date, due_date)"
                + " SELECT 'PURCHASE_ORDER', 'PO-9', id, id, current_date, current_date, current_date, current_date FROM vendor WHERE no = 'V10'");
        database.execute("INSERT INTO document_line (document_header_id, line_no, line_type, item_id, quantity)"
                + " SELECT h.id, 10000, 'ITEM', i.id, 1 FROM document_header h, item i WHERE h.no = 'PO-9' AND i.no = ?", item);

        assertThat(as(() -> remove.remove(List.of(item)))).isEmpty();
        assertThat(codes(company.delete("items", Map.of("number", item)))).containsExactly("items.on-document");
        assertThat(codes(company.changeItem(item, "costingMethod", "average"))).containsExactly("items.on-purchase");
        assertThat(codes(company.changeItem(item, "type", "service"))).contains("items.type-in-use");
    }

    /** Spec: nonstock, example 7.8. */
    @Test
    void a_template_decides_the_costing_method() {
        offer("NS0030", "SC-1", Map.of("itemTemplateCode", "STDCOST", "negotiatedCost", "18.20"));
        var item = number(as(() -> convert.create("NS0030")));

        assertThat(company.text("items", Map.of("number", item), "costingMethod")).isEqualTo("standard");
        assertThat(figure(item, "unitCost")).isEqualByComparingTo("18.20");
        assertThat(figure(item, "standardCost")).isEqualByComparingTo("18.20");
        assertThat(figure(item, "lastDirectCost")).isEqualByComparingTo("18.20");
    }

    /** Spec: nonstock, example 7.10. */
    @Test
    void an_item_made_by_hand_under_the_same_number_is_taken_and_never_removed() {
        offer("NS0040", "EX-1", Map.of());
        company.create("items", Map.of("number", "LAMNA-EX-1", "displayName", "By hand", "baseUnitOfMeasureCode", "PCS"));

        assertThat(codes(as(() -> convert.create("NS0040")))).containsExactly("items.already-exists");
        assertThat(number(as(() -> convert.take("NS0040")))).isEqualTo("LAMNA-EX-1");
        assertThat(company.text("catalogItems", Map.of("number", "NS0040"), "itemNumber")).isEqualTo("LAMNA-EX-1");
        assertThat(as(() -> remove.remove(List.of("LAMNA-EX-1")))).isEmpty();
    }

    /** Spec: nonstock, sections 1.1, 1.3 and 2.1. */
    @Test
    void what_is_missing_or_taken_makes_no_item() {
        offer("NS0050", "DD-1", Map.of("itemTemplateCode", ""));
        assertThat(codes(as(() -> convert.create("NS0050")))).containsExactly("common.field-required");
        assertThat(codes(company.create("catalogItems", Map.of("number", "NS0051", "vendorNumber", "V10", "vendorItemNumber", "DD-1")))).containsExactly("nonstock.vendor-item-exists");
        database.execute("UPDATE catalog_setup SET number_format = 'VENDOR_ITEM_NUMBER', separator = ''");
        offer("NS0052", "A-VERY-LONG-NUMBER-OF-30-CHARS", Map.of());
        assertThat(codes(as(() -> convert.create("NS0052")))).containsExactly("nonstock.item-no-too-long");
        assertThat(as(() -> convert.create("NOWHERE"))).isInstanceOf(RecordOutcome.NotThere.class);
    }

    /** Spec: nonstock, example 7.9. */
    @Test
    void a_price_list_updates_articles_and_on_request_their_items() {
        offer("NS0060", "PL-1", Map.of());
        var list = List.of(Map.of("vendorItemNumber", "PL-1", "negotiatedCost", "44"), Map.of("vendorItemNumber", "PL-NEW", "displayName", "New lamp", "number", "NS0061"),
                Map.of("displayName", "without a number"));

        assertThat(as(() -> prices.take(new PriceList("V10", list, Converted.REPORT)))).extracting(ImportPriceList.Result::what)
                .containsExactly(What.UPDATED, What.CREATED, What.REFUSED);
        assertThat(company.text("catalogItems", Map.of("number", "NS0060"), "negotiatedCost")).startsWith("44");
        var item = number(as(() -> convert.create("NS0060")));
        var again = List.of(Map.of("vendorItemNumber", "PL-1", "negotiatedCost", "46"));
        assertThat(as(() -> prices.take(new PriceList("V10", again, Converted.REPORT))).getFirst().issues()).extracting(issue -> issue.code()).containsExactly("nonstock.already-converted");
        assertThat(as(() -> prices.take(new PriceList("V10", again, Converted.UPDATE_ITEM))).getFirst().what()).isEqualTo(What.ITEM_UPDATED);
        assertThat(figure(item, "unitCost")).isEqualByComparingTo("46");
        assertThat(figure(item, "unitPrice")).isEqualByComparingTo("79");
    }

    /** Spec: items, section 13. */
    @Test
    void copies_take_what_is_wanted_and_come_all_or_none() {
        company.create("items", Map.of("number", "M-1", "displayName", "Model", "baseUnitOfMeasureCode", "PCS", "unitCost", 5, "unitPrice", 9, "gtin", "5701234567899"));
        company.create("itemUnitsOfMeasure", Map.of("itemNumber", "M-1", "code", "BOX", "quantityPerUnit", 12));
        company.create("itemVariants", Map.of("itemNumber", "M-1", "code", "RED", "displayName", "Red"));
        company.create("itemReferences", Map.of("itemNumber", "M-1", "variantCode", "RED", "referenceNumber", "M-RED"));
        company.create("itemAttributes", Map.of("name", "Feel", "type", "text"));
        company.create("itemAttributeValues", Map.of("itemNumber", "M-1", "attributeName", "Feel", "value", "soft"));

        var made = (RecordOutcome.Saved) as(() -> copy.copy(new CopyItem.Request("M-1", "M-08", "", 3, EnumSet.allOf(Part.class)), "ITEM"));
        assertThat(made.rows()).extracting(row -> row.text("number")).containsExactly("M-08", "M-09", "M-10");
        assertThat(company.text("items", Map.of("number", "M-10"), "gtin")).isEmpty();
        assertThat(figure("M-10", "unitCost")).isEqualByComparingTo("5");
        assertThat(company.text("itemUnitsOfMeasure", Map.of("itemNumber", "M-10", "code", "BOX"), "quantityPerUnit")).startsWith("12");
        assertThat(company.text("itemReferences", Map.of("itemNumber", "M-10", "variantCode", "RED", "unitOfMeasureCode", "PCS", "referenceType", "none", "referenceNumber", "M-RED"),
                "referenceNumber")).isEqualTo("M-RED");
        assertThat(company.text("itemAttributeValues", Map.of("itemNumber", "M-10", "attributeName", "Feel"), "value")).isEqualTo("soft");

        assertThat(codes(as(() -> copy.copy(new CopyItem.Request("M-1", "M-07", "", 3, EnumSet.noneOf(Part.class)), "ITEM")))).contains("items.already-exists");
        assertThat(company.text("items", Map.of("number", "M-07"), "number")).isEqualTo("(none)");
        assertThat(codes(as(() -> copy.copy(new CopyItem.Request("M-1", "COPY", "", 2, EnumSet.noneOf(Part.class)), "ITEM")))).containsExactly("api.malformed");
    }

    /** Spec: items, section 13. */
    @Test
    void a_card_becomes_a_template_and_a_template_a_card() {
        company.create("items", Map.of("number", "TP-1", "displayName", "Pattern", "baseUnitOfMeasureCode", "PAIR", "shelfNumber", "B-7"));
        assertThat(as(() -> templates.saveAs("TP-1", "PATTERN", "By pattern"))).isInstanceOf(RecordOutcome.Saved.class);
        company.create("items", Map.of("number", "TP-2", "displayName", "Other"));

        as(() -> templates.apply("TP-2", "PATTERN"));
        assertThat(company.text("items", Map.of("number", "TP-2"), "shelfNumber")).isEqualTo("B-7");
        assertThat(company.text("items", Map.of("number", "TP-2"), "baseUnitOfMeasureCode")).isEqualTo("PAIR");
        assertThat(company.text("items", Map.of("number", "TP-2"), "displayName")).isEqualTo("Other");
        assertThat(codes(company.create("itemTemplateValues", Map.of("templateCode", "PATTERN", "field", "number", "value", "1")))).containsExactly("api.unknown-field");
    }

    /** Spec: items, section 5. */
    @Test
    void stockkeeping_units_are_made_for_many_places_at_once() {
        company.create("items", Map.of("number", "K-1", "displayName", "Kit", "baseUnitOfMeasureCode", "PCS", "shelfNumber", "C-1"));
        company.create("itemVariants", Map.of("itemNumber", "K-1", "code", "A"));
        var request = new StockkeepingRequest(List.of("K-1"), Per.LOCATION_AND_VARIANT, List.of("SHOP", "WAREHOUSE"), false);

        assertThat(((RecordOutcome.Saved) as(() -> units.create(request, CreateStockkeepingUnits.Existing.KEEP))).created()).isEqualTo(2);
        assertThat(company.text("stockkeepingUnits", Map.of("itemNumber", "K-1", "variantCode", "A", "locationCode", "SHOP"), "shelfNumber")).isEqualTo("C-1");
        assertThat(((RecordOutcome.Saved) as(() -> units.create(request, CreateStockkeepingUnits.Existing.KEEP))).created()).isZero();
        company.changeItem("K-1", "shelfNumber", "C-2");
        as(() -> units.create(request, CreateStockkeepingUnits.Existing.REPLACE));
        assertThat(company.text("stockkeepingUnits", Map.of("itemNumber", "K-1", "variantCode", "A", "locationCode", "SHOP"), "shelfNumber")).isEqualTo("C-2");
    }

    /** Spec: items, section 12; ui, section 7: what stood beside the picture is not kept. */
    @Test
    void pictures_are_drawn_anew_and_anything_else_is_refused() throws IOException {
        company.create("items", Map.of("number", "PIC-1", "displayName", "Pictured"));
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 150, BufferedImage.TYPE_INT_RGB), "png", png);
        png.write("GPS 55.6761, 12.5683".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        var kept = (RecordOutcome.Saved) as(() -> pictures.add("PIC-1", "lamp.png", png.toByteArray()));
        var id = Long.parseLong(kept.rows().getFirst().text("id"));
        assertThat(new String(as(() -> pictures.read(id, false)).orElseThrow().bytes(), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(as(() -> pictures.read(id, true)).orElseThrow().bytes())).getWidth()).isEqualTo(96);
        assertThat(codes(as(() -> pictures.add("PIC-1", "script.svg", "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))).containsExactly("api.malformed");
        assertThat(codes(as(() -> pictures.add("PIC-1", "huge.png", new byte[11_000_000])))).containsExactly("api.malformed");
        assertThat(as(() -> pictures.add("NOBODY", "lamp.png", png.toByteArray()))).isInstanceOf(RecordOutcome.NotThere.class);
    }
}
