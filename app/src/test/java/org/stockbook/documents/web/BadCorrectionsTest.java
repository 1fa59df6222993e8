package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** What a program may get wrong with what was posted: taking it back too late or twice, returning too much, changing it. */
@SpringBootTest(properties = "stockbook.books-of-test=BadCorrectionsTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class BadCorrectionsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private TradingDesk desk;

    @BeforeEach
    void a_company() {
        desk = TradingDesk.at(dsl, mvc);
    }

    private String received(String item, String quantity) throws Exception {
        return TradingDesk.posted(desk.post(desk.document("purchaseOrders", "P10", goods(item, quantity, "8")), "receive"), "purchaseReceipts");
    }

    private TradingDesk.Call undo(String posted) {
        return () -> desk.client().act(posted + "/undo", "{\"lines\": [{\"sequence\": 10000}]}");
    }

    @Test
    void a_receipt_that_is_invoiced_stays() throws Exception {
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("UNDOINV"), "6", "8"));
        var receipt = TradingDesk.posted(desk.post(order, "receive"), "purchaseReceipts");
        desk.choose(order, "\"invoiceQuantity\": 1");
        desk.post(order, "invoice");

        desk.refusedLine(undo(receipt), "ledger.undo-invoiced", "The line is invoiced; use a credit memo.");
        assertThat(desk.quantityOf("UNDOINV")).isEqualTo("6");
    }

    @Test
    void a_receipt_that_is_partly_sent_back_stays() throws Exception {
        var receipt = received(desk.item("UNDORET"), "6");
        var entry = desk.value("SELECT max(entry_no) FROM item_ledger_entry");
        var back = desk.document("purchaseReturnOrders", "P10", goods("UNDORET", "2", "8"));
        desk.client().change(TradingDesk.line(back, 10000), "{\"appliesToEntryNumber\": " + entry + "}").andExpect(status().isOk());
        var shipment = TradingDesk.posted(desk.post(back, "ship"), "purchaseReturnShipments");

        desk.refusedLine(undo(receipt), "ledger.undo-quantity-used", "Part of the quantity is used already.");
        // What was sent back can be taken back itself; it comes as goods of its own, so the receipt stays.
        undo(shipment).run().andExpect(status().isOk());
        desk.refusedLine(undo(receipt), "ledger.undo-quantity-used", "Part of the quantity is used already.");
        assertThat(desk.quantityOf("UNDORET")).isEqualTo("6");
        assertThat(desk.costOf("UNDORET")).isEqualTo("48.00");
    }

    @Test
    void a_shipment_that_partly_came_back_stays() throws Exception {
        var item = desk.item("UNDOSALE");
        desk.stock(item, "10", "8");
        var shipment = TradingDesk.posted(desk.post(desk.document("salesOrders", "P10", goods(item, "5", "20")), "ship"), "salesShipments");
        var back = TradingDesk.json(desk.client().create("salesReturnOrders", "{\"customerNumber\": \"P10\", \"postingDate\": \"2026-05-07\"}"));
        var returns = "salesReturnOrders/number:" + back.get("number").asString();
        desk.client().act(returns + "/getPostedLinesToReverse", "{\"lines\": [{\"collection\": \"salesShipments\", \"number\": \"" + number(shipment) + "\"}]}")
                .andExpect(status().isOk());
        desk.client().change(TradingDesk.line(returns, 10000), "{\"quantity\": 2}").andExpect(status().isOk());
        desk.post(returns, "receive");

        desk.refusedLine(undo(shipment), "ledger.undo-quantity-used", "Part of the quantity is used already.");
        assertThat(desk.quantityOf(item)).isEqualTo("7");
        assertThat(desk.costOf(item)).isEqualTo("56.00");
    }

    private static String number(String posted) {
        return posted.substring(posted.indexOf(':') + 1);
    }

    @Test
    void nothing_is_taken_back_twice() throws Exception {
        var receipt = received(desk.item("TWICE"), "6");
        undo(receipt).run().andExpect(status().isOk());

        desk.refusedLine(undo(receipt), "ledger.undo-already-corrected", "The line is corrected already.");
        desk.refused(() -> desk.client().act(receipt + "/undo", "{}"), 422, "transfer.nothing-to-undo", "There is nothing to take back on the line.");
        var correction = desk.value("SELECT max(line_no) FROM posted_document_line WHERE corrects_line_id IS NOT NULL");
        var before = desk.books();
        var answer = TradingDesk.json(desk.client().act(receipt + "/undo", "{\"lines\": [{\"sequence\": " + correction + "}]}"));
        assertThat(answer.get("errors").get(0).get("code").asString()).isEqualTo("ledger.undo-already-corrected");
        assertThat(desk.books()).isEqualTo(before);
        assertThat(desk.quantityOf("TWICE")).isEqualTo("0");
    }

    @Test
    void more_comes_back_than_was_shipped() throws Exception {
        var item = desk.item("TOOMUCH");
        desk.stock(item, "10", "8");
        desk.post(desk.document("salesOrders", "P10", goods(item, "5", "20")), "ship", "invoice");
        var sold = desk.value("SELECT max(entry_no) FROM item_ledger_entry");
        var back = desk.document("salesReturnOrders", "P10", goods(item, "6", "20"));
        desk.client().change(TradingDesk.line(back, 10000), "{\"appliesFromEntryNumber\": " + sold + "}").andExpect(status().isOk());

        desk.refusedLine(() -> desk.client().act(back + "/post", TradingDesk.choice("receive", "invoice")), "ledger.return-exceeds-shipped",
                "Only 5 of entry " + sold + " can be returned.");
        desk.choose(back, "\"receiveQuantity\": 5, \"invoiceQuantity\": 5");
        desk.post(back, "receive", "invoice");
        desk.choose(back, "\"receiveQuantity\": 1, \"invoiceQuantity\": 1");
        desk.refusedLine(() -> desk.client().act(back + "/post", TradingDesk.choice("receive", "invoice")), "ledger.return-exceeds-shipped",
                "Only 0 of entry " + sold + " can be returned.");
        assertThat(desk.costOf(item)).isEqualTo("80.00");
    }

    @Test
    void more_is_sent_back_than_was_received() throws Exception {
        received(desk.item("SENTBACK"), "5");
        var entry = desk.value("SELECT max(entry_no) FROM item_ledger_entry");
        received("SENTBACK", "5");
        var back = desk.document("purchaseReturnOrders", "P10", goods("SENTBACK", "6", "8"));
        desk.client().change(TradingDesk.line(back, 10000), "{\"appliesToEntryNumber\": " + entry + "}").andExpect(status().isOk());

        desk.refusedLine(() -> desk.client().act(back + "/post", TradingDesk.choice("ship")), "ledger.application-quantity-exceeded",
                "Entry " + entry + " has only 5 left.");
        assertThat(desk.quantityOf("SENTBACK")).isEqualTo("10");
    }

    @Test
    void a_return_that_must_name_what_it_reverses() throws Exception {
        var item = desk.item("EXACT");
        desk.stock(item, "5", "8");
        dsl.execute("UPDATE inventory_setup SET sales_exact_cost_reversing_mandatory = true");
        try {
            var back = desk.document("salesReturnOrders", "P10", goods(item, "1", "20"));
            desk.refusedLine(() -> desk.client().act(back + "/post", TradingDesk.choice("receive")), "ledger.exact-cost-required",
                    "Name the entry whose cost comes back.");
        } finally {
            dsl.execute("UPDATE inventory_setup SET sales_exact_cost_reversing_mandatory = false");
        }
    }

    /** Purchasing, section 4.3: a credit memo settles the invoice it names, at most to the smaller amount. */
    @Test
    void a_credit_memo_settles_the_invoice_that_it_names() throws Exception {
        var item = desk.item("SETTLE");
        var vendor = desk.partner("vendor", "VSETTLE");
        var invoice = TradingDesk.posted(desk.post(desk.document("purchaseOrders", vendor, goods(item, "5", "8")), "receive", "invoice"), "purchaseInvoices");
        var memo = desk.document("purchaseCreditMemos", vendor, goods(item, "2", "8"));
        desk.client().change(memo, "{\"appliesToDocumentNumber\": \"NOTHING\"}").andExpect(status().isOk());
        TradingDesk.Call posting = () -> desk.client().act(memo + "/post", TradingDesk.choice("ship", "invoice"));
        desk.refused(posting, 422, "api.reference-not-found", "appliesToDocumentNumber: “NOTHING” does not exist. Choose an existing one or create it.");
        desk.client().change(memo, "{\"appliesToDocumentNumber\": \"" + number(invoice) + "\", \"postingDate\": \"2026-05-03\"}").andExpect(status().isOk());
        desk.refused(posting, 422, "purchasing.application-date", "The document it is settled against is dated later, 4 May 2026.");
        desk.client().change(memo, "{\"postingDate\": \"2026-05-05\"}").andExpect(status().isOk());
        posting.run().andExpect(status().isOk());

        assertThat(desk.value("SELECT string_agg(e.is_open::text, ' ' ORDER BY e.entry_no) FROM vendor_ledger_entry e JOIN vendor v ON v.id = e.vendor_id WHERE v.no = 'VSETTLE'"))
                .isEqualTo("true false");
        assertThat(desk.value("""
                SELECT sum(d.amount) FROM vendor_ledger_entry_detail d JOIN vendor_ledger_entry e ON e.entry_no = d.vendor_ledger_entry_no
                JOIN vendor v ON v.id = e.vendor_id WHERE v.no = 'VSETTLE' AND e.is_open""")).isEqualTo("-30.00");
    }

    @Test
    void what_is_posted_cannot_be_changed_by_a_call() throws Exception {
        var item = desk.item("POSTED");
        var invoice = TradingDesk.posted(desk.post(desk.document("purchaseOrders", "P10", goods(item, "5", "8")), "receive", "invoice"), "purchaseInvoices");

        for (var call : List.<TradingDesk.Call>of(
                () -> desk.client().change(invoice, "{\"externalDocumentNumber\": \"X\"}"),
                () -> desk.client().remove(invoice),
                () -> desk.client().change(TradingDesk.line(invoice, 10000), "{\"quantity\": 6}"),
                () -> desk.client().remove(TradingDesk.line(invoice, 10000)),
                () -> desk.client().act(invoice + "/post", TradingDesk.choice("receive", "invoice")),
                () -> desk.client().act(invoice + "/release", "{}"),
                () -> desk.client().act(invoice + "/reopen", "{}"))) {
            desk.refused(call, 409, "common.status-not-open", "This is locked because it is not open.");
        }
    }

    @Test
    void what_is_posted_cannot_be_changed_by_sql() throws Exception {
        desk.post(desk.document("purchaseOrders", "P10", goods(desk.item("SQL"), "5", "8")), "receive", "invoice");

        for (var table : List.of("posted_document", "posted_document_line", "posted_document_line_entry", "posted_line_invoiced")) {
            var columns = dsl.fetch("SELECT column_name FROM information_schema.columns WHERE table_name = ?", table).getValues(0, String.class);
            columns.removeAll(List.of("quantity_invoiced", "corrected"));
            var changes = columns.stream().map(column -> "UPDATE %1$s SET %2$s = %2$s".formatted(table, column));
            for (var change : Stream.concat(changes, Stream.of("DELETE FROM " + table, "TRUNCATE " + table + " CASCADE")).toList()) {
                assertThatThrownBy(() -> dsl.execute(change)).as(change).hasMessageContaining("refuses");
            }
        }
    }
}
