package org.stockbook.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockbook.documents.TradingCompany.document;
import static org.stockbook.documents.TradingCompany.item;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.documents.PostDocument.Request;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/**
 * Four users post random documents over the same items at once: the books are as if one had posted them after the other, in the
 * order of their registers. In the end everything that was sold is covered; until then it has the cost that its document assumed.
 */
@SpringBootTest(properties = "stockbook.books-of-test=ParallelDocumentsTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
class ParallelDocumentsTest {
    private static final int USERS = 4;
    private static final int DOCUMENTS = 60;
    private static final int ITEMS = 6;
    private static final long SEED = 20_261_121;

    @Autowired
    private PostDocument postDocument;

    @Autowired
    private Documents documents;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private PlatformTransactionManager transactions;

    private final ConcurrentLinkedQueue<Done> done = new ConcurrentLinkedQueue<>();

    /** What somebody wants to post: a purchase in two steps, or a sale in one. */
    private record Wanted(int number, TradeSide side, List<DocumentLine> lines) {
        private List<PostingChoice> postings() {
            return side == TradeSide.PURCHASE ? List.of(PostingChoice.HANDLE, PostingChoice.INVOICE) : List.of(PostingChoice.BOTH);
        }
    }

    private record Done(Wanted wanted, PostingChoice choice, long register) {}

    @BeforeEach
    void a_company() {
        TradingCompany.create(dsl);
        dsl.execute("""
                INSERT INTO item (no, description, costing_method, base_unit_of_measure_id, general_product_group_id, vat_product_group_id,
                    inventory_posting_group_id)
                SELECT side || n, 'Part', (ARRAY['FIFO', 'AVERAGE', 'LIFO'])[1 + n % 3]::costing_method, b.base_unit_of_measure_id,
                    b.general_product_group_id, b.vat_product_group_id, b.inventory_posting_group_id
                FROM unnest(ARRAY['P', 'S']) AS side, generate_series(0, ?) AS n, item b WHERE b.no = 'BIKE'""", ITEMS - 1);
        dsl.execute("""
                INSERT INTO item_unit_of_measure (item_id, unit_of_measure_id, quantity_per_unit)
                SELECT i.id, i.base_unit_of_measure_id, 1 FROM item i WHERE i.no ~ '^[PS][0-9]$'""");
    }

    @Test
    void four_users_at_once_leave_the_books_as_one_after_the_other() throws Exception {
        var waiting = new ConcurrentLinkedQueue<>(stories("P"));
        try (var users = Executors.newFixedThreadPool(USERS)) {
            var working = new ArrayList<Future<?>>();
            for (var user = 0; user < USERS; user++) {
                working.add(users.submit(() -> {
                    for (var wanted = waiting.poll(); wanted != null; wanted = waiting.poll()) {
                        postAll("P", wanted);
                    }
                }));
            }
            for (var user : working) {
                user.get();
            }
        }
        postAll("P", enoughOfEverything("P"));
        var inOrder = done.stream().sorted(Comparator.comparingLong(Done::register)).toList();
        var again = new ArrayList<>(stories("S"));
        again.add(enoughOfEverything("S"));
        again.forEach(wanted -> keep("S", wanted));
        inOrder.forEach(each -> postAsPreviewed(again.get(each.wanted().number()), each.choice()));

        assertThat(inOrder).hasSize(again.stream().mapToInt(wanted -> wanted.postings().size()).sum());
        assertThat(entries("P")).isNotEmpty().isEqualTo(entries("S"));
        assertThat(balances("P")).isEqualTo(balances("S"));
    }

    private static List<Wanted> stories(String prefix) {
        var random = new Random(SEED);
        var stories = new ArrayList<Wanted>();
        for (var number = 0; number < DOCUMENTS; number++) {
            var side = number < ITEMS || random.nextInt(5) < 2 ? TradeSide.PURCHASE : TradeSide.SALES;
            var lines = new ArrayList<DocumentLine>();
            for (var line = 1 + random.nextInt(3); line > 0; line--) {
                var price = "%d.%02d".formatted(1 + random.nextInt(40), random.nextInt(100));
                lines.add(item(prefix + random.nextInt(ITEMS), Integer.toString(1 + random.nextInt(9)), price));
            }
            stories.add(new Wanted(number, side, lines));
        }
        return stories;
    }

    private static Wanted enoughOfEverything(String prefix) {
        var lines = IntStream.range(0, ITEMS).mapToObj(n -> item(prefix + n, "200", "11.11")).toList();
        return new Wanted(DOCUMENTS, TradeSide.PURCHASE, lines);
    }

    private void postAll(String prefix, Wanted wanted) {
        keep(prefix, wanted);
        wanted.postings().forEach(choice -> done.add(new Done(wanted, choice, post(prefix, wanted, choice))));
    }

    /** Whoever posts alone sees beforehand exactly what will be written. */
    private void postAsPreviewed(Wanted wanted, PostingChoice choice) {
        var preview = postDocument.preview(new Request(key("S", wanted), choice, 0, "system"));
        var register = post("S", wanted, choice);
        assertThat(preview).isInstanceOfSatisfying(DocumentPreview.Shown.class, shown -> {
            var values = shown.inventory().values();
            var cost = values.stream().map(value -> value.entry().cost().inventoriable()).reduce(Amount.ZERO, Amount::plus);
            assertThat(shown.inventory().entries().size() + " " + values.size() + " " + cost).as("%s", wanted).isEqualTo(written(register));
        });
    }

    private String written(long register) {
        return dsl.fetchSingle("""
                SELECT (SELECT count(*) FROM item_ledger_entry WHERE item_register_no = v.item_register_no) || ' ' || count(*) || ' '
                    || sum(v.cost_amount_actual + v.cost_amount_expected)
                FROM value_entry v WHERE v.item_register_no = ? GROUP BY v.item_register_no""", register).get(0, String.class);
    }

    private void keep(String prefix, Wanted wanted) {
        var order = order(prefix, wanted);
        new TransactionTemplate(transactions).executeWithoutResult(_ -> documents.create(order, "system"));
    }

    private long post(String prefix, Wanted wanted, PostingChoice choice) {
        return switch (postDocument.post(new Request(key(prefix, wanted), choice, 0, "system"))) {
            case PostDocumentOutcome.Posted posted -> posted.itemRegister();
            case PostDocumentOutcome other -> throw new AssertionError(wanted + ": " + other);
        };
    }

    private static StoredDocument order(String prefix, Wanted wanted) {
        return document(wanted.side(), DocumentKind.ORDER, prefix + wanted.number(), wanted.lines().toArray(DocumentLine[]::new));
    }

    private static DocumentKey key(String prefix, Wanted wanted) {
        return order(prefix, wanted).key();
    }

    /** Every entry of every item in order, with what is left of it and what it cost. */
    private List<String> entries(String prefix) {
        return dsl.fetch("""
                SELECT concat_ws(' ', substr(i.no, 2), e.entry_type, e.quantity, e.remaining_quantity, sum(v.cost_amount_actual), sum(v.cost_amount_expected))
                FROM item i JOIN item_ledger_entry e ON e.item_id = i.id
                JOIN value_entry v ON v.item_id = e.item_id AND v.item_ledger_entry_no = e.entry_no
                WHERE i.no LIKE ? || '_' GROUP BY i.no, e.entry_no, e.entry_type, e.quantity, e.remaining_quantity ORDER BY i.no, e.entry_no""", prefix)
                .getValues(0, String.class);
    }

    private List<String> balances(String prefix) {
        return dsl.fetch("""
                SELECT concat_ws(' ', substr(i.no, 2), a.no, sum(g.amount)) FROM item i
                JOIN gl_entry_value_entry r ON r.item_id = i.id JOIN gl_entry g ON g.entry_no = r.gl_entry_no JOIN gl_account a ON a.id = g.gl_account_id
                WHERE i.no LIKE ? || '_' GROUP BY i.no, a.no ORDER BY 1""", prefix).getValues(0, String.class);
    }
}
