package org.stockbook.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.stockbook.platform.security.PermissionSet;
import tools.jackson.databind.json.JsonMapper;

/** Every declared collection is read and written in the same way (spec: api, sections 2 to 5). */
@ShopTest
class CollectionsTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @Autowired
    private Resources resources;

    @BeforeEach
    void a_shop() {
        shop.open();
    }

    /** A list says of each row what a change of it must name. */
    @Test
    void rows_of_lists_carry_their_etag() throws Exception {
        create("reasonCodes", "{\"code\": \"ETAG\", \"displayName\": \"one\"}").andExpect(status().isCreated()).andExpect(jsonPath("$.etag").isNotEmpty());
        var etag = JsonPath.<String>read(read("/api/v1/reasonCodes?filter=code eq 'ETAG'&select=code,etag").andExpect(jsonPath("$.value[0].version").doesNotExist())
                .andReturn().getResponse().getContentAsString(), "$.value[0].etag");
        var whole = JsonPath.<Map<String, Object>>read(read("/api/v1/reasonCodes?filter=code eq 'ETAG'").andReturn().getResponse().getContentAsString(), "$.value[0]");
        whole.put("displayName", "two");
        mvc.perform(patch("/api/v1/reasonCodes/code:ETAG").header("If-Match", "\"" + etag + "\"").contentType(MediaType.APPLICATION_JSON).content(JsonMapper.builder().build().writeValueAsString(whole))
                .with(csrf()).with(Shop.as(PermissionSet.ADMINISTRATOR))).andExpect(status().isOk()).andExpect(jsonPath("$.etag", Matchers.not(etag)));
        read("/api/v1/reasonCodes?count=false").andExpect(jsonPath("$.count").doesNotExist());
        read("/api/v1/reasonCodes?count=estimate").andExpect(jsonPath("$.count").isNumber());
    }

    @Test
    void every_collection_answers_a_first_page_as_described() throws Exception {
        for (var resource : resources.all()) {
            read("/api/v1/" + resource.collection() + "?top=5&count=true").andExpect(status().isOk()).andExpect(jsonPath("$.value").isArray());
        }
        assertThat(resources.all()).hasSizeGreaterThan(25);
    }

    @Test
    void every_row_is_found_again_under_its_key() throws Exception {
        for (var resource : resources.all()) {
            var page = body(read("/api/v1/" + resource.collection() + "?top=1&select=" + String.join(",", resource.key())));
            List<Map<String, Object>> rows = JsonPath.read(page, "$.value");
            if (!rows.isEmpty() && !resource.single() && resource.key().stream().allMatch(rows.getFirst()::containsKey)) {
                var key = String.join(",", resource.key().stream().map(name -> name + ":" + rows.getFirst().get(name)).toList());
                mvc.perform(get("/api/v1/{collection}/{key}", resource.collection(), key).with(Shop.as(PermissionSet.ADMINISTRATOR)))
                        .andExpect(status().isOk());
            }
        }
    }

    /** Spec: api, section 2. */
    @Test
    void every_record_has_an_id_and_is_found_again_under_it() throws Exception {
        for (var resource : resources.all()) {
            List<Map<String, Object>> rows = JsonPath.read(body(read("/api/v1/" + resource.collection() + "?top=2&orderby=id".replace(resource.ids().column().isEmpty() ? "&orderby=id" : "", ""))), "$.value");
            if (resource.ids().column().isPresent() && !rows.isEmpty()) {
                var id = String.valueOf(rows.getFirst().get("id"));
                assertThat(UUID.fromString(id).version()).as(resource.collection()).isEqualTo(8);
                var address = "/api/v1/" + resource.collection() + "/" + id;
                read(address).andExpect(status().isOk()).andExpect(jsonPath("$.id").value(id)).andExpect(header().string("Content-Location", address));
                read("/api/v1/" + resource.collection() + "?select=id&filter=id eq " + id + " and id in (" + id + ")").andExpect(jsonPath("$.value.length()").value(1)).andExpect(jsonPath("$.value[0].id").value(id));
                read("/api/v1/" + resource.collection() + "?select=id&top=1000&filter=id ne " + id).andExpect(jsonPath("$.value[*].id", Matchers.not(Matchers.hasItem(id))));
            }
        }
    }

    @Test
    void an_id_of_something_else_is_the_address_of_nothing() throws Exception {
        String location = JsonPath.read(body(read("/api/v1/locations?top=1")), "$.value[0].id");
        for (var id : List.of(location, "018f0000-0000-7000-8000-000000000001", "00000000-0000-0000-0000-000000000000")) {
            read("/api/v1/items/" + id).andExpect(status().isNotFound());
            read("/api/v1/purchaseOrders/" + id).andExpect(status().isNotFound());
            read("/api/v1/itemLedgerEntries/" + id).andExpect(status().isNotFound());
            read("/api/v1/items?filter=id eq " + id).andExpect(jsonPath("$.value").isEmpty());
            change("/api/v1/items/" + id, "*", "{\"displayName\": \"x\"}").andExpect(status().isNotFound());
        }
        read("/api/v1/items?filter=id eq 17").andExpect(status().isBadRequest());
        read("/api/v1/items?filter=id gt " + location).andExpect(status().isBadRequest());
    }

    /** Spec: api, section 2: either suffices, both must agree. */
    @Test
    void a_record_is_named_by_its_number_or_by_its_id() throws Exception {
        create("locations", "{\"code\": \"NAMED\", \"displayName\": \"A\"}").andExpect(status().isCreated());
        create("locations", "{\"code\": \"OTHER\", \"displayName\": \"B\"}").andExpect(status().isCreated());
        String id = JsonPath.read(body(read("/api/v1/locations/code:NAMED")), "$.id");
        create("responsibilityCenters", "{\"code\": \"BYID\", \"locationId\": \"%s\"}".formatted(id)).andExpect(status().isCreated())
                .andExpect(jsonPath("$.locationCode").value("NAMED")).andExpect(jsonPath("$.locationId").value(id));
        read("/api/v1/responsibilityCenters?filter=locationId eq " + id).andExpect(jsonPath("$.value.length()").value(1)).andExpect(jsonPath("$.value[0].locationId").value(id));
        create("responsibilityCenters", "{\"code\": \"BOTH\", \"locationId\": \"%s\", \"locationCode\": \"named\"}".formatted(id)).andExpect(status().isCreated());
        create("responsibilityCenters", "{\"code\": \"DIFFER\", \"locationId\": \"%s\", \"locationCode\": \"OTHER\"}".formatted(id))
                .andExpect(status().is(422)).andExpect(jsonPath("$.code").value("api.reference-mismatch"));
        create("responsibilityCenters", "{\"code\": \"NOBODY\", \"locationId\": \"018f0000-0000-7000-8000-000000000001\"}")
                .andExpect(status().is(422)).andExpect(jsonPath("$.code").value("api.reference-not-found")).andExpect(jsonPath("$.params.field").value("locationId"));
        change("/api/v1/responsibilityCenters/code:BYID", "*", "{\"locationId\": null}").andExpect(status().isOk()).andExpect(jsonPath("$.locationCode").doesNotExist());
    }

    @Test
    void links_lead_through_all_rows_once() throws Exception {
        var seen = new ArrayList<Integer>();
        var next = "/api/v1/itemLedgerEntries?top=300&select=entryNumber&filter=quantity gt 0&orderby=itemNumber,quantity desc";
        while (!next.isEmpty()) {
            var page = body(read(next));
            seen.addAll(JsonPath.<List<Integer>>read(page, "$.value[*].entryNumber"));
            next = page.contains("nextLink") ? JsonPath.read(page, "$.nextLink") : "";
        }
        var all = JsonPath.<List<Integer>>read(body(read("/api/v1/itemLedgerEntries?top=1000&select=entryNumber&filter=quantity gt 0")), "$.value[*].entryNumber");
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(300).containsAll(all);
    }

    @Test
    void rows_behind_rows_come_with_them() throws Exception {
        read("/api/v1/items?top=3&select=number&expand=baseUnitOfMeasure(select=code,displayName),itemUnitsOfMeasure(select=code)")
                .andExpect(jsonPath("$.value[0].baseUnitOfMeasure.code").exists())
                .andExpect(jsonPath("$.value[0].itemUnitsOfMeasure[0].code").exists())
                .andExpect(jsonPath("$.value[0].baseUnitOfMeasureCode").doesNotExist());
        read("/api/v1/itemLedgerEntries?top=2&expand=item(select=number,displayName;expand=baseUnitOfMeasure)")
                .andExpect(jsonPath("$.value[0].item.displayName").exists())
                .andExpect(jsonPath("$.value[0].item.baseUnitOfMeasure.code").exists());
        read("/api/v1/numberSeries?expand=nothing").andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.filter-not-supported"));
    }

    @Test
    void figures_of_the_list_stand_beside_fields_of_the_record() throws Exception {
        read("/api/v1/items?top=1&select=number,inventory,costingMethod,vendorItemNumber,shelfNumber&filter=inventory gt 0 and blocked eq false&orderby=inventory desc")
                .andExpect(status().isOk()).andExpect(jsonPath("$.value[0].inventory").isNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"startswith(number,'1')", "contains(tolower(description),'bike')", "tolower(number) eq 'x'", "length(number) gt 2",
        "not (number eq 'A' or number eq 'B')", "number in ('A','B')", "unitPrice ge 10.5", "blocked ne true", "number ne null", "(((number eq 'A')))"})
    void filters_are_understood(String filter) throws Exception {
        read("/api/v1/items?filter=" + filter).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"year(postingDate) eq 2026", "month(postingDate) ge 11", "day(postingDate) lt 15", "date(postingDate) eq 2026-11-02", "entryNumber gt 3"})
    void filters_of_dates_are_understood(String filter) throws Exception {
        read("/api/v1/itemLedgerEntries?filter=" + filter).andExpect(status().isOk());
    }

    /** Spec: api, section 4. */
    @Test
    void rows_are_found_by_what_stands_below_them() throws Exception {
        var holders = JsonPath.<List<String>>read(body(read("/api/v1/itemUnitsOfMeasure?top=1000&select=itemNumber&filter=code ne 'PCS' and not startswith(code,'Q')")), "$.value[*].itemNumber");
        assertThat(holders).isNotEmpty();
        assertThat(JsonPath.<List<String>>read(body(read("/api/v1/items?top=1000&select=number&filter=itemUnitsOfMeasure/any(u:u/code ne 'PCS' and not startswith(u/code,'Q')) and number ne 'X'")),
                "$.value[*].number")).containsExactlyInAnyOrderElementsOf(Set.copyOf(holders));
        read("/api/v1/items?filter=itemUnitsOfMeasure/any(u: u/code eq 'NEVER')").andExpect(status().isOk()).andExpect(jsonPath("$.value").isEmpty());
        read("/api/v1/items?count=true&top=1&filter=itemUnitsOfMeasure/any()").andExpect(jsonPath("$.count").value(Matchers.greaterThan(10)));
        assertThat(counted("itemUnitsOfMeasure/any()") + counted("not itemUnitsOfMeasure/any()")).isEqualTo(counted("number ne ''"));

        var lines = body(read("/api/v1/purchaseReceiptLines?top=1&select=documentNumber,lineObjectNumber"));
        var number = JsonPath.<String>read(lines, "$.value[0].documentNumber");
        var item = JsonPath.<String>read(lines, "$.value[0].lineObjectNumber");
        var found = body(read("/api/v1/purchaseReceipts?top=1000&filter=purchaseReceiptLines/any(l: l/lineObjectNumber eq '" + item + "')").andExpect(status().isOk()));
        assertThat(JsonPath.<List<String>>read(found, "$.value[*].number")).contains(number);
        var withItem = JsonPath.<List<String>>read(body(read("/api/v1/purchaseReceiptLines?top=1000&filter=lineObjectNumber eq '" + item + "'")), "$.value[*].documentNumber");
        assertThat(JsonPath.<List<String>>read(found, "$.value[*].number")).containsExactlyInAnyOrderElementsOf(Set.copyOf(withItem));
        mvc.perform(get("/api/v1/items?filter=itemUnitsOfMeasure/any()").accept("text/csv").with(Shop.as(PermissionSet.SELLER))).andExpect(status().isOk());
    }

    /** Spec: api, section 4. */
    @Test
    void items_are_found_by_their_attributes() throws Exception {
        send(post("/api/v1/itemAttributes"), "{\"name\": \"Width\", \"type\": \"decimal\", \"unitOfMeasure\": \"cm\"}").andExpect(status().isCreated());
        for (var item : List.of("{\"itemNumber\": \"1000\", \"attributeName\": \"Width\", \"value\": \"60\"}", "{\"itemNumber\": \"1010\", \"attributeName\": \"Width\", \"value\": \"7.5\"}")) {
            send(post("/api/v1/itemAttributeValues"), item).andExpect(status().isCreated());
        }
        read("/api/v1/items?select=number&filter=attributes/any(a: a/name eq 'Width' and a/numericValue ge 50)").andExpect(jsonPath("$.value[*].number", Matchers.contains("1000")));
        read("/api/v1/items?select=number&filter=attributes/any(a: a/name eq 'Width' and a/numericValue lt 50)").andExpect(jsonPath("$.value[*].number", Matchers.contains("1010")));
        read("/api/v1/items?select=number&filter=number eq '1000'&expand=attributes(select=name,numericValue,unitOfMeasure)")
                .andExpect(jsonPath("$.value[0].attributes[?(@.name == 'Width')].numericValue", Matchers.contains(60))).andExpect(jsonPath("$.value[0].attributes[0].itemNumber").doesNotExist());
        read("/api/v1/attributes?filter=name eq 'Width'&count=true").andExpect(jsonPath("$.count").value(2)).andExpect(jsonPath("$.value[0].unitOfMeasure").value("cm"));
        read("/api/v1/items/number:1000/attributes").andExpect(jsonPath("$.value[*].value", Matchers.hasItem("60")));
    }

    private int counted(String filter) throws Exception {
        return JsonPath.read(body(read("/api/v1/items?count=true&top=1&filter=" + filter)), "$.count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any()", "/any()", "colours/any()", "baseUnitOfMeasure/any()", "itemUnitsOfMeasure/any", "itemUnitsOfMeasure/any(", "itemUnitsOfMeasure/any(u:", "itemUnitsOfMeasure/any(u)",
        "itemUnitsOfMeasure/any(u: code eq 'A')", "itemUnitsOfMeasure/any(u: u/colour eq 'A')", "itemUnitsOfMeasure/any(u: v/code eq 'A')", "itemUnitsOfMeasure/any(: code eq 'A')",
        "itemUnitsOfMeasure/any(u: u/code eq 'A'", "itemUnitsOfMeasure/all(u: u/code eq 'A')", "itemUnitsOfMeasure/any(u: number eq 'A')", "itemUnitsOfMeasure/any(u: u/code)",
        "itemUnitsOfMeasure/any(u: u/itemUnitsOfMeasure/any(v: v/code eq 'A'))"})
    void nonsense_about_rows_below_is_refused_by_name(String filter) throws Exception {
        read("/api/v1/items?filter=" + filter).andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value(Matchers.startsWith("api.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter=colour eq 'red'", "filter=number like 'x'", "filter=number eq", "filter=((number eq 'A')", "filter=unitPrice gt 'many'",
        "filter=unitPrice gt 1e999999999", "filter=not not not not not not not not not not not not not not not not not not not not not number eq 'A'",
        "orderby=colour", "orderby=number sideways", "top=many", "top=-1", "skip=99999", "selekt=number", "select=colour", "skiptoken=forged", "expand=a(b",
        "expand=vendor,vendor,vendor,vendor,vendor,vendor", "filter=number gt null", "filter=upper(number) eq 'A'"})
    void nonsense_is_refused_by_name(String option) throws Exception {
        read("/api/v1/items?" + option).andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value(Matchers.startsWith("api.")));
    }

    @Test
    void receipts_and_shipments_stand_in_collections_of_their_own() throws Exception {
        read("/api/v1/purchaseReceipts?top=1").andExpect(jsonPath("$.value[0].vendorNumber").isNotEmpty());
        read("/api/v1/salesShipments?top=1&filter=customerNumber ne ''").andExpect(jsonPath("$.value[0].number").isNotEmpty());
        read("/api/v1/transferShipments?top=1").andExpect(jsonPath("$.value[0].transferFromCode").isNotEmpty());
    }

    @Test
    void trial_balances_balance_on_every_day() throws Exception {
        for (var period : List.of("dateFilter=2026-09-01..2026-10-31", "asOf=2026-10-31", "dateFilter=..2026-10-31")) {
            var page = body(read("/api/v1/trialBalances?" + period).andExpect(status().isOk()).andExpect(jsonPath("$.asOf").value("2026-10-31")));
            assertThat(sum(page, "balanceAtDateDebit")).isEqualByComparingTo(sum(page, "balanceAtDateCredit")).isPositive();
            assertThat(sum(page, "totalDebit")).isEqualByComparingTo(sum(page, "totalCredit"));
        }
        read("/api/v1/trialBalances?dateFilter=2026-10-31..2026-09-01").andExpect(status().isBadRequest());
        read("/api/v1/trialBalances?colour=red").andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.unknown-field"));
    }

    private static BigDecimal sum(String page, String column) {
        return JsonPath.<List<Object>>read(page, "$.value[?(@.accountType == 'posting')]." + column).stream().map(figure -> new BigDecimal(figure.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void all_rows_come_as_a_file() throws Exception {
        var csv = body(read("/api/v1/itemLedgerEntries?select=entryNumber,quantity&filter=quantity lt 0", "text/csv").andExpect(status().isOk()));
        assertThat(csv).startsWith("entryNumber,quantity");
        var lines = body(read("/api/v1/itemLedgerEntries?select=entryNumber,quantity&filter=quantity lt 0", "application/x-ndjson"));
        assertThat(lines.lines().count()).isEqualTo(csv.lines().count() - 1);
        read("/api/v1/items", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").andExpect(status().isOk());
    }

    @Test
    void records_are_created_changed_and_deleted_with_their_versions() throws Exception {
        var made = send(post("/api/v1/reasonCodes"), "{\"code\": \"t1\", \"displayName\": \"Test\"}");
        made.andExpect(status().isCreated()).andExpect(header().exists("Location")).andExpect(jsonPath("$.code").value("T1"));
        var tag = made.andReturn().getResponse().getHeader("ETag");
        send(patch("/api/v1/reasonCodes/code:T1"), "{\"displayName\": \"x\"}").andExpect(status().isPreconditionRequired());
        send(patch("/api/v1/reasonCodes/code:T1?dryRun=true").header("If-Match", tag), "{\"displayName\": \"tried\"}").andExpect(jsonPath("$.displayName").value("tried"));
        read("/api/v1/reasonCodes/code:T1").andExpect(jsonPath("$.displayName").value("Test"));
        send(patch("/api/v1/reasonCodes/code:T1").header("If-Match", tag), "{\"displayName\": \"kept\"}").andExpect(status().isOk());
        send(patch("/api/v1/reasonCodes/code:T1").header("If-Match", tag), "{\"displayName\": \"late\"}").andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.code").value("common.changed-by-another")).andExpect(jsonPath("$.params.changedBy").isNotEmpty())
                .andExpect(jsonPath("$.errors[0].pointer").value("/displayName")).andExpect(jsonPath("$.errors[0].params.yours").value("late"))
                .andExpect(jsonPath("$.errors[0].params.theirs").value("kept"));
        send(post("/api/v1/reasonCodes?dryRun=true"), "{\"code\": \"T2\"}").andExpect(status().isOk());
        read("/api/v1/reasonCodes/code:T2").andExpect(status().isNotFound());
        send(post("/api/v1/reasonCodes"), "{\"code\": \"T3\", \"colour\": 1}").andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].pointer").value("/colour"));
        send(delete("/api/v1/reasonCodes/code:T1").header("If-Match", "*"), "").andExpect(status().isNoContent());
    }

    @Test
    void many_operations_are_done_all_or_none_or_each_for_itself() throws Exception {
        var operations = """
                "operations": [{"method": "create", "data": {"code": "B1", "displayName": "One"}},
                    {"method": "create", "data": {"code": "B2", "colour": "red"}},
                    {"method": "upsert", "data": {"code": "B3", "displayName": "Three"}},
                    {"method": "update", "key": "code:NONE", "data": {"displayName": "x"}}]}""";
        send(post("/api/v1/reasonCodes/bulk").header("Idempotency-Key", "b1"), "{\"mode\": \"atomic\", " + operations)
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].pointer").value("/operations/1/data/colour"));
        read("/api/v1/reasonCodes/code:B1").andExpect(status().isNotFound());
        send(post("/api/v1/reasonCodes/bulk"), "{" + operations).andExpect(status().isPreconditionRequired());
        for (int sent = 0; sent < 2; sent++) {
            send(post("/api/v1/reasonCodes/bulk").header("Idempotency-Key", "b2"), "{\"mode\": \"independent\", " + operations).andExpect(status().isOk())
                    .andExpect(jsonPath("$.operations[0].status").value(201)).andExpect(jsonPath("$.operations[1].problem.code").value("api.unknown-field"))
                    .andExpect(jsonPath("$.operations[2].record.displayName").value("Three")).andExpect(jsonPath("$.operations[3].status").value(404));
        }
    }

    @Test
    void costs_are_not_for_everybody() throws Exception {
        mvc.perform(get("/api/v1/items?top=1").with(Shop.as(PermissionSet.SELLER))).andExpect(status().isOk()).andExpect(jsonPath("$.value[0].unitCost").doesNotExist())
                .andExpect(jsonPath("$.value[0].unitPrice").exists());
        mvc.perform(get("/api/v1/items?filter=unitCost gt 1").with(Shop.as(PermissionSet.SELLER))).andExpect(status().isBadRequest());
        mvc.perform(get("/api/v1/itemLedgerEntries?top=1&expand=item").with(Shop.as(PermissionSet.SELLER))).andExpect(jsonPath("$.value[0].item.unitCost").doesNotExist());
        mvc.perform(get("/api/v1/items?expand=vendor").with(Shop.as(PermissionSet.WAREHOUSE_WORKER))).andExpect(content().string(Matchers.not(Matchers.containsString("address"))));
    }

    private ResultActions create(String collection, String body) throws Exception {
        return send(post("/api/v1/" + collection), body);
    }

    private ResultActions change(String address, String version, String body) throws Exception {
        return send(patch(address).header("If-Match", version), body);
    }

    private ResultActions read(String address) throws Exception {
        return read(address, MediaType.APPLICATION_JSON_VALUE);
    }

    private ResultActions read(String address, String kind) throws Exception {
        return mvc.perform(get(URI.create(address.replace(" ", "%20").replace("'", "%27").replace("\"", "%22"))).accept(kind).with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON).content(body).with(csrf()).with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }

    private static String body(ResultActions result) throws Exception {
        return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
