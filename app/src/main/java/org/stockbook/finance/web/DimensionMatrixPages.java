package org.stockbook.finance.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.stockbook.finance.dimensions.DimensionPairs;
import org.stockbook.finance.dimensions.DimensionPairs.Named;
import org.stockbook.finance.dimensions.DimensionPairs.Pair;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.platform.security.Permission;
import org.stockbook.web.Area;
import org.stockbook.web.PageAction;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.Report.Message;
import org.stockbook.web.Report.Tone;
import org.stockbook.web.ReportPage;

/** Each dimension against each other one, and the values that exclude each other (spec: ui, section 12, Finance: combinations). */
@Configuration(proxyBeanMethods = false)
class DimensionMatrixPages {
    private static final String PAIRS = "/dimension-combinations/";
    private static final String VALUE_PAIRS = "/dimension-value-combinations";

    @Bean
    @Order(83)
    ReportPage dimensionMatrixPage(DimensionPairs known) {
        return new ReportPage("dimension-matrix", Area.SETUP, Permission.READ_ORGANISATION, List.of(), _ -> report(known));
    }

    private static Report report(DimensionPairs known) {
        var dimensions = known.dimensions();
        var rules = rules(known.pairs());
        var valuePairs = known.valuePairs();
        var counts = new HashMap<String, Integer>();
        valuePairs.forEach(pair -> counts.merge(key(pair.first(), pair.second()), 1, Integer::sum));
        var matrix = new Report.Table("dimension-matrix", Optional.empty(), columns(dimensions),
                dimensions.stream().map(row -> Report.Line.of(row(row, dimensions, rules, counts))).toList());
        var blocked = new Report.Table("dimension-values-excluded", Optional.of(new Message(Tone.NEUTRAL, "dimension-matrix.values", Map.of(), VALUE_PAIRS)),
                List.of(PageColumn.code("dimension1Code"), PageColumn.code("dimension1ValueCode").linked(row -> row.text("link")),
                        PageColumn.code("dimension2Code"), PageColumn.code("dimension2ValueCode").with(Trait.FILLING).linked(row -> row.text("link"))),
                valuePairs.stream().map(DimensionMatrixPages::row).map(Report.Line::of).toList());
        return Report.of(rules.values().stream().anyMatch(Pair::limited) ? List.of(matrix, blocked) : List.of(matrix))
                .acting(List.of(PageAction.open("exclude-values", Permission.CHANGE_FINANCE_SETUP, VALUE_PAIRS + "/new")));
    }

    private static Map<String, Pair> rules(List<Pair> pairs) {
        var rules = new LinkedHashMap<String, Pair>();
        pairs.forEach(pair -> rules.put(key(pair.first(), pair.second()), pair));
        return rules;
    }

    private static List<PageColumn> columns(List<Named> dimensions) {
        var own = Stream.of(PageColumn.code("dimensionCode"), PageColumn.text("displayName"));
        return Stream.concat(own, dimensions.stream().map(dimension -> PageColumn.of(dimension.code(), Kind.TEXT).headed(dimension.code())
                .linked(row -> row.text(dimension.code() + " link")))).toList();
    }

    private static Row row(Named dimension, List<Named> dimensions, Map<String, Pair> rules, Map<String, Integer> counts) {
        var values = new LinkedHashMap<String, Object>();
        values.put("dimensionCode", dimension.code());
        values.put("displayName", dimension.name());
        dimensions.stream().filter(other -> !other.equals(dimension)).forEach(other -> {
            var rule = find(rules, dimension.code(), other.code());
            var count = rule.map(pair -> counts.getOrDefault(key(pair.first(), pair.second()), 0)).orElse(0);
            values.put(other.code(), word(rule, count));
            values.put(other.code() + " link", rule.map(pair -> PAIRS + encoded(key(pair.first(), pair.second())))
                    .orElseGet(() -> PAIRS + "new?dimension1Code=" + encoded(dimension.code()) + "&dimension2Code=" + encoded(other.code())));
        });
        return new Row(values);
    }

    private static Optional<Pair> find(Map<String, Pair> rules, String one, String other) {
        return Optional.ofNullable(rules.get(key(one, other))).or(() -> Optional.ofNullable(rules.get(key(other, one))));
    }

    private static Message word(Optional<Pair> rule, int count) {
        return rule.map(pair -> pair.limited()
                        ? new Message(Tone.WARNING, "dimension-matrix.limited", Map.of("count", count), "")
                        : Message.of(Tone.DANGER, "choice.combinationRestriction.blocked"))
                .orElseGet(() -> Message.of(Tone.NEUTRAL, "dimension-matrix.free"));
    }

    private static Row row(DimensionPairs.ValuePair pair) {
        var values = new LinkedHashMap<String, Object>();
        values.put("dimension1Code", pair.first());
        values.put("dimension1ValueCode", pair.firstValue());
        values.put("dimension2Code", pair.second());
        values.put("dimension2ValueCode", pair.secondValue());
        values.put("link", VALUE_PAIRS + "/" + encoded(String.join(",", pair.first(), pair.firstValue(), pair.second(), pair.secondValue())));
        return new Row(values);
    }

    private static String key(String one, String other) {
        return one + "," + other;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
