package org.stockbook.web.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Criterion.Operator;
import org.stockbook.platform.rows.Kind;
import org.stockbook.web.ListPage;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Problem;

/**
 * Reads the filter option of the API (spec: api, section 4): {@code eq ne gt ge lt le}, {@code in}, {@code and or not}, brackets,
 * {@code contains startswith endswith}. A column that is not offered is refused by name, never ignored.
 */
final class ODataFilter {
    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s(),']+)");
    private static final Map<String, Operator> OPERATORS = Map.of("eq", Operator.EQUAL, "ne", Operator.NOT_EQUAL, "gt", Operator.GREATER,
            "ge", Operator.GREATER_OR_EQUAL, "lt", Operator.LESS, "le", Operator.LESS_OR_EQUAL);
    private static final Map<String, String> FUNCTIONS = Map.of("contains", "*%s*", "startswith", "%s*", "endswith", "*%s");
    private static final int DEEPEST = 20;

    private final ListPage page;
    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private ODataFilter(ListPage page, String filter) {
        this.page = page;
        var matcher = TOKEN.matcher(filter);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!filter.substring(end).isBlank()) {
            throw malformed(filter.substring(end));
        }
    }

    static Criterion read(ListPage page, String filter) {
        if (filter.isBlank()) {
            return Criterion.EVERYTHING;
        }
        var reader = new ODataFilter(page, filter);
        var criterion = reader.anyOf();
        if (reader.at < reader.tokens.size()) {
            throw malformed(reader.peek());
        }
        return criterion;
    }

    private Criterion anyOf() {
        if (++depth > DEEPEST) {
            throw malformed("(");
        }
        var parts = new ArrayList<>(List.of(allOf()));
        while (takes("or")) {
            parts.add(allOf());
        }
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Criterion.Any(parts);
    }

    private Criterion allOf() {
        var parts = new ArrayList<>(List.of(one()));
        while (takes("and")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.getFirst() : new Criterion.All(parts);
    }

    private Criterion one() {
        if (takes("not")) {
            return new Criterion.Not(one());
        }
        if (takes("(")) {
            var inner = anyOf();
            expect(")");
            return inner;
        }
        var word = next();
        var pattern = FUNCTIONS.get(word.toLowerCase(Locale.ROOT));
        return pattern != null && takes("(") ? function(pattern) : comparison(column(word));
    }

    private Criterion function(String pattern) {
        var column = column(next());
        expect(",");
        var text = text(next());
        expect(")");
        return new Criterion.Like(column.name(), pattern.replace("%s", text));
    }

    private Criterion comparison(PageColumn column) {
        if (takes("in")) {
            expect("(");
            var values = new ArrayList<>(List.of(value(column, next())));
            while (takes(",")) {
                values.add(value(column, next()));
            }
            expect(")");
            return new Criterion.OneOf(column.name(), values);
        }
        var word = next();
        var operator = OPERATORS.get(word);
        if (operator == null) {
            throw malformed(word);
        }
        return new Criterion.Comparison(column.name(), operator, value(column, next()));
    }

    private PageColumn column(String name) {
        return page.column(name).filter(column -> !column.is(Trait.FIXED))
                .orElseThrow(() -> Problem.of(400, "api.filter-not-supported", Map.of("field", name)));
    }

    private static Object value(PageColumn column, String token) {
        if (token.equals("null")) {
            return "";
        }
        var text = text(token);
        try {
            return switch (column.kind()) {
                case TEXT, CODE, CHOICE -> text;
                case FLAG -> Boolean.valueOf(text);
                case NUMBER, COUNT -> Long.valueOf(text);
                case QUANTITY, UNIT_AMOUNT, AMOUNT -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text);
                case MOMENT -> Instant.parse(text);
            };
        } catch (NumberFormatException | DateTimeException unreadable) {
            throw malformed(token);
        }
    }

    private static String text(String token) {
        return token.startsWith("'") ? token.substring(1, token.length() - 1).replace("''", "'") : token;
    }

    private boolean takes(String word) {
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!takes(word)) {
            throw malformed(peek());
        }
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        if (at >= tokens.size()) {
            throw malformed("");
        }
        return tokens.get(at++);
    }

    static Problem malformed(String near) {
        return Problem.of(400, "api.malformed", Map.of("reason", near));
    }
}
