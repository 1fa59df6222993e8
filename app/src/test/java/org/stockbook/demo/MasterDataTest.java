package org.stockbook.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.costs.ReconcileInventory;
import org.stockbook.costs.VerifyBooks;
import org.stockbook.finance.dimensions.DimensionSets;
import org.stockbook.kernel.code.DimensionCode;
import org.stockbook.kernel.code.DimensionValueCode;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumber;
import org.stockbook.platform.database.ScratchDatabaseInitializer;
import org.stockbook.platform.records.DeleteRecord;
import org.stockbook.platform.records.RecordDraft;
import org.stockbook.platform.records.RecordIssue;
import org.stockbook.platform.records.RecordOutcome;
import org.stockbook.platform.records.SaveRecords;
import org.stockbook.platform.records.SaveRecords.Mode;
import org.stockbook.platform.security.Permissions;
import org.stockbook.platform.setup.SetupCheck;

/** Master data through the use cases of the program, on a database of its own. */
@SpringBootTest(properties = "stockbook.books-of-test=MasterDataTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class MasterDataTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Autowired
    private SaveRecords save;

    @Autowired
    private DeleteRecord delete;

    @Autowired
    private TakeNumber numbers;

    @Autowired
    private DimensionSets dimensions;

    @Autowired
    private BicycleShop shop;

    @Autowired
    private VerifyBooks verify;

    @Autowired
    private ReconcileInventory reconcile;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext database;

    @Autowired
    private List<SetupCheck> checks;

    @BeforeEach
    void shopIsOpen() {
        as(() -> {
            if (shop.booksAreEmpty()) {
                shop.make(TODAY);
            }
            return true;
        });
    }

    @Test
    void the_shop_is_set_up_completely() {
        assertThat(as(() -> checks.stream().flatMap(check -> check.gaps().stream()).toList())).isEmpty();
    }

    @Test
    void the_demo_company_keeps_clean_books_that_equal_the_general_ledger() {
        assertThat(as(() -> verify.verify((_, _) -> {})).findings()).isEmpty();
        assertThat(as(() -> reconcile.asOf(TODAY)).comparisons()).isNotEmpty().allSatisfy(compared -> assertThat(compared.difference().isZero()).isTrue());
    }

    @Test
    void an_item_takes_the_next_number_and_its_defaults() {
        var saved = (RecordOutcome.Saved) create("items", Map.of("displayName", "Basket", "baseUnitOfMeasureCode", "PCS"));

        var item = saved.rows().getFirst();
        assertThat(item.text("number")).startsWith("700");
        assertThat(item.text("searchDescription")).isEqualTo("BASKET");
        assertThat(item.text("salesUnitOfMeasureCode")).isEqualTo("PCS");
        assertThat(item.text("costingMethod")).isEqualTo("fifo");
    }

    @Test
    void every_reason_against_a_record_is_given_at_once() {
        assertThat(codes(create("items", Map.of("number", "X2", "baseUnitOfMeasureCode", "PCX", "gtin", "12a", "unitPrice", "-1", "colour", "red"))))
                .containsExactlyInAnyOrder("api.unknown-field", "items.unit-unknown", "api.malformed", "api.malformed");
        assertThat(codes(create("items", Map.of("number", "1000")))).containsExactly("items.already-exists");
    }

    /** Spec: items, section 1.6 and example 16.8. */
    @Test
    void what_entries_depend_on_cannot_change() {
        assertThat(codes(change("items", Map.of("number", "1000"), Map.of("costingMethod", "average")))).containsExactly("items.has-entries");
        assertThat(codes(change("items", Map.of("number", "1000"), Map.of("baseUnitOfMeasureCode", "BOX")))).contains("items.has-open-entries");
        assertThat(codes(change("items", Map.of("number", "1000"), Map.of("type", "service")))).contains("items.type-in-use");
    }

    /** Spec: items, section 2.1. */
    @Test
    void the_base_unit_has_factor_one() {
        assertThat(codes(change("itemUnitsOfMeasure", Map.of("itemNumber", "2020", "code", "PCS"), Map.of("quantityPerUnit", 2)))).containsExactly("items.base-unit-factor");
    }

    @Test
    void a_unit_in_use_is_not_deleted() {
        assertThat(codes(as(() -> delete.delete("unitsOfMeasure", Map.of("code", "PCS"), OptionalLong.empty())))).containsExactly("items.unit-in-use");
    }

    @Test
    void a_stale_version_changes_nothing() {
        var outcome = as(() -> save.save("items", Mode.CHANGE, List.of(new RecordDraft(0, Map.of("number", "3040"), OptionalLong.of(99), Map.of("displayName", "x")))));

        assertThat(outcome).isInstanceOf(RecordOutcome.ChangedByAnother.class);
    }

    /** Spec: items, section 9. */
    @Test
    void a_category_is_never_its_own_ancestor() {
        assertThat(codes(change("itemCategories", Map.of("code", "BIKES"), Map.of("parentCode", "EBIKES")))).containsExactly("items.category-cycle");
    }

    @Test
    void sql_and_markup_are_text_like_any_other() {
        var text = "Robert'); DROP TABLE item;-- <script>alert(1)</script>";
        var saved = (RecordOutcome.Saved) create("items", Map.of("number", "X1", "displayName", text));

        assertThat(saved.rows().getFirst().text("displayName")).isEqualTo(text);
    }

    @Test
    void changes_are_logged_with_old_and_new_values() {
        change("locations", Map.of("code", "SHOP"), Map.of("displayName", "Shop, Low Street"));

        assertThat(database.fetchValue("SELECT changed_values ->> 'displayName' FROM audit_log WHERE table_name = 'location' ORDER BY id DESC LIMIT 1").toString())
                .contains("Shop, High Street", "Shop, Low Street");
    }

    /** Spec: finance, sections 8 and 16.5. */
    @Test
    void a_series_without_gaps_misses_no_number_and_gives_none_twice() throws Exception {
        try (var workers = Executors.newFixedThreadPool(4)) {
            var tasks = IntStream.range(0, 40).<Callable<String>>mapToObj(index -> () -> transaction.execute(status -> {
                var next = ((NextNumber.Taken) numbers.take("ITEMJNL", TODAY)).number();
                if (index % 3 == 0) {
                    status.setRollbackOnly();
                    return "";
                }
                return next;
            })).toList();
            var taken = workers.invokeAll(tasks).stream().map(MasterDataTest::result).filter(number -> !number.isEmpty()).sorted().toList();

            assertThat(Set.copyOf(taken)).hasSameSizeAs(taken);
            assertThat(number(taken.getLast()) - number(taken.getFirst()) + 1).isEqualTo(taken.size());
        }
    }

    /** Spec: finance, section 16.6. */
    @Test
    void equal_dimension_combinations_have_one_set() {
        var sales = DimensionCombination.EMPTY.with(new DimensionCode("DEPARTMENT"), new DimensionValueCode("SALES"));
        var both = sales.with(new DimensionCode("CHANNEL"), new DimensionValueCode("ONLINE"));

        var first = transaction.execute(_ -> dimensions.setsOf(List.of(sales, both, DimensionCombination.EMPTY)));
        var second = transaction.execute(_ -> dimensions.setsOf(List.of(both, sales)));

        assertThat(first).containsAllEntriesOf(second);
        assertThat(first.get(DimensionCombination.EMPTY).value()).isZero();
        assertThat(dimensions.combinationsOf(first.values())).containsEntry(first.get(both), both);
    }

    private RecordOutcome create(String collection, Map<String, ?> values) {
        return as(() -> save.save(collection, Mode.CREATE, List.of(RecordDraft.of(0, values))));
    }

    private RecordOutcome change(String collection, Map<String, Object> address, Map<String, Object> values) {
        return as(() -> save.save(collection, Mode.CHANGE, List.of(new RecordDraft(0, address, OptionalLong.empty(), values))));
    }

    private static List<String> codes(RecordOutcome outcome) {
        return outcome instanceof RecordOutcome.Refused(var issues) ? issues.stream().map(RecordIssue::code).toList() : List.of();
    }

    private static <T> T as(Supplier<T> work) {
        return Permissions.asStockbook(work);
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static int number(String number) {
        return Integer.parseInt(number.substring(1));
    }
}
