package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;
import static org.stockbook.documents.web.TradingDesk.json;
import static org.stockbook.documents.web.TradingDesk.line;
import static org.stockbook.documents.web.TradingDesk.posted;

import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

import org.stockbook.costs.VerifyBooks;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.Permissions;

/** Why goods come back, where they are put, and goods that are worth nothing any more (spec: sales, sections 8 and 16.21; finance, section 10). */
@SpringBootTest(properties = "stockbook.books-of-test=ReturnReasonsTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ReturnReasonsTest {
    private static final String FIRST = "$.salesReturnOrderLines[0].";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private AdjustCosts adjustCosts;

    @Autowired
    private VerifyBooks verifyBooks;

    private TradingDesk desk;
    private DocumentClient client;

    @BeforeEach
    void reasons() throws Exception {
        desk = TradingDesk.at(dsl, mvc);
        client = desk.client();
        if (desk.value("SELECT count(*) FROM return_reason").equals("0")) {
            client.create("locations", "{\"code\": \"YARD\", \"displayName\": \"Scrap yard\"}").andExpect(status().isCreated());
            client.create("returnReasons", "{\"code\": \"scrap\", \"displayName\": \"Worth nothing\", \"defaultLocationCode\": \"YARD\", \"inventoryValueZero\": true}")
                    .andExpect(status().isCreated()).andExpect(jsonPath("$.code").value("SCRAP")).andExpect(jsonPath("$.inventoryValueZero").value(true));
            client.create("returnReasons", "{\"code\": \"DEFECTIVE\", \"displayName\": \"Does not work\"}").andExpect(status().isCreated());
        }
    }

    private static String because(String reason) {
        return "{\"returnReasonCode\": \"" + reason + "\"}";
    }

    private String entries(String item, String column) {
        return desk.value("SELECT string_agg(coalesce(" + column + "::text, ''), ' ' ORDER BY e.entry_no) FROM item_ledger_entry e JOIN item i ON i.id = e.item_id WHERE i.no = '" + item + "'");
    }

    private String booked(String item) {
        return desk.value("SELECT count(*) FROM value_entry v JOIN item i ON i.id = v.item_id JOIN gl_entry_value_entry g ON g.value_entry_no = v.entry_no"
                + " WHERE i.no = '" + item + "' AND v.return_reason_code = 'SCRAP'");
    }

    private void adjust() {
        Permissions.asStockbook(() -> adjustCosts.adjust(new AdjustCosts.Request(Set.of(), false), LongWork.SILENT));
    }

    @Test
    void a_reason_puts_the_goods_where_it_says_unless_something_else_is_typed() throws Exception {
        var item = desk.item("PLACED");
        var back = desk.document("salesReturnOrders", "P10", goods(item, "2", "20"));
        client.change(line(back, 10000), because("scrap")).andExpect(status().isOk())
                .andExpect(jsonPath(FIRST + "returnReasonCode").value("SCRAP")).andExpect(jsonPath(FIRST + "returnReasonId").isString()).andExpect(jsonPath(FIRST + "locationCode").value("YARD"));
        client.change(line(back, 10000), "{\"returnReasonCode\": \"SCRAP\", \"locationCode\": \"\"}").andExpect(jsonPath(FIRST + "locationCode").value(""));
        client.change(line(back, 10000), because("DEFECTIVE")).andExpect(jsonPath(FIRST + "returnReasonCode").value("DEFECTIVE")).andExpect(jsonPath(FIRST + "locationCode").value(""));
        client.change(line(back, 10000), because("")).andExpect(jsonPath(FIRST + "returnReasonCode").value(""));
        client.change(line(back, 10000), because("NOBODY")).andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].code").value("api.reference-not-found")).andExpect(jsonPath("$.errors[0].target.field").value("returnReasonCode"));
        var order = desk.document("salesOrders", "P10", goods(item, "2", "20"));
        client.change(line(order, 10000), because("SCRAP")).andExpect(status().isBadRequest());

        for (var collection : new String[] {"salesCreditMemos", "purchaseReturnOrders", "purchaseCreditMemos"}) {
            client.change(line(desk.document(collection, "P10", goods(item, "1", "20")), 10000), because("SCRAP")).andExpect(status().isOk())
                    .andExpect(jsonPath("$." + TradingDesk.lines(collection) + "[0].locationCode").value("YARD"));
        }
        client.read("purchaseReturnOrderLines?filter=returnReasonCode eq 'SCRAP'").andExpect(jsonPath("$.value.length()").value(1));
    }

    /** 16.21 */
    @Test
    void goods_for_scrap_come_in_without_value_and_stay_so() throws Exception {
        var item = desk.item("SCRAPPED", "BIKE");
        dsl.execute("UPDATE item SET costing_method = 'AVERAGE' WHERE no = ?", item);
        desk.stock(item, "8", "5");
        var back = desk.document("salesReturnOrders", "P10", goods(item, "2", "20"));
        client.change(line(back, 10000), "{\"returnReasonCode\": \"SCRAP\", \"locationCode\": \"\", \"unitCostLcy\": 7}").andExpect(status().isOk());

        var receipt = posted(desk.post(back, "receive"), "returnReceipts");
        adjust();
        client.change("returnReasons/code:SCRAP", "{\"inventoryValueZero\": false}").andExpect(status().isOk());
        var memo = posted(desk.post(back, "invoice"), "salesCreditMemos");
        client.change("returnReasons/code:SCRAP", "{\"inventoryValueZero\": true}").andExpect(status().isOk());
        adjust();

        assertThat(desk.costOf(item)).isEqualTo("40.00");
        assertThat(entries(item, "e.without_value")).isEqualTo("false true");
        assertThat(booked(item)).isEqualTo("0");
        for (var document : new String[] {receipt, memo}) {
            var lines = document.startsWith("returnReceipts") ? "returnReceiptLines" : "salesCreditMemoLines";
            client.read(document).andExpect(jsonPath("$." + lines + "[0].returnReasonCode").value("SCRAP"));
        }
        client.read("itemLedgerEntries?filter=itemNumber eq 'SCRAPPED' and returnReasonCode eq 'SCRAP'").andExpect(jsonPath("$.value.length()").value(1))
                .andExpect(jsonPath("$.value[0].costAmountActual").value(0.0));
        client.read("valueEntries?filter=itemNumber eq 'SCRAPPED' and returnReasonCode eq 'SCRAP'").andExpect(jsonPath("$.value.length()").value(2));
        desk.post(desk.document("salesOrders", "P10", goods(item, "10", "20")), "ship", "invoice");
        adjust();
        assertThat(desk.costOf(item)).isEqualTo("0.00");
        assertThat(entries(item, "e.return_reason_code")).isEqualTo(" SCRAP ");
        assertThat(Permissions.asStockbook(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
    }

    @Test
    void a_line_that_names_its_sale_cannot_come_back_without_value() throws Exception {
        var item = desk.item("NAMED");
        desk.stock(item, "8", "5");
        var shipment = posted(desk.post(desk.document("salesOrders", "P10", goods(item, "3", "20")), "ship", "invoice"), "salesShipments");
        var back = "salesReturnOrders/number:" + json(client.create("salesReturnOrders", "{\"customerNumber\": \"P10\", \"postingDate\": \"2026-05-07\"}")).get("number").asString();
        client.act(back + "/getPostedLinesToReverse", "{\"lines\": [{\"collection\": \"salesShipments\", \"number\": \"" + shipment.substring(shipment.indexOf(':') + 1) + "\"}]}")
                .andExpect(status().isOk());
        client.change(line(back, 10000), "{\"returnReasonCode\": \"SCRAP\", \"locationCode\": \"\"}").andExpect(status().isOk());

        desk.refusedLine(() -> client.act(back + "/post", TradingDesk.choice("receive", "invoice")), "sales.return-without-value",
                "Return reason SCRAP takes goods back without value, so no cost can come back from their sale. Clear the applies-from entry of the line, or choose another reason.");
        client.act(back + "/post", TradingDesk.choice("receive")).andExpect(jsonPath("$.errors[0].target.field").value("appliesFromEntryNumber"));
        client.change(line(back, 10000), "{\"appliesFromEntryNumber\": 0}").andExpect(status().isOk());
        desk.post(back, "receive", "invoice");
        assertThat(desk.costOf(item)).isEqualTo("25.00");
    }

    @Test
    void a_reason_goes_with_the_line_and_stays_where_it_is_named() throws Exception {
        var item = desk.item("COPIED");
        desk.stock(item, "8", "5");
        var back = desk.document("salesReturnOrders", "P10", goods(item, "2", "20"));
        client.change(line(back, 10000), because("DEFECTIVE")).andExpect(status().isOk());
        client.remove("returnReasons/code:DEFECTIVE").andExpect(jsonPath("$.code").value("common.in-use"));
        var source = "{\"collection\": \"salesReturnOrders\", \"number\": \"" + back.substring(back.indexOf(':') + 1) + "\"}";
        client.act(desk.document("salesCreditMemos", "P10", goods(item, "1", "20")) + "/copy", source).andExpect(status().isOk())
                .andExpect(jsonPath("$.salesCreditMemoLines[1].returnReasonCode").value("DEFECTIVE"));
        var order = desk.document("salesOrders", "P10", goods(item, "1", "20"));
        client.act(order + "/copy", source).andExpect(status().isOk());
        assertThat(desk.value("SELECT count(*) FROM document_line l JOIN document_header h ON h.id = l.document_header_id WHERE h.kind = 'SALES_ORDER' AND l.return_reason_id IS NOT NULL"))
                .isEqualTo("0");

        var receipt = posted(desk.post(back, "receive"), "returnReceipts");
        var memo = "salesCreditMemos/number:" + json(client.create("salesCreditMemos", "{\"customerNumber\": \"P10\", \"postingDate\": \"2026-05-07\"}")).get("number").asString();
        client.act(memo + "/getReturnReceiptLines", "{\"lines\": [{\"number\": \"" + receipt.substring(receipt.indexOf(':') + 1) + "\", \"sequence\": 10000}]}").andExpect(status().isOk())
                .andExpect(jsonPath("$.salesCreditMemoLines[1].returnReasonCode").value("DEFECTIVE"));
        client.act(receipt + "/undo", "{\"lines\": [{\"sequence\": 10000}]}").andExpect(status().isOk());
        assertThat(entries(item, "e.return_reason_code")).isEqualTo(" DEFECTIVE DEFECTIVE");
        client.read(receipt).andExpect(jsonPath("$.returnReceiptLines[1].returnReasonCode").value("DEFECTIVE"));
    }

    /** The flag is about what customers give back. */
    @Test
    void what_goes_back_to_a_vendor_leaves_at_its_cost_whatever_the_reason() throws Exception {
        var item = desk.item("RETURNED");
        desk.stock(item, "8", "5");
        var back = desk.document("purchaseReturnOrders", "P10", goods(item, "2", "5"));
        client.change(line(back, 10000), "{\"returnReasonCode\": \"SCRAP\", \"locationCode\": \"\"}").andExpect(status().isOk());
        var shipment = posted(desk.post(back, "ship", "invoice"), "purchaseReturnShipments");
        assertThat(desk.costOf(item)).isEqualTo("30.00");
        client.read(shipment).andExpect(jsonPath("$.purchaseReturnShipmentLines[0].returnReasonCode").value("SCRAP"));
        assertThat(entries(item, "e.return_reason_code")).isEqualTo(" SCRAP");
    }
}
