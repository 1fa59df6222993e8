package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.stockbook.documents.posted.DocumentRows;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.rows.RowSource;

/** Documents in many currencies are added up in one, each at its own rate. */
@SpringBootTest(properties = "stockbook.books-of-test=TotalsOfCurrenciesTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class TotalsOfCurrenciesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private DocumentRows rows;

    @Test
    void a_hundred_in_a_currency_that_is_worth_twice_counts_two_hundred() throws Exception {
        var desk = TradingDesk.at(dsl, mvc);
        dsl.execute("INSERT INTO currency (code, description) VALUES ('XTS', 'Test')");
        dsl.execute("""
                INSERT INTO currency_exchange_rate (currency_id, starting_date, exchange_rate_amount, relational_exchange_rate_amount)
                SELECT id, DATE '2026-01-01', 50, 100 FROM currency WHERE code = 'XTS'""");
        desk.item("TOTAL1");
        desk.document("purchaseOrders", "P10", goods("TOTAL1", "1", "30"));
        var foreign = desk.document("purchaseOrders", "P10", goods("TOTAL1", "4", "25"));
        desk.client().change(foreign, "{\"currencyCode\": \"XTS\"}").andExpect(status().isOk());
        desk.choose(foreign, "\"directUnitCost\": 25");

        assertThat(totals(rows.open("PURCHASE_ORDER"), "amount", "notInvoiced")).containsEntry("amount", new BigDecimal("230.00")).containsEntry("notInvoiced", new BigDecimal("0.00"));
        desk.post(foreign, "receive");
        assertThat(totals(rows.open("PURCHASE_ORDER"), "amount", "notInvoiced")).containsEntry("amount", new BigDecimal("230.00")).containsEntry("notInvoiced", new BigDecimal("200.00"));
        desk.post(foreign, "invoice");
        assertThat(totals(rows.posted(Set.of("PURCHASE_INVOICE")), "amount")).containsEntry("amount", new BigDecimal("200.00"));
        assertThat(rows.posted(Set.of("PURCHASE_INVOICE")).read(RowRequest.of(Criterion.EVERYTHING)).rows()).singleElement()
                .satisfies(row -> assertThat(row.text("amount")).isEqualTo("100.00"));
    }

    private static Map<String, BigDecimal> totals(RowSource source, String... columns) {
        return source.read(RowRequest.of(Criterion.EVERYTHING).totalling(Set.of(columns))).totals();
    }
}
