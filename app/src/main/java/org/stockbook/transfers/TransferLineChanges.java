package org.stockbook.transfers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferProgress;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/** Applies what was typed to a line: its goods before their unit, the quantity before what is shipped and received of it (spec: transfer, section 4). */
final class TransferLineChanges {
    private final StoredTransfer order;
    private final Map<ItemNo, TransferDefaults.Goods> goods;

    TransferLineChanges(StoredTransfer order, Map<ItemNo, TransferDefaults.Goods> goods) {
        this.order = order;
        this.goods = goods;
    }

    /** A changed line, or why it cannot be. */
    sealed interface Result {
        record Changed(TransferLine line) implements Result {}

        record Refused(DocumentIssue issue) implements Result {}
    }

    /** A line whose item nobody knows yet is about nothing. */
    Result add(LineNo no, TransferLineChange change) {
        var item = change.item().filter(code -> !code.isEmpty()).map(ItemNo::new).orElse(StoredTransfer.NOTHING);
        var blank = new TransferLine(
                no, item, VariantCode.BLANK, "", UnitUsed.BASE, UnitQuantity.ZERO, TransferProgress.fresh(UnitQuantity.ZERO), FixedApplication.AUTOMATIC,
                List.of(), order.particulars().dimensions());
        return isAboutNothing(blank, change) ? new Result.Changed(counted(blank, change)) : of(blank, item, change);
    }

    private static boolean isAboutNothing(TransferLine line, TransferLineChange change) {
        return line.item().equals(StoredTransfer.NOTHING) && change.item().map(ItemNo::new).filter(item -> !item.equals(line.item())).isEmpty() && change.typed().isRaw("lineObjectNumber");
    }

    Result edit(TransferLine line, TransferLineChange change) {
        if (isAboutNothing(line, change)) {
            return new Result.Changed(counted(line, change));
        }
        var item = change.item().map(ItemNo::new).orElse(line.item());
        var remade = !item.equals(line.item()) || change.unit().filter(unit -> !unit.equals(line.unit().code().code())).isPresent()
                || change.variant().filter(variant -> !variant.equals(line.variant().code())).isPresent();
        if (remade && !line.progress().shipped().isZero()) {
            return refused(line.no(), "common.status-not-open", Map.of("field", "lineObjectNumber"));
        }
        return remade ? of(line, item, change) : progressed(counted(line, change), change);
    }

    /** The line about this item: what the card says, unless it is typed. */
    private Result of(TransferLine line, ItemNo item, TransferLineChange change) {
        var known = Optional.ofNullable(goods.get(item));
        if (known.isEmpty()) {
            return new Result.Refused(TransferIssues.notFound(line.no().value(), "lineObjectNumber", item.code()));
        }
        var kept = item.equals(line.item());
        var variant = change.variant().map(VariantCode::new).orElse(kept ? line.variant() : VariantCode.BLANK);
        if (!variant.isBlank() && !known.get().variants().containsKey(variant)) {
            return new Result.Refused(TransferIssues.notFound(line.no().value(), "itemVariantCode", variant.code()));
        }
        var unit = change.unit().filter(code -> !code.isEmpty()).map(UnitCode::new).orElse(kept && !line.unit().code().isBlank() ? line.unit().code() : known.get().base());
        var factor = Optional.ofNullable(known.get().units().get(unit)).or(() -> unit.equals(known.get().base()) ? Optional.of(UnitFactor.ONE) : Optional.empty());
        if (factor.isEmpty()) {
            return refused(line.no(), "items.unit-unknown", Map.of("unit", unit.code(), "item", item.code()));
        }
        var description = Optional.ofNullable(known.get().variants().get(variant)).filter(text -> !text.isEmpty()).orElse(known.get().description());
        var made = new TransferLine(
                line.no(), item, variant, description, new UnitUsed(unit, factor.get()), line.quantity(), line.progress(),
                kept ? line.application() : FixedApplication.AUTOMATIC, line.tracked(), line.dimensions());
        return progressed(counted(made, change), change);
    }

    /** Another quantity leaves another rest to be shipped. */
    private static TransferLine counted(TransferLine line, TransferLineChange change) {
        var description = change.description().orElse(line.description());
        var quantity = change.quantity().map(UnitQuantity::of).orElse(line.quantity());
        var progress = change.quantity().isPresent() ? line.progress().counted(quantity, line.progress().shipped(), line.progress().received()) : line.progress();
        var application = change.appliesTo()
                .<FixedApplication>map(entry -> entry == 0 ? FixedApplication.AUTOMATIC : new FixedApplication.ToEntry(new ItemLedgerEntryNo(entry)))
                .orElse(line.application());
        return new TransferLine(line.no(), line.item(), line.variant(), description, line.unit(), quantity, progress, application, line.tracked(), line.dimensions());
    }

    private Result progressed(TransferLine line, TransferLineChange change) {
        if (line.quantity().isNegative()) {
            return refused(line.no(), "ledger.transfer-quantity-negative", Map.of("item", line.item().code(), "quantity", line.quantity().value()));
        }
        if (!line.progress().shipped().isWithin(line.quantity())) {
            return refused(line.no(), "common.below-handled", Map.of("handled", line.progress().shipped().value()));
        }
        var shipping = change.toShip().map(UnitQuantity::of).map(line.progress()::shipping).orElse(line.progress());
        if (!isWithin(shipping.toShip(), line.outstanding())) {
            return refused(line.no(), "common.above-outstanding", Map.of("left", line.outstanding().value()));
        }
        var receiving = change.toReceive().map(UnitQuantity::of).map(shipping::receiving).orElse(shipping);
        var route = order.order().header().route();
        if (route instanceof TransferRoute.InTransit && !isWithin(receiving.toReceive(), receiving.inTransit())) {
            return refused(line.no(), "transfer.above-in-transit", Map.of("left", receiving.inTransit().value()));
        }
        return new Result.Changed(settled(line.withProgress(receiving), route));
    }

    /** What is shipped directly arrives at once. */
    static TransferLine settled(TransferLine line, TransferRoute route) {
        return switch (route) {
            case TransferRoute.InTransit _ -> line.progress().toReceive().isWithin(line.progress().inTransit())
                    ? line : line.withProgress(line.progress().receiving(line.progress().inTransit()));
            case TransferRoute.DirectInTwoSteps _, TransferRoute.DirectInOneStep _ -> line.withProgress(line.progress().receiving(line.progress().toShip()));
        };
    }

    private static boolean isWithin(UnitQuantity quantity, UnitQuantity limit) {
        return !quantity.isNegative() && quantity.isWithin(limit);
    }

    private static Result refused(LineNo no, String code, Map<String, ?> parameters) {
        return new Result.Refused(TransferIssues.issue(no.value(), code, parameters));
    }
}
