package org.stockbook.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stockbook.demo.TradeHistory.Event;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;

/**
 * One trade history on its way into the ledgers: in the order of its dates, a month at a time; what is short at the end of a month is supplied on
 * its last day. Returns take their cost from the latest sale of the item in their territory that has something left to return.
 */
final class HistoryPosting {
    static final Place PLANT = new Place(VariantCode.BLANK, new LocationCode("PLANT"));

    private final TradeHistory history;
    private final Map<String, HistoryItem> items;
    private final Function<List<TradeLine>, List<ItemLedgerEntryNo>> post;
    private final Map<String, BigDecimal> stock = new HashMap<>();
    private final Map<String, Deque<Sold>> sales = new HashMap<>();
    private final List<List<Waiting>> waves = new ArrayList<>();
    private final Map<String, Integer> waveOfItem = new HashMap<>();
    private final Map<Count, Integer> counts = new EnumMap<>(Count.class);
    private final List<String> withoutCost = new ArrayList<>();

    /** @param post posts lines and answers with the entry of each */
    HistoryPosting(TradeHistory history, Map<String, HistoryItem> items, Function<List<TradeLine>, List<ItemLedgerEntryNo>> post) {
        this.history = history;
        this.items = items;
        this.post = post;
    }

    /** What was posted, by kind. */
    enum Count {
        OPENING,
        PURCHASES,
        SALES,
        RETURNS_TO_SALE,
        RETURNS_WITHOUT_SALE,
        SUPPLIED_BY_PURCHASE,
        SUPPLIED_BY_MAKING
    }

    /**
     * What the history must know of an item.
     *
     * @param made here rather than bought
     */
    record HistoryItem(boolean made, BigDecimal standardCost, BigDecimal vendorPrice) {
        BigDecimal cost(BigDecimal otherwise) {
            return Stream.of(standardCost, vendorPrice).filter(cost -> cost.signum() > 0).findFirst().orElse(otherwise);
        }
    }

    /** A sale with what of it can still be returned. */
    private static final class Sold {
        private final BigDecimal price;
        private final int wave;
        private BigDecimal left;
        private Optional<ItemLedgerEntryNo> entry = Optional.empty();

        private Sold(Event event, int wave) {
            this.wave = wave;
            this.price = event.unitPrice();
            this.left = event.quantity();
        }
    }

    /**
     * A line on its way to the ledger. Lines of a month are posted in waves: a return waits for the wave after that of its sale, and with it
     * whatever else happens to the item later, so that the order within each item is kept.
     *
     * @param sale what the line becomes, if it is a sale
     * @param returned the sale that it takes back, if any
     */
    private record Waiting(TradeLine line, Optional<Sold> sale, Optional<Sold> returned) {
        TradeLine ready() {
            return returned.flatMap(sold -> sold.entry).map(line::returning).orElse(line);
        }
    }

    Map<Count, Integer> counts() {
        return counts;
    }

    /** Items whose opening stock has no cost. */
    List<String> withoutCost() {
        return withoutCost;
    }

    /** @param monthEnd what is to be done when a month is complete */
    void postAll(LocalDate opening, Consumer<YearMonth> monthEnd) {
        open(opening);
        var months = new TreeMap<YearMonth, List<Event>>();
        Stream.of(history.purchases(), history.sales(), history.returns()).flatMap(List::stream)
                .sorted(Comparator.comparing(Event::date).thenComparing(Event::kind))
                .forEach(event -> months.computeIfAbsent(YearMonth.from(event.date()), _ -> new ArrayList<>()).add(event));
        months.forEach((month, events) -> {
            events.forEach(this::take);
            supply(month.atEndOfMonth());
            flush();
            monthEnd.accept(month);
        });
    }

    /** Puts the opening stock into the books. */
    void open(LocalDate date) {
        history.openingStock().forEach((item, quantity) -> {
            var cost = item(item).cost(BigDecimal.ZERO);
            if (cost.signum() == 0) {
                withoutCost.add(item);
            }
            if (quantity.signum() > 0) {
                add(Count.OPENING, line(date, EntryType.POSITIVE_ADJUSTMENT, "OPENING", new Moved(item, quantity, cost)));
            }
        });
        flush();
    }

    private void take(Event event) {
        switch (event.kind()) {
            case PURCHASE -> add(Count.PURCHASES, line(event.date(), EntryType.PURCHASE, event.document(), new Moved(event.item(), event.quantity(), event.unitPrice())));
            case SALE -> sell(event);
            case RETURN -> takeBack(event);
        }
    }

    private void sell(Event event) {
        var sold = new Sold(event, waveOfItem.getOrDefault(event.item(), 0));
        sales.computeIfAbsent(event.item() + "|" + event.territory(), _ -> new ArrayDeque<>()).push(sold);
        var line = line(event.date(), EntryType.SALE, event.document(), new Moved(event.item(), event.quantity().negate(), event.unitPrice()));
        add(Count.SALES, new Waiting(line, Optional.of(sold), Optional.empty()));
    }

    private void takeBack(Event event) {
        var left = event.quantity();
        var earlier = sales.getOrDefault(event.item() + "|" + event.territory(), new ArrayDeque<>());
        while (left.signum() > 0 && !earlier.isEmpty()) {
            var sale = earlier.peek();
            var returned = left.min(sale.left);
            if (sale.entry.isEmpty()) {
                waveOfItem.merge(event.item(), sale.wave + 1, Math::max);
            }
            var line = line(event.date(), EntryType.SALE, event.document(), new Moved(event.item(), returned, sale.price));
            add(Count.RETURNS_TO_SALE, new Waiting(line, Optional.empty(), Optional.of(sale)));
            sale.left = sale.left.subtract(returned);
            left = left.subtract(returned);
            if (sale.left.signum() == 0) {
                earlier.pop();
            }
        }
        if (left.signum() > 0) {
            add(Count.RETURNS_WITHOUT_SALE, line(event.date(), EntryType.SALE, event.document(), new Moved(event.item(), left, BigDecimal.ZERO)));
        }
    }

    /** Supplies what is short after others have moved goods; what they have moved is taken in. */
    void supply(Map<String, BigDecimal> moved, LocalDate date) {
        moved.forEach((item, quantity) -> stock.merge(item, quantity, BigDecimal::add));
        moved.clear();
        supply(date);
        flush();
    }

    /** Bought items at standard cost, else vendor price, else 1.00; made items at standard cost. */
    private void supply(LocalDate date) {
        new TreeMap<>(stock).forEach((item, quantity) -> {
            if (quantity.signum() < 0) {
                var known = item(item);
                var moved = new Moved(item, quantity.negate(), known.made() ? known.standardCost() : known.cost(BigDecimal.ONE));
                add(known.made() ? Count.SUPPLIED_BY_MAKING : Count.SUPPLIED_BY_PURCHASE,
                        line(date, known.made() ? EntryType.POSITIVE_ADJUSTMENT : EntryType.PURCHASE, "SUPPLY-" + YearMonth.from(date), moved));
            }
        });
    }

    private HistoryItem item(String number) {
        return Optional.ofNullable(items.get(number)).orElseThrow(() -> new IllegalStateException("the history names item " + number + ", which does not exist"));
    }

    /** @param quantity with the sign of the ledger */
    private record Moved(String item, BigDecimal quantity, BigDecimal unitAmount) {}

    private static TradeLine line(LocalDate date, EntryType type, String document, Moved moved) {
        return new TradeLine(date, type, new DocumentNo(document), new TradeLine.Goods(new ItemNo(moved.item()), PLANT, Quantity.of(moved.quantity()), moved.unitAmount()));
    }

    private void add(Count count, TradeLine line) {
        add(count, new Waiting(line, Optional.empty(), Optional.empty()));
    }

    private void add(Count count, Waiting waiting) {
        var item = waiting.line().item().code();
        var wave = waveOfItem.getOrDefault(item, 0);
        while (waves.size() <= wave) {
            waves.add(new ArrayList<>());
        }
        waves.get(wave).add(waiting);
        counts.merge(count, 1, Integer::sum);
        stock.merge(item, waiting.line().quantity().value(), BigDecimal::add);
    }

    private void flush() {
        for (var wave : waves) {
            var entries = post.apply(wave.stream().map(Waiting::ready).toList());
            for (int i = 0; i < wave.size(); i++) {
                var entry = entries.get(i);
                wave.get(i).sale().ifPresent(sold -> sold.entry = Optional.of(entry));
            }
        }
        waves.clear();
        waveOfItem.clear();
    }
}
