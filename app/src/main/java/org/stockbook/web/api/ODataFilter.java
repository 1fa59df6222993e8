package org.stockbook.web.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Criterion.Operator;
import org.stockbook.platform.rows.Criterion.Part;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.TableRows;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Problem;

/**
 * Reads the filter option of the API (spec: api, section 4): {@code eq ne gt ge lt le}, {@code in}, {@code and or not}, brackets,
 * {@code contains startswith endswith tolower toupper length year month day date}, and {@code any} on what stands below a row. A column that is not offered is refused by name, never ignored.
 */
final class ODataFilter {
    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s(),']+)");
    private static final Map<String, Operator> OPERATORS = Map.of("eq", Operator.EQUAL, "ne", Operator.NOT_EQUAL, "gt", Operator.GREATER,
            "ge", Operator.GREATER_OR_EQUAL, "lt", Operator.LESS, "le", Operator.LESS_OR_EQUAL);
    private static final Map<String, String> PATTERNS = Map.of("contains", "*%s*", "startswith", "%s*", "endswith", "*%s");
    private static final Map<String, Part> PARTS = Map.of("length", Part.LENGTH, "year", Part.YEAR, "month", Part.MONTH, "day", Part.DAY);
    private static final Set<String> SAME_TEXT = Set.of("tolower", "toupper");
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 1000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LAST_YEAR = 9999;

    private static final String ANY = "/any";
    private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*):(.*)", Pattern.DOTALL);
    private static final int MOST_NESTED = 3;

    private final Function<String, Resource> reach;
    private final List<String> tokens = new ArrayList<>();
    private Resource resource;
    /** What names of columns begin with, inside the brackets of {@code any}; empty outside. */
    private String prefix = "";
    private int nested;
    private int at;
    private int depth;
    private int parts;

    private ODataFilter(Resource resource, String filter, Function<String, Resource> reach) {
        this.resource = resource;
        this.reach = reach;
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

    /** @param reach gives collections that rows lead to, as the caller may see them */
    static Criterion read(Resource resource, String filter, Function<String, Resource> reach) {
        if (filter.isBlank()) {
            return Criterion.EVERYTHING;
        }
        var reader = new ODataFilter(resource, filter, reach);
        var criterion = reader.anyOf();
        if (reader.at < reader.tokens.size()) {
            throw malformed(reader.peek());
        }
        return criterion;
    }

    private Criterion anyOf() {
        deeper();
        var either = new ArrayList<>(List.of(allOf()));
        while (takes("or")) {
            either.add(allOf());
        }
        depth--;
        return either.size() == 1 ? either.getFirst() : new Criterion.Any(either);
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw malformed("(");
        }
    }

    private Criterion allOf() {
        var all = new ArrayList<>(List.of(one()));
        while (takes("and")) {
            all.add(one());
        }
        return all.size() == 1 ? all.getFirst() : new Criterion.All(all);
    }

    private Criterion one() {
        if (takes("not")) {
            deeper();
            var negated = new Criterion.Not(one());
            depth--;
            return negated;
        }
        if (takes("(")) {
            var inner = anyOf();
            expect(")");
            return inner;
        }
        onePartMore();
        var word = next();
        var function = word.toLowerCase(Locale.ROOT);
        if (peek().equals("(")) {
            return word.endsWith(ANY) ? some(plain(word.substring(0, word.length() - ANY.length()))) : function(word, function);
        }
        return named(plain(word));
    }

    private Criterion named(String word) {
        return resource.column(word).isEmpty() && resource.ids().behind(word).isPresent() ? identified(word) : comparison(column(word));
    }

    /** Rows of which some row below is as the brackets say; with nothing in them, rows that have one at all. */
    private Criterion some(String name) {
        var way = resource.navigation(name).filter(Resource.Navigation::many).orElseThrow(() -> notSupported(name));
        if (++nested > MOST_NESTED) {
            throw malformed(name + ANY);
        }
        expect("(");
        var below = reach.apply(way.collection());
        if (!(below.rows() instanceof TableRows rows)) {
            throw notSupported(name);
        }
        var wanted = takes(")") ? Criterion.EVERYTHING : inside(below);
        nested--;
        return new Criterion.Some(rows, way.from(), way.to(), wanted);
    }

    private Criterion inside(Resource below) {
        var variable = VARIABLE.matcher(next());
        if (!variable.matches()) {
            throw malformed(tokens.get(at - 1));
        }
        if (!variable.group(2).isEmpty()) {
            tokens.set(--at, variable.group(2));
        }
        var outside = resource;
        var before = prefix;
        resource = below;
        prefix = variable.group(1) + "/";
        var wanted = anyOf();
        expect(")");
        resource = outside;
        prefix = before;
        return wanted;
    }

    /** A name without the variable that it must begin with. */
    private String plain(String word) {
        if (!word.startsWith(prefix)) {
            throw notSupported(word);
        }
        return word.substring(prefix.length());
    }

    private static Problem notSupported(String field) {
        return Problem.of(400, "api.filter-not-supported", Map.of("field", field));
    }

    /** An id is compared as the key or the code behind it; one that means nothing is no row's. */
    private Criterion identified(String name) {
        var not = false;
        var ids = new ArrayList<String>();
        if (takes("in")) {
            expect("(");
            ids.add(text(next()));
            while (takes(",")) {
                onePartMore();
                ids.add(text(next()));
            }
            expect(")");
        } else {
            var operator = operator();
            if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
                throw notSupported(name);
            }
            not = operator == Operator.NOT_EQUAL;
            ids.add(next().equals("null") ? "" : text(tokens.get(at - 1)));
        }
        ids.stream().filter(id -> !id.isEmpty() && !Identities.isId(id)).findFirst().ifPresent(id -> {
            throw malformed(id);
        });
        var column = resource.ids().behind(name).orElseThrow();
        var keys = keys(name, ids);
        return !not ? new Criterion.OneOf(column, keys)
                : keys.isEmpty() ? Criterion.EVERYTHING : new Criterion.Comparison(column, Operator.NOT_EQUAL, keys.getFirst());
    }

    private List<Object> keys(String name, List<String> ids) {
        var keys = new ArrayList<Object>();
        var blank = ids.contains("");
        if (name.equals(Identification.ID)) {
            ids.forEach(id -> resource.ids().keyOf(id).ifPresent(keys::add));
        } else {
            keys.addAll(resource.ids().codes(resource.ids().reference(name).orElseThrow(), ids));
            if (blank) {
                keys.add("");
            }
        }
        return keys;
    }

    private void onePartMore() {
        if (++parts > MOST_PARTS) {
            throw malformed("more than " + MOST_PARTS + " conditions");
        }
    }

    private Criterion function(String word, String function) {
        if (PATTERNS.containsKey(function)) {
            expect("(");
            var column = textColumn();
            expect(",");
            var text = text(next());
            expect(")");
            return new Criterion.Like(column.name(), PATTERNS.getOrDefault(function, "%s").replace("%s", text.replace("*", "?")));
        }
        if (PARTS.containsKey(function)) {
            return partComparison(Optional.ofNullable(PARTS.get(function)).orElseThrow());
        }
        if (SAME_TEXT.contains(function)) {
            at--;
            var column = textColumn();
            expect("eq");
            return new Criterion.Like(column.name(), text(next()).replace("*", "?"));
        }
        if (function.equals("date")) {
            return day();
        }
        throw notSupported(word);
    }

    /** A column, or one whose case does not count. */
    private PageColumn textColumn() {
        var word = next();
        if (SAME_TEXT.contains(word.toLowerCase(Locale.ROOT)) && takes("(")) {
            var column = column(plain(next()));
            expect(")");
            return column;
        }
        return column(plain(word));
    }

    private Criterion partComparison(Part part) {
        expect("(");
        var column = column(plain(next()));
        var fits = part == Part.LENGTH ? column.kind().isWritten() : column.kind() == Kind.DATE || column.kind() == Kind.MOMENT;
        if (!fits) {
            throw notSupported(column.name());
        }
        expect(")");
        var operator = operator();
        return new Criterion.PartComparison(part, column.name(), operator, whole(next()));
    }

    /** The day of a moment, in UTC. */
    private Criterion day() {
        expect("(");
        var column = column(plain(next()));
        expect(")");
        if (column.kind() == Kind.DATE) {
            return comparison(column);
        }
        var operator = operator();
        if (column.kind() != Kind.MOMENT || operator == Operator.NOT_EQUAL) {
            throw notSupported(column.name());
        }
        var from = date(text(next())).atStartOfDay(ZoneOffset.UTC).toInstant();
        var to = from.plus(Duration.ofDays(1));
        var begun = new Criterion.Comparison(column.name(), Operator.GREATER_OR_EQUAL, from);
        var notOver = new Criterion.Comparison(column.name(), Operator.LESS, to);
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> new Criterion.All(List.of(begun, notOver));
            case LESS -> new Criterion.Comparison(column.name(), Operator.LESS, from);
            case LESS_OR_EQUAL -> notOver;
            case GREATER -> new Criterion.Comparison(column.name(), Operator.GREATER_OR_EQUAL, to);
            case GREATER_OR_EQUAL -> begun;
        };
    }

    private Criterion comparison(PageColumn column) {
        if (takes("in")) {
            expect("(");
            var values = new ArrayList<>(List.of(value(column, next())));
            while (takes(",")) {
                onePartMore();
                values.add(value(column, next()));
            }
            expect(")");
            return new Criterion.OneOf(column.name(), values);
        }
        var operator = operator();
        var value = value(column, next());
        var compares = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (!compares && (value.equals("") || column.kind() == Kind.FLAG)) {
            throw notSupported(column.name());
        }
        return new Criterion.Comparison(column.name(), operator, value);
    }

    private Operator operator() {
        var word = next();
        return Optional.ofNullable(OPERATORS.get(word)).orElseThrow(() -> malformed(word));
    }

    private PageColumn column(String name) {
        return resource.column(name).filter(column -> !column.is(Trait.FIXED))
                .orElseThrow(() -> notSupported(name));
    }

    /** A value as its column holds it; null and an empty text are blank. */
    static Object value(PageColumn column, String token) {
        var text = token.equals("null") ? "" : text(token);
        if (text.isEmpty()) {
            return "";
        }
        return switch (column.kind()) {
            case TEXT, CODE, CHOICE -> text;
            case FLAG -> flag(text);
            case NUMBER, COUNT -> whole(text);
            case QUANTITY, UNIT_AMOUNT, AMOUNT -> decimal(text);
            case DATE -> date(text);
            case MOMENT -> moment(text);
        };
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(text);
        };
    }

    static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            throw malformed(text);
        }
    }

    private static BigDecimal decimal(String text) {
        try {
            var figure = new BigDecimal(text.length() > LONGEST_NUMBER ? "" : text);
            if (Math.abs((long) figure.scale()) > LONGEST_NUMBER) {
                throw malformed(text);
            }
            return figure;
        } catch (NumberFormatException unreadable) {
            throw malformed(text);
        }
    }

    static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
                throw malformed(text);
            }
            return date;
        } catch (DateTimeException unreadable) {
            throw malformed(text);
        }
    }

    static Instant moment(String text) {
        try {
            var moment = Instant.parse(text);
            date(moment.atOffset(ZoneOffset.UTC).toLocalDate().toString());
            return moment;
        } catch (DateTimeException unreadable) {
            throw malformed(text);
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

    /** @param near what stands where it cannot be read further; empty where the filter ends too soon */
    static Problem malformed(String near) {
        return Problem.of(400, "api.malformed", Map.of("reason", near.isBlank() ? "filter" : near));
    }
}
