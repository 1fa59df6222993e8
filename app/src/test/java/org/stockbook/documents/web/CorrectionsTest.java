package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Invoices made of receipts, invoices taken back, goods sent back at exactly their cost (spec: purchasing, sections 5 to 8). */
@SpringBootTest(properties = "stockbook.books-of-test=CorrectionsTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class CorrectionsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private DocumentClient client;

    @BeforeEach
    void a_company() {
        TradingCompany.create(dsl);
        client = new DocumentClient(mvc);
    }

    /** 11.12: receipts of two orders on one invoice. */
    @Test
    void receipts_of_two_orders_are_invoiced_together() throws Exception {
        purchase("5", "4");
        client.act("purchaseOrders/number:PO-0001/post", "{\"receive\": true}").andExpect(status().isOk());
        purchase("3", "6");
        client.change("purchaseOrders/number:PO-0002/purchaseOrderLines/10000", "{\"receiveQuantity\": 3, \"invoiceQuantity\": 1}").andExpect(status().isOk());
        client.act("purchaseOrders/number:PO-0002/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
        client.create("purchaseInvoices", "{\"vendorNumber\": \"P10\", \"postingDate\": \"2026-05-05\"}").andExpect(status().isCreated());

        client.act("purchaseInvoices/number:PI-0002/getReceiptLines", "{\"lines\": [{\"number\": \"PR-0001\"}, {\"number\": \"PR-0002\", \"sequence\": 10000}]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.purchaseInvoiceLines.length()").value(4))
                .andExpect(jsonPath("$.purchaseInvoiceLines[0].description").value("Receipt PR-0001"))
                .andExpect(jsonPath("$.purchaseInvoiceLines[1].quantity").value(5.0))
                .andExpect(jsonPath("$.purchaseInvoiceLines[3].quantity").value(2.0));
        client.change("purchaseInvoices/number:PI-0002/purchaseInvoiceLines/20000", "{\"quantity\": 6}").andExpect(status().isOk());
        client.act("purchaseInvoices/number:PI-0002/post", "{\"receive\": true, \"invoice\": true}")
                .andExpect(jsonPath("$.errors[0].code").value("common.above-invoiceable"));
        client.change("purchaseInvoices/number:PI-0002/purchaseInvoiceLines/20000", "{\"quantity\": 4}").andExpect(status().isOk());
        client.act("purchaseInvoices/number:PI-0002/post", "{\"invoice\": true}").andExpect(status().isOk());

        assertThat(value("SELECT sum(net_amount) FROM posted_document_line l JOIN posted_document d ON d.id = l.posted_document_id WHERE d.document_kind = 'PURCHASE_INVOICE'"))
                .isEqualTo("28.00");
        client.read("purchaseOrders/number:PO-0001").andExpect(jsonPath("$.purchaseOrderLines[0].invoicedQuantity").value(4.0));
        client.read("purchaseOrders/number:PO-0002").andExpect(jsonPath("$.purchaseOrderLines[0].invoicedQuantity").value(3.0));
        client.act("purchaseInvoices/number:PI-0003/cancel", "{}").andExpect(jsonPath("$.code").value("purchasing.cancel-combined"));
    }

    @Test
    void receipts_of_others_are_left_out_with_a_notice_and_none_is_taken_twice() throws Exception {
        dsl.execute("""
                INSERT INTO vendor (no, vendor_posting_group_id, general_business_group_id, vat_business_group_id)
                SELECT 'P20', vendor_posting_group_id, general_business_group_id, vat_business_group_id FROM vendor WHERE no = 'P10'""");
        purchase("5", "4");
        client.act("purchaseOrders/number:PO-0001/post", "{\"receive\": true}").andExpect(status().isOk());
        client.create("purchaseInvoices", "{\"vendorNumber\": \"P20\"}").andExpect(status().isCreated());
        client.create("purchaseInvoices", "{\"vendorNumber\": \"P10\"}").andExpect(status().isCreated());
        var lines = "{\"lines\": [{\"number\": \"PR-0001\", \"sequence\": 10000}]}";

        client.act("purchaseInvoices/number:PI-0001/getReceiptLines", lines)
                .andExpect(jsonPath("$.notices[0].code").value("purchasing.wrong-partner"))
                .andExpect(jsonPath("$.purchaseInvoiceLines.length()").value(0));
        client.act("purchaseInvoices/number:PI-0002/getReceiptLines", lines).andExpect(jsonPath("$.purchaseInvoiceLines.length()").value(2));
        client.act("purchaseInvoices/number:PI-0002/getReceiptLines", lines).andExpect(jsonPath("$.purchaseInvoiceLines.length()").value(2));
        client.act("purchaseInvoices/number:PI-0002/getReceiptLines", "{\"lines\": [{\"number\": \"PR-0009\", \"sequence\": 10000}]}")
                .andExpect(status().is4xxClientError());
        client.act("purchaseInvoices/number:PI-0002/getShipmentLines", lines).andExpect(status().isNotFound());
    }

    /** Sales 16.13. */
    @Test
    void a_cancelled_sales_invoice_brings_the_goods_back_at_their_cost_and_settles_the_customer() throws Exception {
        stock("10", "8");
        client.create("salesOrders", order("customerNumber", "salesOrderLines", "12", "\"unitPrice\": 20")).andExpect(status().isCreated());
        client.change("salesOrders/number:SO-0001/salesOrderLines/10000", "{\"shipQuantity\": 10}").andExpect(status().isOk());
        post("salesOrders/number:SO-0001", "ship");
        assertThat(balance("INVENTORY")).isEqualTo("0.00");

        client.read("salesInvoices/number:SI-0001/corrections").andExpect(jsonPath("$.value[0].allowed").value(true));
        client.act("salesInvoices/number:SI-0001/cancel", "{\"postingDate\": \"2026-05-06\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.salesCreditMemos[0].number").value("SCM-0001"))
                .andExpect(jsonPath("$.returnReceipts[0].number").value("SRR-0001"));

        assertThat(balance("INVENTORY")).isEqualTo("80.00");
        assertThat(balance("COGS")).isEqualTo("0.00");
        assertThat(balance("RECEIVABLES")).isEqualTo("0.00");
        assertThat(value("SELECT count(*) FROM customer_ledger_entry WHERE is_open")).isEqualTo("0");
        client.read("salesOrders/number:SO-0001")
                .andExpect(jsonPath("$.salesOrderLines[0].shippedQuantity").value(0.0))
                .andExpect(jsonPath("$.salesOrderLines[0].invoicedQuantity").value(0.0));
        client.read("salesInvoices/number:SI-0001").andExpect(jsonPath("$.status").value("cancelled"));
        client.act("salesInvoices/number:SI-0001/cancel", "{}").andExpect(status().is4xxClientError())
                .andExpect(jsonPath("$.errors[0].code").value("purchasing.cancel-corrected"));
        client.change("salesOrders/number:SO-0001/salesOrderLines/10000", "{\"shipQuantity\": 10}").andExpect(status().isOk());
        post("salesOrders/number:SO-0001", "ship");
        assertThat(balance("COGS")).isEqualTo("80.00");
    }

    @Test
    void a_purchase_invoice_whose_goods_are_sold_stays_and_one_corrected_comes_again() throws Exception {
        purchase("10", "8");
        post("purchaseOrders/number:PO-0001", "receive");
        client.act("purchaseInvoices/number:PI-0001/correct", "{\"postingDate\": \"2026-05-06\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.document.purchaseInvoiceLines[0].quantity").value(10.0))
                .andExpect(jsonPath("$.document.status").value("open"));
        assertThat(balance("INVENTORY")).isEqualTo("0.00");
        assertThat(balance("PAYABLES")).isEqualTo("0.00");
        client.act("purchaseInvoices/number:PI-0002/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());

        client.create("salesOrders", order("customerNumber", "salesOrderLines", "1", "\"unitPrice\": 20")).andExpect(status().isCreated());
        post("salesOrders/number:SO-0001", "ship");
        client.act("purchaseInvoices/number:PI-0003/cancel", "{}").andExpect(jsonPath("$.code").value("purchasing.cancel-not-in-stock"));
    }

    /** Sales 16.3. */
    @Test
    void posted_lines_come_back_at_exactly_their_cost() throws Exception {
        stock("6", "8");
        stock("4", "9");
        client.create("salesOrders", order("customerNumber", "salesOrderLines", "10", "\"unitPrice\": 20")).andExpect(status().isCreated());
        post("salesOrders/number:SO-0001", "ship");
        client.create("salesReturnOrders", "{\"customerNumber\": \"P10\", \"postingDate\": \"2026-05-07\"}").andExpect(status().isCreated());
        client.act("salesReturnOrders/number:SRO-0001/getPostedLinesToReverse", "{\"lines\": [{\"collection\": \"salesInvoices\", \"number\": \"SI-0001\"}]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.salesReturnOrderLines[0].quantity").value(10.0))
                .andExpect(jsonPath("$.salesReturnOrderLines[0].appliesFromEntryNumber").isNumber());
        client.change("salesReturnOrders/number:SRO-0001/salesReturnOrderLines/10000", "{\"quantity\": 3}").andExpect(status().isOk());
        client.act("salesReturnOrders/number:SRO-0001/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
        assertThat(balance("INVENTORY")).isEqualTo("25.20");

        client.create("salesReturnOrders", "{\"customerNumber\": \"P10\", \"postingDate\": \"2026-05-07\"}").andExpect(status().isCreated());
        client.act("salesReturnOrders/number:SRO-0002/getPostedLinesToReverse", "{\"lines\": [{\"collection\": \"salesShipments\", \"number\": \"SS-0001\"}]}")
                .andExpect(jsonPath("$.salesReturnOrderLines[0].quantity").value(7.0));
        client.change("salesReturnOrders/number:SRO-0002/salesReturnOrderLines/10000", "{\"quantity\": 8}").andExpect(status().isOk());
        client.act("salesReturnOrders/number:SRO-0002/post", "{\"receive\": true}").andExpect(jsonPath("$.errors[0].code").value("ledger.return-exceeds-shipped"));
    }

    @Test
    void a_copy_brings_the_lines_and_a_prepared_credit_memo_waits_to_be_posted() throws Exception {
        purchase("10", "8");
        post("purchaseOrders/number:PO-0001", "receive");
        purchase("1", "1");
        client.act("purchaseOrders/number:PO-0002/copy", "{\"collection\": \"purchaseReceipts\", \"number\": \"PR-0001\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.purchaseOrderLines[1].quantity").value(10.0))
                .andExpect(jsonPath("$.purchaseOrderLines[1].directUnitCost").value(8.0));
        client.act("purchaseInvoices/number:PI-0001/createCorrectiveCreditMemo", "{\"postingDate\": \"2026-05-06\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.document.number").value("PCM-0001"))
                .andExpect(jsonPath("$.document.appliesToDocumentNumber").value("PI-0001"));
        client.act("purchaseCreditMemos/number:PCM-0001/post", "{\"ship\": true, \"invoice\": true}").andExpect(status().isOk());
        assertThat(balance("INVENTORY")).isEqualTo("0.00");
    }

    @Test
    void receipts_are_read_and_taken_back_by_their_lines() throws Exception {
        purchase("6", "8");
        client.act("purchaseOrders/number:PO-0001/post", "{\"receive\": true}").andExpect(status().isOk());
        client.read("purchaseReceipts/number:PR-0001")
                .andExpect(jsonPath("$.purchaseReceiptLines[0].quantity").value(6.0))
                .andExpect(jsonPath("$.purchaseReceiptLines[0].itemLedgerEntryNumbers.length()").value(1))
                .andExpect(jsonPath("$.orderNumber").value("PO-0001"));
        client.act("purchaseReceipts/number:PR-0001/undo", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.purchaseReceiptLines[1].quantity").value(-6.0))
                .andExpect(jsonPath("$.purchaseReceiptLines[0].corrected").value(true));
        client.act("purchaseReceipts/number:PR-0001/undo", "{\"lines\": [{\"sequence\": 10000}]}")
                .andExpect(jsonPath("$.errors[0].code").value("ledger.undo-already-corrected"));
        client.read("purchaseReceipts/number:PR-0009").andExpect(status().isNotFound());
    }

    private void stock(String quantity, String price) throws Exception {
        var before = Integer.parseInt(value("SELECT count(*) FROM posted_document WHERE document_type = 'PURCHASE_RECEIPT'")) + 1;
        purchase(quantity, price);
        post("purchaseOrders/number:PO-000" + before, "receive");
    }

    private void purchase(String quantity, String price) throws Exception {
        client.create("purchaseOrders", order("vendorNumber", "purchaseOrderLines", quantity, "\"directUnitCost\": " + price)).andExpect(status().isCreated());
    }

    private static String order(String partner, String lines, String quantity, String price) {
        return """
                {"%s": "P10", "postingDate": "2026-05-04", "%s": [
                    {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": %s, %s}]}""".formatted(partner, lines, quantity, price);
    }

    private void post(String path, String handle) throws Exception {
        client.act(path + "/post", "{\"" + handle + "\": true, \"invoice\": true}").andExpect(status().isOk());
    }

    private String balance(String account) {
        return value("SELECT coalesce(sum(e.amount), 0.00) FROM gl_account a LEFT JOIN gl_entry e ON e.gl_account_id = a.id WHERE a.no = '" + account + "'");
    }

    private String value(String query) {
        return dsl.fetchSingle(query).get(0, String.class);
    }
}
