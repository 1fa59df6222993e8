package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
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
import org.stockbook.platform.database.CompanyDataSource;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.records.RecordTypes;

/** Programs that keep a copy ask what has changed and what is gone since they asked last (spec: api, section 8). */
@SpringBootTest(properties = "stockbook.books-of-test=CatchingUpTest")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class CatchingUpTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private CompanyDataSource company;

    @Autowired
    private RecordTypes types;

    private DocumentClient client;

    @BeforeEach
    void a_company() throws Exception {
        if (dsl.fetchCount(dsl.selectFrom("vendor")) == 0) {
            TradingCompany.create(dsl);
        }
        client = new DocumentClient(mvc);
    }

    private <T> T read(String address, String path) throws Exception {
        return JsonPath.read(client.read(address).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(), path);
    }

    private long reached(String collection) throws Exception {
        List<Number> numbers = read(collection + "?orderby=changeNumber desc&top=1", "$.value[*].changeNumber");
        return numbers.isEmpty() ? 0 : numbers.getFirst().longValue();
    }

    private List<String> changed(String collection, long since) throws Exception {
        return read(collection + "?filter=changeNumber gt " + since + "&orderby=changeNumber", "$.value[*].number");
    }

    @Test
    void every_kind_of_record_numbers_its_changes() {
        var without = types.all().stream().map(type -> type.table().getName()).filter(table -> dsl.fetchCount(
                dsl.selectFrom("pg_trigger").where("tgrelid = ?::regclass AND tgname IN ('number_new', 'number_change')", table)) != 2).toList();
        assertThat(without).isEmpty();
    }

    @Test
    void what_changes_is_asked_for_by_its_number() throws Exception {
        var before = reached("items");
        assertThat(changed("items", before)).isEmpty();
        client.change("items/number:BELL", "{\"displayName\": \"Loud bell\"}").andExpect(status().isOk());
        assertThat(changed("items", before)).containsExactly("BELL");
        String moment = read("items/number:BELL", "$.lastModifiedDateTime");
        assertThat(moment).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        var after = reached("items");
        assertThat(after).isGreaterThan(before);
        // What changes nothing is no change, and the whole record may be sent back.
        client.change("items/number:BELL", "{\"displayName\": \"Loud bell\"}").andExpect(status().isOk());
        client.change("items/number:BELL", "{\"changeNumber\": " + after + ", \"lastModifiedDateTime\": \"" + moment + "\"}").andExpect(status().isOk());
        assertThat(changed("items", after)).isEmpty();
    }

    /** The number is drawn before the commit: who asks in between must not go past it. */
    @Test
    void a_change_that_commits_late_is_not_missed() throws Exception {
        var before = reached("items");
        try (var slow = company.getConnection()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("UPDATE item SET description = 'Slow bicycle' WHERE no = 'BIKE'");
            }
            client.change("items/number:BELL", "{\"displayName\": \"Quick bell\"}").andExpect(status().isOk());
            assertThat(changed("items", before)).as("nothing above the oldest transaction").isEmpty();
            client.read("items/number:BELL").andExpect(jsonPath("$.displayName").value("Quick bell"));
            slow.commit();
        }
        assertThat(changed("items", before)).containsExactly("BIKE", "BELL");
    }

    @Test
    void documents_and_their_lines_say_when_they_changed() throws Exception {
        client.create("salesOrders", "{\"number\": \"S1\", \"customerNumber\": \"P10\", \"salesOrderLines\": [{\"lineType\": \"item\", \"lineObjectNumber\": \"BIKE\", \"quantity\": 1},"
                + " {\"lineType\": \"item\", \"lineObjectNumber\": \"BELL\", \"quantity\": 1}]}").andExpect(status().isCreated());
        var orders = reached("salesOrders");
        var lines = reached("salesOrderLines");
        client.change("salesOrders/number:S1/salesOrderLines/20000", "{\"quantity\": 2}").andExpect(status().isOk());
        assertThat(changed("salesOrders", orders)).containsExactly("S1");
        List<Integer> sequences = read("salesOrderLines?filter=changeNumber gt " + lines, "$.value[*].sequence");
        assertThat(sequences).containsExactly(20000);
    }

    @Test
    void what_is_deleted_is_listed_with_its_resource_and_id() throws Exception {
        var before = reached("deletions");
        client.create("locations", "{\"code\": \"GONE\"}").andExpect(status().isCreated());
        String location = read("locations/code:GONE", "$.id");
        client.remove("locations/code:GONE").andExpect(status().isNoContent());
        client.create("purchaseOrders", "{\"number\": \"P1\", \"vendorNumber\": \"P10\", \"purchaseOrderLines\": [{\"lineType\": \"item\", \"lineObjectNumber\": \"BIKE\", \"quantity\": 1},"
                + " {\"lineType\": \"item\", \"lineObjectNumber\": \"BELL\", \"quantity\": 1}]}").andExpect(status().isCreated());
        String order = read("purchaseOrders/number:P1", "$.id");
        String line = read("purchaseOrders/number:P1", "$.purchaseOrderLines[0].id");
        client.remove("purchaseOrders/number:P1/purchaseOrderLines/10000").andExpect(status().isOk());
        client.remove("purchaseOrders/number:P1").andExpect(status().isNoContent());
        client.read("deletions?filter=changeNumber gt " + before + "&orderby=changeNumber&count=true").andExpect(status().isOk()).andExpect(jsonPath("$.count").value(3))
                .andExpect(jsonPath("$.value[0].resource").value("locations")).andExpect(jsonPath("$.value[0].recordId").value(location)).andExpect(jsonPath("$.value[0].recordKey").value("GONE"))
                .andExpect(jsonPath("$.value[1].resource").value("purchaseOrderLines")).andExpect(jsonPath("$.value[1].recordId").value(line)).andExpect(jsonPath("$.value[1].recordKey").value("P1,10000"))
                .andExpect(jsonPath("$.value[2].resource").value("purchaseOrders")).andExpect(jsonPath("$.value[2].recordId").value(order)).andExpect(jsonPath("$.value[2].deletedDateTime").exists());
        client.read("deletions?filter=resource eq 'locations' and changeNumber gt " + before).andExpect(jsonPath("$.value.length()").value(1));
    }
}
