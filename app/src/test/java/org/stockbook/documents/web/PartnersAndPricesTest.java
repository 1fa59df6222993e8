package org.stockbook.documents.web;

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

/** Partners, their terms and prices, and lists of documents (spec: purchasing, sections 1 and 2.5; sales, sections 1 and 6). */
@SpringBootTest(properties = "stockbook.books-of-test=PartnersAndPricesTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class PartnersAndPricesTest {
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

    @Test
    void a_vendor_brings_terms_and_its_documents_fall_due_by_them() throws Exception {
        client.create("paymentTerms", "{\"code\": \"1M8D\", \"dueDateCalculation\": \"1M\", \"discountDateCalculation\": \"8D\", \"discountPercent\": 2}")
                .andExpect(status().isCreated());
        client.create("paymentTerms", "{\"code\": \"X\", \"dueDateCalculation\": \"soon\"}").andExpect(jsonPath("$.code").value("api.value-unreadable"));
        client.create("vendors", """
                {"number": "V20", "displayName": "Wheels Ltd", "vendorPostingGroupCode": "DOMESTIC", "generalBusinessPostingGroupCode": "DOMESTIC",
                "taxBusinessPostingGroupCode": "DOMESTIC", "paymentTermsCode": "1M8D", "addressLine1": "Hill 1", "postalCode": "8000", "city": "Hilltown"}""")
                .andExpect(status().isCreated()).andExpect(jsonPath("$.searchName").value("WHEELS LTD"));
        client.create("purchaseOrders", "{\"vendorNumber\": \"V20\", \"postingDate\": \"2026-01-31\", \"responsibilityCenterCode\": \"NOWHERE\"}")
                .andExpect(jsonPath("$.code").value("api.reference-not-found"));
        client.create("purchaseOrders", "{\"vendorNumber\": \"V20\", \"postingDate\": \"2026-01-31\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.dueDate").value("2026-02-28"))
                .andExpect(jsonPath("$.paymentDiscountDate").value("2026-02-08"))
                .andExpect(jsonPath("$.vendorName").value("Wheels Ltd"))
                .andExpect(jsonPath("$.address").value("Hill 1\n8000 Hilltown"));
        client.read("purchaseOrders?filter=partnerNumber eq 'V20'").andExpect(status().isOk()).andExpect(jsonPath("$.value[0].status").value("open"));
        client.remove("vendors/number:V20").andExpect(jsonPath("$.code").value("common.in-use"));
    }

    /** Spec: purchasing, sections 1 and 2.2; sales, section 1. */
    @Test
    void a_partner_brings_how_goods_travel_and_what_is_posted_keeps_it() throws Exception {
        for (var method : new String[] {"EXW", "DAP"}) {
            client.create("shipmentMethods", "{\"code\": \"%s\"}".formatted(method)).andExpect(status().isCreated());
        }
        client.change("vendors/number:P10", "{\"shipmentMethodCode\": \"EXW\"}").andExpect(status().isOk());
        client.create("purchaseQuotes", "{\"vendorNumber\": \"P10\", \"purchaseQuoteLines\": [{\"lineType\": \"item\", \"lineObjectNumber\": \"BIKE\", \"quantity\": 1}]}")
                .andExpect(status().isCreated()).andExpect(jsonPath("$.shipmentMethodCode").value("EXW"));
        client.act("purchaseQuotes/number:PQ-0001/makeOrder", "{}").andExpect(status().isOk()).andExpect(jsonPath("$.shipmentMethodCode").value("EXW"));
        client.change("purchaseOrders/number:PO-0001", "{\"shipmentMethodCode\": \"NOWHERE\"}").andExpect(status().is(422)).andExpect(jsonPath("$.code").value("api.reference-not-found"));
        client.change("purchaseOrders/number:PO-0001", "{\"shipmentMethodCode\": \"dap\", \"externalDocumentNumber\": \"X1\"}").andExpect(status().isOk()).andExpect(jsonPath("$.shipmentMethodCode").value("DAP"));
        client.act("purchaseOrders/number:PO-0001/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
        client.read("purchaseReceipts/number:PR-0001").andExpect(jsonPath("$.shipmentMethodCode").value("DAP"));
        client.read("purchaseInvoices/number:PI-0001").andExpect(jsonPath("$.shipmentMethodCode").value("DAP"));
        client.remove("shipmentMethods/code:DAP").andExpect(jsonPath("$.code").value("common.in-use"));
        client.change("customers/number:P10", "{\"shipmentMethodCode\": \"DAP\"}").andExpect(status().isOk());
        client.create("salesOrders", "{\"customerNumber\": \"P10\"}").andExpect(jsonPath("$.shipmentMethodCode").value("DAP"));
    }

    /** Purchasing 11.15. */
    @Test
    void the_best_cost_of_a_line_follows_its_quantity() throws Exception {
        client.create("purchasePriceLists", "{\"code\": \"ALL\"}").andExpect(status().isCreated());
        client.create("purchasePriceLists", "{\"code\": \"OURS\", \"vendorNumber\": \"P10\"}").andExpect(status().isCreated());
        line("ALL", 10000, "\"minimumQuantity\": 1, \"unitPrice\": 9.20");
        line("OURS", 10000, "\"minimumQuantity\": 10, \"unitPrice\": 9.00");
        line("OURS", 20000, "\"minimumQuantity\": 20, \"unitPrice\": 9.60, \"lineDiscountPercent\": 8");
        client.change("purchasePriceLists/code:ALL", "{\"status\": \"active\"}").andExpect(status().isOk());
        client.change("purchasePriceLists/code:OURS", "{\"status\": \"active\"}").andExpect(status().isOk());
        client.create("purchasePriceListLines", "{\"priceListCode\": \"OURS\", \"sequence\": 30000, \"itemNumber\": \"BIKE\"}")
                .andExpect(jsonPath("$.code").value("common.status-not-open"));

        client.create("purchaseOrders", "{\"vendorNumber\": \"P10\", \"purchaseOrderLines\": [{\"lineType\": \"item\", \"lineObjectNumber\": \"BIKE\", \"quantity\": 5}]}")
                .andExpect(jsonPath("$.purchaseOrderLines[0].directUnitCost").value(9.2));
        client.change("purchaseOrders/number:PO-0001/purchaseOrderLines/10000", "{\"quantity\": 10}")
                .andExpect(jsonPath("$.purchaseOrderLines[0].directUnitCost").value(9.0));
        client.change("purchaseOrders/number:PO-0001/purchaseOrderLines/10000", "{\"quantity\": 20}")
                .andExpect(jsonPath("$.purchaseOrderLines[0].directUnitCost").value(9.6))
                .andExpect(jsonPath("$.purchaseOrderLines[0].discountPercent").value(8.0));
        client.create("purchasePriceLists", "{\"code\": \"AGAIN\", \"vendorNumber\": \"P10\"}").andExpect(status().isCreated());
        line("AGAIN", 10000, "\"minimumQuantity\": 10, \"unitPrice\": 8.00");
        client.change("purchasePriceLists/code:AGAIN", "{\"status\": \"active\"}").andExpect(jsonPath("$.code").value("purchasing.price-duplicate"));
    }

    /** Sales 16.7. */
    @Test
    void an_invoice_discount_is_taken_off_what_allows_it() throws Exception {
        dsl.execute("UPDATE item SET allow_invoice_discount = false WHERE no = 'BELL'");
        client.create("customerInvoiceDiscounts", "{\"code\": \"P10\", \"minimumAmount\": 1000, \"discountPercent\": 3}").andExpect(status().isCreated());
        client.create("customerInvoiceDiscounts", "{\"code\": \"P10\", \"minimumAmount\": 2000, \"discountPercent\": 5}").andExpect(status().isCreated());
        client.create("salesOrders", """
                {"customerNumber": "P10", "salesOrderLines": [{"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 1, "unitPrice": 1500},
                    {"lineType": "item", "lineObjectNumber": "BELL", "quantity": 1, "unitPrice": 700}]}""").andExpect(status().isCreated());
        client.act("salesOrders/number:SO-0001/calculateInvoiceDiscount", "{}")
                .andExpect(jsonPath("$.totalAmountExcludingTax").value(2155.0))
                .andExpect(jsonPath("$.salesOrderLines[0].invoiceDiscountAmount").value(45.0));
    }

    @Test
    void who_works_for_one_centre_sees_no_other() throws Exception {
        client.create("responsibilityCenters", "{\"code\": \"LONDON\"}").andExpect(status().isCreated());
        client.create("responsibilityCenters", "{\"code\": \"LEEDS\"}").andExpect(status().isCreated());
        client.create("salesOrders", "{\"customerNumber\": \"P10\", \"responsibilityCenterCode\": \"LEEDS\"}").andExpect(status().isCreated());
        dsl.execute("""
                INSERT INTO user_setup (user_id, sales_responsibility_center_id) SELECT u.id, c.id FROM app_user u, responsibility_center c
                WHERE u.login = 'system' AND c.code = 'LONDON'""");
        client.create("salesOrders", "{\"customerNumber\": \"P10\"}").andExpect(jsonPath("$.responsibilityCenterCode").value("LONDON"));
        client.read("salesOrders").andExpect(jsonPath("$.value.length()").value(1));
        client.read("salesOrders/number:SO-0001").andExpect(status().isNotFound());
        client.change("salesOrders/number:SO-0001", "{\"reference\": \"x\"}").andExpect(status().isNotFound());
        client.act("salesOrders/number:SO-0001/post", "{\"ship\": true}").andExpect(status().isNotFound());
        client.change("salesOrders/number:SO-0002", "{\"responsibilityCenterCode\": \"LEEDS\"}")
                .andExpect(jsonPath("$.code").value("responsibility-centers.user-limited"));
    }

    private void line(String list, int sequence, String more) throws Exception {
        client.create("purchasePriceListLines", "{\"priceListCode\": \"%s\", \"sequence\": %d, \"itemNumber\": \"BIKE\", %s}".formatted(list, sequence, more))
                .andExpect(status().isCreated());
    }
}
