package org.stockbook.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.stockbook.platform.exchange.Mapping;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;

/** Posts a trade history that comes as files. */
@Component
public class PostTradeHistory {
    private static final LocalDate OPENING = LocalDate.of(2022, 4, 1);

    private final PostTrade post;
    private final TradedItems items;
    private final RecordTypes types;

    PostTradeHistory(PostTrade post, TradedItems items, RecordTypes types) {
        this.post = post;
        this.items = items;
        this.types = types;
    }

    /** Whether a mapping has files of a history. */
    public static boolean isIn(Mapping mapping) {
        return mapping.files().stream().anyMatch(file -> file.collection().startsWith(TradeHistory.PREFIX));
    }

    /**
     * Posts it, month by month, each in transactions of its own.
     *
     * @param monthEnd what is to be done when a month is complete
     */
    public Result post(Path folder, Mapping mapping, Consumer<YearMonth> monthEnd) {
        var history = TradeHistory.read(folder, mapping);
        var traded = items.all();
        var posting = new HistoryPosting(history, historyItems(history.vendorPrices()), (batch, lines) -> post.post(batch, lines, traded));
        posting.postAll(OPENING, monthEnd);
        var counts = new TreeMap<String, Integer>();
        posting.counts().forEach((count, lines) -> counts.put(count.name().toLowerCase(Locale.ROOT).replace('_', ' '), lines));
        return new Result(counts, posting.withoutCost());
    }

    private Map<String, HistoryPosting.HistoryItem> historyItems(Map<String, BigDecimal> vendorPrices) {
        var byNumber = new HashMap<String, HistoryPosting.HistoryItem>();
        types.rows(types.of("items")).stream(RowRequest.of(Criterion.EVERYTHING), row -> byNumber.put(row.text("number"), new HistoryPosting.HistoryItem(
                row.text("replenishmentSystem").equals("productionOrder"), row.figure("standardCost"), vendorPrices.getOrDefault(row.text("number"), BigDecimal.ZERO))));
        return byNumber;
    }

    /** The category of each item, of the upper level where it has one; empty where it has none. */
    public Map<String, String> categories() {
        var parents = new HashMap<String, String>();
        types.rows(types.of("itemCategories")).stream(RowRequest.of(Criterion.EVERYTHING),
                row -> parents.put(row.text("code"), row.text("parentCode").isEmpty() ? row.text("code") : row.text("parentCode")));
        var categories = new HashMap<String, String>();
        types.rows(types.of("items")).stream(RowRequest.of(Criterion.EVERYTHING),
                row -> categories.put(row.text("number"), parents.getOrDefault(row.text("itemCategoryCode"), "")));
        return categories;
    }

    /**
     * What was posted.
     *
     * @param lines by what they were
     * @param withoutCost items whose opening stock is worth nothing, because nobody knows a cost
     */
    public record Result(Map<String, Integer> lines, List<String> withoutCost) {
        public Result {
            withoutCost = List.copyOf(withoutCost);
        }
    }
}
