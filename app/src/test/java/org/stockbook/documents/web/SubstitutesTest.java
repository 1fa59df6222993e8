package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;
import static org.stockbook.documents.web.TradingDesk.json;
import static org.stockbook.documents.web.TradingDesk.line;

import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.SignedInUser;

/** What may be sold instead of what is short or blocked (spec: items, section 8; sales, section 4). */
@SpringBootTest(properties = "stockbook.books-of-test=SubstitutesTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class SubstitutesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private TradingDesk desk;

    @BeforeEach
    void a_company_that_sells_goods() {
        desk = TradingDesk.at(dsl, mvc);
    }

    private void standsIn(String item, String substitute, String condition) throws Exception {
        desk.client().create("itemSubstitutions", "{\"itemNumber\": \"%s\", \"substituteItemNumber\": \"%s\", \"condition\": \"%s\"}".formatted(item, substitute, condition))
                .andExpect(status().isCreated());
    }

    private String sale(String item) throws Exception {
        return desk.document("salesOrders", "P10", goods(item, "10", "20"));
    }

    private static String substitute(String item) {
        return "{\"itemNumber\": \"" + item + "\"}";
    }

    @Test
    void a_short_line_offers_the_nearest_first_with_what_is_free_of_each_and_nothing_blocked() throws Exception {
        for (var item : new String[] {"LACK", "NEAR", "MORE", "FAR", "SHUT"}) {
            desk.item(item);
        }
        standsIn("LACK", "NEAR", "same colour only");
        standsIn("LACK", "MORE", "");
        standsIn("LACK", "SHUT", "");
        standsIn("NEAR", "FAR", "");
        standsIn("FAR", "LACK", "");
        dsl.execute("UPDATE item SET sales_blocked = true WHERE no = 'SHUT'");
        desk.stock("NEAR", "6", "8");
        desk.stock("MORE", "9", "8");
        desk.document("salesOrders", "P10", goods("MORE", "2", "20"));

        desk.client().read(sale("LACK") + "/availability").andExpect(status().isOk())
                .andExpect(jsonPath("$.value[0].code").value("availability.shortage"))
                .andExpect(jsonPath("$.value[0].substitutes[*].itemNumber").value(contains("MORE", "NEAR", "FAR")))
                .andExpect(jsonPath("$.value[0].substitutes[*].level").value(contains(1, 1, 2)))
                .andExpect(jsonPath("$.value[0].substitutes[*].inventory").value(contains(9.0, 6.0, 0)))
                .andExpect(jsonPath("$.value[0].substitutes[*].available").value(contains(7.0, 6.0, 0)))
                .andExpect(jsonPath("$.value[0].substitutes[1].condition").value("same colour only"));
        desk.client().read(sale("SHUT") + "/availability")
                .andExpect(jsonPath("$.value[0].code").value("items.sales-blocked"))
                .andExpect(jsonPath("$.value[0].message").value("Item SHUT is blocked for sales."))
                .andExpect(jsonPath("$.value[0].substitutes").value(empty()));
    }

    @Test
    void what_is_taken_keeps_quantity_place_and_unit_gets_its_price_and_says_what_was_ordered() throws Exception {
        desk.item("WANTED");
        desk.item("GIVEN");
        desk.item("LAST");
        standsIn("WANTED", "GIVEN", "");
        standsIn("GIVEN", "LAST", "");
        dsl.execute("UPDATE item SET unit_price = 33, description = 'Given' WHERE no = 'GIVEN'");
        dsl.execute("INSERT INTO location (code, name) VALUES ('SHOP', 'Shop') ON CONFLICT DO NOTHING");
        var order = sale("WANTED");
        desk.choose(order, "\"locationCode\": \"SHOP\"");

        desk.client().act(line(order, 10000) + "/substitute", substitute("GIVEN")).andExpect(status().isOk())
                .andExpect(jsonPath("$.salesOrderLines[0].lineObjectNumber").value("GIVEN"))
                .andExpect(jsonPath("$.salesOrderLines[0].description").value("Given"))
                .andExpect(jsonPath("$.salesOrderLines[0].quantity").value(10.0))
                .andExpect(jsonPath("$.salesOrderLines[0].locationCode").value("SHOP"))
                .andExpect(jsonPath("$.salesOrderLines[0].unitOfMeasureCode").value("PCS"))
                .andExpect(jsonPath("$.salesOrderLines[0].unitPrice").value(33.0))
                .andExpect(jsonPath("$.salesOrderLines[0].orderedItemNumber").value("WANTED"));
        // What was ordered first stays what was ordered; another change of the line does not touch it, another item ends it.
        desk.client().act(line(order, 10000) + "/substitute", substitute("LAST")).andExpect(jsonPath("$.salesOrderLines[0].orderedItemNumber").value("WANTED"));
        desk.client().change(line(order, 10000), "{\"quantity\": 4}").andExpect(jsonPath("$.salesOrderLines[0].orderedItemNumber").value("WANTED"));
        desk.client().change(line(order, 10000), "{\"lineObjectNumber\": \"GIVEN\"}").andExpect(jsonPath("$.salesOrderLines[0].orderedItemNumber").doesNotExist());
    }

    @Test
    void what_was_ordered_first_follows_the_line_to_order_shipment_invoice_and_what_is_made_of_them() throws Exception {
        desk.item("HOPED");
        desk.item("GOTTEN");
        standsIn("HOPED", "GOTTEN", "");
        desk.stock("GOTTEN", "30", "8");
        var quote = desk.document("salesQuotes", "P10", goods("HOPED", "10", "20"));
        desk.client().act(line(quote, 10000) + "/substitute", substitute("GOTTEN")).andExpect(status().isOk());

        var order = "salesOrders/number:" + json(desk.client().act(quote + "/makeOrder", "{}").andExpect(status().isOk())).get("number").asString();
        desk.client().read(order).andExpect(jsonPath("$.salesOrderLines[0].orderedItemNumber").value("HOPED"));
        var copy = desk.document("salesOrders", "P10", goods("GOTTEN", "1", "20"));
        desk.client().act(copy + "/copy", "{\"collection\": \"salesOrders\", \"number\": \"%s\"}".formatted(number(order))).andExpect(status().isOk())
                .andExpect(jsonPath("$.salesOrderLines[0].orderedItemNumber").doesNotExist())
                .andExpect(jsonPath("$.salesOrderLines[1].orderedItemNumber").value("HOPED"));

        desk.choose(order, "\"shipQuantity\": 4");
        var posted = desk.post(order, "ship", "invoice");
        var shipment = TradingDesk.posted(posted, "salesShipments");
        var invoice = TradingDesk.posted(posted, "salesInvoices");
        desk.client().read(shipment).andExpect(jsonPath("$.salesShipmentLines[0].lineObjectNumber").value("GOTTEN"))
                .andExpect(jsonPath("$.salesShipmentLines[0].orderedItemNumber").value("HOPED"))
                .andExpect(jsonPath("$.salesShipmentLines[0].orderedItemVariantCode").value(""));
        desk.client().read(invoice).andExpect(jsonPath("$.salesInvoiceLines[0].orderedItemNumber").value("HOPED"));
        var user = authentication(UsernamePasswordAuthenticationToken.authenticated(SignedInUser.STOCKBOOK, "", List.of()));
        for (var address : new String[] {"posted-sales-documents/salesShipment." + number(shipment), "posted-sales-documents/salesInvoice." + number(invoice)}) {
            mvc.perform(get("/" + address).with(user)).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Ordered first"), containsString("/items/HOPED"))));
        }

        var rest = number(TradingDesk.posted(desk.post(order, "ship"), "salesShipments"));
        var taking = "salesInvoices/number:" + json(desk.client().create("salesInvoices", "{\"customerNumber\": \"P10\", \"postingDate\": \"2026-05-04\"}")).get("number").asString();
        desk.client().act(taking + "/getShipmentLines", "{\"lines\": [{\"number\": \"%s\", \"sequence\": 10000}]}".formatted(rest)).andExpect(status().isOk())
                .andExpect(jsonPath("$.salesInvoiceLines[1].orderedItemNumber").value("HOPED"));
        desk.client().act(invoice + "/correct", "{}").andExpect(status().isOk()).andExpect(jsonPath("$.document.salesInvoiceLines[0].orderedItemNumber").value("HOPED"));
        assertThat(desk.value("SELECT string_agg(DISTINCT ordered_item_no, ',') FROM posted_document_line WHERE item_id = (SELECT id FROM item WHERE no = 'GOTTEN') AND posted_quantity <> 30")).isEqualTo("HOPED");
    }

    @Test
    void what_was_ordered_first_is_said_by_what_undoes_and_cancels_too() throws Exception {
        desk.item("MISSED");
        desk.item("TAKEN");
        standsIn("MISSED", "TAKEN", "");
        desk.stock("TAKEN", "30", "8");
        var order = sale("MISSED");
        desk.client().act(line(order, 10000) + "/substitute", substitute("TAKEN")).andExpect(status().isOk());

        var shipment = TradingDesk.posted(desk.post(order, "ship"), "salesShipments");
        desk.client().act(shipment + "/undo", "{}").andExpect(status().isOk());
        desk.client().read(shipment).andExpect(jsonPath("$.salesShipmentLines[*].quantity").value(contains(10.0, -10.0)))
                .andExpect(jsonPath("$.salesShipmentLines[*].orderedItemNumber").value(contains("MISSED", "MISSED")));
        desk.client().read(order).andExpect(jsonPath("$.salesOrderLines[0].orderedItemNumber").value("MISSED"));

        var invoice = TradingDesk.posted(desk.post(order, "ship", "invoice"), "salesInvoices");
        var cancelled = json(desk.client().act(invoice + "/cancel", "{}").andExpect(status().isOk()));
        var memo = TradingDesk.posted(cancelled, "salesCreditMemos");
        desk.client().read(memo).andExpect(jsonPath("$.salesCreditMemoLines[0].orderedItemNumber").value("MISSED"));
    }

    @Test
    void what_was_ordered_first_is_said_by_a_corrective_memo() throws Exception {
        desk.item("SOUGHT");
        desk.item("FOUND");
        standsIn("SOUGHT", "FOUND", "");
        desk.stock("FOUND", "30", "8");
        var order = sale("SOUGHT");
        desk.client().act(line(order, 10000) + "/substitute", substitute("FOUND")).andExpect(status().isOk());
        var invoice = TradingDesk.posted(desk.post(order, "ship", "invoice"), "salesInvoices");

        desk.client().act(invoice + "/createCorrectiveCreditMemo", "{}").andExpect(status().isOk())
                .andExpect(jsonPath("$.document.salesCreditMemoLines[0].orderedItemNumber").value("SOUGHT"));
    }

    private static String number(String address) {
        return address.substring(address.indexOf(':') + 1);
    }

    @Test
    void only_what_is_offered_is_taken_and_only_while_the_line_is_open() throws Exception {
        desk.item("ASKED");
        desk.item("OFFERED");
        desk.item("STRANGE");
        standsIn("ASKED", "OFFERED", "");
        var order = sale("ASKED");
        var take = line(order, 10000) + "/substitute";

        desk.client().act(take, substitute("STRANGE")).andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("api.reference-not-found")).andExpect(jsonPath("$.errors[0].pointer").value("/itemNumber"));
        desk.client().act(take, "{}").andExpect(jsonPath("$.errors[0].code").value("common.field-required")).andExpect(jsonPath("$.errors[0].pointer").value("/itemNumber"));
        desk.client().act(line(order, 20000) + "/substitute", substitute("OFFERED")).andExpect(jsonPath("$.errors[0].code").value("api.reference-not-found"));
        desk.client().act("salesOrders/number:NONE/salesOrderLines/10000/substitute", substitute("OFFERED")).andExpect(status().isNotFound());
        desk.client().act(order + "/release", "{}").andExpect(status().isOk());
        desk.client().act(take, substitute("OFFERED")).andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("common.status-not-open"));

        var back = desk.document("salesReturnOrders", "P10", goods("ASKED", "1", "20"));
        desk.client().act(line(back, 10000) + "/substitute", substitute("OFFERED")).andExpect(status().isNotFound());
        assertThat(desk.value("SELECT count(*) FROM document_line WHERE ordered_item_id IS NOT NULL AND item_id = (SELECT id FROM item WHERE no = 'OFFERED')")).isEqualTo("0");
    }

    @Test
    void what_the_catalogue_offers_becomes_an_item_first() throws Exception {
        desk.item("STOCKED");
        dsl.execute("INSERT INTO item_template (code) VALUES ('STD')");
        dsl.execute("""
                INSERT INTO item_template_value (item_template_id, field, value)
                SELECT t.id, v.field, v.value FROM item_template t, (VALUES ('inventoryPostingGroupCode', 'RESALE'), ('generalProductPostingGroupCode', 'RETAIL')) AS v (field, value)
                WHERE t.code = 'STD'""");
        dsl.execute("""
                INSERT INTO catalog_item (entry_no, vendor_id, vendor_item_no, description, unit_of_measure_code, unit_price, item_template_id)
                SELECT 'CAT-1', v.id, 'V-77', 'From the catalogue', 'PCS', 44, (SELECT id FROM item_template WHERE code = 'STD') FROM vendor v WHERE v.no = 'P10'""");
        desk.client().create("itemSubstitutions", "{\"itemNumber\": \"STOCKED\", \"substituteCatalogItemNumber\": \"CAT-1\"}").andExpect(status().isCreated());
        var order = sale("STOCKED");

        desk.client().read(order + "/availability")
                .andExpect(jsonPath("$.value[0].substitutes[0].catalogItemNumber").value("CAT-1"))
                .andExpect(jsonPath("$.value[0].substitutes[0].displayName").value("From the catalogue"))
                .andExpect(jsonPath("$.value[0].substitutes[0].available").value(0));
        desk.client().act(line(order, 10000) + "/substitute", "{\"catalogItemNumber\": \"CAT-1\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.salesOrderLines[0].description").value(containsString("catalogue")))
                .andExpect(jsonPath("$.salesOrderLines[0].orderedItemNumber").value("STOCKED"));
    }
}
