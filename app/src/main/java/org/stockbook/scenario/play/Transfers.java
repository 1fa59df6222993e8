package org.stockbook.scenario.play;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.transfer.TrackedMove;
import org.stockbook.kernel.documents.transfer.TransferFacts;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.documents.transfer.TransferOutcome;
import org.stockbook.kernel.documents.transfer.TransferPlan;
import org.stockbook.kernel.documents.transfer.TransferPosting;
import org.stockbook.kernel.documents.transfer.TransferProgress;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.ledger.UnitUsed;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.scenario.company.Outcome;
import org.stockbook.scenario.operation.Operation;
import org.stockbook.scenario.operation.TrackedQuantity;

/** Transfer orders: shipped into transit, received from it. */
final class Transfers {
    private final PlayedCompany company;
    private final Trading trading;
    private final PostedLines posted;
    private final Map<String, TransferOrder> orders = new HashMap<>();
    private final Map<String, Map<LineNo, List<TrackedQuantity>>> numbers = new HashMap<>();

    Transfers(PlayedCompany company, Trading trading, PostedLines posted) {
        this.company = company;
        this.trading = trading;
        this.posted = posted;
    }

    Outcome create(Operation.CreateTransfer step) {
        var header = new TransferHeader(
                new DocumentNo(step.doc()),
                new LocationCode(step.from()),
                new LocationCode(step.to()),
                route(step.inTransit()),
                step.postingDate());
        orders.put(step.doc(), new TransferOrder(header, step.lines().stream().map(line -> line(line, Optional.empty())).toList()));
        keepNumbers(step.doc(), step.lines());
        return Outcome.DONE;
    }

    /** Numbers that an update does not name stay. */
    private void keepNumbers(String name, List<Operation.TransferLine> lines) {
        var ofOrder = numbers.computeIfAbsent(name, _ -> new HashMap<>());
        lines.stream().filter(line -> !line.tracking().isEmpty()).forEach(line -> ofOrder.put(new LineNo(line.line()), line.tracking()));
    }

    private TransferLine line(Operation.TransferLine line, Optional<TransferLine> before) {
        var item = company.cards().item(line.item().or(() -> before.map(known -> known.item().code())).orElseThrow());
        var unit = line.uom().or(() -> before.map(known -> known.unit().code().code())).orElse(item.baseUnit());
        var quantity = line.quantity().map(UnitQuantity::of).or(() -> before.map(TransferLine::quantity)).orElseThrow();
        return new TransferLine(
                new LineNo(line.line()),
                item.no(),
                line.variant().map(VariantCode::new).or(() -> before.map(TransferLine::variant)).orElse(VariantCode.BLANK),
                "",
                new UnitUsed(new UnitCode(unit), item.factor(unit)),
                quantity,
                before.map(TransferLine::progress).orElseGet(() -> TransferProgress.fresh(quantity)),
                line.appliesToEntry()
                        .<FixedApplication>map(entry -> new FixedApplication.ToEntry(company.entries().number(entry)))
                        .or(() -> before.map(TransferLine::application))
                        .orElse(FixedApplication.AUTOMATIC),
                List.of(),
                before.filter(_ -> line.dimensions().isEmpty()).map(TransferLine::dimensions)
                        .orElseGet(() -> company.books().dimensions(Journals.merged(item.dimensions(), line.dimensions()))));
    }

    Outcome update(Operation.UpdateTransfer step) {
        var order = PlayedCompany.named(orders, step.doc());
        var before = order.header();
        var header = new TransferHeader(
                before.no(),
                step.from().map(LocationCode::new).orElse(before.from()),
                step.to().map(LocationCode::new).orElse(before.to()),
                step.inTransit().map(Transfers::route).orElse(before.route()),
                step.postingDate().orElse(before.posting()));
        var lines = new TreeMap<LineNo, TransferLine>();
        order.lines().forEach(line -> lines.put(line.no(), line));
        step.removeLines().forEach(line -> lines.remove(new LineNo(line)));
        for (var change : step.lines()) {
            var no = new LineNo(change.line());
            lines.put(no, line(change, Optional.ofNullable(lines.get(no))));
        }
        orders.put(step.doc(), new TransferOrder(header, List.copyOf(lines.values())));
        keepNumbers(step.doc(), step.lines());
        return Outcome.DONE;
    }

    private static TransferRoute route(String inTransit) {
        return inTransit.isEmpty() ? new TransferRoute.DirectInTwoSteps() : new TransferRoute.InTransit(new LocationCode(inTransit));
    }

    void rename(ItemNo item, ItemNo newNo) {
        orders.replaceAll((_, order) -> new TransferOrder(
                order.header(),
                order.lines().stream().map(line -> line.item().equals(item) ? renamed(line, newNo) : line).toList()));
    }

    private static TransferLine renamed(TransferLine line, ItemNo item) {
        return new TransferLine(
                line.no(), item, line.variant(), line.description(), line.unit(), line.quantity(), line.progress(), line.application(),
                line.tracked(), line.dimensions());
    }

    Outcome ship(Operation.ShipTransfer step) {
        var order = chosen(step.doc(), step.postingDate(), step.lines(), true);
        var shipment = step.creates().getOrDefault("shipment", step.doc() + "-S");
        var receipt = step.creates().getOrDefault("receipt", step.doc() + "-R");
        return post(step.doc(), TransferPosting.ship(order, facts(shipment, receipt)));
    }

    Outcome receive(Operation.ReceiveTransfer step) {
        var order = chosen(step.doc(), step.postingDate(), step.lines(), false);
        var name = step.creates().getOrDefault("receipt", step.doc() + "-R");
        return post(step.doc(), TransferPosting.receive(order, facts(name, name)));
    }

    /** @param second name of the receipt that follows the shipment of a direct transfer */
    private TransferFacts facts(String name, String second) {
        return new TransferFacts(
                company.settings().postingRules().dates(), trading.cards(), new DocumentNo(name), new DocumentNo(second), false);
    }

    private TransferOrder chosen(String name, LocalDate date, List<Operation.QuantityOfLine> quantities, boolean ship) {
        var order = PlayedCompany.named(orders, name);
        var chosen = new HashMap<Integer, UnitQuantity>();
        quantities.forEach(line -> chosen.put(line.line(), UnitQuantity.of(line.quantity())));
        return new TransferOrder(
                order.header().withPosting(date),
                order.lines().stream()
                        .map(line -> {
                            var quantity = Optional.ofNullable(chosen.get(line.no().value())).orElse(UnitQuantity.ZERO);
                            var arrives = !ship || !(order.header().route() instanceof TransferRoute.InTransit);
                            return tracked(name, line, ship ? line.progress().shipped() : line.progress().received(), quantity)
                                    .withProgress(line.progress()
                                            .shipping(ship ? quantity : UnitQuantity.ZERO)
                                            .receiving(arrives ? quantity : UnitQuantity.ZERO));
                        })
                        .toList());
    }

    /** With the serial and lot numbers of what moves now. */
    private TransferLine tracked(String name, TransferLine line, UnitQuantity before, UnitQuantity now) {
        var factor = line.unit().factor().value();
        var all = numbers.getOrDefault(name, Map.of()).getOrDefault(line.no(), List.of());
        var moves = NumberedGoods.next(all, before.value().multiply(factor), now.value().multiply(factor)).stream()
                .map(part -> new TrackedMove(NumberedGoods.tracking(part), Quantity.of(part.quantityBase())))
                .toList();
        return new TransferLine(
                line.no(), line.item(), line.variant(), line.description(), line.unit(), line.quantity(), line.progress(), line.application(),
                moves, line.dimensions());
    }

    private Outcome post(String name, TransferOutcome outcome) {
        return switch (outcome) {
            case TransferOutcome.Refused refused ->
                new Outcome.Refused(refused.refusals().stream().map(one -> one.code() + " " + one).toList());
            case TransferOutcome.Planned planned ->
                company.post(planned.plan().lines(), made -> write(name, planned.plan(), made));
        };
    }

    private void write(String name, TransferPlan plan, List<PostedLine> made) {
        orders.put(name, plan.after());
        for (var document : plan.documents()) {
            for (var line : document.lines()) {
                var entries = line.postings().stream()
                        .flatMap(position -> made.get(position).entries().stream())
                        .filter(entry -> company.entries().entry(entry).isIncrease())
                        .toList();
                posted.add(new PostedLines.Line(
                        new PostedLineKey(document.type(), document.no(), line.source().no()),
                        new PostedLines.Origin(
                                plan.after().header().no(), line.source().no(), line.source().item(), line.source().unit().factor()),
                        line.quantity(),
                        line.quantity(),
                        entries));
            }
        }
    }
}
