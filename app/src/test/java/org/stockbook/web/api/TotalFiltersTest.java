package org.stockbook.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.UriComponentsBuilder;
import org.stockbook.platform.security.PermissionSet;

/** What figures count is chosen by the same options on every list, and always adds up to the ledger (spec: api, section 4). */
@ShopTest
class TotalFiltersTest {
    private static final String MOMENT = "2100-01-01T00:00:00Z";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Shop shop;

    @Autowired
    private DSLContext database;

    @BeforeEach
    void a_shop() {
        shop.open();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {"asOf=2026-10-17; true", "dateFilter=2026-09-10..2026-10-17; posting_date >= date '2026-09-10'",
        "dateFilter=2026-10-02..2026-10-17; posting_date >= date '2026-10-02'", "dateFilter=..2026-10-17; true"})
    void stock_of_a_day_is_what_the_ledger_had_then(String option, String within) throws Exception {
        var until = "posting_date <= date '2026-10-17'";
        for (var known : List.of("", "&knownAt=" + MOMENT)) {
            var items = page("items", "select=number,inventory,netChange,inventoryValue&top=1000&" + option + known);
            assertThat(sum(items, "inventory")).isEqualByComparingTo(ledger("quantity", until)).isPositive();
            assertThat(sum(items, "netChange")).isEqualByComparingTo(ledger("quantity", until + " AND " + within));
            assertThat(sum(items, "inventoryValue")).isEqualByComparingTo(value(until));
            var stock = page("stock", "top=1000&" + option + known);
            assertThat(sum(stock, "quantity")).isEqualByComparingTo(ledger("quantity", until));
            assertThat(sum(stock, "netChange")).isEqualByComparingTo(ledger("quantity", until + " AND " + within));
            assertThat(sum(stock, "costAmountActual").add(sum(stock, "costAmountExpected"))).isEqualByComparingTo(value(until));
            var valued = page("inventoryValuations", option + known);
            assertThat(sum(valued, "closingQuantity")).as("what is invoiced, as the amounts are").isEqualByComparingTo(invoiced(until));
        }
    }

    @Test
    void places_and_variants_restrict_figures_and_not_rows() throws Exception {
        var place = database.fetchSingle("SELECT l.code FROM item_ledger_entry e JOIN location l ON l.id = e.location_id WHERE l.code <> '' GROUP BY 1 ORDER BY count(*) LIMIT 1").get(0, String.class);
        var here = "location_id = (SELECT id FROM location WHERE code = '" + place + "')";
        var all = page("items", "select=number,inventory&top=1000");
        var some = page("items", "select=number,inventory&top=1000&locationFilter=" + place.toLowerCase(Locale.ROOT));
        assertThat(some).hasSameSizeAs(all);
        assertThat(sum(some, "inventory")).isEqualByComparingTo(ledger("quantity", here));
        assertThat(sum(page("stock", "top=1000&locationFilter=" + place), "quantity")).isEqualByComparingTo(ledger("quantity", here));
        assertThat(sum(page("stock", "top=1000&variantFilter=''"), "quantity")).isEqualByComparingTo(ledger("quantity", "variant_id = 0"));
        assertThat(sum(page("inventoryValuations", "asOf=2026-11-30&locationFilter=" + place), "closingQuantity"))
                .isEqualByComparingTo(invoiced(here + " AND posting_date <= date '2026-11-30'"));
        assertThat(page("items", "select=number&top=1000&filter=inventory gt 0&orderby=inventory desc&asOf=2026-11-30&locationFilter=" + place)).isNotEmpty();
        assertThat(page("items", "select=inventory&asOf=1999-01-01&top=1").getFirst()).containsEntry("inventory", 0);
        read("items/number:" + all.getFirst().get("number"), "asOf=1999-01-01").andExpect(status().isOk()).andExpect(jsonPath("$.inventory").value(0));
        assertThat(sum(page("stock", "top=1000&knownAt=2000-01-01T00:00:00Z"), "quantity")).isZero();
    }

    @Test
    void balances_of_a_day_are_those_of_the_entries() throws Exception {
        for (var known : List.of("", "&knownAt=" + MOMENT)) {
            var accounts = page("accounts", "top=1000&dateFilter=2026-09-10..2026-10-17" + known);
            for (var account : accounts.stream().filter(one -> "posting".equals(one.get("accountType"))).toList()) {
                assertThat(figure(account, "balance")).isEqualByComparingTo(account(account, "posting_date <= date '2026-10-17'"));
                assertThat(figure(account, "netChange")).isEqualByComparingTo(account(account, "posting_date BETWEEN date '2026-09-10' AND date '2026-10-17'"));
            }
        }
        var dimension = database.fetchOptional("""
                SELECT d.code, v.code FROM gl_entry e JOIN dimension_set_entry s ON s.dimension_set_id = e.dimension_set_id JOIN dimension d ON d.id = s.dimension_id
                    JOIN dimension_value v ON v.id = s.dimension_value_id LIMIT 1""").map(row -> row.get(0, String.class) + ":" + row.get(1, String.class));
        assertThat(dimension).isPresent();
        for (var known : List.of("", "&knownAt=" + MOMENT)) {
            var analysed = page("accounts", "top=1000&dimensionFilter=" + dimension.orElseThrow() + known);
            var code = dimension.orElseThrow().split(":");
            for (var account : analysed) {
                assertThat(figure(account, "balance")).isEqualByComparingTo(account(account, "dimension_set_id IN (SELECT s.dimension_set_id FROM dimension_set_entry s JOIN dimension_value v ON v.id = s.dimension_value_id JOIN dimension d ON d.id = s.dimension_id WHERE d.code = '" + code[0] + "' AND v.code = '" + code[1] + "')"));
            }
            assertThat(page("trialBalances", "asOf=2026-11-30&dimensionFilter=" + dimension.orElseThrow() + known)).isNotEqualTo(page("trialBalances", "asOf=2026-11-30"));
            assertThat(page("trialBalances", "asOf=2026-10-17" + known)).isEqualTo(page("trialBalances", "asOf=2026-10-17"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"items?dimensionFilter=AREA:EAST", "stock?dimensionFilter=AREA:EAST", "accounts?locationFilter=EAST", "trialBalances?variantFilter=RED", "vendors?asOf=2026-01-01",
        "inventoryValuations?dimensionFilter=AREA:EAST", "itemAvailability?itemNumber=1000&knownAt=2026-01-01T00:00:00Z", "costSpecifications?locationFilter=EAST"})
    void an_option_that_a_list_cannot_answer_is_refused_by_name(String address) throws Exception {
        read(address.split("\\?")[0], address.split("\\?")[1]).andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("api.filter-not-supported"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"items?asOf=yesterday", "items?dateFilter=2026-02-01..2026-01-01", "items?asOf=2026-01-01&dateFilter=2026-01-01..", "stock?knownAt=2026", "accounts?dimensionFilter=AREA",
        "accounts?dateFilter=1..2..3", "trialBalances?knownAt=x", "inventoryValuations?dateFilter=x", "itemAvailability?by=magic&itemNumber=1000", "itemAvailability?by=unit&period=eon&itemNumber=1000"})
    void what_cannot_be_read_is_refused(String address) throws Exception {
        read(address.split("\\?")[0], address.split("\\?")[1]).andExpect(status().isBadRequest());
    }

    /** Accounts are looked up by everybody who writes lines; what stands on them is for those who may read the ledger. */
    @Test
    void balances_are_not_for_everybody() throws Exception {
        var seller = mvc.perform(get("/api/v1/accounts?top=1&asOf=2026-10-17").with(Shop.as(PermissionSet.SELLER)));
        seller.andExpect(status().isOk()).andExpect(jsonPath("$.value[0].number").isNotEmpty()).andExpect(jsonPath("$.value[0].balance").doesNotExist())
                .andExpect(jsonPath("$.value[0].netChange").doesNotExist());
        mvc.perform(get("/api/v1/accounts?filter=balance gt 0").with(Shop.as(PermissionSet.SELLER))).andExpect(status().isBadRequest());
    }

    @Test
    void what_of_an_item_will_be_there_is_seen_in_every_way() throws Exception {
        var item = database.fetchSingle("SELECT i.no FROM document_line d JOIN item i ON i.id = d.item_id WHERE d.quantity > d.quantity_handled AND i.item_type = 'INVENTORY' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1").get(0, String.class);
        var byPlace = page("itemAvailability", "itemNumber=" + item);
        var projected = sum(byPlace, "projectedInventory");
        assertThat(sum(byPlace, "inventory")).isEqualByComparingTo(sum(page("stock", "top=1000&filter=itemNumber eq '" + item + "'"), "quantity"));
        assertThat(sum(page("itemAvailability", "by=variant&itemNumber=" + item), "projectedInventory")).isEqualByComparingTo(projected);
        var events = page("itemAvailability", "by=event&itemNumber=" + item);
        assertThat(figure(events.getLast(), "projectedInventory")).isEqualByComparingTo(projected);
        for (var span : List.of("day", "week", "month", "quarter", "year")) {
            var periods = page("itemAvailability", "by=period&period=" + span + "&itemNumber=" + item);
            assertThat(figure(periods.getLast(), "projectedInventory")).as(span).isEqualByComparingTo(projected);
            assertThat(sum(periods, "plannedReceipts").add(sum(periods, "plannedIssues"))).isEqualByComparingTo(sum(events, "quantity"));
        }
        assertThat(page("itemAvailability", "by=unit&itemNumber=" + item).stream().map(row -> figure(row, "projectedInventory").multiply(figure(row, "quantityPerUnit")).subtract(projected).abs()))
                .isNotEmpty().allMatch(difference -> difference.compareTo(new BigDecimal("0.1")) < 0);
        var first = events.getFirst().get("plannedDate");
        assertThat(sum(page("itemAvailability", "by=event&asOf=" + first + "&itemNumber=" + item), "quantity")).isEqualByComparingTo(
                events.stream().filter(row -> first.equals(row.get("plannedDate"))).map(row -> figure(row, "quantity")).reduce(BigDecimal.ZERO, BigDecimal::add));
        read("itemAvailability", "itemNumber=NOWHERE").andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.code").value("api.reference-not-found"));
        assertThat(page("shortages", "top=1000")).hasSameSizeAs(page("lowStock", "top=1000"));
    }

    private BigDecimal ledger(String column, String condition) {
        return database.fetchSingle("SELECT coalesce(sum(" + column + "), 0) FROM item_ledger_entry WHERE " + condition).get(0, BigDecimal.class);
    }

    private BigDecimal invoiced(String condition) {
        return database.fetchSingle("SELECT coalesce(sum(invoiced_quantity), 0) FROM value_entry WHERE " + condition).get(0, BigDecimal.class);
    }

    private BigDecimal value(String condition) {
        return database.fetchSingle("SELECT coalesce(sum(cost_amount_actual + cost_amount_expected), 0) FROM value_entry WHERE " + condition).get(0, BigDecimal.class);
    }

    private BigDecimal account(Map<String, Object> account, String condition) {
        return database.fetchSingle("SELECT coalesce(sum(amount), 0) FROM gl_entry WHERE gl_account_id = (SELECT id FROM gl_account WHERE no = ?) AND " + condition,
                Optional.ofNullable(account.get("number")).orElse("")).get(0, BigDecimal.class);
    }

    private List<Map<String, Object>> page(String collection, String options) throws Exception {
        var body = read(collection, options).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        return JsonPath.read(body, "$.value");
    }

    private static BigDecimal sum(List<Map<String, Object>> rows, String column) {
        return rows.stream().map(row -> figure(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal figure(Map<String, Object> row, String column) {
        return new BigDecimal(String.valueOf(row.getOrDefault(column, 0)));
    }

    private ResultActions read(String address, String options) throws Exception {
        return mvc.perform(get(UriComponentsBuilder.fromPath("/api/v1/" + address).query(options).build().encode().toUri()).with(Shop.as(PermissionSet.ADMINISTRATOR)));
    }
}
