package org.stockbook.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.SerialNo;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.measure.Quantity;

/** What the bicycle shop does, day by day: buys into the warehouse, brings goods to the shop, sells there, counts now and then. */
final class ShopBusiness {
    private static final LocationCode SHOP = new LocationCode("SHOP");
    private static final LocationCode WAREHOUSE = new LocationCode("WAREHOUSE");
    private static final long SEED = 20261121;

    /** What is bought at which cost, sold at which price, how many a week; by item and variant. */
    private static final List<Article> ARTICLES = List.of(
            new Article("1000", "", "310", "549", 4), new Article("1010", "RED", "620", "1099", 2), new Article("1010", "BLUE", "620", "1099", 1),
            new Article("1020", "", "940", "1690", 1), new Article("1030", "", "118", "229", 3), new Article("2000", "", "2.15", "6.9", 22),
            new Article("2010", "", "14.8", "34.9", 9), new Article("2020", "", "9.35", "24.9", 5), new Article("2030", "", "3.2", "11.5", 12),
            new Article("2040", "", "17.5", "42", 3), new Article("2050", "", "38", "89", 2), new Article("2060", "", "11.2", "29", 3),
            new Article("3000", "S", "24.5", "59.9", 1), new Article("3000", "M", "24.5", "59.9", 3), new Article("3000", "L", "24.5", "59.9", 2),
            new Article("3010", "", "28.4", "69.9", 4), new Article("3020", "", "4.05", "12.9", 7), new Article("3030", "", "16.9", "39.9", 5),
            new Article("3040", "", "12.75", "29.9", 4), new Article("4000", "", "8.6", "24.9", 4), new Article("4010", "M", "33", "79", 1),
            new Article("4010", "L", "33", "79", 1), new Article("4020", "", "19.4", "49", 3));

    /** What is found of these is worth what the card says, whatever it costs to buy. */
    private static final Set<String> AT_STANDARD_COST = Set.of("2040", "2050", "3030");

    /** So many stay in the warehouse, because some may have gone back to their vendor. */
    private static final int KEPT_BACK = 4;

    private final LocalDate from;
    private final LocalDate until;
    private final Random chance = new Random(SEED);
    private final Map<Article, Integer> atShop = new HashMap<>();
    private final Map<Article, Integer> inWarehouse = new HashMap<>();
    private final List<SerialNo> electric = new ArrayList<>();
    private int documents;
    private int serials;

    ShopBusiness(LocalDate from, LocalDate until) {
        this.from = from;
        this.until = until;
    }

    /** An article of the trade. */
    private record Article(String item, String variant, String cost, String price, int week) {
        Place at(LocationCode location) {
            return new Place(new VariantCode(variant), location);
        }

        /** Bicycles and parts come from one vendor, what is worn and hung on from another. */
        String vendor() {
            return item.startsWith("1") || item.startsWith("2") ? "V10000" : "V10001";
        }
    }

    /** Goods bought from a vendor or sold to a customer, on one document. */
    record Deal(String partner, List<TradeLine.Goods> goods) {
        Deal {
            goods = List.copyOf(goods);
        }
    }

    /**
     * What happens on one day, in this order.
     *
     * @param lines of the item journal
     * @param moved goods, as lines of the reclassification journal
     */
    record ShopDay(LocalDate date, List<TradeLine> lines, List<Deal> purchases, List<TradeLine> moved, Optional<Deal> sale) {
        ShopDay {
            lines = List.copyOf(lines);
            purchases = List.copyOf(purchases);
            moved = List.copyOf(moved);
        }
    }

    /** Each day, in order. */
    List<ShopDay> days() {
        return from.datesUntil(until.plusDays(1)).map(this::day).toList();
    }

    private ShopDay day(LocalDate date) {
        var lines = new ArrayList<TradeLine>();
        var moved = new ArrayList<TradeLine>();
        var purchases = List.<Deal>of();
        if (date.equals(from)) {
            open(date, lines::add);
        } else if (date.getDayOfWeek() == DayOfWeek.TUESDAY) {
            purchases = buy(date, lines::add);
        } else if (date.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
            bringToShop(date, moved::add);
        }
        var sale = date.getDayOfWeek() == DayOfWeek.SUNDAY ? Optional.<Deal>empty() : sell(date, lines::add);
        if (date.plusDays(1).getDayOfMonth() == 1) {
            count(date, lines::add);
        }
        return new ShopDay(date, lines, purchases, moved, sale);
    }

    /** Opening stock: some weeks of each article at both places, and three electric bicycles. */
    private void open(LocalDate date, Consumer<TradeLine> line) {
        var document = document("OPEN");
        for (var article : ARTICLES) {
            line.accept(found(new Day(date, document), article, SHOP, article.week() * 2));
            line.accept(found(new Day(date, document), article, WAREHOUSE, article.week() * 3));
        }
        for (int i = 0; i < 3; i++) {
            receiveElectric(line, date, document);
        }
    }

    private TradeLine found(Day day, Article article, LocationCode location, int quantity) {
        var goods = received(article, location, quantity, day.date());
        return new TradeLine(day.date(), EntryType.POSITIVE_ADJUSTMENT, day.document(), AT_STANDARD_COST.contains(article.item())
                ? new TradeLine.Goods(goods.item(), goods.place(), goods.quantity(), new BigDecimal(article.cost()))
                : goods);
    }

    private TradeLine.Goods received(Article article, LocationCode location, int quantity, LocalDate date) {
        stock(location).merge(article, quantity, Integer::sum);
        return new TradeLine.Goods(new ItemNo(article.item()), article.at(location), Quantity.of(quantity), costNow(article, date));
    }

    /** A document of a day. */
    private record Day(LocalDate date, DocumentNo document) {}

    private Map<Article, Integer> stock(LocationCode location) {
        return location.equals(SHOP) ? atShop : inWarehouse;
    }

    /** Prices creep up over the quarter and waver from week to week. */
    private BigDecimal costNow(Article article, LocalDate date) {
        var weeks = (int) ((date.toEpochDay() - from.toEpochDay()) / 7);
        var perMille = 1000 + 4 * weeks + chance.nextInt(31) - 15;
        return new BigDecimal(article.cost()).multiply(BigDecimal.valueOf(perMille)).divide(BigDecimal.valueOf(1000), 2, RoundingMode.HALF_UP);
    }

    private List<Deal> buy(LocalDate date, Consumer<TradeLine> line) {
        var byVendor = new LinkedHashMap<String, List<TradeLine.Goods>>();
        for (var article : ARTICLES) {
            if (inWarehouse.getOrDefault(article, 0) < article.week() * 3) {
                var quantity = article.week() * 2 + chance.nextInt(article.week() + 1);
                byVendor.computeIfAbsent(article.vendor(), _ -> new ArrayList<>()).add(received(article, WAREHOUSE, quantity, date));
            }
        }
        if (electric.size() < 3) {
            receiveElectric(line, date, document("BIKE"));
        }
        return byVendor.entrySet().stream().map(vendor -> new Deal(vendor.getKey(), vendor.getValue())).toList();
    }

    private void receiveElectric(Consumer<TradeLine> line, LocalDate date, DocumentNo document) {
        var serial = new SerialNo("EB-%04d".formatted(++serials));
        var type = date.equals(from) ? EntryType.POSITIVE_ADJUSTMENT : EntryType.PURCHASE;
        var cost = BigDecimal.valueOf(1450 + 10L * chance.nextInt(9));
        line.accept(new TradeLine(date, type, document, new TradeLine.Goods(new ItemNo("1040"), new Place(VariantCode.BLANK, SHOP), Quantity.of(1), cost)).withSerial(serial));
        electric.add(serial);
    }

    private void bringToShop(LocalDate date, Consumer<TradeLine> line) {
        var document = document("TR");
        for (var article : ARTICLES) {
            var wanted = article.week() * 2 - atShop.getOrDefault(article, 0);
            var moved = Math.min(wanted, inWarehouse.getOrDefault(article, 0) - KEPT_BACK);
            if (moved > 0) {
                line.accept(new TradeLine(date, EntryType.TRANSFER, document, new TradeLine.Goods(new ItemNo(article.item()), article.at(WAREHOUSE), Quantity.of(moved),
                        BigDecimal.ZERO)).movedTo(SHOP));
                inWarehouse.merge(article, -moved, Integer::sum);
                atShop.merge(article, moved, Integer::sum);
            }
        }
    }

    /** Over the counter; on Fridays a club comes by. Numbered bicycles are typed one by one. */
    private Optional<Deal> sell(LocalDate date, Consumer<TradeLine> line) {
        var goods = new ArrayList<TradeLine.Goods>();
        for (var article : ARTICLES) {
            var wanted = chance.nextInt(7) < article.week() % 7 ? 1 + article.week() / 7 + chance.nextInt(2) : article.week() / 7;
            var sold = Math.min(wanted, atShop.getOrDefault(article, 0));
            if (sold > 0) {
                goods.add(new TradeLine.Goods(new ItemNo(article.item()), article.at(SHOP), Quantity.of(sold), new BigDecimal(article.price())));
                atShop.merge(article, -sold, Integer::sum);
            }
        }
        if (!electric.isEmpty() && chance.nextInt(9) == 0) {
            var serial = electric.removeFirst();
            line.accept(new TradeLine(date, EntryType.SALE, document("BIKE"), new TradeLine.Goods(
                    new ItemNo("1040"), new Place(VariantCode.BLANK, SHOP), Quantity.of(-1), BigDecimal.valueOf(2490))).withSerial(serial));
        }
        var customer = date.getDayOfWeek() == DayOfWeek.FRIDAY ? "C10001" : "C10000";
        return goods.isEmpty() ? Optional.empty() : Optional.of(new Deal(customer, goods));
    }

    /** At the end of the month a few things are missing and one is found. */
    private void count(LocalDate date, Consumer<TradeLine> line) {
        var document = document("COUNT");
        for (var article : ARTICLES) {
            if (atShop.getOrDefault(article, 0) > 3 && chance.nextInt(5) == 0) {
                line.accept(new TradeLine(date, EntryType.NEGATIVE_ADJUSTMENT, document, new TradeLine.Goods(new ItemNo(article.item()), article.at(SHOP), Quantity.of(-1),
                        BigDecimal.ZERO)));
                atShop.merge(article, -1, Integer::sum);
            }
        }
        var found = ARTICLES.get(chance.nextInt(ARTICLES.size()));
        line.accept(found(new Day(date, document), found, SHOP, 1));
    }

    private DocumentNo document(String prefix) {
        return new DocumentNo(prefix + "-" + "%05d".formatted(++documents));
    }
}
