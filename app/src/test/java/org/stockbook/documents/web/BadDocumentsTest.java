package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;

import com.jayway.jsonpath.JsonPath;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.SignedInUser;

/** What a program may get wrong with open documents: each mistake is named with its place, and the books stay as they were. */
@SpringBootTest(properties = "stockbook.books-of-test=BadDocumentsTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class BadDocumentsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private TradingDesk desk;

    @BeforeEach
    void a_company() {
        desk = TradingDesk.at(dsl, mvc);
    }

    @Test
    void more_is_invoiced_than_was_received() throws Exception {
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("INV"), "10", "8"));
        desk.choose(order, "\"receiveQuantity\": 4, \"invoiceQuantity\": 0");
        desk.post(order, "receive");
        desk.choose(order, "\"receiveQuantity\": 0, \"invoiceQuantity\": 5");

        desk.refusedLine(() -> desk.client().act(order + "/post", TradingDesk.choice("invoice")), "common.above-invoiceable",
                "More than is received or shipped and not invoiced; 4 are left to invoice.");
        desk.refusedLine(() -> desk.client().act(order + "/preview", TradingDesk.choice("invoice")), "common.above-invoiceable",
                "More than is received or shipped and not invoiced; 4 are left to invoice.");
        desk.choose(order, "\"invoiceQuantity\": 4");
        desk.post(order, "invoice");
        assertThat(desk.costOf("INV")).isEqualTo("32.00");
    }

    @Test
    void more_is_shipped_than_was_ordered() throws Exception {
        var item = desk.item("SHIP");
        desk.stock(item, "20", "8");
        var order = desk.document("salesOrders", "P10", goods(item, "10", "20"));
        desk.choose(order, "\"shipQuantity\": 11");

        desk.refusedLine(() -> desk.client().act(order + "/post", TradingDesk.choice("ship")), "common.above-outstanding", "More than is outstanding; 10 are left. Type no more than that, or raise the quantity of the line.");
        desk.choose(order, "\"shipQuantity\": -1");
        desk.refusedLine(() -> desk.client().act(order + "/post", TradingDesk.choice("ship")), "common.above-outstanding", "More than is outstanding; 10 are left. Type no more than that, or raise the quantity of the line.");
        desk.choose(order, "\"shipQuantity\": 7");
        desk.post(order, "ship");
        desk.refusedLine(() -> desk.client().change(TradingDesk.line(order, 10000), "{\"quantity\": 6}"), "common.status-not-open", "This is locked because it is not open.");
        desk.client().act(order + "/reopen", "{}").andExpect(status().isOk());
        desk.refusedLine(() -> desk.client().change(TradingDesk.line(order, 10000), "{\"quantity\": 6}"), "common.below-handled", "7 are received or shipped already.");
        assertThat(desk.quantityOf(item)).isEqualTo("13");
    }

    /** Spec: api, section 5.1. */
    @Test
    void what_is_wrong_is_told_without_trying_it() throws Exception {
        var item = desk.item("VALID");
        var order = desk.document("salesOrders", "P10", goods(item, "10", "20"));
        desk.client().act(order + "/validate", "").andExpect(status().isOk()).andExpect(jsonPath("$.issues").isEmpty());
        desk.choose(order, "\"shipQuantity\": 11");
        var version = desk.client().read(order).andReturn().getResponse().getHeader("ETag");
        desk.client().act(order + "/validate", "{\"ship\": true, \"postingDate\": \"2026-05-06\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.issues[0].code").value("common.above-outstanding")).andExpect(jsonPath("$.issues[0].pointer").value("/salesOrderLines/0/shipQuantity"))
                .andExpect(jsonPath("$.issues[0].message").value("More than is outstanding; 10 are left. Type no more than that, or raise the quantity of the line.")).andExpect(jsonPath("$.issues[0].target.sequence").value(10000));
        assertThat(desk.client().read(order).andReturn().getResponse().getHeader("ETag")).isEqualTo(version);
        desk.client().act(order + "/validate", "{\"colour\": true}").andExpect(status().isBadRequest());
        desk.client().act("salesOrders/number:NOWHERE/validate", "").andExpect(status().isNotFound());
        var empty = "salesOrders/number:" + JsonPath.read(desk.client().create("salesOrders", "{\"customerNumber\": \"P10\"}").andReturn().getResponse().getContentAsString(), "$.number");
        desk.client().act(empty + "/validate", "").andExpect(jsonPath("$.issues[0].code").value("common.nothing-to-release")).andExpect(jsonPath("$.issues[0].pointer").value(""));
    }

    /** Purchasing, section 1: only the hardest block of a vendor holds documents up, that one everywhere. */
    @ParameterizedTest(name = "blocked for {0}")
    @CsvSource({"PAYMENTS, true", "ALL, false"})
    void a_blocked_vendor(String level, boolean posts) throws Exception {
        var vendor = desk.partner("vendor", "V" + level);
        var item = desk.item("V-" + level);
        var order = desk.document("purchaseOrders", vendor, goods(item, "10", "8"));
        desk.block("vendor", vendor, level);
        if (posts) {
            desk.client().act(order + "/release", "{}").andExpect(status().isOk());
            desk.post(order, "receive", "invoice");
            assertThat(desk.quantityOf(item)).isEqualTo("10");
        } else {
            var words = "The vendor is blocked for everything.";
            desk.refused(() -> desk.client().create("purchaseOrders", TradingDesk.body("purchaseOrders", vendor, goods(item, "1", "8"))), 422, "purchasing.vendor-blocked", words);
            desk.refused(() -> desk.client().act(order + "/release", "{}"), 422, "purchasing.vendor-blocked", words);
            desk.refused(() -> desk.client().act(order + "/post", TradingDesk.choice("receive")), 422, "purchasing.vendor-blocked", words);
            desk.client().remove(order).andExpect(status().isNoContent());
        }
    }

    /** Sales, section 1: the harder the block, the less goes on; returns go on under all but the hardest. */
    @ParameterizedTest(name = "blocked for {0}")
    @CsvSource({
        "SHIPMENTS, 'The customer is blocked for orders and shipments.', true, true",
        "INVOICES, 'The customer is blocked for orders, shipments and invoices.', false, true",
        "ALL, The customer is blocked for everything., false, false"})
    void a_blocked_customer(String level, String words, boolean invoices, boolean returns) throws Exception {
        var customer = desk.partner("customer", "C" + level);
        var item = desk.item("C-" + level);
        desk.stock(item, "20", "8");
        var shipped = desk.document("salesOrders", customer, goods(item, "3", "20"));
        desk.post(shipped, "ship");
        var fresh = desk.document("salesOrders", customer, goods(item, "2", "20"));
        var back = desk.document("salesReturnOrders", customer, goods(item, "1", "20"));
        desk.block("customer", customer, level);

        desk.refused(() -> desk.client().create("salesOrders", TradingDesk.body("salesOrders", customer, goods(item, "1", "20"))), 422, "sales.customer-blocked", words);
        desk.refused(() -> desk.client().act(fresh + "/release", "{}"), 422, "sales.customer-blocked", words);
        desk.refused(() -> desk.client().act(fresh + "/post", TradingDesk.choice("ship")), 422, "sales.customer-blocked", words);
        if (invoices) {
            desk.post(shipped, "invoice");
        } else {
            desk.refused(() -> desk.client().act(shipped + "/post", TradingDesk.choice("invoice")), 422, "sales.customer-blocked", words);
        }
        if (returns) {
            desk.post(back, "receive", "invoice");
        } else {
            desk.refused(() -> desk.client().act(back + "/post", TradingDesk.choice("receive", "invoice")), 422, "sales.customer-blocked", words);
        }
        assertThat(desk.quantityOf(item)).isEqualTo(returns ? "18" : "17");
    }

    @Test
    void a_document_without_anything_to_release_or_to_post() throws Exception {
        var empty = "purchaseOrders/number:" + TradingDesk.json(desk.client().create("purchaseOrders", "{\"vendorNumber\": \"P10\"}")).get("number").asString();
        desk.refused(() -> desk.client().act(empty + "/release", "{}"), 422, "common.nothing-to-release", "There is no line with a quantity to release.");
        desk.refused(() -> desk.client().act(empty + "/post", TradingDesk.choice("receive")), 422, "common.nothing-to-post", "There is nothing to post.");
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("REL"), "10", "8"));
        desk.refused(() -> desk.client().act(order + "/post", "{}"), 422, "common.nothing-to-post", "There is nothing to post.");
        desk.client().act(order + "/release", "{}").andExpect(status().isOk()).andExpect(jsonPath("$.status").value("released"));
        desk.client().act(order + "/release", "{}").andExpect(status().isOk());
        desk.refused(() -> desk.client().change(order, "{\"currencyCode\": \"\"}"), 409, "common.status-not-open", "This is locked because it is not open.");
        desk.client().change(order, "{\"externalDocumentNumber\": \"V-7\"}").andExpect(status().isOk());
        desk.refusedLine(() -> desk.client().remove(TradingDesk.line(order, 10000)), "common.status-not-open", "This is locked because it is not open.");
        desk.client().act(order + "/reopen", "{}").andExpect(status().isOk()).andExpect(jsonPath("$.status").value("open"));
        desk.client().remove(TradingDesk.line(order, 10000)).andExpect(status().isOk());
    }

    @Test
    void a_location_that_must_be_given_is_asked_for_at_release_and_at_posting() throws Exception {
        dsl.execute("UPDATE inventory_setup SET location_mandatory = true");
        try {
            var order = desk.document("purchaseOrders", "P10", goods(desk.item("LOC"), "10", "8"));
            desk.refusedLine(() -> desk.client().act(order + "/release", "{}"), "common.field-required", "Location is missing.");
            desk.refusedLine(() -> desk.client().act(order + "/post", TradingDesk.choice("receive")), "common.field-required", "Location is missing.");
            desk.refusedLine(() -> desk.client().change(TradingDesk.line(order, 10000), "{\"locationCode\": \"NOWHERE\"}"), "api.reference-not-found",
                    "Location: “NOWHERE” does not exist. Choose an existing one or create it.");
        } finally {
            dsl.execute("UPDATE inventory_setup SET location_mandatory = false");
        }
    }

    @Test
    void units_that_are_unknown_or_of_another_item_and_more_decimals_than_there_are() throws Exception {
        dsl.execute("INSERT INTO unit_of_measure (code) VALUES ('PALLET') ON CONFLICT DO NOTHING");
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("UNIT"), "10", "8"));
        for (var unit : new String[] {"PALLET", "NONE"}) {
            desk.refusedLine(() -> desk.client().change(TradingDesk.line(order, 10000), "{\"unitOfMeasureCode\": \"" + unit + "\"}"), "items.unit-unknown",
                    "Unit " + unit + " does not exist, or is not a unit of item UNIT.");
        }
        desk.client().change(TradingDesk.line(order, 10000), "{\"quantity\": 0.000001}")
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.code").value("api.needs-rounding"));
        desk.client().change(TradingDesk.line(order, 10000), "{\"quantity\": \"ten\"}")
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.code").value("api.value-unreadable"));
        desk.client().change(TradingDesk.line(order, 10000), "{\"unitOfMeasureCode\": \"BOX\", \"quantity\": 2}").andExpect(status().isOk());
        desk.post(order, "receive");
        assertThat(desk.quantityOf("UNIT")).isEqualTo("24");
    }

    @Test
    void a_currency_without_a_rate_on_the_day() throws Exception {
        dsl.execute("INSERT INTO currency (code, description) VALUES ('XTS', 'Test') ON CONFLICT DO NOTHING");
        desk.refused(() -> desk.client().create("purchaseOrders", "{\"vendorNumber\": \"P10\", \"postingDate\": \"2026-05-04\", \"currencyCode\": \"XTS\"}"),
                422, "finance.exchange-rate-missing", "XTS has no exchange rate on 4 May 2026.");
        desk.refused(() -> desk.client().create("purchaseOrders", "{\"vendorNumber\": \"P10\", \"currencyCode\": \"NONE\", \"postingDate\": \"2026-05-04\"}"),
                422, "finance.exchange-rate-missing", "NONE has no exchange rate on 4 May 2026.");
        dsl.execute("INSERT INTO currency_exchange_rate (currency_id, starting_date, exchange_rate_amount, relational_exchange_rate_amount) "
                + "SELECT id, '2026-05-10', 1, 2 FROM currency WHERE code = 'XTS'");
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("CUR"), "10", "8"));
        desk.client().change(order, "{\"postingDate\": \"2026-05-12\", \"currencyCode\": \"XTS\"}").andExpect(status().isOk());
        desk.refused(() -> desk.client().change(order, "{\"postingDate\": \"2026-05-04\"}"), 422, "finance.exchange-rate-missing", "XTS has no exchange rate on 4 May 2026.");
    }

    @Test
    void a_closed_inventory_period_and_a_date_outside_what_may_be_posted() throws Exception {
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("DATE"), "10", "8"));
        dsl.execute("INSERT INTO inventory_period (ending_date, closed) VALUES ('2026-03-31', true) ON CONFLICT (ending_date) DO UPDATE SET closed = true");
        try {
            desk.client().change(order, "{\"postingDate\": \"2026-03-31\"}").andExpect(status().isOk());
            desk.refused(() -> desk.client().act(order + "/post", TradingDesk.choice("receive", "invoice")), 422, "costing.inventory-period-closed",
                    "Inventory is closed up to 31 Mar 2026. Choose a later date than 31 Mar 2026.");
            desk.client().change(order, "{\"postingDate\": \"2026-04-01\"}").andExpect(status().isOk());
            desk.post(order, "receive");
        } finally {
            dsl.execute("UPDATE inventory_period SET closed = false");
        }
    }

    @Test
    void the_same_mistake_is_told_in_the_language_of_the_reader() throws Exception {
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("WORDS"), "10", "8"));
        desk.choose(order, "\"receiveQuantity\": 12");
        var sentences = Map.of(
                Language.ENGLISH, "More than is outstanding; 10 are left. Type no more than that, or raise the quantity of the line.",
                Language.CANADIAN_FRENCH, "Plus que le solde à traiter; il reste 10. N’en saisissez pas davantage, ou augmentez la quantité de la ligne.",
                Language.DANISH, "Mere end der er udestående; 10 er tilbage. Skriv ikke mere end det, eller sæt linjens antal op.");
        for (var sentence : sentences.entrySet()) {
            var reader = new DocumentClient(mvc, new SignedInUser("system", "Stockbook", sentence.getKey(), PermissionSet.ADMINISTRATOR));
            var answer = TradingDesk.json(reader.act(order + "/post", TradingDesk.choice("receive")));
            assertThat(answer.get("errors").get(0).get("message").asString()).isEqualTo(sentence.getValue());
        }
    }
}
