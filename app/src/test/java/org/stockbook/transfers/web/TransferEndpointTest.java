package org.stockbook.transfers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.stockbook.costs.VerifyBooks;
import org.stockbook.documents.TradingCompany;
import org.stockbook.documents.web.DocumentClient;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.Permissions;
import tools.jackson.databind.json.JsonMapper;

/** Goods travel between locations, as a program sends them (spec: transfer, section 14, and what may go wrong). */
@SpringBootTest(properties = "stockbook.books-of-test=TransferEndpointTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class TransferEndpointTest {
    private static final String ORDER = "transferOrders/number:TO-0001";
    private static final String LINE = ORDER + "/transferOrderLines/10000";
    private static final String BODY = """
            {"transferFromCode": "EAST", "transferToCode": "WEST", "postingDate": "2026-05-05",%s "transferOrderLines": [
                {"lineObjectNumber": "BIKE", "quantity": %s}]}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private VerifyBooks verifyBooks;

    private DocumentClient client;

    /** Two layers of bicycles in the east, ten at 5.00 and ten at 6.00; a truck goes to the west. */
    @BeforeEach
    void two_layers_of_stock_in_the_east() throws Exception {
        TradingCompany.create(dsl);
        client = new DocumentClient(mvc);
        dsl.execute("INSERT INTO location (code, in_transit) VALUES ('EAST', false), ('WEST', false), ('NORTH', false), ('TRUCK', true)");
        dsl.execute("""
                INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id)
                SELECT l.id, s.inventory_posting_group_id, s.inventory_account_id, s.inventory_interim_account_id
                FROM inventory_posting_setup s, location l WHERE l.id <> 0""");
        client.create("transferRoutes", """
                {"transferFromCode": "EAST", "transferToCode": "WEST", "transferRoute": "inTransit", "inTransitCode": "TRUCK", "shippingTime": "2D"}""")
                .andExpect(status().isCreated());
        buy("5");
        buy("6");
    }

    private void buy(String cost) throws Exception {
        var answer = client.create("purchaseOrders", """
                {"vendorNumber": "P10", "postingDate": "2026-05-04", "locationCode": "EAST", "purchaseOrderLines": [
                    {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 10, "directUnitCost": %s}]}""".formatted(cost)).andExpect(status().isCreated());
        client.act("purchaseOrders/number:" + text(answer, "number") + "/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
    }

    private static String text(ResultActions answer, String name) throws Exception {
        return JsonMapper.shared().readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8)).get(name).asString();
    }

    private ResultActions order(String more, String quantity) throws Exception {
        return client.create("transferOrders", BODY.formatted(more, quantity)).andExpect(status().isCreated());
    }

    private ResultActions act(String action, String body) throws Exception {
        return client.act(ORDER + "/" + action, body);
    }

    @Test
    void many_orders_come_in_one_request_each_for_itself_or_all_or_none() throws Exception {
        var one = BODY.formatted("", "3");
        client.act("transferOrders/bulk", "{\"mode\": \"independent\", \"operations\": [{\"method\": \"create\", \"data\": " + one
                + "}, {\"method\": \"create\", \"data\": {\"transferFromCode\": \"NOWHERE\"}}, {\"method\": \"upsert\", \"data\": {\"number\": \"MINE\", \"transferFromCode\": \"EAST\"}},"
                + " {\"method\": \"upsert\", \"data\": {\"number\": \"MINE\", \"transferToCode\": \"WEST\"}}, {\"method\": \"delete\", \"key\": \"number:NONE\"}]}").andExpect(status().isOk())
                .andExpect(jsonPath("$.operations[0].record.transferOrderLines[0].quantity").value(3))
                .andExpect(jsonPath("$.operations[1].problem.code").value("api.reference-not-found"))
                .andExpect(jsonPath("$.operations[1].problem.errors[0].pointer").value("/operations/1/data/transferFromCode"))
                .andExpect(jsonPath("$.operations[2].status").value(201)).andExpect(jsonPath("$.operations[3].record.transferToCode").value("WEST"))
                .andExpect(jsonPath("$.operations[4].status").value(404));
        client.act("transferOrders/bulk", "{\"operations\": [{\"method\": \"delete\", \"key\": \"number:MINE\"}, {\"method\": \"update\", \"key\": \"number:TO-0001\", \"version\": 99, \"data\": {}}]}")
                .andExpect(status().isPreconditionFailed());
        assertThat(dsl.fetchCount(dsl.selectFrom("document_header").where("kind = 'TRANSFER_ORDER'"))).isEqualTo(2);
    }

    /** Spec: api, section 5, drafts. */
    @Test
    void lines_keep_what_points_nowhere_where_that_is_wished_and_nothing_is_shipped_meanwhile() throws Exception {
        var made = client.send(post("/api/v1/transferOrders").header("Prefer", "handling=lenient"), BODY.formatted("", "\"some\"").replace("BIKE", "SCOOTER")).andExpect(status().isCreated())
                .andExpect(header().string("Preference-Applied", "handling=lenient")).andExpect(jsonPath("$.transferOrderLines[0].rawInput.lineObjectNumber").value("SCOOTER"))
                .andExpect(jsonPath("$.transferOrderLines[0].rawInput.quantity").value("some")).andExpect(jsonPath("$.transferOrderLines[0].issues.length()").value(2));
        assertThat(text(made, "number")).isEqualTo("TO-0001");
        act("post", "{\"ship\": true}").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].pointer").value("/transferOrderLines/0/lineObjectNumber"));
        act("release", "{}").andExpect(status().isUnprocessableContent());
        client.change(LINE, "{\"unitOfMeasureCode\": \"CRATE\", \"lineObjectNumber\": \"BIKE\"}").andExpect(status().isUnprocessableContent());
        client.change(LINE, "{\"lineObjectNumber\": \"BIKE\"}").andExpect(status().isOk()).andExpect(jsonPath("$.transferOrderLines[0].lineObjectNumber").value("BIKE"))
                .andExpect(jsonPath("$.transferOrderLines[0].rawInput.quantity").value("some"));
        client.change(LINE, "{\"quantity\": 4}").andExpect(status().isOk()).andExpect(jsonPath("$.transferOrderLines[0].rawInput").doesNotExist())
                .andExpect(jsonPath("$.transferOrderLines[0].shipQuantity").value(4));
        act("post", "{\"ship\": true}").andExpect(status().isOk());
    }

    /** Spec: api, section 5.1. */
    @Test
    void what_is_wrong_is_told_without_trying_it() throws Exception {
        order("", "25").andExpect(jsonPath("$.transferOrderLines[0].shipQuantity").value(25.0));
        act("validate", "").andExpect(status().isOk()).andExpect(jsonPath("$.issues").isEmpty());
        var version = client.read(ORDER).andReturn().getResponse().getHeader("ETag");
        act("validate", "{\"ship\": true, \"postingDate\": \"2026-05-06\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.issues[0].code").value("ledger.insufficient-stock")).andExpect(jsonPath("$.issues[0].severity").value("error"))
                .andExpect(jsonPath("$.issues[0].pointer").value("/transferOrderLines/0/shipQuantity")).andExpect(jsonPath("$.issues[0].target.sequence").value(10000));
        act("validate", "{\"receive\": true}").andExpect(jsonPath("$.issues[0].code").value("common.nothing-to-post")).andExpect(jsonPath("$.issues[0].pointer").value(""));
        assertThat(client.read(ORDER).andReturn().getResponse().getHeader("ETag")).isEqualTo(version);
        client.change(LINE, "{\"shipQuantity\": 20}").andExpect(status().isOk());
        act("validate", "{\"ship\": true}").andExpect(jsonPath("$.issues").isEmpty());
        act("validate", "{\"colour\": true}").andExpect(status().isBadRequest());
        client.act("transferOrders/number:NOWHERE/validate", "").andExpect(status().isNotFound());
        client.create("transferOrders", "{\"number\": \"EMPTY\", \"transferFromCode\": \"EAST\", \"transferToCode\": \"EAST\"}").andExpect(status().isCreated());
        client.act("transferOrders/number:EMPTY/validate", "{}").andExpect(jsonPath("$.issues[*].code").value(hasItems("transfer.locations-equal", "common.nothing-to-release")))
                .andExpect(jsonPath("$.issues[0].message").isNotEmpty());
    }

    /** Spec: transfer, section 2. */
    @Test
    void an_order_says_how_its_goods_travel_and_what_is_posted_keeps_it() throws Exception {
        client.create("shipmentMethods", "{\"code\": \"EXW\"}").andExpect(status().isCreated());
        order("\"shipmentMethodCode\": \"exw\", ", "5").andExpect(jsonPath("$.shipmentMethodCode").value("EXW")).andExpect(jsonPath("$.shipmentMethodId").isString());
        client.change(ORDER, "{\"shipmentMethodCode\": \"NOHOW\"}").andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].pointer").value("/shipmentMethodCode"));
        client.change(ORDER, "{\"shipmentMethodCode\": \"\"}").andExpect(jsonPath("$.shipmentMethodCode").value(""));
        client.change(ORDER, "{\"shipmentMethodCode\": \"EXW\"}").andExpect(status().isOk());
        act("post", "{\"ship\": true}").andExpect(status().isOk());
        act("post", "{\"receive\": true}").andExpect(status().isOk());
        client.read("transferShipments/number:TS-0001").andExpect(jsonPath("$.shipmentMethodCode").value("EXW"));
        client.read("transferReceipts/number:TR-0001").andExpect(jsonPath("$.shipmentMethodCode").value("EXW"));
        client.remove("shipmentMethods/code:EXW").andExpect(jsonPath("$.code").value("common.in-use"));
    }

    /** X1 and X3: shipped and received in parts, each layer with its cost; the order is gone when it is complete. */
    @Test
    void an_order_follows_its_route_in_parts() throws Exception {
        order("", "15")
                .andExpect(jsonPath("$.inTransitCode").value("TRUCK"))
                .andExpect(jsonPath("$.transferRoute").value("inTransit"))
                .andExpect(jsonPath("$.shipmentDate").value("2026-05-05"))
                .andExpect(jsonPath("$.receiptDate").value("2026-05-07"))
                .andExpect(jsonPath("$.transferOrderLines[0].shipQuantity").value(15.0));
        act("release", "{}").andExpect(status().isOk()).andExpect(jsonPath("$.status").value("released"));
        act("preview", "{\"ship\": true}").andExpect(status().isOk()).andExpect(jsonPath("$.itemLedgerEntries.length()").value(3));
        client.change(LINE, "{\"shipQuantity\": 12}").andExpect(status().isOk());
        act("post", "{\"ship\": true}").andExpect(status().isOk())
                .andExpect(jsonPath("$.transferShipments[0].number").value("TS-0001"))
                .andExpect(jsonPath("$.document.transferOrderLines[0].inTransitQuantity").value(12.0))
                .andExpect(jsonPath("$.document.transferOrderLines[0].receiveQuantity").value(12.0))
                .andExpect(jsonPath("$.document.transferOrderLines[0].shipQuantity").value(3.0));
        assertThat(valueAt("TRUCK")).isEqualTo("62.00");
        client.change(LINE, "{\"receiveQuantity\": 4}").andExpect(status().isOk());
        act("post", "{\"receive\": true, \"postingDate\": \"2026-05-07\"}").andExpect(status().isOk());
        assertThat(valueAt("WEST")).isEqualTo("20.00");
        act("post", "{\"ship\": true, \"receive\": true}").andExpect(status().isOk())
                .andExpect(jsonPath("$.transferShipments[0].number").value("TS-0002"))
                .andExpect(jsonPath("$.transferReceipts[0].number").value("TR-0002"))
                .andExpect(jsonPath("$.document").doesNotExist());
        assertThat(valueAt("WEST")).isEqualTo("80.00");
        assertThat(valueAt("TRUCK")).isEqualTo("0.00");
        client.read(ORDER).andExpect(status().isNotFound());
        act("post", "{\"receive\": true}").andExpect(status().isGone()).andExpect(jsonPath("$.code").value("api.gone"));
        client.read("transferReceipts/number:TR-0002").andExpect(status().isOk())
                .andExpect(jsonPath("$.orderNumber").value("TO-0001"))
                .andExpect(jsonPath("$.transferReceiptLines[0].quantity").value(11.0));
        client.read("postedTransfers?filter=orderNumber eq 'TO-0001'").andExpect(status().isOk()).andExpect(jsonPath("$.value.length()").value(4));
        assertThat(Permissions.asStockbook(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
    }

    /** X4: freight on the receipt is cost at the destination, spread over its layers, and follows what is sold from there. */
    @Test
    void freight_on_the_receipt_is_cost_at_the_destination() throws Exception {
        order("", "15");
        act("post", "{\"ship\": true, \"receive\": true}").andExpect(status().isOk());
        client.create("salesOrders", """
                {"customerNumber": "P10", "postingDate": "2026-05-08", "locationCode": "WEST", "salesOrderLines": [
                    {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 12, "unitPrice": 20}]}""").andExpect(status().isCreated());
        client.act("salesOrders/number:SO-0001/post", "{\"ship\": true, \"invoice\": true}").andExpect(status().isOk());
        client.create("purchaseInvoices", """
                {"vendorNumber": "P10", "postingDate": "2026-05-09", "purchaseInvoiceLines": [
                    {"lineType": "charge", "lineObjectNumber": "FREIGHT", "quantity": 1, "directUnitCost": 15}]}""").andExpect(status().isCreated());
        var invoice = "purchaseInvoices/number:" + dsl.fetchSingle("SELECT no FROM document_header WHERE kind = 'PURCHASE_INVOICE'").get(0, String.class);
        client.act(invoice + "/purchaseInvoiceLines/10000/suggestCharges", """
                {"method": "equally", "targets": [{"documentType": "transferReceipts", "documentNumber": "TR-0001", "documentSequence": 10000}]}""")
                .andExpect(status().isOk());
        client.act(invoice + "/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());

        // Ten at 6.00 and two at 7.00 are sold: 80 and 15 less 74 are left in the west.
        assertThat(valueAt("WEST")).isEqualTo("21.00");
        assertThat(balance("COGS")).isEqualTo("74.00");
        assertThat(Permissions.asStockbook(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
    }

    /** Section 11: each layer goes back to where it came from, at its cost, on the day of the shipment. */
    @Test
    void a_shipment_that_nobody_received_is_taken_back() throws Exception {
        order("", "15");
        act("post", "{\"ship\": true}").andExpect(status().isOk());
        client.act("transferShipments/number:TS-0001/undo", "{}").andExpect(status().isOk())
                .andExpect(jsonPath("$.transferShipmentLines[0].corrected").value(true))
                .andExpect(jsonPath("$.transferShipmentLines[1].quantity").value(-15.0));
        assertThat(valueAt("TRUCK")).isEqualTo("0.00");
        assertThat(valueAt("EAST")).isEqualTo("110.00");
        client.read(ORDER).andExpect(jsonPath("$.transferOrderLines[0].shippedQuantity").value(0.0))
                .andExpect(jsonPath("$.transferOrderLines[0].shipQuantity").value(15.0))
                .andExpect(jsonPath("$.transferOrderLines[0].receiveQuantity").value(0.0));
        client.act("transferShipments/number:TS-0001/undo", "{\"lines\": [{\"sequence\": 10000}]}")
                .andExpect(jsonPath("$.errors[0].code").value("ledger.undo-already-corrected"));
        client.act("transferShipments/number:TS-0001/undo", "{}").andExpect(jsonPath("$.code").value("transfer.nothing-to-undo"));

        act("post", "{\"ship\": true}").andExpect(status().isOk());
        client.change(LINE, "{\"receiveQuantity\": 1}").andExpect(status().isOk());
        act("post", "{\"receive\": true}").andExpect(status().isOk());
        client.act("transferShipments/number:TS-0002/undo", "{}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("transfer.undo-received"))
                .andExpect(jsonPath("$.errors[0].message").value("Some of the line is received; transfer it back."));
        client.act("transferReceipts/number:TR-0001/undo", "{}").andExpect(status().is4xxClientError());
        assertThat(Permissions.asStockbook(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
    }

    /** X5: one document for the whole order, or a shipment and a receipt in parts. */
    @Test
    void direct_transfers_arrive_as_they_leave() throws Exception {
        order("\"transferRoute\": \"directInOneStep\",", "6").andExpect(jsonPath("$.inTransitCode").value(""));
        client.change(LINE, "{\"shipQuantity\": 4}").andExpect(status().isOk());
        act("post", "{\"ship\": true}").andExpect(jsonPath("$.errors[0].code").value("transfer.ship-receive-differ"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/transferOrderLines/0/shipQuantity"));
        client.change(LINE, "{\"shipQuantity\": 6}").andExpect(status().isOk());
        act("post", "{\"ship\": true}").andExpect(status().isOk()).andExpect(jsonPath("$.postedDirectTransfers[0].number").value("DT-0001"));
        assertThat(valueAt("WEST")).isEqualTo("30.00");

        client.create("transferOrders", BODY.formatted("\"transferRoute\": \"directInTwoSteps\",", "6")).andExpect(status().isCreated());
        client.change("transferOrders/number:TO-0002/transferOrderLines/10000", "{\"shipQuantity\": 4}").andExpect(status().isOk())
                .andExpect(jsonPath("$.transferOrderLines[0].receiveQuantity").value(4.0));
        client.act("transferOrders/number:TO-0002/post", "{\"ship\": true}").andExpect(status().isOk())
                .andExpect(jsonPath("$.transferReceipts[0].number").value("TR-0001"))
                .andExpect(jsonPath("$.document.transferOrderLines[0].shipQuantity").value(2.0));
        client.act("transferOrders/number:TO-0002/post", "{\"receive\": true}").andExpect(status().isOk()).andExpect(jsonPath("$.document").doesNotExist());
        assertThat(valueAt("WEST")).isEqualTo("62.00");
        assertThat(Permissions.asStockbook(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
    }

    @Test
    void mistakes_of_an_order_are_named_with_their_places() throws Exception {
        client.create("transferOrders", "{\"transferFromCode\": \"TRUCK\", \"transferToCode\": \"NOWHERE\"}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("journals.in-transit-location"))
                .andExpect(jsonPath("$.errors[1].code").value("api.reference-not-found"));
        client.create("transferOrders", BODY.formatted("\"colour\": \"red\",", "1")).andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.unknown-field"));
        client.create("transferOrders", BODY.formatted("", "1").replace("BIKE", "NOTHING")).andExpect(jsonPath("$.errors[0].code").value("api.reference-not-found"));
        client.create("transferOrders", BODY.formatted("", "-1")).andExpect(jsonPath("$.errors[0].code").value("ledger.transfer-quantity-negative"));
        client.create("transferOrders", BODY.formatted("\"shipmentDate\": \"2026-05-09\", \"receiptDate\": \"2026-05-08\",", "1"))
                .andExpect(jsonPath("$.code").value("common.date-order"));
        client.create("transferOrders", "{\"transferFromCode\": \"NORTH\", \"transferToCode\": \"WEST\"}").andExpect(status().isCreated());
        act("release", "{}").andExpect(jsonPath("$.errors[?(@.code == 'common.nothing-to-release')]").exists())
                .andExpect(jsonPath("$.errors[?(@.code == 'common.field-required')].message").value("In transit is missing."));
        act("post", "{}").andExpect(jsonPath("$.code").value("common.nothing-to-post"));
        act("post", "{\"ship\": true}").andExpect(status().isUnprocessableContent());
        client.change(ORDER, "{\"transferToCode\": \"NORTH\"}").andExpect(status().isOk());
        act("release", "{}").andExpect(jsonPath("$.errors[?(@.code == 'transfer.locations-equal')]").exists());
        client.remove(ORDER).andExpect(status().isNoContent());
        client.create("transferRoutes", "{\"transferFromCode\": \"EAST\", \"transferToCode\": \"EAST\", \"transferRoute\": \"inTransit\", \"inTransitCode\": \"WEST\"}")
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void more_than_there_is_and_a_date_that_is_closed() throws Exception {
        order("", "25");
        act("post", "{\"ship\": true}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("ledger.insufficient-stock"))
                .andExpect(jsonPath("$.errors[0].message").value("5 more of item BIKE needed at EAST than is on hand. Lower the quantity or receive first."));
        client.change(LINE, "{\"shipQuantity\": 26}").andExpect(jsonPath("$.errors[0].code").value("common.above-outstanding"));
        client.change(LINE, "{\"receiveQuantity\": 1}").andExpect(jsonPath("$.errors[0].code").value("transfer.above-in-transit"));
        client.change(LINE, "{\"shipQuantity\": 20}").andExpect(status().isOk());
        dsl.execute("INSERT INTO inventory_period (ending_date, closed) VALUES ('2026-05-31', true)");
        act("post", "{\"ship\": true}").andExpect(jsonPath("$.code").value("costing.inventory-period-closed"));
        act("post", "{\"ship\": true, \"postingDate\": \"2026-06-01\"}").andExpect(status().isOk());
        client.remove(ORDER).andExpect(jsonPath("$.errors[0].code").value("common.below-handled"));
        client.change(ORDER, "{\"transferToCode\": \"NORTH\"}").andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("common.status-not-open"));
        act("reopen", "{}").andExpect(status().isOk());
        client.change(ORDER, "{\"transferToCode\": \"NORTH\"}").andExpect(status().isConflict());
        client.change(LINE, "{\"quantity\": 19}").andExpect(jsonPath("$.errors[0].code").value("common.below-handled"));
        client.remove(LINE).andExpect(jsonPath("$.errors[0].code").value("common.below-handled"));
        client.change(LINE, "{\"lineObjectNumber\": \"BELL\"}").andExpect(jsonPath("$.errors[0].code").value("common.status-not-open"));
    }

    @Test
    void a_call_sent_again_ships_once_and_the_second_of_two_is_told() throws Exception {
        order("", "5");
        var path = "/api/v1/" + ORDER + "/post";
        client.send(post(path).header("If-Match", "\"1\"").header("Idempotency-Key", "t1"), "{\"ship\": true}").andExpect(status().isOk());
        client.send(post(path).header("If-Match", "\"1\"").header("Idempotency-Key", "t1"), "{\"ship\": true}").andExpect(status().isOk())
                .andExpect(header().string("Idempotency-Replayed", "true")).andExpect(jsonPath("$.transferShipments[0].number").value("TS-0001"));
        client.send(post(path).header("If-Match", "\"1\"").header("Idempotency-Key", "t2"), "{\"ship\": true}").andExpect(status().isPreconditionFailed());
        client.send(post(path).header("If-Match", "*").header("Idempotency-Key", "t1"), "{\"receive\": true}").andExpect(jsonPath("$.code").value("api.idempotency-key-reused"));
        assertThat(dsl.fetchSingle("SELECT count(*) FROM posted_document WHERE document_type = 'TRANSFER_SHIPMENT'").get(0, Integer.class)).isEqualTo(1);
    }

    @Test
    void the_grid_sends_lines_and_gets_them_back() throws Exception {
        order("", "5");
        client.act(ORDER + "/transferOrderLines/bulk", """
                {"version": 1, "operations": [{"method": "update", "sequence": 10000, "data": {"quantity": "6"}},
                    {"method": "create", "data": {"lineType": "item", "lineObjectNumber": "bell", "quantity": "2", "unitOfMeasureCode": "BOX"}},
                    {"method": "create", "data": {"lineObjectNumber": "NOTHING"}}, {"method": "update", "sequence": 10000, "data": {"quantity": "many"}}]}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[0].quantity").value(6.0))
                .andExpect(jsonPath("$.lines[1].sequence").value(20000))
                .andExpect(jsonPath("$.lines[1].description").value("Bell"))
                .andExpect(jsonPath("$.lines[2].issues[0].field").value("lineObjectNumber"))
                .andExpect(jsonPath("$.lines[3].issues[0].code").value("api.value-unreadable"));
        client.act(ORDER + "/transferOrderLines/bulk", "{\"version\": 1, \"operations\": [{\"method\": \"delete\", \"sequence\": 20000}]}").andExpect(status().isPreconditionFailed());
        client.act(ORDER + "/transferOrderLines/bulk", "{\"version\": 0, \"operations\": [{\"method\": \"delete\", \"sequence\": 20000}]}").andExpect(status().isOk());
        client.read(ORDER).andExpect(jsonPath("$.transferOrderLines.length()").value(1));
    }

    private String balance(String account) {
        return dsl.fetchSingle("SELECT coalesce(sum(e.amount), 0.00) FROM gl_account a LEFT JOIN gl_entry e ON e.gl_account_id = a.id WHERE a.no = ?", account).get(0, String.class);
    }

    private String valueAt(String location) {
        return dsl.fetchSingle("""
                SELECT coalesce(sum(v.cost_amount_actual + v.cost_amount_expected), 0.00) FROM value_entry v
                JOIN location l ON l.id = v.location_id WHERE l.code = ?""", location).get(0, String.class);
    }
}
