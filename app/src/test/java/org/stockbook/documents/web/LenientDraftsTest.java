package org.stockbook.documents.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
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
import org.stockbook.documents.TradingCompany;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Lines that keep what could not be read or points nowhere, until somebody mends it (spec: api, section 5). */
@SpringBootTest(properties = "stockbook.books-of-test=LenientDraftsTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class LenientDraftsTest {
    private static final String ORDER = """
            {"number": "O1", "vendorNumber": "P10", "postingDate": "2026-05-05", "externalDocumentNumber": "X1", "purchaseOrderLines": [
            {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": "a dozen", "directUnitCost": 60},
            {"lineType": "item", "lineObjectNumber": "SCOOTER", "quantity": 3, "directUnitCost": 50, "description": "A scooter"}]}""";
    private static final String LINES = "purchaseOrders/number:O1/purchaseOrderLines";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private DocumentClient client;

    @BeforeEach
    void a_company() throws Exception {
        TradingCompany.create(dsl);
        client = new DocumentClient(mvc);
    }

    private ResultActions leniently(String path, String body) throws Exception {
        return client.send(post("/api/v1/" + path).header("Prefer", "return=minimal, handling=lenient").header("If-Match", "*"), body);
    }

    private static String line(ResultActions answer, int at) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.purchaseOrderLines[" + at + "].id");
    }

    @Test
    void what_cannot_be_read_or_points_nowhere_stays_as_it_was_typed_with_an_issue() throws Exception {
        leniently("purchaseOrders", ORDER).andExpect(status().isCreated()).andExpect(header().string("Preference-Applied", "handling=lenient"))
                .andExpect(jsonPath("$.purchaseOrderLines[0].lineObjectNumber").value("BIKE")).andExpect(jsonPath("$.purchaseOrderLines[0].rawInput.quantity").value("a dozen"))
                .andExpect(jsonPath("$.purchaseOrderLines[0].quantity").doesNotExist())
                .andExpect(jsonPath("$.purchaseOrderLines[0].issues[0].field").value("quantity")).andExpect(jsonPath("$.purchaseOrderLines[0].issues[0].code").value("api.value-unreadable"))
                .andExpect(jsonPath("$.purchaseOrderLines[1].rawInput.lineObjectNumber").value("SCOOTER")).andExpect(jsonPath("$.purchaseOrderLines[1].rawInput.lineType").value("item"))
                .andExpect(jsonPath("$.purchaseOrderLines[1].rawInput.quantity").value("3")).andExpect(jsonPath("$.purchaseOrderLines[1].rawInput.directUnitCost").value("50"))
                .andExpect(jsonPath("$.purchaseOrderLines[1].rawInput.description").value("A scooter"))
                .andExpect(jsonPath("$.purchaseOrderLines[1].issues.length()").value(1)).andExpect(jsonPath("$.purchaseOrderLines[1].issues[0].code").value("api.reference-not-found"));
    }

    @Test
    void without_the_wish_it_is_refused_and_nothing_stays() throws Exception {
        client.create("purchaseOrders", ORDER).andExpect(status().isUnprocessableContent()).andExpect(header().doesNotExist("Preference-Applied"));
        client.read("purchaseOrders/number:O1").andExpect(status().isNotFound());
    }

    @Test
    void such_a_document_is_neither_released_nor_posted_until_it_is_mended() throws Exception {
        var made = leniently("purchaseOrders", ORDER);
        var first = line(made, 0);
        var second = line(made, 1);
        client.act("purchaseOrders/number:O1/release", "{}").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors.length()").value(2))
                .andExpect(jsonPath("$.errors[0].pointer").value("/purchaseOrderLines/0/quantity"));
        client.act("purchaseOrders/number:O1/post", "{\"receive\": true}").andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[?(@.code == 'api.value-unreadable')].pointer").value("/purchaseOrderLines/0/quantity"))
                .andExpect(jsonPath("$.errors[?(@.code == 'api.reference-not-found')].pointer").value("/purchaseOrderLines/1/lineObjectNumber"));
        // What is mended is taken without any wish, and what waited for it comes along.
        client.send(patch("/api/v1/purchaseOrderLines/" + first).header("If-Match", "1"), "{\"quantity\": 12}").andExpect(status().isOk())
                .andExpect(jsonPath("$.quantity").value(12)).andExpect(jsonPath("$.rawInput").doesNotExist());
        client.send(patch("/api/v1/purchaseOrderLines/" + second).header("If-Match", "1"), "{\"lineObjectNumber\": \"BELL\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.lineType").value("item")).andExpect(jsonPath("$.lineObjectNumber").value("BELL")).andExpect(jsonPath("$.quantity").value(3))
                .andExpect(jsonPath("$.directUnitCost").value(50)).andExpect(jsonPath("$.description").value("A scooter")).andExpect(jsonPath("$.rawInput").doesNotExist())
                .andExpect(jsonPath("$.issues").isEmpty());
        client.act("purchaseOrders/number:O1/post", "{\"receive\": true}").andExpect(status().isOk());
    }

    @Test
    void a_line_that_is_there_keeps_what_it_is_about_beside_what_was_typed() throws Exception {
        client.create("purchaseOrders", ORDER.replace("a dozen", "12").replace("SCOOTER", "BELL")).andExpect(status().isCreated());
        client.change(LINES + "/10000", "{\"unitOfMeasureCode\": \"CRATE\"}").andExpect(status().isUnprocessableContent());
        client.send(patch("/api/v1/" + LINES + "/10000").header("If-Match", "*").header("Prefer", "handling=lenient"),
                        "{\"unitOfMeasureCode\": \"CRATE\", \"locationCode\": \"MOON\", \"lineObjectNumber\": \"SCOOTER\", \"itemVariantCode\": \"RED\", \"quantity\": 7}").andExpect(status().isOk())
                .andExpect(jsonPath("$.purchaseOrderLines[0].quantity").value(7)).andExpect(jsonPath("$.purchaseOrderLines[0].rawInput.unitOfMeasureCode").value("CRATE"))
                .andExpect(jsonPath("$.purchaseOrderLines[0].rawInput.locationCode").value("MOON")).andExpect(jsonPath("$.purchaseOrderLines[0].rawInput.lineObjectNumber").value("SCOOTER"))
                .andExpect(jsonPath("$.purchaseOrderLines[0].rawInput.itemVariantCode").value("RED")).andExpect(jsonPath("$.purchaseOrderLines[0].issues.length()").value(3));
        client.read("purchaseOrders/number:O1/activity").andExpect(status().isOk());
        // A change of something else leaves the texts; an empty field takes its own away.
        client.change(LINES + "/10000", "{\"description\": \"Tyre\", \"locationCode\": \"\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.purchaseOrderLines[0].rawInput.unitOfMeasureCode").value("CRATE")).andExpect(jsonPath("$.purchaseOrderLines[0].rawInput.locationCode").doesNotExist());
        client.change(LINES + "/10000", "{\"unitOfMeasureCode\": \"PCS\", \"lineObjectNumber\": \"BIKE\", \"itemVariantCode\": null}").andExpect(status().isOk())
                .andExpect(jsonPath("$.purchaseOrderLines[0].rawInput").doesNotExist()).andExpect(jsonPath("$.purchaseOrderLines[0].issues").doesNotExist())
                .andExpect(jsonPath("$.purchaseOrderLines[0].quantity").value(7));
    }

    @Test
    void a_grid_keeps_pasted_rows_that_mean_nothing_and_a_quote_with_them_becomes_no_order() throws Exception {
        client.create("salesQuotes", "{\"number\": \"Q1\", \"customerNumber\": \"P10\", \"postingDate\": \"2026-05-05\"}").andExpect(status().isCreated());
        leniently("salesQuotes/number:Q1/salesQuoteLines/bulk", """
                {"version": 0, "operations": [
                 {"method": "create", "data": {"lineType": "item", "lineObjectNumber": "NOPE", "quantity": "1,5x"}},
                 {"method": "create", "data": {"lineType": "thing", "lineObjectNumber": "BIKE", "quantity": 2}},
                 {"method": "create", "data": {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 2, "unitPrice": 1.1234567}}]}""").andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[0].sequence").value(10000)).andExpect(jsonPath("$.lines[0].rawInput.quantity").value("1,5x"))
                .andExpect(jsonPath("$.lines[1].rawInput.lineType").value("thing")).andExpect(jsonPath("$.lines[1].rawInput.lineObjectNumber").value("BIKE"))
                .andExpect(jsonPath("$.lines[1].issues.length()").value(1))
                .andExpect(jsonPath("$.lines[2].rawInput.unitPrice").value("1.1234567")).andExpect(jsonPath("$.lines[2].issues[0].code").value("api.needs-rounding"));
        client.act("salesQuotes/number:Q1/makeOrder", "{}").andExpect(status().isUnprocessableContent());
        client.send(post("/api/v1/salesQuotes/number:Q1/salesQuoteLines/bulk"), """
                {"version": 0, "operations": [{"method": "update", "sequence": 20000, "data": {"lineType": "item"}}]}""").andExpect(status().isOk())
                .andExpect(jsonPath("$.lines[0].lineObjectNumber").value("BIKE")).andExpect(jsonPath("$.lines[0].quantity").value(2)).andExpect(jsonPath("$.lines[0].rawInput").doesNotExist());
    }
}
