package org.stockbook.kernel.documents.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stockbook.kernel.book.CostCard;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.InventoryGroup;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ProductGroup;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.ledger.ItemType;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingDates;
import org.stockbook.kernel.posting.PostingLine;

/** Spec: transfer, sections 4, 6, 7 and 14. */
class TransferPostingTest {
    private static final ItemNo BIKE = new ItemNo("BIKE");
    private static final TransferRoute BY_TRUCK = new TransferRoute.InTransit(new LocationCode("TRUCK"));
    private static final TransferFacts FACTS = new TransferFacts(
            PostingDates.ANY,
            Map.of(BIKE, new ItemCard(
                    ItemType.INVENTORY, ItemCard.Blocking.NONE, new InventoryGroup("RESALE"), new ProductGroup("RETAIL"), CostCard.ZERO, Map.of())),
            new DocumentNo("TS1"), new DocumentNo("TR1"), false);

    /** X1 */
    @Test
    void an_order_is_shipped_and_received_in_parts() {
        var first = ship(order(BY_TRUCK, "12"), "7");
        assertThat(progress(first)).isEqualTo("5 7 7 0");
        assertThat(moves(first)).containsExactly("EAST>TRUCK 7");

        var second = receive(first.after(), "4");
        assertThat(progress(second)).isEqualTo("5 7 3 4");
        assertThat(moves(second)).containsExactly("TRUCK>WEST 4");

        var third = ship(second.after(), "5");
        var last = receive(third.after(), "8");
        assertThat(last.after().isComplete()).isTrue();
        assertThat(third.documents().getFirst().type()).isEqualTo(DocumentType.TRANSFER_SHIPMENT);
        assertThat(last.documents().getFirst().type()).isEqualTo(DocumentType.TRANSFER_RECEIPT);
    }

    /** X8: what is in transit belongs to its order. */
    @Test
    void no_more_is_received_than_is_in_transit() {
        var shipped = ship(order(BY_TRUCK, "5"), "5").after();

        assertThat(refusals(TransferPosting.receive(toReceive(shipped, "6"), FACTS)))
                .containsExactly(new TransferRefusal.AboveInTransit(new LineNo(10000), UnitQuantity.of(5)));
        assertThat(refusals(TransferPosting.ship(toShip(order(BY_TRUCK, "5"), "6"), FACTS)))
                .containsExactly(new TransferRefusal.AboveOutstanding(new LineNo(10000), UnitQuantity.of(5)));
    }

    /** X5 */
    @Test
    void a_direct_transfer_in_one_step_takes_the_whole_order() {
        var order = order(new TransferRoute.DirectInOneStep(), "6");

        assertThat(moves(ship(order, "6"))).containsExactly("EAST>WEST 6");
        assertThat(refusals(TransferPosting.ship(toShip(order, "4"), FACTS)))
                .containsExactly(new TransferRefusal.ShipReceiveDiffer(new LineNo(10000)));
    }

    /** X5 */
    @Test
    void a_direct_transfer_in_two_steps_may_be_posted_in_parts() {
        var order = toReceive(toShip(order(new TransferRoute.DirectInTwoSteps(), "6"), "4"), "4");

        var plan = ((TransferOutcome.Planned) TransferPosting.ship(order, FACTS)).plan();

        assertThat(moves(plan)).containsExactly("EAST> 4", ">WEST 4");
        assertThat(plan.documents()).hasSize(2);
        assertThat(plan.after().isComplete()).isFalse();
    }

    @Test
    void goods_do_not_move_to_where_they_are() {
        var order = order(BY_TRUCK, "5");
        var circle = new TransferOrder(
                new TransferHeader(new DocumentNo("T1"), new LocationCode("EAST"), new LocationCode("EAST"), BY_TRUCK, LocalDate.EPOCH), order.lines());

        assertThat(refusals(TransferPosting.ship(circle, FACTS))).containsExactly(new TransferRefusal.LocationsEqual(new LocationCode("EAST")));
    }

    private static TransferOrder order(TransferRoute route, String quantity) {
        var line = new TransferLine(
                new LineNo(10000), BIKE, VariantCode.BLANK, "", new UnitUsed(new UnitCode("PCS"), UnitFactor.ONE), UnitQuantity.of(quantity),
                TransferProgress.fresh(UnitQuantity.of(quantity)), FixedApplication.AUTOMATIC, List.of(), DimensionSetId.EMPTY);
        return new TransferOrder(
                new TransferHeader(new DocumentNo("T1"), new LocationCode("EAST"), new LocationCode("WEST"), route, LocalDate.EPOCH), List.of(line));
    }

    private static TransferOrder toShip(TransferOrder order, String quantity) {
        return new TransferOrder(order.header(), order.lines().stream()
                .map(line -> line.withProgress(line.progress().shipping(UnitQuantity.of(quantity)))).toList());
    }

    private static TransferOrder toReceive(TransferOrder order, String quantity) {
        return new TransferOrder(order.header(), order.lines().stream()
                .map(line -> line.withProgress(line.progress().receiving(UnitQuantity.of(quantity)))).toList());
    }

    private static TransferPlan ship(TransferOrder order, String quantity) {
        return ((TransferOutcome.Planned) TransferPosting.ship(toShip(order, quantity), FACTS)).plan();
    }

    private static TransferPlan receive(TransferOrder order, String quantity) {
        return ((TransferOutcome.Planned) TransferPosting.receive(toReceive(order, quantity), FACTS)).plan();
    }

    private static List<TransferRefusal> refusals(TransferOutcome outcome) {
        return ((TransferOutcome.Refused) outcome).refusals();
    }

    /** To ship, shipped, to receive, received. */
    private static String progress(TransferPlan plan) {
        var progress = plan.after().lines().getFirst().progress();
        return progress.toShip() + " " + progress.shipped() + " " + progress.toReceive() + " " + progress.received();
    }

    private static List<String> moves(TransferPlan plan) {
        return plan.lines().stream()
                .map(line -> (PostingLine.Transfer) line)
                .map(line -> line.from().location() + ">" + line.to().location() + " " + line.quantity())
                .toList();
    }
}
