package org.stockbook.documents.calls;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.documents.DocumentPreview;
import org.stockbook.documents.figures.Outlooks;
import org.stockbook.finance.FinanceRows;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryRows;
import org.stockbook.kernel.availability.StockOutlook;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.rows.RowRequest;
import org.stockbook.web.View;
import org.stockbook.web.Views;

/** What posting a document would write, in words: entries per ledger, accounts with their names, stock before and after (spec: ui, section 6). */
@Component
public class PreviewAnswers {
    private static final int MOST = 1000;
    /** How far the lowest stock is looked for, in days. */
    private static final int AHEAD = 60;

    private final FinanceRows accounts;
    private final InventoryRows inventory;
    private final Outlooks outlooks;
    private final Views views;

    PreviewAnswers(FinanceRows accounts, InventoryRows inventory, Outlooks outlooks, Views views) {
        this.outlooks = outlooks;
        this.accounts = accounts;
        this.inventory = inventory;
        this.views = views;
    }

    /** @param document whose plans are what is posted of it */
    public Map<String, Object> answer(DocumentPreview.Shown shown, DocumentNo document) {
        var view = views.current();
        var posted = shown.inventory();
        var items = posted.entries().stream().map(entry -> entry.item().code()).distinct().toList();
        var cards = named(inventory.items().read(among("number", items)).rows(), "number");
        var itemOf = itemsByEntry(posted);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("itemLedgerEntries", posted.entries().stream().map(entry -> item(view, entry, cards)).toList());
        answer.put("valueEntries", posted.values().stream().filter(value -> !value.entry().adjustment()).map(value -> value(view, value, itemOf)).toList());
        var ledger = ledger(shown);
        answer.put("generalLedgerEntries", ledger.stream().map(line -> Map.of("accountNumber", line.account(), "amount", line.amount())).toList());
        answer.put("generalLedgerAccounts", byAccount(ledger));
        answer.put("adjustments", posted.values().stream().filter(value -> value.entry().adjustment()).count());
        answer.put("vatEntries", shown.invoice().map(invoice -> invoice.vat().size()).orElse(0));
        answer.put("partnerEntries", shown.invoice().isPresent() ? 1 : 0);
        var changes = changes(posted);
        answer.put("stock", stock(posted, cards, changes, lowest(document, changes, view.workDate().plusDays(AHEAD))));
        return answer;
    }

    private static RowRequest among(String column, List<String> values) {
        return RowRequest.of(new Criterion.OneOf(column, values.isEmpty() ? List.of("?") : values)).page(0, MOST);
    }

    private static Map<String, Row> named(List<Row> rows, String column) {
        return rows.stream().collect(Collectors.toMap(row -> row.text(column), Function.identity(), (first, _) -> first));
    }

    private static Map<String, Object> item(View view, ItemLedgerEntry entry, Map<String, Row> cards) {
        var description = cards.containsKey(entry.item().code()) ? cards.getOrDefault(entry.item().code(), new Row(Map.of())).text("description") : entry.origin().description();
        return Map.of("postingDate", entry.postingDate(), "entryType", word(entry.type().name()), "entryTypeText", view.text("choice.entryType." + word(entry.type().name())),
                "documentNumber", "", "itemNumber", entry.item().code(), "description", description, "locationCode", entry.place().location().code(),
                "quantity", entry.quantity().toString());
    }

    /** Of the entries that the posting makes, and of those that it adds value to. */
    private static Map<ItemLedgerEntryNo, String> itemsByEntry(InventoryOutcome.Posted posted) {
        var items = new HashMap<ItemLedgerEntryNo, String>();
        posted.lines().forEach(line -> line.entries().forEach(entry -> items.put(entry, line.item().code())));
        posted.entries().forEach(entry -> items.put(entry.no(), entry.item().code()));
        return items;
    }

    private static Map<String, Object> value(View view, InventoryOutcome.NewValue value, Map<ItemLedgerEntryNo, String> itemOf) {
        var entry = value.entry();
        var item = itemOf.getOrDefault(entry.itemLedgerEntry(), "");
        return Map.of("itemNumber", item, "valueEntryType", word(entry.type().name()), "entryTypeText", view.text("choice.valueEntryType." + word(entry.type().name())),
                "valuationDate", value.state().valuationDate(), "valuedQuantity", entry.valuedQuantity().toString(), "costAmountActual", entry.cost().actual().toString(),
                "costAmountExpected", entry.cost().expected().toString(), "itemChargeNumber", entry.charge().code());
    }

    /** Account and amount of every line: of the invoice, and of the inventory. */
    private record Line(String account, BigDecimal amount) {}

    private static List<Line> ledger(DocumentPreview.Shown shown) {
        return Stream.concat(
                shown.invoice().stream().flatMap(invoice -> invoice.ledger().stream()).map(line -> new Line(line.account().code(), line.amount().value())),
                shown.inventory().generalLedger().stream().map(line -> new Line(line.account().code(), line.amount().value()))).toList();
    }

    private List<Map<String, Object>> byAccount(List<Line> lines) {
        var names = named(accounts.accounts().read(among("number", lines.stream().map(Line::account).distinct().toList())).rows(), "number");
        var byAccount = lines.stream().collect(Collectors.groupingBy(Line::account, TreeMap::new, Collectors.toList()));
        var answer = new ArrayList<Map<String, Object>>();
        byAccount.forEach((account, own) -> answer.add(Map.of("accountNumber", account, "name", names.getOrDefault(account, new Row(Map.of())).text("name"),
                "debitAmount", sum(own, 1), "creditAmount", sum(own, -1))));
        return answer;
    }

    private static String sum(List<Line> lines, int sign) {
        return lines.stream().map(Line::amount).filter(amount -> amount.signum() == sign).reduce(BigDecimal.ZERO, BigDecimal::add).abs().setScale(2).toPlainString();
    }

    /** What a posting changes the stock of an item at a place by. */
    private record Change(String item, String location) {}

    private static Map<Change, BigDecimal> changes(InventoryOutcome.Posted posted) {
        return posted.entries().stream().collect(Collectors.groupingBy(entry -> new Change(entry.item().code(), entry.place().location().code()), LinkedHashMap::new,
                Collectors.reducing(BigDecimal.ZERO, entry -> new BigDecimal(entry.quantity().toString()), BigDecimal::add)));
    }

    /** The lowest stock up to a day, before and after. */
    private record Lowest(Quantity before, Quantity after) {
        static final Lowest UNKNOWN = new Lowest(Quantity.ZERO, Quantity.ZERO);
    }

    private Map<Change, Lowest> lowest(DocumentNo document, Map<Change, BigDecimal> changes, LocalDate last) {
        var found = new HashMap<Change, StockOutlook>();
        if (!changes.isEmpty()) {
            outlooks.of(changes.keySet().stream().map(Change::item).distinct().toList())
                    .forEach((place, outlook) -> found.merge(new Change(place.item(), place.location()), outlook, StockOutlook::with));
        }
        var lowest = new HashMap<Change, Lowest>();
        changes.forEach((place, change) -> {
            var before = found.getOrDefault(place, new StockOutlook(Quantity.ZERO, List.of()));
            lowest.put(place, new Lowest(before.lowestUntil(last), before.after(document, Quantity.of(change)).lowestUntil(last)));
        });
        return lowest;
    }

    private List<Map<String, Object>> stock(InventoryOutcome.Posted posted, Map<String, Row> cards, Map<Change, BigDecimal> changes, Map<Change, Lowest> lowest) {
        var before = inventory.stock().read(among("itemNumber", List.copyOf(cards.keySet()))).rows().stream()
                .collect(Collectors.groupingBy(row -> new Change(row.text("itemNumber"), row.text("locationCode")), Collectors.reducing(BigDecimal.ZERO, row -> row.figure("quantity"), BigDecimal::add)));
        var answer = new ArrayList<Map<String, Object>>();
        changes.forEach((place, change) -> {
            var card = cards.getOrDefault(place.item(), new Row(Map.of()));
            var had = before.getOrDefault(place, BigDecimal.ZERO);
            var cost = card.figure("unitCost");
            var costAfter = Optional.ofNullable(posted.unitCosts().get(new ItemNo(place.item()))).map(changed -> changed.value()).orElse(cost);
            var low = lowest.getOrDefault(place, Lowest.UNKNOWN);
            answer.add(Map.of("itemNumber", place.item(), "description", card.text("description"), "locationCode", place.location(),
                    "lowestBefore", plain(low.before().value()), "lowestAfter", plain(low.after().value()), "unitOfMeasureCode", card.text("baseUnitOfMeasureCode"), "before", plain(had), "after", plain(had.add(change)),
                    "unitCostBefore", plain(cost), "unitCostAfter", plain(costAfter)));
        });
        return answer;
    }

    private static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }

    /** A word of an enumeration as the API writes it. */
    public static String word(String name) {
        var words = name.toLowerCase(Locale.ROOT).split("_");
        return words[0] + Stream.of(words).skip(1).map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1)).collect(Collectors.joining());
    }
}
