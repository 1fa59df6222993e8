package org.stockbook.costs.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stockbook.costs.InventoryValueByMonth.Month;
import org.stockbook.web.Chart;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;

/** Draws what stock was worth: the three biggest categories and the rest, with the general ledger as a line. */
final class ValueChart {
    private static final int NAMED = 3;
    private static final int PERCENT = 100;

    private ValueChart() {}

    /** @param rest what all other categories are called together */
    static Chart of(List<Month> all, String rest) {
        var months = sinceTheFirst(all);
        var last = months.getLast();
        var biggest = last.values().entrySet().stream().filter(entry -> !entry.getKey().isEmpty() && entry.getValue().signum() > 0)
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(NAMED).map(Map.Entry::getKey).toList();
        var parts = new ArrayList<>(biggest);
        parts.add(rest);
        var points = months.stream().map(month -> point(month, biggest)).toList();
        return new Chart(finding(months), parts, Message.of(Tone.NEUTRAL, "chart.general-ledger"), Message.of(Tone.NEUTRAL, "chart.value.foot"), points);
    }

    /** Without the months before there was anything, but never fewer than two. */
    private static List<Month> sinceTheFirst(List<Month> all) {
        var from = 0;
        while (from < all.size() - 2 && all.get(from).total().signum() == 0 && all.get(from + 1).total().signum() == 0) {
            from++;
        }
        return all.subList(from, all.size());
    }

    private static Chart.Point point(Month month, List<String> biggest) {
        var named = biggest.stream().map(name -> month.values().getOrDefault(name, BigDecimal.ZERO)).collect(Collectors.toCollection(ArrayList::new));
        named.add(month.total().subtract(named.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        return new Chart.Point(month.day(), named, month.ledger(), "/inventory-valuation?asOf=" + month.day());
    }

    /** How much has changed since the end of the last month. */
    private static Message finding(List<Month> months) {
        var now = months.getLast().total();
        var before = months.size() < 2 ? BigDecimal.ZERO : months.get(months.size() - 2).total();
        if (before.signum() <= 0) {
            return new Message(Tone.NEUTRAL, "chart.value.now", Map.of(), "");
        }
        var percent = now.subtract(before).multiply(BigDecimal.valueOf(PERCENT)).divide(before, 1, RoundingMode.HALF_UP);
        var key = percent.signum() == 0 ? "chart.value.same" : percent.signum() > 0 ? "chart.value.up" : "chart.value.down";
        var since = months.get(months.size() - 2).day();
        return new Message(Tone.NEUTRAL, key, Map.of("percent", percent.abs(), "date", since), "");
    }
}
