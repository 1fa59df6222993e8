package org.stockbook.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.stockbook.demo.TradeHistory.Event;
import org.stockbook.demo.TradeHistory.Order;
import org.stockbook.demo.TradeHistory.OrderLine;
import org.stockbook.documents.editing.LineChange;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;

/**
 * One trade history as documents, day by day: orders received and invoiced, freight as an item charge ten days later, rejected goods
 * returned, sales shipped and invoiced, returns at the cost of the sale that they take back.
 */
final class DocumentHistory {
    /** Everybody whose purchase is not known. */
    static final String UNKNOWN_CUSTOMER = "UNKNOWN";

    private static final int FREIGHT_AFTER = 10;
    private static final int PURCHASES = 1;
    private static final int SALES = 3;

    private final TradeHistory history;
    private final TradeDocuments documents;
    private final TradeStore store;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Deque<Sold>> sales = new HashMap<>();
    private final TreeMap<LocalDate, List<Task>> days = new TreeMap<>();
    private final Map<String, BigDecimal> moved = new TreeMap<>();

    DocumentHistory(TradeHistory history, TradeDocuments documents, TradeStore store) {
        this.history = history;
        this.documents = documents;
        this.store = store;
    }

    /** A sale with what of it can still be returned. */
    private static final class Sold {
        private final Order order;
        private final OrderLine line;
        private BigDecimal left;

        private Sold(Order order, OrderLine line) {
            this.order = order;
            this.line = line;
            this.left = line.handled();
        }
    }

    /**
     * Something to post on a day: purchases before sales before what comes back.
     *
     * @param position of what it comes of in the files, so that it does not matter who is ready first
     */
    private record Task(int rank, int position, Piece piece) {}

    /**
     * One piece of work.
     *
     * @param items that it moves: what moves one of them too must not come before what stands before it
     */
    record Piece(Set<String> items, Runnable work) {
        Piece {
            items = Set.copyOf(items);
        }
    }

    /**
     * What happens on one day and builds on nothing else in it.
     *
     * @param together false where one thing must follow the other, whatever it moves
     */
    record Slice(List<Piece> tasks, boolean together) {
        Slice {
            tasks = List.copyOf(tasks);
        }
    }

    Map<String, Integer> counts() {
        return counts;
    }

    /** What the documents of a month move, by item, when its last one is posted. */
    Map<String, BigDecimal> moved() {
        return moved;
    }

    /**
     * Posts everything.
     *
     * @param post does the tasks of a slice
     * @param monthEnd what is to be done when a month is complete
     */
    void postAll(Consumer<Slice> post, Consumer<YearMonth> monthEnd) {
        plan();
        var month = YearMonth.from(days.firstKey());
        while (!days.isEmpty()) {
            var next = days.firstEntry();
            days.remove(next.getKey());
            for (; month.isBefore(YearMonth.from(next.getKey())); month = month.plusMonths(1)) {
                monthEnd.accept(month);
            }
            var today = new TreeMap<>(next.getValue().stream().sorted(Comparator.comparingInt(Task::position)).collect(Collectors.groupingBy(Task::rank)));
            today.forEach((rank, tasks) -> post.accept(new Slice(tasks.stream().map(Task::piece).toList(), rank == PURCHASES || rank == SALES)));
        }
        monthEnd.accept(month);
    }

    private void plan() {
        var position = 0;
        for (var order : history.purchaseOrders()) {
            var place = position++;
            at(order.date(), new Task(PURCHASES, place, piece(order, () -> purchase(order, place))));
        }
        for (var order : history.salesOrders()) {
            at(order.date(), new Task(SALES, position++, piece(order, () -> sell(order))));
        }
        for (var event : history.returns()) {
            at(event.date(), new Task(SALES + 1, position++, new Piece(Set.of(event.item()), () -> takeBack(event))));
        }
    }

    private static Piece piece(Order order, Runnable work) {
        return new Piece(order.lines().stream().map(OrderLine::item).collect(Collectors.toSet()), work);
    }

    private synchronized void at(LocalDate day, Task task) {
        days.computeIfAbsent(day, _ -> new ArrayList<>()).add(task);
    }

    private synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private synchronized void move(String item, BigDecimal quantity) {
        moved.merge(item, quantity, BigDecimal::add);
    }

    private void purchase(Order order, int position) {
        var open = order.status().equals("pending");
        var lines = order.lines().stream().filter(line -> (open ? line.ordered() : line.handled()).signum() > 0).toList();
        if (lines.isEmpty()) {
            count("purchase orders without goods");
            return;
        }
        var draft = new TradeDocuments.Draft(TradeSide.PURCHASE, DocumentKind.ORDER, order.number(), order.partner(), order.date(), lines.stream()
                .map(line -> goods(TradeSide.PURCHASE, line, open ? line.ordered() : line.handled(), Optional.empty())).toList());
        if (open) {
            documents.create(draft);
            count("purchase orders left open");
            return;
        }
        var complete = order.status().equals("complete");
        documents.post(draft, complete ? PostingChoice.BOTH : PostingChoice.HANDLE);
        count(complete ? "purchase orders received and invoiced" : "purchase orders received");
        lines.forEach(line -> move(line.item(), line.handled()));
        sendBack(order, position, lines, complete);
        if (order.freight().signum() > 0) {
            at(order.date().plusDays(FREIGHT_AFTER), new Task(PURCHASES + 1, position, piece(order, () -> freight(order))));
        }
    }

    private static LineChange goods(TradeSide side, OrderLine line, BigDecimal quantity, Optional<ItemLedgerEntryNo> reversed) {
        return TradeDocuments.goods(side, new TradeLine.Goods(new ItemNo(line.item()), HistoryPosting.PLANT, Quantity.of(quantity), line.unitPrice()), reversed);
    }

    /** What was rejected goes back the day after; an order that was rejected as a whole at once, all of it. */
    private void sendBack(Order order, int position, List<OrderLine> lines, boolean complete) {
        if (complete && lines.stream().anyMatch(line -> line.rejected().signum() > 0)) {
            at(order.date().plusDays(1), new Task(PURCHASES + 1, position, piece(order, () -> sendBackNow(order, order.date().plusDays(1), true))));
        } else if (order.status().equals("rejected")) {
            sendBackNow(order, order.date(), false);
        }
    }

    private void sendBackNow(Order order, LocalDate date, boolean onlyRejected) {
        var entries = new HashMap<String, Deque<ItemLedgerEntryNo>>();
        store.handledBy(new DocumentNo(order.number())).forEach(line -> entries.computeIfAbsent(line.item(), _ -> new ArrayDeque<>()).add(line.entry()));
        var back = new ArrayList<LineChange>();
        for (var line : order.lines()) {
            var entry = line.handled().signum() > 0 ? Optional.ofNullable(entries.get(line.item())).map(Deque::poll) : Optional.<ItemLedgerEntryNo>empty();
            var quantity = onlyRejected ? line.rejected() : line.handled();
            if (quantity.signum() > 0) {
                back.add(goods(TradeSide.PURCHASE, line, quantity, entry));
                move(line.item(), quantity.negate());
            }
        }
        var draft = new TradeDocuments.Draft(TradeSide.PURCHASE, DocumentKind.RETURN_ORDER, order.number() + "-R", order.partner(), date, back);
        documents.post(draft, onlyRejected ? PostingChoice.BOTH : PostingChoice.HANDLE);
        count(onlyRejected ? "returns of rejected goods" : "orders sent back as a whole");
    }

    private void freight(Order order) {
        var receipts = store.handledBy(new DocumentNo(order.number())).stream().map(TradeStore.Handled::key).distinct().toList();
        var amount = order.freight().setScale(2, RoundingMode.HALF_UP);
        if (amount.signum() > 0) {
            documents.freight(new TradeDocuments.Freight(order.number() + "-F", order.partner(), order.date().plusDays(FREIGHT_AFTER), amount), receipts);
            count("freight invoices");
        }
    }

    private void sell(Order order) {
        var lines = order.lines().stream()
                .map(line -> goods(TradeSide.SALES, line, line.handled(), Optional.empty())).toList();
        documents.post(new TradeDocuments.Draft(TradeSide.SALES, DocumentKind.ORDER, order.number(), order.partner(), order.date(), lines), PostingChoice.BOTH);
        count("sales orders shipped and invoiced");
        for (var line : order.lines()) {
            move(line.item(), line.handled().negate());
        }
        remember(order);
    }

    private synchronized void remember(Order order) {
        order.lines().forEach(line ->
                sales.computeIfAbsent(line.item() + "|" + line.territory(), _ -> new ArrayDeque<>()).push(new Sold(order, line)));
    }

    /** To the latest earlier sale of the item in the territory with something left; what is more comes back without one. */
    private void takeBack(Event event) {
        var left = event.quantity();
        var earlier = sales.getOrDefault(event.item() + "|" + event.territory(), new ArrayDeque<>());
        var part = 0;
        while (left.signum() > 0) {
            var sale = Optional.ofNullable(earlier.peek());
            var returned = sale.map(sold -> sold.left).orElse(left).min(left);
            takeBack(event, event.document() + (part == 0 ? "" : "-" + part), returned, sale);
            part++;
            left = left.subtract(returned);
            sale.ifPresent(sold -> {
                sold.left = sold.left.subtract(returned);
                if (sold.left.signum() == 0) {
                    earlier.pop();
                }
            });
        }
        move(event.item(), event.quantity());
    }

    private void takeBack(Event event, String number, BigDecimal quantity, Optional<Sold> sale) {
        var entry = sale.flatMap(sold -> store.handledBy(new DocumentNo(sold.order.number())).stream()
                .filter(line -> line.item().equals(event.item())).findFirst().map(TradeStore.Handled::entry));
        var price = sale.map(sold -> sold.line.unitPrice()).orElse(BigDecimal.ZERO);
        var line = TradeDocuments.goods(
                TradeSide.SALES, new TradeLine.Goods(new ItemNo(event.item()), HistoryPosting.PLANT, Quantity.of(quantity), price), entry);
        var partner = sale.map(sold -> sold.order.partner()).orElse(UNKNOWN_CUSTOMER);
        documents.post(new TradeDocuments.Draft(TradeSide.SALES, DocumentKind.RETURN_ORDER, number, partner, event.date(), List.of(line)), PostingChoice.BOTH);
        count(entry.isPresent() ? "sales returns at the cost of their sale" : "sales returns without a sale");
    }
}
