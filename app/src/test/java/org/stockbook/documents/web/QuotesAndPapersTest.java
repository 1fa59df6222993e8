package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Quotes become orders, and every document has its paper (spec: sales, section 2; purchasing, section 2.1; ui, section 7). */
@SpringBootTest(properties = "stockbook.books-of-test=QuotesAndPapersTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class QuotesAndPapersTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private DocumentClient client;

    @BeforeEach
    void a_company() {
        TradingCompany.create(dsl);
        dsl.execute("UPDATE company SET name = 'Vélos Zoë & Fils', address = '1 Rue du Trésor', city = 'Québec', local_currency_code = 'CAD', bank_account = 'IBAN 12'");
        client = new DocumentClient(mvc);
    }

    @Test
    void an_order_is_made_of_a_quote_with_everything_on_it() throws Exception {
        client.create("salesQuotes", """
                {"customerNumber": "P10", "validUntilDate": "2020-01-31", "reference": "Ride", "salesQuoteLines": [
                    {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 3, "unitPrice": 100, "discountPercent": 10}, {"lineType": "comment", "description": "with bells"}]}""")
                .andExpect(status().isCreated()).andExpect(jsonPath("$.number").value("SQ-0001"));
        client.act("salesQuotes/number:SQ-0001/post", "{\"ship\": true, \"invoice\": true}").andExpect(jsonPath("$.code").value("common.nothing-to-post"));

        client.act("salesQuotes/number:SQ-0001/makeOrder", "{}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value("SO-0001"))
                .andExpect(jsonPath("$.link").value("/sales-orders/SO-0001"))
                .andExpect(jsonPath("$.reference").value("Ride"))
                .andExpect(jsonPath("$.madeOfDocumentNumber").value("SQ-0001"))
                .andExpect(jsonPath("$.salesOrderLines[0].netAmount").value(270.0))
                .andExpect(jsonPath("$.salesOrderLines[0].shipQuantity").value(3.0))
                .andExpect(jsonPath("$.salesOrderLines[1].description").value("with bells"))
                .andExpect(jsonPath("$.notices[0].code").value("sales.quote-expired"));
        client.read("salesQuotes/number:SQ-0001").andExpect(status().isNotFound());
        client.act("salesQuotes/number:SQ-0001/makeOrder", "{}").andExpect(status().isNotFound());
    }

    @Test
    void an_empty_quote_and_one_for_a_blocked_partner_become_nothing() throws Exception {
        client.create("purchaseQuotes", "{\"vendorNumber\": \"P10\"}").andExpect(status().isCreated());
        client.act("purchaseQuotes/number:PQ-0001/makeOrder", "{}").andExpect(jsonPath("$.code").value("common.nothing-to-release"));
        client.act("purchaseQuotes/number:PQ-0001/purchaseQuoteLines", "{\"lineType\": \"item\", \"lineObjectNumber\": \"BELL\", \"quantity\": 1}").andExpect(status().isOk());
        dsl.execute("UPDATE vendor SET blocked = 'ALL'");
        client.act("purchaseQuotes/number:PQ-0001/makeOrder", "{}").andExpect(jsonPath("$.code").value("purchasing.vendor-blocked"));
        client.read("purchaseQuotes/number:PQ-0001").andExpect(status().isOk());
    }

    @Test
    void papers_speak_the_language_of_the_partner_and_break_into_pages() throws Exception {
        dsl.execute("UPDATE customer SET language_tag = 'fr-CA', name = 'Crème brûlée Æøå', address = 'Søndergade 5'");
        var lines = IntStream.rangeClosed(1, 100).mapToObj(line -> "{\"lineType\": \"item\", \"lineObjectNumber\": \"BIKE\", \"description\": \"Ligne " + line
                + "\", \"quantity\": 1, \"unitPrice\": 1234.5}").collect(Collectors.joining(","));
        client.create("salesQuotes", "{\"customerNumber\": \"P10\", \"salesQuoteLines\": [" + lines + "]}").andExpect(status().isCreated());

        var pages = pages("salesQuotes/number:SQ-0001/pdf");

        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages).allSatisfy(page -> assertThat(page).contains("Soumission SQ-0001"));
        assertThat(pages.subList(0, pages.size() - 1)).allSatisfy(page -> assertThat(page).contains("Description").contains("Quantité"));
        assertThat(pages.getFirst()).contains("Vélos Zoë & Fils").contains("Crème brûlée Æøå").contains("Søndergade 5").contains("Page 1 de " + pages.size());
        assertThat(pages.getLast()).contains("123\u00a0450,00").contains("Total CAD").contains("154\u00a0312,50").contains("IBAN 12");
        assertThat(String.join("\n", pages)).contains("Ligne 1 ").contains("Ligne 100 ");
    }

    /** Markup, signs that no file may hold and letters that the font has not are text like any other. */
    @Test
    void nothing_typed_breaks_a_paper() throws Exception {
        client.create("purchaseQuotes", """
                {"vendorNumber": "P10", "reference": "</td><script>alert(1)</script>", "purchaseQuoteLines": [
                    {"lineType": "item", "lineObjectNumber": "BELL", "quantity": -2.5, "directUnitCost": 0.00001, "description": "5 < 6 & \\u0007 \\u6f22\\u5b57 <img src='file:///etc/passwd'/>"}]}""")
                .andExpect(status().isCreated());
        assertThat(text("purchaseQuotes/number:PQ-0001/pdf")).contains("<script>alert(1)</script>").contains("5 < 6 &").contains("<img src=").doesNotContain("root:");
    }

    @Test
    void each_kind_has_its_paper_and_goods_travel_without_prices() throws Exception {
        client.create("purchaseOrders", "{\"vendorNumber\": \"P10\", \"purchaseOrderLines\": [{\"lineType\": \"item\", \"lineObjectNumber\": \"BIKE\", \"quantity\": 5, \"directUnitCost\": 40}]}")
                .andExpect(status().isCreated());
        assertThat(text("purchaseOrders/number:PO-0001/pdf")).contains("Purchase order PO-0001").contains("200.00").contains("250.00");
        client.act("purchaseOrders/number:PO-0001/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
        assertThat(text("purchaseReceipts/number:PR-0001/pdf")).contains("Receipt PR-0001").contains("BIKE").doesNotContain("200.00");
        assertThat(text("purchaseInvoices/number:PI-0001/pdf")).contains("Purchase invoice PI-0001").contains("250.00");

        client.create("salesOrders", "{\"customerNumber\": \"P10\", \"salesOrderLines\": [{\"lineType\": \"item\", \"lineObjectNumber\": \"BIKE\", \"quantity\": 2, \"unitPrice\": 90}]}")
                .andExpect(status().isCreated());
        client.act("salesOrders/number:SO-0001/post", "{\"ship\": true, \"invoice\": true}").andExpect(status().isOk());
        assertThat(text("salesShipments/number:SS-0001/pdf")).contains("Delivery note SS-0001").doesNotContain("180.00");
        assertThat(text("salesInvoices/number:SI-0001/pdf")).contains("Invoice SI-0001").contains("VAT 25%").contains("225.00");
        client.create("salesCreditMemos", "{\"customerNumber\": \"P10\", \"salesCreditMemoLines\": [{\"lineType\": \"item\", \"lineObjectNumber\": \"BIKE\", \"quantity\": 1, \"unitPrice\": 90}]}")
                .andExpect(status().isCreated());
        assertThat(text("salesCreditMemos/number:SCM-0001/pdf")).contains("Credit memo SCM-0001");
        client.read("salesInvoices/number:NONE/pdf").andExpect(status().isNotFound());
        client.read("salesNothings/number:NONE/pdf").andExpect(status().isNotFound());
    }

    private String text(String path) throws Exception {
        return String.join("\n", pages(path));
    }

    private List<String> pages(String path) throws Exception {
        var answer = client.read(path).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("inline;").contains(".pdf");
        try (var file = Loader.loadPDF(answer.getContentAsByteArray())) {
            return IntStream.rangeClosed(1, file.getNumberOfPages()).mapToObj(page -> {
                try {
                    var stripper = new PDFTextStripper();
                    stripper.setSortByPosition(true);
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    return stripper.getText(file);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }).toList();
        }
    }
}
