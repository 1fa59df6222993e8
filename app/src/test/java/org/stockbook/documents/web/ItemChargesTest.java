package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
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
import tools.jackson.databind.JsonNode;

/** Freight and other charges on what they were paid for, through the API (spec: purchasing, sections 7 and 11.5 to 11.8; sales, section 9). */
@SpringBootTest(properties = "stockbook.books-of-test=ItemChargesTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ItemChargesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private TradingDesk desk;

    @BeforeEach
    void a_company() {
        desk = TradingDesk.at(dsl, mvc);
    }

    /** A document of one charge line. */
    private String charge(String collection, String quantity, String amount) throws Exception {
        var body = TradingDesk.body(collection, "P10", goods("FREIGHT", quantity, amount)).replace("\"lineType\": \"item\"", "\"lineType\": \"charge\"");
        var answer = TradingDesk.json(desk.client().create(collection, body).andExpect(status().isCreated()));
        return collection + "/number:" + answer.get("number").asString();
    }

    private static String target(String collection, String posted, String quantity) {
        return """
                {"documentType": "%s", "documentNumber": "%s", "documentSequence": 10000, "assignQuantity": %s}"""
                .formatted(collection, posted.substring(posted.indexOf(':') + 1), quantity);
    }

    private void assign(String document, String... rows) throws Exception {
        desk.client().change(TradingDesk.line(document, 10000) + "/itemChargeAssignments", "{\"value\": [" + String.join(", ", rows) + "]}").andExpect(status().isOk());
    }

    private String balance(String account) {
        return desk.value("SELECT coalesce(sum(e.amount), 0.00) FROM gl_account a LEFT JOIN gl_entry e ON e.gl_account_id = a.id WHERE a.no = '" + account + "'");
    }

    /** 11.5, over lines of the same document and over their receipts: 10 at 30.00, 2 kg and 0.01 m3 each; 5 at 20.00, 8 kg and 0.05 m3. */
    @ParameterizedTest(name = "by {0}")
    @CsvSource({"equally, 45.00, 45.00", "amount, 67.50, 22.50", "weight, 30.00, 60.00", "volume, 25.71, 64.29"})
    void a_charge_is_suggested(String method, String first, String second) throws Exception {
        var light = desk.item("LIGHT-" + method.toUpperCase(Locale.ROOT));
        var heavy = desk.item("HEAVY-" + method.toUpperCase(Locale.ROOT));
        dsl.execute("UPDATE item SET gross_weight = 2, unit_volume = 0.01 WHERE no = ?", light);
        dsl.execute("UPDATE item SET gross_weight = 8, unit_volume = 0.05 WHERE no = ?", heavy);
        var order = desk.document("purchaseOrders", "P10", goods(light, "10", "30"));
        add(order, "item", goods(heavy, "5", "20"));
        add(order, "charge", goods("FREIGHT", "1", "90"));
        var own = order + "/purchaseOrderLines/30000/suggestCharges";
        var suggested = TradingDesk.json(desk.client().act(own, "{\"method\": \"" + method + "\"}").andExpect(status().isOk())).get("purchaseOrderLines").get(2);
        assertThat(amounts(suggested.get("itemChargeAssignments"))).containsExactly(first, second);

        var receipt = TradingDesk.posted(desk.post(order, "receive"), "purchaseReceipts");
        var freight = charge("purchaseInvoices", "1", "90");
        var targets = "[" + target("purchaseReceipts", receipt, "0") + ", " + target("purchaseReceipts", receipt, "0").replace("10000", "20000") + "]";
        desk.client().act(TradingDesk.line(freight, 10000) + "/suggestCharges", "{\"method\": \"" + method + "\", \"targets\": " + targets.replaceAll(", \"assignQuantity\": 0", "") + "}")
                .andExpect(status().isOk());
        var kept = TradingDesk.json(desk.client().read(TradingDesk.line(freight, 10000) + "/itemChargeAssignments").andExpect(status().isOk())).get("value");
        assertThat(amounts(kept)).containsExactly(first, second);

        desk.post(freight, "receive", "invoice");
        assertThat(chargedOn(light)).isEqualTo(first);
        assertThat(chargedOn(heavy)).isEqualTo(second);
    }

    private void add(String order, String type, TradingDesk.Goods goods) throws Exception {
        desk.client().act(order + "/purchaseOrderLines", """
                {"lineType": "%s", "lineObjectNumber": "%s", "quantity": %s, "directUnitCost": %s}""".formatted(type, goods.item(), goods.quantity(), goods.price())).andExpect(status().isOk());
    }

    private static List<String> amounts(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(row -> new BigDecimal(row.get("amount").asString()).setScale(2).toPlainString()).toList();
    }

    private String chargedOn(String item) {
        return desk.value("SELECT coalesce(sum(v.cost_amount_actual), 0.00) FROM value_entry v JOIN item i ON i.id = v.item_id WHERE v.item_charge_id IS NOT NULL AND i.no = '" + item + "'");
    }

    /** 11.6: what is sold already bears its part of the freight. */
    @Test
    void a_later_charge_reaches_the_cost_of_goods_already_sold() throws Exception {
        var item = desk.item("LATE");
        var sold = new BigDecimal(balance("COGS"));
        var receipt = TradingDesk.posted(desk.post(desk.document("purchaseOrders", "P10", goods(item, "10", "8")), "receive", "invoice"), "purchaseReceipts");
        desk.post(desk.document("salesOrders", "P10", goods(item, "6", "20")), "ship", "invoice");
        assertThat(desk.costOf(item)).isEqualTo("32.00");

        var freight = charge("purchaseInvoices", "1", "15");
        assign(freight, target("purchaseReceipts", receipt, "1"));
        desk.post(freight, "receive", "invoice");

        assertThat(desk.costOf(item)).isEqualTo("38.00");
        assertThat(new BigDecimal(balance("COGS")).subtract(sold)).isEqualByComparingTo("57.00");
    }

    /** 11.7: a standard item keeps its value; the charge is a variance. */
    @Test
    void a_charge_on_a_standard_item_is_a_variance() throws Exception {
        var item = desk.item("STANDARD");
        dsl.execute("UPDATE item SET costing_method = 'STANDARD' WHERE no = ?", item);
        dsl.execute("UPDATE item_cost SET standard_cost = 20, unit_cost = 20 WHERE item_id = (SELECT id FROM item WHERE no = ?)", item);
        var variance = new BigDecimal(balance("VARIANCE"));
        var receipt = TradingDesk.posted(desk.post(desk.document("purchaseOrders", "P10", goods(item, "10", "19")), "receive", "invoice"), "purchaseReceipts");
        assertThat(desk.costOf(item)).isEqualTo("200.00");
        var freight = charge("purchaseInvoices", "1", "15");
        assign(freight, target("purchaseReceipts", receipt, "1"));
        desk.post(freight, "receive", "invoice");

        assertThat(desk.costOf(item)).isEqualTo("200.00");
        assertThat(new BigDecimal(balance("VARIANCE")).subtract(variance)).isEqualByComparingTo("5.00");
    }

    /** 11.8: freight out is no inventory cost. */
    @Test
    void freight_on_a_shipment_leaves_stock_and_cost_of_sales_alone() throws Exception {
        var item = desk.item("OUT");
        desk.stock(item, "10", "12");
        var shipment = TradingDesk.posted(desk.post(desk.document("salesOrders", "P10", goods(item, "5", "20")), "ship", "invoice"), "salesShipments");
        var inventory = balance("INVENTORY");
        var sold = balance("COGS");
        var freight = charge("purchaseInvoices", "1", "25");
        assign(freight, target("salesShipments", shipment, "1"));
        desk.post(freight, "receive", "invoice");

        assertThat(balance("INVENTORY")).isEqualTo(inventory);
        assertThat(balance("COGS")).isEqualTo(sold);
        assertThat(desk.value("SELECT sum(v.cost_amount_non_inventoriable) FROM value_entry v JOIN item i ON i.id = v.item_id WHERE i.no = 'OUT'")).isEqualTo("-25.00");
    }

    /** Sales, section 9: a charge to the customer is revenue of the goods, on the order's own line, on a shipment and on a return. */
    @Test
    void a_charge_to_the_customer_is_revenue_of_the_goods() throws Exception {
        var item = desk.item("REVENUE");
        desk.stock(item, "10", "8");
        var order = desk.document("salesOrders", "P10", goods(item, "4", "20"));
        desk.client().act(order + "/salesOrderLines", "{\"lineType\": \"charge\", \"lineObjectNumber\": \"FREIGHT\", \"quantity\": 1, \"unitPrice\": 6}").andExpect(status().isOk());
        desk.client().act(order + "/salesOrderLines/20000/suggestCharges", "{}").andExpect(status().isOk());
        var shipment = TradingDesk.posted(desk.post(order, "ship", "invoice"), "salesShipments");
        assertThat(revenueOf(item)).isEqualTo("86.00");
        assertThat(desk.costOf(item)).isEqualTo("48.00");

        var more = charge("salesInvoices", "2", "3");
        assign(more, target("salesShipments", shipment, "2"));
        desk.post(more, "ship", "invoice");
        assertThat(revenueOf(item)).isEqualTo("92.00");

        var back = TradingDesk.posted(desk.post(desk.document("salesReturnOrders", "P10", goods(item, "1", "20")), "receive", "invoice"), "returnReceipts");
        var allowance = charge("salesCreditMemos", "1", "2");
        assign(allowance, target("returnReceipts", back, "1"));
        desk.post(allowance, "receive", "invoice");
        assertThat(revenueOf(item)).isEqualTo("70.00");
    }

    private String revenueOf(String item) {
        return desk.value("SELECT sum(v.sales_amount_actual) FROM value_entry v JOIN item i ON i.id = v.item_id WHERE i.no = '" + item + "'");
    }

    /** A credit memo takes freight back; a charge in two parts falls due in two invoices. */
    @Test
    void a_charge_is_assigned_in_parts_and_credited() throws Exception {
        var item = desk.item("PARTS");
        var receipt = TradingDesk.posted(desk.post(desk.document("purchaseOrders", "P10", goods(item, "10", "8")), "receive", "invoice"), "purchaseReceipts");
        var order = charge("purchaseOrders", "2", "5");
        assign(order, target("purchaseReceipts", receipt, "1"), target("purchaseReceipts", receipt, "1"));
        desk.client().read(TradingDesk.line(order, 10000) + "/itemChargeAssignments").andExpect(jsonPath("$.value.length()").value(1))
                .andExpect(jsonPath("$.value[0].assignQuantity").value(2.0));
        assign(order, target("purchaseReceipts", receipt, "2").replace("}", ", \"handleQuantity\": 1}"));
        desk.choose(order, "\"receiveQuantity\": 1, \"invoiceQuantity\": 1");
        desk.post(order, "receive", "invoice");
        assertThat(desk.costOf(item)).isEqualTo("85.00");
        desk.client().act(order + "/reopen", "{}").andExpect(status().isOk());
        assign(order, target("purchaseReceipts", receipt, "1"));
        desk.post(order, "receive", "invoice");
        assertThat(desk.costOf(item)).isEqualTo("90.00");

        var credit = charge("purchaseCreditMemos", "1", "4");
        assign(credit, target("purchaseReceipts", receipt, "1"));
        desk.post(credit, "ship", "invoice");
        assertThat(desk.costOf(item)).isEqualTo("86.00");
    }

    @Test
    void what_is_not_assigned_wholly_or_assigned_too_much_is_not_posted() throws Exception {
        var item = desk.item("BADSHARE");
        var receipt = TradingDesk.posted(desk.post(desk.document("purchaseOrders", "P10", goods(item, "10", "8")), "receive", "invoice"), "purchaseReceipts");
        var freight = charge("purchaseInvoices", "2", "15");
        TradingDesk.Call posting = () -> desk.client().act(freight + "/post", TradingDesk.choice("receive", "invoice"));
        desk.refusedLine(posting, "purchasing.charge-not-assigned", "The item charge is assigned with 0 of 2.");
        assign(freight, target("purchaseReceipts", receipt, "1"));
        desk.refusedLine(posting, "purchasing.charge-not-assigned", "The item charge is assigned with 1 of 2.");
        desk.refusedLine(() -> desk.client().change(TradingDesk.line(freight, 10000) + "/itemChargeAssignments",
                "{\"value\": [" + target("purchaseReceipts", receipt, "3") + "]}"), "purchasing.charge-not-assigned", "The item charge is assigned with 3 of 2.");
        desk.refusedLine(() -> desk.client().act(TradingDesk.line(freight, 10000) + "/itemChargeAssignments", target("purchaseReceipts", receipt, "2")),
                "purchasing.charge-not-assigned", "The item charge is assigned with 3 of 2.");
        assign(freight, target("purchaseReceipts", receipt, "2"));
        desk.post(freight, "receive", "invoice");
        assertThat(desk.costOf(item)).isEqualTo("110.00");
        // Once posted it is gone: nothing can be assigned a second time.
        desk.client().change(TradingDesk.line(freight, 10000) + "/itemChargeAssignments", "{\"value\": []}").andExpect(status().is4xxClientError());
        assertThat(desk.costOf(item)).isEqualTo("110.00");
    }

    @Test
    void lines_of_other_documents_that_cannot_bear_a_charge() throws Exception {
        var item = desk.item("FOREIGN");
        var posted = desk.post(desk.document("purchaseOrders", "P10", goods(item, "10", "8")), "receive", "invoice");
        var receipt = TradingDesk.posted(posted, "purchaseReceipts");
        var invoice = TradingDesk.posted(posted, "purchaseInvoices");
        var words = "The item charge is assigned to a line that moves no goods.";
        var freight = charge("purchaseInvoices", "1", "15");
        var assignments = TradingDesk.line(freight, 10000) + "/itemChargeAssignments";
        for (var wrong : List.of(target("purchaseInvoices", invoice, "1"), target("purchaseReceipts", "number:NONE", "1"), target("transferReceipts", receipt, "1"),
                target("purchaseReceipts", receipt, "1").replace("10000", "99"), "{\"sequence\": 99, \"assignQuantity\": 1}", "{\"sequence\": 10000, \"assignQuantity\": 1}")) {
            desk.refusedLine(() -> desk.client().change(assignments, "{\"value\": [" + wrong + "]}"), "purchasing.charge-no-target", words);
        }
        desk.refused(() -> desk.client().change(assignments, "{\"value\": [{\"documentType\": \"vendors\", \"assignQuantity\": 1}]}"), 422, "api.value-unreadable",
                "“vendors” cannot be read as documentType.");
        // Revenue does not fall on what was bought.
        var revenue = charge("salesInvoices", "1", "5");
        desk.refusedLine(() -> desk.client().change(TradingDesk.line(revenue, 10000) + "/itemChargeAssignments", "{\"value\": [" + target("purchaseReceipts", receipt, "1") + "]}"),
                "purchasing.charge-no-target", words);
        // What a carrier was paid falls on goods of any vendor.
        var carrier = desk.partner("vendor", "CARRIER");
        var own = "purchaseInvoices/number:" + TradingDesk.json(desk.client().create("purchaseInvoices",
                TradingDesk.body("purchaseInvoices", carrier, goods("FREIGHT", "1", "15")).replace("\"item\"", "\"charge\""))).get("number").asString();
        assign(own, target("purchaseReceipts", receipt, "1"));
        desk.post(own, "receive", "invoice");
        assertThat(desk.costOf(item)).isEqualTo("95.00");
    }

    @Test
    void a_receipt_that_bears_a_charge_or_was_taken_back() throws Exception {
        var item = desk.item("BEARS");
        var receipt = TradingDesk.posted(desk.post(desk.document("purchaseOrders", "P10", goods(item, "10", "8")), "receive"), "purchaseReceipts");
        var freight = charge("purchaseInvoices", "1", "15");
        assign(freight, target("purchaseReceipts", receipt, "1"));
        TradingDesk.Call undo = () -> desk.client().act(receipt + "/undo", "{}");
        desk.refusedLine(undo, "ledger.undo-item-charge", "Item charges are assigned to the line.");
        desk.client().remove(TradingDesk.line(freight, 10000) + "/itemChargeAssignments").andExpect(status().isOk());
        undo.run().andExpect(status().isOk());
        desk.refusedLine(() -> desk.client().change(TradingDesk.line(freight, 10000) + "/itemChargeAssignments", "{\"value\": [" + target("purchaseReceipts", receipt, "1") + "]}"),
                "purchasing.charge-no-target", "The item charge is assigned to a line that moves no goods.");
        assertThat(desk.costOf(item)).isEqualTo("0.00");
    }

    /** A line that is invoiced already is charged through its receipt. */
    @Test
    void a_line_of_the_order_that_is_invoiced_already() throws Exception {
        var item = desk.item("INVOICED");
        var order = desk.document("purchaseOrders", "P10", goods(item, "10", "8"));
        add(order, "charge", goods("FREIGHT", "1", "5"));
        desk.client().change(order + "/purchaseOrderLines/20000", "{\"receiveQuantity\": 0, \"invoiceQuantity\": 0}").andExpect(status().isOk());
        desk.post(order, "receive", "invoice");
        desk.client().change(order + "/purchaseOrderLines/20000/itemChargeAssignments", "{\"value\": [{\"sequence\": 10000, \"assignQuantity\": 1}]}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("purchasing.charge-target-invoiced"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/purchaseOrderLines/1/itemChargeAssignments"))
                .andExpect(jsonPath("$.errors[0].message").value("Line 10,000 is invoiced; assign the charge to its posted line."));
    }
}
