package org.stockbook.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.demo.ShopBusiness.Deal;
import org.stockbook.demo.ShopBusiness.ShopDay;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.editing.LineChange;
import org.stockbook.journals.JournalKind;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.documents.posting.PostingChoice;
import org.stockbook.kernel.measure.Quantity;

/**
 * The days of the shop as journals and documents: orders received, shipped and invoiced, now and then freight, something broken that goes
 * back to its vendor, something sold that comes back; what came last has no invoice yet.
 */
@Component
final class ShopHistory {
    private static final String BATCH = "SHOP";
    private static final String CARRIER = "V10003";
    private static final int WEEKS_BETWEEN = 4;
    private static final int STILL_UNDER_WAY = 8;

    private final PostTrade journal;
    private final TradeDocuments documents;
    private final TradeStore store;

    ShopHistory(PostTrade journal, TradeDocuments documents, TradeStore store) {
        this.journal = journal;
        this.documents = documents;
        this.store = store;
    }

    /** Tells what happened from the first to the last day. */
    void tell(LocalDate from, LocalDate until) {
        var told = new Telling(from, until);
        new ShopBusiness(from, until).days().forEach(told::tell);
    }

    /** A sale that was invoiced. */
    private record Sold(Deal deal, DocumentKey order) {}

    private static TradeDocuments.Draft draft(TradeSide side, DocumentKind kind, Deal deal, LocalDate date) {
        var lines = deal.goods().stream().map(goods -> TradeDocuments.goods(side, goods, Optional.empty())).toList();
        return new TradeDocuments.Draft(side, kind, "", deal.partner(), date, lines);
    }

    /** One telling, which remembers what was sold. */
    private final class Telling {
        private final LocalDate from;
        private final LocalDate until;
        private final Deque<Sold> sales = new ArrayDeque<>();

        private Telling(LocalDate from, LocalDate until) {
            this.from = from;
            this.until = until;
        }

        private void tell(ShopDay day) {
            journal.post(JournalKind.ITEM, BATCH, day.lines());
            for (var deal : day.purchases()) {
                buy(day.date(), deal);
            }
            journal.post(JournalKind.RECLASSIFICATION, BATCH, day.moved());
            if (day.date().getDayOfWeek() == DayOfWeek.MONDAY && week(day.date()) == 1) {
                takeBack(day.date());
            }
            day.sale().ifPresent(deal -> sell(day.date(), deal));
        }

        /** Counts weeks from 0 up, and again. */
        private long week(LocalDate date) {
            return ChronoUnit.WEEKS.between(from, date) % WEEKS_BETWEEN;
        }

        private boolean isUnderWay(LocalDate date) {
            return date.isAfter(until.minusDays(STILL_UNDER_WAY));
        }

        /** What came last has no invoice yet. */
        private void buy(LocalDate date, Deal deal) {
            var choice = isUnderWay(date) ? PostingChoice.HANDLE : PostingChoice.BOTH;
            var order = documents.post(draft(TradeSide.PURCHASE, DocumentKind.ORDER, deal, date), choice);
            if (week(date) == 2 && choice.equals(PostingChoice.BOTH)) {
                sendBack(date, deal, order);
            } else if (week(date) == 3) {
                var receipts = store.handledBy(order.no()).stream().map(TradeStore.Handled::key).distinct().toList();
                documents.freight(new TradeDocuments.Freight("", CARRIER, date, new BigDecimal("38.50")), receipts);
            }
        }

        /** One piece of the first line arrived broken. */
        private void sendBack(LocalDate date, Deal deal, DocumentKey order) {
            var broken = deal.goods().getFirst();
            reverse(TradeSide.PURCHASE, date, new Deal(deal.partner(), List.of(broken)), order);
        }

        /** The last customer brings one piece back. */
        private void takeBack(LocalDate date) {
            Optional.ofNullable(sales.peekLast()).ifPresent(sold ->
                    reverse(TradeSide.SALES, date, new Deal(sold.deal().partner(), List.of(sold.deal().goods().getFirst())), sold.order()));
        }

        private void reverse(TradeSide side, LocalDate date, Deal deal, DocumentKey order) {
            var lines = new ArrayList<LineChange>();
            for (var goods : deal.goods()) {
                var entry = store.handledBy(order.no()).stream().filter(line -> line.item().equals(goods.item().code())).findFirst().map(TradeStore.Handled::entry);
                lines.add(TradeDocuments.goods(side, new TradeLine.Goods(goods.item(), goods.place(), Quantity.of(1), goods.unitAmount()), entry));
            }
            documents.post(new TradeDocuments.Draft(side, DocumentKind.RETURN_ORDER, "", deal.partner(), date, lines), PostingChoice.BOTH);
        }

        /** The club gets its invoices later than its goods. */
        private void sell(LocalDate date, Deal deal) {
            var later = isUnderWay(date) && date.getDayOfWeek() == DayOfWeek.FRIDAY;
            var order = documents.post(draft(TradeSide.SALES, DocumentKind.ORDER, deal, date), later ? PostingChoice.HANDLE : PostingChoice.BOTH);
            if (!later) {
                sales.add(new Sold(deal, order));
            }
        }
    }
}
