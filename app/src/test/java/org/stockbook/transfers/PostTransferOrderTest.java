package org.stockbook.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.documents.DocumentSeries;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.TradingCompany;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.kernel.code.BusinessGroup;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.documents.transfer.TransferProgress;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.LineCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.organisation.NextNumber;
import org.stockbook.platform.database.ScratchDatabaseInitializer;

/** Goods travel with their cost (spec: transfer, section 14, X1 and X3). */
@SpringBootTest(properties = "stockbook.books-of-test=PostTransferOrderTest")   // a context, and so a database, of its own
@ContextConfiguration(initializers = ScratchDatabaseInitializer.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class PostTransferOrderTest {
    private static final ItemNo BIKE = new ItemNo("BIKE");
    private static final DocumentNo ORDER = new DocumentNo("T1");
    private static final LocalDate DAY = LocalDate.parse("2026-05-05");

    @Autowired
    private PostTransferOrder postTransferOrder;

    @Autowired
    private TransferOrders orders;

    @Autowired
    private InventoryPosting inventoryPosting;

    @Autowired
    private InventoryLedger ledger;

    @Autowired
    private DocumentSeries series;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void two_layers_of_stock_in_the_east() {
        TradingCompany.create(dsl);
        dsl.execute("INSERT INTO location (code, in_transit) VALUES ('EAST', false), ('WEST', false), ('TRUCK', true)");
        dsl.execute("""
                INSERT INTO inventory_posting_setup (location_id, inventory_posting_group_id, inventory_account_id, inventory_interim_account_id)
                SELECT l.id, s.inventory_posting_group_id, s.inventory_account_id, s.inventory_interim_account_id
                FROM inventory_posting_setup s, location l WHERE l.id <> 0""");
        stock("10", "5");
        stock("10", "6");
    }

    @Test
    void fifteen_travel_in_two_parts_and_keep_their_layers() {
        keep("15");
        choose("15", "0");
        assertThat(posted(postTransferOrder.ship(request()))).isFalse();
        assertThat(valueAt("EAST")).isEqualTo("30.00");
        assertThat(valueAt("TRUCK")).isEqualTo("80.00");

        choose("0", "12");
        assertThat(posted(postTransferOrder.receive(request()))).isFalse();
        assertThat(valueAt("WEST")).isEqualTo("62.00");

        choose("0", "3");
        assertThat(posted(postTransferOrder.receive(request()))).isTrue();
        assertThat(valueAt("WEST")).isEqualTo("80.00");
        assertThat(valueAt("TRUCK")).isEqualTo("0.00");
        assertThat(orders.find(ORDER)).isEmpty();
        assertThat(value("SELECT count(*) FROM posted_document")).isEqualTo("3");
    }

    /** Somebody holds the items and then takes a number of the series that the order takes too: one waits, nobody is ended. */
    @Test
    void an_order_waits_for_its_items_before_it_takes_a_number() throws InterruptedException {
        keep("15");
        choose("15", "0");
        var outcomes = new ArrayList<PostTransferOrder.Outcome>();
        var shipping = Thread.ofVirtual().unstarted(() -> outcomes.add(postTransferOrder.ship(request())));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            ledger.lock(List.of(BIKE));
            shipping.start();
            awaitWaiting();
            assertThat(series.next("TRANSFER_SHIPMENT", DAY)).isInstanceOf(NextNumber.Taken.class);
        });
        shipping.join();

        assertThat(outcomes).singleElement().isInstanceOf(PostTransferOrder.Outcome.Posted.class);
    }

    /** Until some other session waits for a lock of ours. */
    private void awaitWaiting() {
        for (var look = 0; look < 500 && !dsl.fetchExists(dsl.selectFrom("pg_stat_activity").where("wait_event_type = 'Lock'")); look++) {
            LockSupport.parkNanos(10_000_000);
            dsl.execute("SELECT pg_stat_clear_snapshot()");
        }
    }

    @Test
    void more_than_is_there_or_on_the_way_does_not_travel() {
        keep("25");
        choose("25", "0");
        assertThat(issues(postTransferOrder.ship(request()))).extracting(DocumentIssue::code).containsExactly("ledger.insufficient-stock");
        assertThat(issues(postTransferOrder.receive(request()))).extracting(DocumentIssue::code).containsExactly("common.nothing-to-post");
        choose("5", "0");
        posted(postTransferOrder.ship(request()));
        choose("0", "6");
        assertThat(issues(postTransferOrder.receive(request()))).extracting(DocumentIssue::code).containsExactly("transfer.above-in-transit");
    }

    private static PostTransferOrder.Request request() {
        return new PostTransferOrder.Request(ORDER, DAY, 0, "system");
    }

    private static boolean posted(PostTransferOrder.Outcome outcome) {
        assertThat(outcome).isInstanceOf(PostTransferOrder.Outcome.Posted.class);
        return ((PostTransferOrder.Outcome.Posted) outcome).complete();
    }

    private static List<DocumentIssue> issues(PostTransferOrder.Outcome outcome) {
        assertThat(outcome).isInstanceOf(PostTransferOrder.Outcome.Refused.class);
        return ((PostTransferOrder.Outcome.Refused) outcome).issues();
    }

    private void keep(String quantity) {
        var line = new TransferLine(
                new LineNo(10000), BIKE, VariantCode.BLANK, "Bike", new UnitUsed(new UnitCode("PCS"), UnitFactor.ONE), UnitQuantity.of(quantity),
                TransferProgress.fresh(UnitQuantity.of(quantity)), FixedApplication.AUTOMATIC, List.of(), DimensionSetId.EMPTY);
        var header = new TransferHeader(
                ORDER, new LocationCode("EAST"), new LocationCode("WEST"), new TransferRoute.InTransit(new LocationCode("TRUCK")), DAY);
        var order = new StoredTransfer(0, 0, DocumentStatus.OPEN, new TransferOrder(header, List.of(line)));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> orders.create(order, "system"));
    }

    private void choose(String toShip, String toReceive) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            var stored = orders.lock(ORDER).orElseThrow();
            var lines = stored.order().lines().stream()
                    .map(line -> line.withProgress(line.progress().shipping(UnitQuantity.of(toShip)).receiving(UnitQuantity.of(toReceive))))
                    .toList();
            orders.choose(stored.with(new TransferOrder(stored.order().header(), lines)), "system");
        });
    }

    private void stock(String quantity, String unitCost) {
        var groups = new PostingGroups(new InventoryGroup("RESALE"), BusinessGroup.BLANK, new ProductGroup("RETAIL"));
        var origin = Origin.ofJournal(new DocumentNo("START"), DAY.minusDays(1));
        var line = new PostingLine.Movement(
                new LineNo(10000), BIKE, new Place(VariantCode.BLANK, new LocationCode("EAST")), EntryType.POSITIVE_ADJUSTMENT, DAY.minusDays(1),
                Quantity.of(quantity), UnitUsed.BASE, FixedApplication.AUTOMATIC, Tracking.NONE, false,
                LineCost.ofUnitCost(UnitCost.of(unitCost), Quantity.of(quantity)), Trade.NONE, groups, origin, new Invoicing.AtOnce(origin));
        var stamp = RegisterStamp.of("system", new SourceCode("ITEMJNL"), JournalBatchName.BLANK);
        new TransactionTemplate(transactions).executeWithoutResult(_ ->
                assertThat(inventoryPosting.post(stamp, List.of(line))).isInstanceOf(InventoryOutcome.Posted.class));
    }

    private String valueAt(String location) {
        return value("""
                SELECT coalesce(sum(v.cost_amount_actual + v.cost_amount_expected), 0.00) FROM value_entry v
                JOIN location l ON l.id = v.location_id WHERE l.code = '%s'""".formatted(location));
    }

    private String value(String query) {
        return dsl.fetchSingle(query).get(0, String.class);
    }
}
