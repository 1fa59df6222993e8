package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;
import static org.stockbook.documents.web.TradingDesk.json;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** What open documents bring and take is the same for hints on lines, for substitutes and for the outlook of an item (spec: availability, sections 1 and 2; sales, section 4). */
@SpringBootTest(properties = "stockbook.books-of-test=PlannedMovementsTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class PlannedMovementsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private TradingDesk desk;

    @BeforeEach
    void a_company_with_two_houses_and_a_truck() throws Exception {
        desk = TradingDesk.at(dsl, mvc);
        if (desk.value("SELECT count(*) FROM location WHERE code = 'TRUCK'").equals("0")) {
            dsl.execute("INSERT INTO location (code, in_transit) VALUES ('EAST', false), ('WEST', false), ('TRUCK', true)");
            dsl.execute("""
                    INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id)
                    SELECT l.id, s.inventory_posting_group_id, s.inventory_account_id, s.inventory_interim_account_id
                    FROM inventory_posting_setup s, location l WHERE l.id <> 0""");
            desk.client().create("transferRoutes", """
                    {"transferFromCode": "EAST", "transferToCode": "WEST", "transferRoute": "inTransit", "inTransitCode": "TRUCK", "shippingTime": "2D"}""").andExpect(status().isCreated());
        }
    }

    /** Ten pieces in the east; six of them will leave on the fifth of May and arrive on the seventh. */
    private String transferred(String item) throws Exception {
        desk.item(item);
        var purchase = desk.document("purchaseOrders", "P10", goods(item, "10", "8"));
        desk.choose(purchase, "\"locationCode\": \"EAST\"");
        desk.post(purchase, "receive", "invoice");
        return "transferOrders/number:" + json(desk.client().create("transferOrders", """
                {"transferFromCode": "EAST", "transferToCode": "WEST", "postingDate": "2026-05-05", "transferOrderLines": [{"lineObjectNumber": "%s", "quantity": 6}]}"""
                .formatted(item)).andExpect(status().isCreated())).get("number").asString();
    }

    private String ship(String transfer, String quantity) throws Exception {
        desk.client().change(transfer + "/transferOrderLines/10000", "{\"shipQuantity\": " + quantity + "}").andExpect(status().isOk());
        desk.client().act(transfer + "/post", "{\"ship\": true}").andExpect(status().isOk());
        return transfer;
    }

    private String sale(String item, String location, String date) throws Exception {
        var order = desk.document("salesOrders", "P10", goods(item, "8", "20"));
        desk.client().change(order, "{\"requestedDate\": \"" + date + "\"}").andExpect(status().isOk());
        desk.choose(order, "\"locationCode\": \"" + location + "\"");
        return order;
    }

    private ResultActions hint(String item, String location, String date) throws Exception {
        var order = sale(item, location, date);
        var hint = desk.client().read(order + "/availability").andExpect(status().isOk());
        desk.client().remove(order).andExpect(status().isNoContent());
        return hint;
    }

    @Test
    void the_hint_on_a_line_counts_what_a_transfer_takes_and_what_it_brings() throws Exception {
        var transfer = transferred("MOVED");
        hint("MOVED", "EAST", "2026-05-04").andExpect(jsonPath("$.value[0].requirements").value(0)).andExpect(jsonPath("$.value[0].missing").value(0));
        hint("MOVED", "EAST", "2026-05-05").andExpect(jsonPath("$.value[0].inventory").value(10.0)).andExpect(jsonPath("$.value[0].requirements").value(6.0))
                .andExpect(jsonPath("$.value[0].missing").value(4.0));
        hint("MOVED", "WEST", "2026-05-07").andExpect(jsonPath("$.value[0].receipts").value(6.0)).andExpect(jsonPath("$.value[0].missing").value(2.0))
                .andExpect(jsonPath("$.value[0].earliestDate").doesNotExist());

        ship(transfer, "4");
        hint("MOVED", "EAST", "2026-05-05").andExpect(jsonPath("$.value[0].inventory").value(6.0)).andExpect(jsonPath("$.value[0].requirements").value(2.0));
        hint("MOVED", "WEST", "2026-05-07").andExpect(jsonPath("$.value[0].inventory").value(0)).andExpect(jsonPath("$.value[0].receipts").value(6.0));
    }

    @Test
    void the_first_day_with_enough_is_found_behind_what_comes_and_goes_before() throws Exception {
        transferred("SOON");
        sale("SOON", "WEST", "2026-05-06");
        var purchase = desk.document("purchaseOrders", "P10", goods("SOON", "5", "8"));
        desk.client().change(purchase, "{\"requestedDate\": \"2026-05-20\"}").andExpect(status().isOk());
        desk.choose(purchase, "\"locationCode\": \"WEST\"");
        var more = desk.document("purchaseOrders", "P10", goods("SOON", "5", "8"));
        desk.client().change(more, "{\"requestedDate\": \"2026-05-25\"}").andExpect(status().isOk());
        desk.choose(more, "\"locationCode\": \"WEST\"");

        // The transfer leaves two short of what was sold before, the first purchase three to sell, the second eight.
        hint("SOON", "WEST", "2026-05-10").andExpect(jsonPath("$.value[0].receipts").value(6.0)).andExpect(jsonPath("$.value[0].requirements").value(8.0))
                .andExpect(jsonPath("$.value[0].missing").value(10.0)).andExpect(jsonPath("$.value[0].earliestDate").value("2026-05-25"));
    }

    @Test
    void a_substitute_that_is_about_to_leave_is_offered_with_what_will_be_left() throws Exception {
        desk.item("SHORT");
        transferred("LEAVING");
        desk.client().create("itemSubstitutions", "{\"itemNumber\": \"SHORT\", \"substituteItemNumber\": \"LEAVING\"}").andExpect(status().isCreated());

        hint("SHORT", "EAST", "2026-05-05").andExpect(jsonPath("$.value[0].substitutes[*].inventory").value(contains(10.0)))
                .andExpect(jsonPath("$.value[0].substitutes[*].available").value(contains(4.0)));
        hint("SHORT", "WEST", "2026-05-07").andExpect(jsonPath("$.value[0].substitutes[*].inventory").value(contains(0)))
                .andExpect(jsonPath("$.value[0].substitutes[*].available").value(contains(6.0)));
    }

    /** Without a place all of a transfer nets to zero: what is on the truck is in the house it came from no more and in no house yet. */
    @Test
    void what_is_on_the_way_is_counted_once() throws Exception {
        ship(transferred("AFLOAT"), "4");
        desk.client().read("itemAvailability?itemNumber=AFLOAT").andExpect(jsonPath("$.value[*].locationCode").value(contains("EAST", "TRUCK", "WEST")))
                .andExpect(jsonPath("$.value[*].projectedInventory").value(contains(4.0, 0.0, 6.0)));
        for (var by : new String[] {"variant", "unit", "period", "event"}) {
            var rows = json(desk.client().read("itemAvailability?itemNumber=AFLOAT&by=" + by).andExpect(status().isOk())).get("value");
            assertThat(rows.get(rows.size() - 1).get("projectedInventory").asDouble()).as(by).isEqualTo(10);
        }
    }

    @Test
    void an_invoice_of_what_was_shipped_before_moves_nothing() throws Exception {
        desk.item("SHIPPED");
        desk.stock("SHIPPED", "10", "8");
        var order = desk.document("salesOrders", "P10", goods("SHIPPED", "3", "20"));
        var shipment = desk.post(order, "ship").get("salesShipments").get(0).get("number").asString();
        var invoice = "salesInvoices/number:" + json(desk.client().create("salesInvoices", "{\"customerNumber\": \"P10\", \"postingDate\": \"2026-05-04\"}")
                .andExpect(status().isCreated())).get("number").asString();
        desk.client().act(invoice + "/getShipmentLines", "{\"lines\": [{\"number\": \"%s\", \"sequence\": 10000}]}".formatted(shipment)).andExpect(status().isOk());

        desk.client().read("itemAvailability?itemNumber=SHIPPED&by=event").andExpect(status().isOk()).andExpect(jsonPath("$.value").value(empty()));
    }
}
