package org.stockbook.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.stockbook.documents.TradingCompany;
import org.stockbook.documents.web.DocumentClient;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.web.api.Shop;

/** Dimensions and values that exclude each other, set up by a program and met by everything that posts (spec: finance, sections 5, 9 and 15.7). */
@SpringBootTest(properties = "stockbook.books-of-test=DimensionCombinationsTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class DimensionCombinationsTest {
    private static final String EXCLUDED = "finance.dimension-combination-blocked";
    private static final String SENTENCE = "AREA 30 and DEPT PROD must not stand together.";
    private static final String LIMITED = "{\"dimension1Code\": \"AREA\", \"dimension2Code\": \"DEPT\", \"combinationRestriction\": \"limited\"}";
    private static final String VALUES = """
            {"dimension1Code": "DEPT", "dimension1ValueCode": "PROD", "dimension2Code": "AREA", "dimension2ValueCode": "30"}""";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    private DocumentClient client;

    @BeforeEach
    void a_company_with_areas_and_departments() {
        client = new DocumentClient(mvc);
        if (dsl.fetchCount(DSL.table("dimension")) == 0) {
            TradingCompany.create(dsl);
            dsl.execute("INSERT INTO gl_account (no) VALUES ('BANK'), ('RENT')");
            dsl.execute("INSERT INTO dimension (code, name) VALUES ('DEPT', 'Department'), ('AREA', 'Area')");
            dsl.execute("""
                    INSERT INTO dimension_value (dimension_id, code) SELECT d.id, v.code FROM dimension d
                    JOIN (VALUES ('DEPT', 'PROD'), ('DEPT', 'ADM'), ('AREA', '30'), ('AREA', '40')) AS v (dimension, code) ON v.dimension = d.code""");
            dsl.execute("""
                    UPDATE general_ledger_setup SET global_dimension_1_id = (SELECT id FROM dimension WHERE code = 'DEPT'),
                        global_dimension_2_id = (SELECT id FROM dimension WHERE code = 'AREA')""");
            dsl.execute("INSERT INTO location (code) VALUES ('EAST'), ('WEST')");
            dsl.execute("""
                    INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id)
                    SELECT l.id, s.inventory_posting_group_id, s.inventory_account_id, s.inventory_interim_account_id
                    FROM inventory_posting_setup s, location l WHERE s.location_id = 0 AND l.code IN ('EAST', 'WEST')""");
        }
        dsl.execute("DELETE FROM journal_line");
        dsl.execute("DELETE FROM general_journal_line");
        dsl.execute("DELETE FROM dimension_value_combination");
        dsl.execute("DELETE FROM dimension_combination");
    }

    private void limit() throws Exception {
        client.create("dimensionCombinations", LIMITED).andExpect(status().isCreated());
        client.create("dimensionValueCombinations", VALUES).andExpect(status().isCreated());
    }

    private static String text(ResultActions answer, String path) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), path).toString();
    }

    @Test
    void a_pair_is_kept_once_whichever_is_named_first() throws Exception {
        limit();
        client.read("dimensionCombinations").andExpect(jsonPath("$.value[*].combinationRestriction", contains("limited")));
        client.create("dimensionCombinations", LIMITED).andExpect(status().is(422)).andExpect(jsonPath("$.code").value("common.already-exists"));
        client.create("dimensionCombinations", LIMITED.replace("AREA", "X").replace("DEPT", "AREA").replace("\"X\"", "\"DEPT\""))
                .andExpect(status().is(422)).andExpect(jsonPath("$.code").value("common.already-exists")).andExpect(jsonPath("$.errors[0].message").value("AREA,DEPT exists already."));
        client.create("dimensionCombinations", LIMITED.replace("AREA", "DEPT")).andExpect(status().is(422)).andExpect(jsonPath("$.code").value("finance.dimension-pair-equal"));
        client.read("dimensionValueCombinations").andExpect(jsonPath("$.value[*].dimension1Code", contains("AREA"))).andExpect(jsonPath("$.value[*].dimension2ValueCode", contains("PROD")));
        client.create("dimensionValueCombinations", VALUES).andExpect(status().is(422)).andExpect(jsonPath("$.code").value("common.already-exists"));
        client.remove("dimensionCombinations/dimension1Code:AREA,dimension2Code:DEPT").andExpect(status().is(422)).andExpect(jsonPath("$.code").value("common.in-use"))
                .andExpect(jsonPath("$.errors[0].message", containsString("dimensionValueCombinations")));
        client.remove("dimensionValueCombinations/" + text(client.read("dimensionValueCombinations"), "$.value[0].id")).andExpect(status().isNoContent());
        client.remove("dimensionCombinations/dimension1Code:AREA,dimension2Code:DEPT").andExpect(status().isNoContent());
        client.create("dimensionValueCombinations", VALUES).andExpect(status().is(422)).andExpect(jsonPath("$.code").value("api.reference-not-found"))
                .andExpect(jsonPath("$.errors[0].message", containsString("DEPT, AREA")));
    }

    @Test
    void a_restriction_is_changed_by_who_has_read_it_and_may() throws Exception {
        var made = client.create("dimensionCombinations", LIMITED).andExpect(status().isCreated());
        var address = "/api/v1/dimensionCombinations/" + text(made, "$.id");
        client.send(patch(address), "{\"combinationRestriction\": \"blocked\"}").andExpect(status().is(428));
        client.send(patch(address).header("If-Match", "\"0\""), "{\"combinationRestriction\": \"blocked\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.combinationRestriction").value("blocked"));
        client.send(patch(address).header("If-Match", "\"0\""), "{\"combinationRestriction\": \"limited\"}").andExpect(status().isPreconditionFailed());
        mvc.perform(get(address).with(Shop.as(PermissionSet.SELLER))).andExpect(status().isOk());
        assertThat(dsl.fetchValue("SELECT changed_values::text FROM audit_log WHERE table_name = 'dimension_combination' AND action = 'UPDATE' ORDER BY id DESC LIMIT 1"))
                .asString().contains("combinationRestriction", "limited", "blocked");
    }

    @Test
    void what_is_typed_in_a_journal_says_so_and_is_not_posted() throws Exception {
        limit();
        client.create("itemJournals/code:DEFAULT/itemJournalLines", """
                {"postingDate": "2026-05-05", "documentNumber": "D1", "entryType": "positiveAdjustment", "itemNumber": "BIKE", "quantity": 1, "unitAmount": 5,
                "shortcutDimension1Code": "PROD", "shortcutDimension2Code": "30"}""")
                .andExpect(jsonPath("$.issues[*].code", contains(EXCLUDED))).andExpect(jsonPath("$.issues[0].message").value(SENTENCE));
        client.act("itemJournals/code:DEFAULT/post", "{}").andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].code").value(EXCLUDED))
                .andExpect(jsonPath("$.errors[0].target.sequence").value(10000));
        client.act("itemPostings", """
                {"itemJournalLines": [{"postingDate": "2026-05-05", "documentNumber": "D1", "entryType": "positiveAdjustment", "itemNumber": "BIKE", "quantity": 1, "unitAmount": 5,
                "shortcutDimension1Code": "PROD", "shortcutDimension2Code": "40"}]}""").andExpect(status().isCreated());
        client.act("itemPostings", """
                {"itemJournalLines": [{"postingDate": "2026-05-05", "documentNumber": "D1", "entryType": "positiveAdjustment", "itemNumber": "BIKE", "quantity": 1, "unitAmount": 5,
                "shortcutDimension1Code": "PROD", "shortcutDimension2Code": "30"}]}""").andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].message").value(SENTENCE));
    }

    @Test
    void what_was_posted_before_the_block_is_not_reversed_after_it() throws Exception {
        var line = """
                {"postingDate": "2026-05-05", "documentNumber": "%s", "accountNumber": "RENT", "amount": 5, "balancingAccountNumber": "BANK",
                "shortcutDimension1Code": "PROD", "shortcutDimension2Code": "30"}""";
        client.create("journals/code:DEFAULT/journalLines", line.formatted("G1")).andExpect(jsonPath("$.issues").isEmpty());
        client.act("journals/code:DEFAULT/post", "{}").andExpect(status().isOk());
        limit();
        client.create("journals/code:DEFAULT/journalLines", line.formatted("G2")).andExpect(jsonPath("$.issues[0].message").value(SENTENCE));
        client.act("journals/code:DEFAULT/post", "{}").andExpect(status().is(422)).andExpect(jsonPath("$.errors[*].code", hasItem(EXCLUDED)));
        var transaction = dsl.fetchValue("SELECT max(transaction_no)::text FROM gl_entry WHERE document_no = 'G1'");
        client.act("generalLedgerEntries/reverse", "{\"transactionNumber\": %s}".formatted(transaction)).andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value(EXCLUDED)).andExpect(jsonPath("$.detail").value(SENTENCE));
        client.remove("dimensionValueCombinations/" + text(client.read("dimensionValueCombinations"), "$.value[0].id"));
        client.act("generalLedgerEntries/reverse", "{\"transactionNumber\": %s}".formatted(transaction)).andExpect(status().isOk());
    }

    private long set(String... codes) {
        var values = "'" + String.join("', '", codes) + "'";
        dsl.execute("""
                INSERT INTO dimension_set (canonical_form) SELECT string_agg(dimension_id || '=' || id, ',' ORDER BY dimension_id)
                FROM dimension_value WHERE code IN (%s) ON CONFLICT DO NOTHING""".formatted(values));
        var set = dsl.fetchSingle("""
                SELECT id FROM dimension_set WHERE canonical_form = (SELECT string_agg(dimension_id || '=' || id, ',' ORDER BY dimension_id)
                FROM dimension_value WHERE code IN (%s))""".formatted(values)).get(0, Long.class);
        dsl.execute("INSERT INTO dimension_set_entry SELECT ?, dimension_id, id FROM dimension_value WHERE code IN (%s) ON CONFLICT DO NOTHING".formatted(values), set);
        return set;
    }

    /** The worked example of the specification, section 15.7, with a vendor for the customer. */
    @Test
    void a_document_carries_what_the_cards_of_its_lines_and_its_partner_demand() throws Exception {
        demanded("vendor");
        try {
            refused(order("purchase", set("30")), "finance.dimension-same-code", "Dimension DEPT must be PROD for item BIKE.");
            refused(order("purchase", set("PROD")), "finance.dimension-mandatory", "A value is missing for dimension AREA; it is demanded of vendor P10.");
            client.act(order("purchase", set("PROD", "30")) + "/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
            limit();
            dsl.execute("UPDATE default_dimension SET value_posting = 'NO_CODE', dimension_value_id = NULL WHERE record_type = 'ITEM'");
            refused(order("purchase", set("PROD")), "finance.dimension-no-code", "Dimension DEPT must be blank for item BIKE.");
        } finally {
            dsl.execute("DELETE FROM default_dimension");
        }
    }

    /** The worked example of the specification, section 15.7, and the same of goods that come back. */
    @Test
    void a_sale_carries_what_the_cards_of_its_lines_and_its_customer_demand() throws Exception {
        client.act(order("purchase", 0) + "/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
        demanded("customer");
        try {
            refused(order("sales", set("30")), "finance.dimension-same-code", "Dimension DEPT must be PROD for item BIKE.");
            refused(order("sales", set("PROD")), "finance.dimension-mandatory", "A value is missing for dimension AREA; it is demanded of customer P10.");
            var order = order("sales", set("PROD", "30"));
            limit();
            refused(order, EXCLUDED, SENTENCE);
            dsl.execute("DELETE FROM dimension_value_combination");
            client.act(order + "/post", "{\"ship\": true, \"invoice\": true}").andExpect(status().isOk());
            assertThat(dsl.fetchValue("SELECT count(*) FROM value_entry WHERE item_ledger_entry_type = 'SALE' AND dimension_set_id <> ?", set("PROD", "30"))).isEqualTo(0L);
            refused(order("salesReturn", set("PROD")), "finance.dimension-mandatory", "A value is missing for dimension AREA; it is demanded of customer P10.");
        } finally {
            dsl.execute("DELETE FROM default_dimension");
        }
    }

    private void demanded(String partner) {
        dsl.execute("""
                INSERT INTO default_dimension (record_type, record_id, dimension_id, dimension_value_id, value_posting)
                SELECT 'ITEM'::master_record_type, i.id, v.dimension_id, v.id, 'SAME_CODE'::value_posting FROM item i, dimension_value v WHERE i.no = 'BIKE' AND v.code = 'PROD'
                UNION ALL SELECT upper('%1$s')::master_record_type, p.id, v.dimension_id, v.id, 'CODE_MANDATORY' FROM %1$s p, dimension_value v WHERE p.no = 'P10' AND v.code = '30'"""
                .formatted(partner));
    }

    /** @param kind purchase, sales or salesReturn, as the API begins the names of such orders */
    private String order(String kind, long set) throws Exception {
        var purchase = kind.equals("purchase");
        var order = kind + "Orders/" + text(client.create(kind + "Orders", """
                {"%s": "P10", "postingDate": "2026-05-05", "externalDocumentNumber": "D%s", "%sOrderLines": [
                    {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 1, "%s": 5}]}"""
                .formatted(purchase ? "vendorNumber" : "customerNumber", System.nanoTime(), kind, purchase ? "directUnitCost" : "unitPrice")).andExpect(status().isCreated()), "$.id");
        dsl.execute("UPDATE document_header SET dimension_set_id = %1$s; UPDATE document_line SET dimension_set_id = %1$s".formatted(set));
        return order;
    }

    private void refused(String order, String code, String sentence) throws Exception {
        client.act(order + "/post", order.startsWith("salesOrders") ? "{\"ship\": true}" : "{\"receive\": true}").andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].code").value(code)).andExpect(jsonPath("$.errors[0].message").value(sentence))
                .andExpect(jsonPath("$.errors[0].target.sequence").value(10000));
    }

    @Test
    void a_document_is_refused_with_its_line_when_a_set_is_entered_and_when_it_is_posted() throws Exception {
        var body = """
                {"vendorNumber": "P10", "postingDate": "2026-05-05", "externalDocumentNumber": "%s", "dimensionSetId": %s, "purchaseOrderLines": [
                    {"lineType": "item", "lineObjectNumber": "BIKE", "quantity": 1, "directUnitCost": 5}]}""";
        var order = "purchaseOrders/" + text(client.create("purchaseOrders", body.formatted("X1", set("PROD", "30"))).andExpect(status().isCreated()), "$.id");
        limit();
        client.create("purchaseOrders", body.formatted("X2", set("PROD", "30"))).andExpect(status().is(422)).andExpect(jsonPath("$.code").value(EXCLUDED)).andExpect(jsonPath("$.detail").value(SENTENCE));
        client.create("purchaseOrders", body.formatted("X3", 999_999)).andExpect(status().is(422)).andExpect(jsonPath("$.code").value("api.reference-not-found"));
        client.act(order + "/preview", "{\"receive\": true}").andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].code").value(EXCLUDED));
        client.act(order + "/post", "{\"receive\": true}").andExpect(status().is(422)).andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].message").value(SENTENCE)).andExpect(jsonPath("$.errors[0].target.sequence").value(10000));
        client.act(order + "/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().is(422)).andExpect(jsonPath("$.errors.length()").value(2));
        client.change("dimensionCombinations/dimension1Code:AREA,dimension2Code:DEPT", "{\"combinationRestriction\": \"blocked\"}").andExpect(status().isOk());
        client.act(order + "/post", "{\"receive\": true}").andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].message").value(SENTENCE));
        dsl.execute("DELETE FROM dimension_value_combination");
        dsl.execute("DELETE FROM dimension_combination");
        client.act(order + "/post", "{\"receive\": true, \"invoice\": true}").andExpect(status().isOk());
    }

    @Test
    void a_transfer_is_refused_like_any_other_document() throws Exception {
        client.act("itemPostings", """
                {"itemJournalLines": [{"postingDate": "2026-05-04", "documentNumber": "D2", "entryType": "positiveAdjustment", "itemNumber": "BIKE", "quantity": 5, "unitAmount": 5,
                "locationCode": "EAST"}]}""").andExpect(status().isCreated());
        var body = """
                {"transferFromCode": "EAST", "transferToCode": "WEST", "transferRoute": "directInOneStep", "postingDate": "2026-05-05", "dimensionSetId": %s, "transferOrderLines": [
                    {"lineObjectNumber": "BIKE", "quantity": 1}]}""".formatted(set("PROD", "30"));
        var order = "transferOrders/" + text(client.create("transferOrders", body).andExpect(status().isCreated()), "$.id");
        limit();
        client.create("transferOrders", body).andExpect(status().is(422)).andExpect(jsonPath("$.code").value(EXCLUDED));
        client.act(order + "/post", "{\"ship\": true}").andExpect(status().is(422)).andExpect(jsonPath("$.errors[0].message").value(SENTENCE))
                .andExpect(jsonPath("$.errors[0].target.sequence").value(10000));
        client.remove("dimensionValueCombinations/" + text(client.read("dimensionValueCombinations"), "$.value[0].id"));
        client.act(order + "/post", "{\"ship\": true}").andExpect(status().isOk());
    }

    @Test
    void the_matrix_leads_to_each_pair() throws Exception {
        var page = mvc.perform(get("/dimension-matrix").with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isOk());
        page.andExpect(content().string(containsString("href=\"/dimension-combinations/new?dimension1Code=AREA&amp;dimension2Code=DEPT\">No restriction</a>")));
        limit();
        mvc.perform(get("/dimension-matrix").with(Shop.as(PermissionSet.ADMINISTRATOR)))
                .andExpect(content().string(containsString("href=\"/dimension-combinations/AREA%2CDEPT\">Limited (1)</a>")))
                .andExpect(content().string(containsString("/dimension-value-combinations/AREA%2C30%2CDEPT%2CPROD")));
        mvc.perform(get("/dimension-combinations/AREA,DEPT").with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isOk())
                .andExpect(content().string(containsString("combinationRestriction")));
    }
}
