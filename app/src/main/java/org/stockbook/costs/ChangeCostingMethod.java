package org.stockbook.costs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.AdjustCosts;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.inventory.runs.LongWork;
import org.stockbook.inventory.runs.RunLog;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.ledger.CostingMethod;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Tracking;
import org.stockbook.kernel.ledger.Trade;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Percentage;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.Invoicing;
import org.stockbook.kernel.posting.LineCost;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/**
 * Gives an item with entries another costing method (spec: costing, section 11): its history stays under another number, a copy takes its
 * number, and the stock moves over at what it is worth. Costs must be final before, because nothing that comes later to the old item
 * reaches the new one.
 */
@Component
public class ChangeCostingMethod {
    private static final SourceCode SOURCE = new SourceCode("RECLASSJNL");

    private final CostingMethodItems items;
    private final InventoryLedger ledger;
    private final InventoryPosting posting;
    private final AdjustCosts adjustCosts;
    private final Permissions permissions;
    private final TransactionTemplate transaction;

    ChangeCostingMethod(
            CostingMethodItems items, InventoryLedger ledger, InventoryPosting posting, AdjustCosts adjustCosts, Permissions permissions,
            PlatformTransactionManager transactions) {
        this.items = items;
        this.ledger = ledger;
        this.posting = posting;
        this.adjustCosts = adjustCosts;
        this.permissions = permissions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What is asked.
     *
     * @param oldNumber under which the history stays
     * @param standardCost for the method standard
     */
    public record Request(ItemNo item, ItemNo oldNumber, CostingMethod method, Optional<UnitCost> standardCost, LocalDate postingDate) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** @param register 0 where there was no stock to move */
        record Changed(long register, Quantity moved, Amount value) implements Outcome {}

        record Refused(String code, Map<String, Object> parameters) implements Outcome {
            public Refused {
                parameters = Map.copyOf(parameters);
            }
        }
    }

    /** Changes the method, or says what stands against it; then nothing has happened. */
    public Outcome change(Request request) {
        permissions.require(Permission.CHANGE_ITEMS);
        permissions.require(Permission.POST_ITEM_JOURNAL);
        return transaction.execute(status -> {
            var outcome = attempt(request);
            if (outcome instanceof Outcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private Outcome attempt(Request request) {
        ledger.lock(List.of(request.item()));
        var facts = items.find(request.item());
        if (facts.isEmpty()) {
            return refused("api.reference-not-found", Map.of("field", "itemNumber", "value", request.item().code()));
        }
        if (items.find(request.oldNumber()).isPresent()) {
            return refused("items.already-exists", Map.of("item", request.oldNumber().code()));
        }
        var against = against(request, facts.get());
        if (against.isPresent()) {
            return against.get();
        }
        var stock = items.stock(request.item());
        items.replace(new CostingMethodItems.Replacement(request.item(), request.oldNumber(), request.method(), request.standardCost()), permissions.login());
        return stock.isEmpty() ? new Outcome.Changed(0, Quantity.ZERO, Amount.ZERO) : move(request, facts.get(), stock);
    }

    private static Optional<Outcome> against(Request request, CostingMethodItems.Facts facts) {
        if (facts.method() == request.method()) {
            return Optional.of(refused("common.nothing-to-post", Map.of()));
        }
        if (request.method() == CostingMethod.SPECIFIC && !facts.serialSpecific()) {
            return Optional.of(refused("costing.specific-needs-serial-tracking", Map.of()));
        }
        if (request.method() == CostingMethod.STANDARD && request.standardCost().filter(UnitCost::isPositive).isEmpty()) {
            return Optional.of(refused("common.field-required", Map.of("field", "standardCost")));
        }
        if (!facts.adjusted()) {
            return Optional.of(refused("costing.not-adjusted", Map.of("item", request.item().code())));
        }
        if (facts.openDecrease().isPresent()) {
            return Optional.of(refused("costing.revaluation-open-decrease", Map.of("entry", Long.toString(facts.openDecrease().get()))));
        }
        return facts.completelyInvoiced() ? Optional.empty() : Optional.of(refused("items.not-invoiced", Map.of("item", request.item().code())));
    }

    private static Outcome refused(String code, Map<String, Object> parameters) {
        return new Outcome.Refused(code, parameters);
    }

    /** All of the old item leaves, the same comes in as the new one at what it was worth, or at its standard cost. */
    private Outcome move(Request request, CostingMethodItems.Facts facts, List<CostingMethodItems.Stock> stock) {
        var lines = new ArrayList<PostingLine>();
        var quantity = Quantity.ZERO;
        var value = Amount.ZERO;
        for (var place : stock) {
            var standard = request.method() == CostingMethod.STANDARD ? request.standardCost() : Optional.<UnitCost>empty();
            var amount = standard.map(cost -> place.quantity().at(cost)).orElse(place.value());
            lines.add(line(lines.size() + 1, request, facts, new Side(request.oldNumber(), place, place.quantity().negated(), place.value().negated())));
            lines.add(line(lines.size() + 1, request, facts, new Side(request.item(), place, place.quantity(), amount)));
            quantity = quantity.plus(place.quantity());
            value = value.plus(amount);
        }
        var stamp = RegisterStamp.of(permissions.login(), SOURCE, JournalBatchName.BLANK);
        return switch (posting.post(stamp, lines)) {
            case InventoryOutcome.Posted posted -> settled(request, new Outcome.Changed(posted.register(), quantity, value));
            case InventoryOutcome.Refused refused when !refused.refusals().isEmpty() -> refused(refused.refusals().getFirst().code(), Map.of(
                    "item", request.item().code(), "date", request.postingDate()));
            case InventoryOutcome.Refused refused -> refused(refused.accounts().getFirst().refusal().code(), Map.of());
        };
    }

    /** What left must stand at what it was worth, whatever the setup adjusts by itself. */
    private Outcome settled(Request request, Outcome.Changed changed) {
        if (!items.find(request.oldNumber()).map(CostingMethodItems.Facts::adjusted).orElse(true) && permissions.has(Permission.ADJUST_COSTS)) {
            adjustCosts.adjust(new AdjustCosts.Request(Set.of(request.oldNumber(), request.item()), false, RunLog.Origin.USER), LongWork.SILENT);
        }
        return changed;
    }

    /** One side of the move. */
    private record Side(ItemNo item, CostingMethodItems.Stock stock, Quantity quantity, Amount amount) {}

    private static PostingLine line(int no, Request request, CostingMethodItems.Facts facts, Side side) {
        var origin = Origin.ofJournal(new DocumentNo("METHOD"), request.postingDate()).withSource(SOURCE).withDescription(facts.description());
        var type = side.quantity().isPositive() ? EntryType.POSITIVE_ADJUSTMENT : EntryType.NEGATIVE_ADJUSTMENT;
        var cost = new LineCost(side.amount(), side.amount().per(side.quantity()), side.amount(), Percentage.ZERO, UnitCost.ZERO, Amount.ZERO);
        var tracking = side.stock().serial().isBlank() ? Tracking.NONE : Tracking.ofSerial(side.stock().serial());
        return new PostingLine.Movement(
                new LineNo(no), side.item(), side.stock().place(), type, request.postingDate(), side.quantity(), UnitUsed.BASE, FixedApplication.AUTOMATIC,
                tracking, false, cost, Trade.NONE, facts.groups(), origin, new Invoicing.AtOnce(origin));
    }
}
