package org.stockbook.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.journals.JournalKind;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.platform.exchange.FileRefused;
import org.stockbook.platform.exchange.Mapping;
import org.stockbook.platform.records.RecordTypes;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.platform.security.Permissions;
import org.stockbook.platform.security.SignedInUser;

/** Posts a trade history that comes as files. */
@Component
public class PostTradeHistory {
    private static final LocalDate OPENING = LocalDate.of(2022, 4, 1);

    private static final String BATCH = "HISTORY";
    private static final int DOCUMENTS_PER_TRANSACTION = 100;
    private static final int WORKERS = 4;

    private final PostTrade post;
    private final TradeDocuments documents;
    private final TradeStore store;
    private final TransactionTemplate transaction;
    private final Permissions permissions;
    private final RecordTypes types;

    PostTradeHistory(
            PostTrade post, TradeDocuments documents, TradeStore store, RecordTypes types,
            PlatformTransactionManager transactions, Permissions permissions) {
        this.post = post;
        this.documents = documents;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.permissions = permissions;
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
        var posting = new HistoryPosting(history, historyItems(history.vendorPrices()), this::postLines);
        posting.postAll(OPENING, monthEnd);
        var counts = new TreeMap<String, Integer>();
        posting.counts().forEach((count, lines) -> counts.put(count.name().toLowerCase(Locale.ROOT).replace('_', ' '), lines));
        return new Result(counts, posting.withoutCost());
    }

    /**
     * Posts it as documents, day by day, those of a day side by side; opening stock and what is short at the end of a month as lines of a
     * journal.
     *
     * @param monthEnd what is to be done when a month is complete
     */
    public Result postDocuments(Path folder, Mapping mapping, Consumer<YearMonth> monthEnd) {
        var history = TradeHistory.read(folder, mapping);
        requireTax(taxPercent(history));
        var supplies = new HistoryPosting(history, historyItems(history.vendorPrices()), this::postLines);
        supplies.open(OPENING);
        var told = new DocumentHistory(history, documents, store);
        told.postAll(this::post, month -> {
            supplies.supply(told.moved(), month.atEndOfMonth());
            monthEnd.accept(month);
        });
        var counts = new TreeMap<>(told.counts());
        supplies.counts().forEach((count, lines) -> counts.put(count.name().toLowerCase(Locale.ROOT).replace('_', ' '), lines));
        return new Result(counts, supplies.withoutCost());
    }

    private List<ItemLedgerEntryNo> postLines(List<TradeLine> lines) {
        return post.post(JournalKind.ITEM, BATCH, lines);
    }

    /** Side by side where that makes no difference, each document in a transaction of its own; else one after the other in few. */
    private void post(DocumentHistory.Slice slice) {
        if (slice.together()) {
            sideBySide(slice.tasks());
            return;
        }
        for (var from = 0; from < slice.tasks().size(); from += DOCUMENTS_PER_TRANSACTION) {
            var some = slice.tasks().subList(from, Math.min(slice.tasks().size(), from + DOCUMENTS_PER_TRANSACTION));
            transaction.executeWithoutResult(_ -> some.forEach(piece -> piece.work().run()));
        }
    }

    private void sideBySide(List<DocumentHistory.Piece> pieces) {
        var user = permissions.user().orElse(SignedInUser.STOCKBOOK);
        SideBySide.run(WORKERS, pieces.stream().map(piece -> new DocumentHistory.Piece(piece.items(), () -> Permissions.as(user, () -> {
            transaction.executeWithoutResult(_ -> piece.work().run());
            return true;
        }))).toList());
    }

    /** The setup of the company must say what the orders say. */
    private void requireTax(int percent) {
        var setups = types.rows(types.of("vatPostingSetups")).read(RowRequest.of(Criterion.EVERYTHING)).rows();
        if (setups.stream().noneMatch(setup -> setup.figure("taxPercentage").compareTo(BigDecimal.valueOf(percent)) == 0)) {
            throw new FileRefused(TradeHistory.PREFIX + "purchaseOrders", "tax-unknown", Map.of("percent", percent));
        }
    }

    /** The rate that the tax amounts of the orders imply, as a whole per cent. */
    private static int taxPercent(TradeHistory history) {
        var taxed = BigDecimal.ZERO;
        var tax = BigDecimal.ZERO;
        for (var order : history.purchaseOrders()) {
            tax = tax.add(order.tax());
            for (var line : order.lines()) {
                taxed = taxed.add(line.ordered().multiply(line.unitPrice()));
            }
        }
        return taxed.signum() == 0 ? 0 : tax.movePointRight(2).divide(taxed, 0, RoundingMode.HALF_UP).intValue();
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
