package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** More comes than was ordered (spec: purchasing, section 6 and example 11.9). */
@SpringBootTest(properties = "stockbook.books-of-test=OverReceiptTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class OverReceiptTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private TradingDesk desk;

    @BeforeEach
    void a_company_that_tolerates_five_per_cent() {
        desk = TradingDesk.at(dsl, mvc);
        dsl.execute("INSERT INTO over_receipt_code (code, tolerance_percentage) VALUES ('5PCT', 5), ('10PCT', 10) ON CONFLICT DO NOTHING");
    }

    private void tolerates(String table, String number, String code) {
        dsl.execute("UPDATE " + table + " SET over_receipt_code_id = (SELECT id FROM over_receipt_code WHERE code = ?) WHERE no = ?", code, number);
    }

    /** An order of 100 of which 40 have come. */
    private String started(String item, String vendor) throws Exception {
        var order = desk.document("purchaseOrders", vendor, goods(desk.item(item), "100", "8"));
        desk.choose(order, "\"receiveQuantity\": 40, \"invoiceQuantity\": 0");
        desk.post(order, "receive");
        return order;
    }

    @Test
    void a_line_is_raised_as_far_as_the_vendor_is_trusted_and_the_rest_is_refused() throws Exception {
        tolerates("vendor", desk.partner("vendor", "V5"), "5PCT");
        var order = started("RAISED", "V5");

        desk.refusedLine(() -> desk.client().change(TradingDesk.line(order, 10000), "{\"receiveQuantity\": 66}"), "purchasing.over-receipt-limit", "At most 65 can be received. Raise the quantity of the line to receive more.");
        desk.client().change(TradingDesk.line(order, 10000), "{\"receiveQuantity\": 65}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("released"))
                .andExpect(jsonPath("$.purchaseOrderLines[0].quantity").value(105.0))
                .andExpect(jsonPath("$.purchaseOrderLines[0].overReceiptQuantity").value(5.0))
                .andExpect(jsonPath("$.purchaseOrderLines[0].receiveQuantity").value(65.0))
                .andExpect(jsonPath("$.purchaseOrderLines[0].invoiceQuantity").value(105.0));
    }

    @Test
    void the_excess_goes_to_the_receipt_and_its_undo_brings_it_back_to_the_order() throws Exception {
        tolerates("vendor", desk.partner("vendor", "V6"), "5PCT");
        var order = started("MOVED", "V6");
        desk.choose(order, "\"receiveQuantity\": 63, \"invoiceQuantity\": 0");
        var receipt = TradingDesk.posted(desk.post(order, "receive"), "purchaseReceipts");

        assertThat(desk.quantityOf("MOVED")).isEqualTo("103");
        desk.client().read(order).andExpect(jsonPath("$.purchaseOrderLines[0].quantity").value(103.0))
                .andExpect(jsonPath("$.purchaseOrderLines[0].overReceiptQuantity").value(0.0));
        assertThat(desk.value("SELECT trim_scale(l.over_receipt_quantity) FROM posted_document_line l JOIN item i ON i.id = l.item_id WHERE i.no = 'MOVED' AND l.posted_quantity = 63")).isEqualTo("3");
        // Always measured from what was ordered: two more, not five per cent of 103.
        desk.refusedLine(() -> desk.client().change(TradingDesk.line(order, 10000), "{\"receiveQuantity\": 3}"), "purchasing.over-receipt-limit", "At most 2 can be received. Raise the quantity of the line to receive more.");

        desk.client().act(receipt + "/undo", "{}").andExpect(status().isOk());
        desk.client().read(order).andExpect(jsonPath("$.purchaseOrderLines[0].quantity").value(103.0))
                .andExpect(jsonPath("$.purchaseOrderLines[0].overReceiptQuantity").value(3.0))
                .andExpect(jsonPath("$.purchaseOrderLines[0].receivedQuantity").value(40.0));
        desk.client().change(TradingDesk.line(order, 10000), "{\"overReceiptQuantity\": 0}")
                .andExpect(jsonPath("$.purchaseOrderLines[0].quantity").value(100.0))
                .andExpect(jsonPath("$.purchaseOrderLines[0].receiveQuantity").value(60.0));
    }

    @Test
    void an_item_of_its_own_tolerance_comes_before_the_vendor_and_whole_pieces_stay_whole() throws Exception {
        tolerates("vendor", desk.partner("vendor", "V7"), "5PCT");
        var order = desk.document("purchaseOrders", "V7", goods(desk.item("OWN"), "15", "8"));
        tolerates("item", "OWN", "10PCT");
        dsl.execute("UPDATE item_unit_of_measure SET quantity_rounding_precision = 1 WHERE item_id = (SELECT id FROM item WHERE no = 'OWN')");

        desk.refusedLine(() -> desk.client().change(TradingDesk.line(order, 10000), "{\"receiveQuantity\": 17}"), "purchasing.over-receipt-limit", "At most 16 can be received. Raise the quantity of the line to receive more.");
        desk.choose(order, "\"receiveQuantity\": 16");
        desk.post(order, "receive", "invoice");
        assertThat(desk.quantityOf("OWN")).isEqualTo("16");
        assertThat(desk.costOf("OWN")).isEqualTo("128.00");
    }

    @Test
    void nobody_receives_more_where_nothing_is_tolerated_or_goods_go_out() throws Exception {
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("NONE"), "10", "8"));
        desk.choose(order, "\"receiveQuantity\": 11");
        desk.refusedLine(() -> desk.client().act(order + "/post", TradingDesk.choice("receive")), "common.above-outstanding", "More than is outstanding; 10 are left. Type no more than that, or raise the quantity of the line.");
        desk.refusedLine(() -> desk.client().change(TradingDesk.line(order, 10000), "{\"overReceiptQuantity\": 1}"), "purchasing.over-receipt-limit", "At most 10 can be received. Raise the quantity of the line to receive more.");
        var sale = desk.document("salesOrders", "P10", goods("NONE", "10", "8"));
        desk.client().change(TradingDesk.line(sale, 10000), "{\"overReceiptQuantity\": 1}").andExpect(jsonPath("$.code").value("api.unknown-field"));
    }

    /** Without a tolerance the draft keeps what is typed and says at once, at its field, what posting will refuse and what can be done about it. */
    @Test
    void what_is_too_much_is_told_when_it_is_typed_and_refused_when_it_is_posted() throws Exception {
        var words = "More than is outstanding; 30 are left. Type no more than that, or raise the quantity of the line.";
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("SIXTY"), "30", "8"));

        desk.client().change(TradingDesk.line(order, 10000), "{\"receiveQuantity\": 60}")
                .andExpect(jsonPath("$.purchaseOrderLines[0].issues[0].field").value("receiveQuantity"))
                .andExpect(jsonPath("$.purchaseOrderLines[0].issues[0].code").value("common.above-outstanding"))
                .andExpect(jsonPath("$.purchaseOrderLines[0].issues[0].severity").value("error"))
                .andExpect(jsonPath("$.purchaseOrderLines[0].issues[0].message").value(words));
        desk.refusedLine(() -> desk.client().act(order + "/post", TradingDesk.choice("receive")), "common.above-outstanding", words);
        desk.client().act(order + "/post", TradingDesk.choice("receive")).andExpect(jsonPath("$.errors[0].pointer").value("/purchaseOrderLines/0/receiveQuantity"));

        desk.client().change(TradingDesk.line(order, 10000), "{\"quantity\": 60}").andExpect(jsonPath("$.purchaseOrderLines[0].issues").doesNotExist());
        desk.post(order, "receive");
        assertThat(desk.quantityOf("SIXTY")).isEqualTo("60");
    }

    @Test
    void a_typed_quantity_is_what_is_ordered_from_then_on() throws Exception {
        tolerates("vendor", desk.partner("vendor", "V8"), "5PCT");
        var order = desk.document("purchaseOrders", "V8", goods(desk.item("AGAIN"), "100", "8"));
        desk.choose(order, "\"receiveQuantity\": 105");
        desk.client().change(TradingDesk.line(order, 10000), "{\"quantity\": 200}")
                .andExpect(jsonPath("$.purchaseOrderLines[0].overReceiptQuantity").value(0.0));
        desk.refusedLine(() -> desk.client().change(TradingDesk.line(order, 10000), "{\"receiveQuantity\": 211}"), "purchasing.over-receipt-limit", "At most 210 can be received. Raise the quantity of the line to receive more.");
    }
}
