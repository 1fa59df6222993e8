package org.stockbook.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.stockbook.documents.web.TradingDesk.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.stockbook.costs.ReconcileInventory;
import org.stockbook.costs.VerifyBooks;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.PostCostToGeneralLedger;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.security.PermissionSet;
import org.stockbook.platform.security.Permissions;
import org.stockbook.platform.security.SignedInUser;

/** Documents that several want to post at once, calls that are sent again, and postings while costs are adjusted. */
@SpringBootTest(properties = "stockbook.books-of-test=ConcurrentDocumentsTest")   // a context, and so a database, of its own
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ConcurrentDocumentsTest {
    private static final int ITEMS = 30;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private AdjustCosts adjustCosts;

    @Autowired
    private PostCostToGeneralLedger postCost;

    @Autowired
    private VerifyBooks verifyBooks;

    @Autowired
    private ReconcileInventory reconcile;

    private TradingDesk desk;

    @BeforeEach
    void a_company() {
        desk = TradingDesk.at(dsl, mvc);
        dsl.execute("INSERT INTO app_user (login, permission_set) VALUES ('ANN', 'ADMINISTRATOR'), ('BOB', 'ADMINISTRATOR') ON CONFLICT DO NOTHING");
    }

    /** @param version the one that the user has read; empty for whichever is there */
    private record Call(String version, String key, String login) {}

    private ResultActions send(String document, String choice, Call call) throws Exception {
        var user = new SignedInUser(call.login(), call.login(), Language.ENGLISH, PermissionSet.ADMINISTRATOR);
        var posted = post("/api/v1/" + document + "/post").header("Idempotency-Key", call.key());
        return new DocumentClient(mvc, user).send(posted.header("If-Match", call.version().isEmpty() ? "*" : call.version()), choice);
    }

    /** One of two wins; the other is told, whoever it is. */
    @Test
    void two_users_post_the_same_order_at_once() throws Exception {
        var item = desk.item("RACE");
        for (var round = 0; round < 8; round++) {
            var order = desk.document("purchaseOrders", "P10", goods(item, "10", "8"));
            desk.choose(order, "\"receiveQuantity\": 4, \"invoiceQuantity\": 0");
            var run = round;
            var answers = atOnce(List.of("ANN", "BOB"), login ->
                    send(order, TradingDesk.choice("receive"), new Call("\"2\"", login + run, login)).andReturn().getResponse());

            assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsExactlyInAnyOrder(200, 412);
            var told = answers.stream().filter(answer -> answer.getStatus() == 412).findFirst().orElseThrow();
            assertThat(told.getContentAsString()).contains("common.changed-by-another", "Somebody else changed this since you read it.");
        }
        assertThat(desk.quantityOf(item)).isEqualTo("32");
        assertThat(desk.value("SELECT count(*) FROM item_ledger_entry e JOIN item i ON i.id = e.item_id WHERE i.no = 'RACE'")).isEqualTo("8");
    }

    /** Without a version both want whatever is there: the goods come once, and who is late finds nothing left. */
    @Test
    void two_users_complete_the_same_order_at_once() throws Exception {
        var item = desk.item("GONE");
        var order = desk.document("purchaseOrders", "P10", goods(item, "10", "8"));
        var answers = atOnce(List.of("ANN", "BOB"), login ->
                send(order, TradingDesk.choice("receive", "invoice"), new Call("", login + "-whole", login)).andReturn().getResponse());

        assertThat(answers).extracting(MockHttpServletResponse::getStatus).containsExactlyInAnyOrder(200, 410);
        assertThat(desk.quantityOf(item)).isEqualTo("10");
        assertThat(desk.costOf(item)).isEqualTo("80.00");
    }

    private interface Work<T> {
        T of(String login) throws Exception;
    }

    private static <T> List<T> atOnce(List<String> logins, Work<T> work) throws Exception {
        var gate = new CyclicBarrier(logins.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var login : logins) {
                running.add(threads.submit((Callable<T>) () -> {
                    gate.await();
                    return work.of(login);
                }));
            }
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void a_call_whose_answer_was_lost_is_sent_again_and_does_nothing_more() throws Exception {
        var item = desk.item("AGAIN");
        var order = desk.document("purchaseOrders", "P10", goods(item, "10", "8"));
        var first = send(order, TradingDesk.choice("receive", "invoice"), new Call("\"1\"", "lost-1", "ANN")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        var before = desk.books();
        for (var again = 0; again < 3; again++) {
            var answer = send(order, TradingDesk.choice("receive", "invoice"), new Call("\"1\"", "lost-1", "ANN"))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Idempotency-Replayed", "true"))
                    .andReturn().getResponse().getContentAsString();
            assertThat(answer).isEqualTo(first);
        }
        assertThat(desk.books()).isEqualTo(before);

        desk.refused(() -> send(order, TradingDesk.choice("invoice"), new Call("\"1\"", "lost-1", "ANN")), 422, "api.idempotency-key-reused", "This key was used for another request.");
        // Another caller's key is another key: then the order is simply gone.
        desk.refused(() -> send(order, TradingDesk.choice("receive", "invoice"), new Call("", "lost-1", "BOB")), 410, "api.gone",
                "It was posted and is no longer there: " + numbersOf(order) + ".");
    }

    private String numbersOf(String order) {
        return String.join(", ", dsl.fetch("SELECT no FROM posted_document WHERE document_no = ? ORDER BY id", order.substring(order.indexOf(':') + 1)).getValues(0, String.class));
    }

    @Test
    void a_refused_call_may_be_sent_again_under_its_key_when_it_is_mended() throws Exception {
        var order = desk.document("purchaseOrders", "P10", goods(desk.item("MEND"), "10", "8"));
        desk.choose(order, "\"receiveQuantity\": 11");
        desk.refusedLine(() -> send(order, TradingDesk.choice("receive"), new Call("", "mend-1", "ANN")), "common.above-outstanding", "More than is outstanding; 10 are left. Type no more than that, or raise the quantity of the line.");
        desk.choose(order, "\"receiveQuantity\": 10");
        send(order, TradingDesk.choice("receive"), new Call("", "mend-1", "ANN")).andExpect(status().isOk());
        assertThat(desk.quantityOf("MEND")).isEqualTo("10");
    }

    @Test
    void a_creating_call_sent_again_makes_one_document() throws Exception {
        var item = desk.item("ONCE");
        var body = TradingDesk.body("salesOrders", "P10", goods(item, "1", "20"));
        var orders = new ArrayList<String>();
        for (var again = 0; again < 2; again++) {
            orders.add(TradingDesk.json(desk.client().send(post("/api/v1/salesOrders").header("Idempotency-Key", "create-1"), body).andExpect(status().isCreated()))
                    .get("number").asString());
        }
        assertThat(orders.getFirst()).isEqualTo(orders.getLast());
        desk.client().send(post("/api/v1/salesOrders").header("Idempotency-Key", "create-1"), TradingDesk.body("salesOrders", "P10", goods(item, "2", "20")))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.code").value("api.idempotency-key-reused"));
    }

    /** Invoices at other prices than expected and more sales go on while a run adjusts the costs of the same items. */
    @Test
    void documents_post_while_a_batch_adjusts_the_costs_of_their_items() throws Exception {
        dsl.execute("UPDATE inventory_setup SET automatic_cost_adjustment = 'NEVER'");
        var items = new ArrayList<String>();
        for (var number = 0; number < ITEMS; number++) {
            items.add(desk.item("BATCH" + number, number % 2 == 0 ? "BIKE" : "BELL"));
        }
        var orders = new ArrayList<String>();
        for (var item : items) {
            desk.stock(item, "10", "8");
            orders.add(desk.document("purchaseOrders", "P10", goods(item, "10", "9")));
            desk.post(orders.getLast(), "receive");
            desk.post(desk.document("salesOrders", "P10", goods(item, "12", "20")), "ship", "invoice");
        }
        var wanted = Set.copyOf(items.stream().map(ItemNo::new).toList());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var documents = threads.submit(() -> {
                trade(items, orders);
                return "";
            });
            var rounds = 0;
            while (!documents.isDone() || rounds == 0) {
                Permissions.asStockbook(() -> adjustCosts.adjust(new AdjustCosts.Request(wanted, false, RunLog.Origin.USER), LongWork.SILENT));
                rounds++;
            }
            documents.get();
            assertThat(rounds).isGreaterThan(1);
        }
        Permissions.asStockbook(() -> adjustCosts.adjust(new AdjustCosts.Request(wanted, false, RunLog.Origin.USER), LongWork.SILENT));

        for (var item : items) {
            assertThat(desk.quantityOf(item)).as(item).isEqualTo("7");
            assertThat(desk.value("SELECT coalesce(sum(v.cost_amount_expected), 0.00) FROM value_entry v JOIN item i ON i.id = v.item_id WHERE i.no = '" + item + "'")).isEqualTo("0.00");
        }
        // First in, first out: ten at 8.00 and three at 9.50 are sold, seven at 9.50 are left.
        assertThat(desk.costOf("BATCH0")).isEqualTo("66.50");
        assertThat(Permissions.asStockbook(() -> verifyBooks.verify(LongWork.SILENT)).findings()).isEmpty();
        Permissions.asStockbook(() -> postCost.post(PostCostToGeneralLedger.Request.EVERYTHING, LongWork.SILENT));
        assertThat(Permissions.asStockbook(() -> reconcile.asOf(ReconcileInventory.ALWAYS)).agrees()).isTrue();
    }

    /** The late invoice of each item at another price than expected, and one more sale. */
    private void trade(List<String> items, List<String> orders) throws Exception {
        for (var at = 0; at < items.size(); at++) {
            desk.client().act(orders.get(at) + "/reopen", "{}").andExpect(status().isOk());
            desk.client().change(TradingDesk.line(orders.get(at), 10000), "{\"directUnitCost\": 9.5}").andExpect(status().isOk());
            desk.post(orders.get(at), "invoice");
            desk.post(desk.document("salesOrders", "P10", goods(items.get(at), "1", "20")), "ship", "invoice");
        }
    }
}
