package org.stockbook.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    }

    /** The lines of each day with business, in their order. */
    List<List<TradeLine>> days() {
        var days = new ArrayList<List<TradeLine>>();
        for (var date = from; !date.isAfter(until); date = date.plusDays(1)) {
            var day = new ArrayList<TradeLine>();
            business(date, day::add);
            if (!day.isEmpty()) {
                days.add(day);
            }
        }
        return days;
    }

    private void business(LocalDate date, Consumer<TradeLine> line) {
        if (date.equals(from)) {
            open(date, line);
        } else if (date.getDayOfWeek() == DayOfWeek.TUESDAY) {
            buy(date, line);
        } else if (date.getDayOfWeek() == DayOfWeek.WEDNESDAY) {
            bringToShop(date, line);
        }
        if (date.getDayOfWeek() != DayOfWeek.SUNDAY) {
            sell(date, line);
        }
        if (date.plusDays(1).getDayOfMonth() == 1) {
            count(date, line);
        }
    }

    /** Opening stock: some weeks of each article at both places, and three electric bicycles. */
    private void open(LocalDate date, Consumer<TradeLine> line) {
        var document = document("OPEN");
        for (var article : ARTICLES) {
            receive(line, new Day(date, document), article, new Increase(SHOP, article.week() * 2, EntryType.POSITIVE_ADJUSTMENT));
            receive(line, new Day(date, document), article, new Increase(WAREHOUSE, article.week() * 3, EntryType.POSITIVE_ADJUSTMENT));
        }
        for (int i = 0; i < 3; i++) {
            receiveElectric(line, date, document);
        }
    }

    private void receive(Consumer<TradeLine> line, Day day, Article article, Increase increase) {
        var goods = new TradeLine.Goods(new ItemNo(article.item()), article.at(increase.location()), Quantity.of(increase.quantity()), costNow(article, day.date()));
        line.accept(new TradeLine(day.date(), increase.type(), day.document(), goods));
        stock(increase.location()).merge(article, increase.quantity(), Integer::sum);
    }

    /** A document of a day. */
    private record Day(LocalDate date, DocumentNo document) {}

    private record Increase(LocationCode location, int quantity, EntryType type) {}

    private Map<Article, Integer> stock(LocationCode location) {
        return location.equals(SHOP) ? atShop : inWarehouse;
    }

    /** Prices creep up over the quarter and waver from week to week. */
    private BigDecimal costNow(Article article, LocalDate date) {
        var weeks = (int) ((date.toEpochDay() - from.toEpochDay()) / 7);
        var perMille = 1000 + 4 * weeks + chance.nextInt(31) - 15;
        return new BigDecimal(article.cost()).multiply(BigDecimal.valueOf(perMille)).divide(BigDecimal.valueOf(1000), 2, RoundingMode.HALF_UP);
    }

    private void buy(LocalDate date, Consumer<TradeLine> line) {
        var document = document("PO");
        for (var article : ARTICLES) {
            if (inWarehouse.getOrDefault(article, 0) < article.week() * 3) {
                receive(line, new Day(date, document), article,
                        new Increase(WAREHOUSE, article.week() * 2 + chance.nextInt(article.week() + 1), EntryType.PURCHASE));
            }
        }
        if (electric.size() < 3) {
            receiveElectric(line, date, document);
        }
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
            var moved = Math.min(wanted, inWarehouse.getOrDefault(article, 0));
            if (moved > 0) {
                line.accept(new TradeLine(date, EntryType.TRANSFER, document, new TradeLine.Goods(new ItemNo(article.item()), article.at(WAREHOUSE), Quantity.of(moved),
                        BigDecimal.ZERO)).movedTo(SHOP));
                inWarehouse.merge(article, -moved, Integer::sum);
                atShop.merge(article, moved, Integer::sum);
            }
        }
    }

    private void sell(LocalDate date, Consumer<TradeLine> line) {
        var document = document("SO");
        for (var article : ARTICLES) {
            var wanted = chance.nextInt(7) < article.week() % 7 ? 1 + article.week() / 7 + chance.nextInt(2) : article.week() / 7;
            var sold = Math.min(wanted, atShop.getOrDefault(article, 0));
            if (sold > 0) {
                line.accept(new TradeLine(date, EntryType.SALE, document, new TradeLine.Goods(new ItemNo(article.item()), article.at(SHOP), Quantity.of(-sold),
                        new BigDecimal(article.price()))));
                atShop.merge(article, -sold, Integer::sum);
            }
        }
        if (!electric.isEmpty() && chance.nextInt(9) == 0) {
            var serial = electric.removeFirst();
            line.accept(new TradeLine(date, EntryType.SALE, document, new TradeLine.Goods(new ItemNo("1040"), new Place(VariantCode.BLANK, SHOP), Quantity.of(-1),
                    BigDecimal.valueOf(2490))).withSerial(serial));
        }
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
        receive(line, new Day(date, document), found, new Increase(SHOP, 1, EntryType.POSITIVE_ADJUSTMENT));
    }

    private DocumentNo document(String prefix) {
        return new DocumentNo(prefix + "-" + "%05d".formatted(++documents));
    }
}
