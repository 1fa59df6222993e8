package org.stockbook.web.parts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stockbook.platform.rows.Criterion;
import org.stockbook.platform.rows.Criterion.Operator;
import org.stockbook.platform.rows.Kind;
import org.stockbook.web.PageColumn;
import org.stockbook.web.View;

/**
 * What people type to filter a column: {@code a..b}, {@code <>x}, {@code a|b}, {@code *text*}, {@code >=x}, {@code ''} for blank
 * (spec: ui, section 5). Numbers and dates are read as the reader writes them, or as ISO; {@code t} is today, {@code w} the work date.
 */
public final class FilterExpression {
    private static final List<String> SIGNS = List.of("<>", ">=", "<=", ">", "<", "=");

    private final View view;
    private final PageColumn column;

    public FilterExpression(View view, PageColumn column) {
        this.view = view;
        this.column = column;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException if it cannot be read for this kind of column
     */
    public Criterion read(String expression) {
        var parts = new ArrayList<Criterion>();
        for (var part : expression.split("\\|", -1)) {
            parts.add(part(part.strip()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Criterion.Any(parts);
    }

    private Criterion part(String part) {
        if (part.equals("''")) {
            return Criterion.equal(column.name(), "");
        }
        for (var sign : SIGNS) {
            if (part.startsWith(sign)) {
                return compared(operator(sign), part.substring(sign.length()).strip());
            }
        }
        var range = part.indexOf("..");
        if (range >= 0) {
            return range(part.substring(0, range).strip(), part.substring(range + 2).strip());
        }
        return column.kind().isWritten() && (part.startsWith("@") || part.contains("*") || part.contains("?"))
                ? new Criterion.Like(column.name(), part.startsWith("@") ? part.substring(1) : part)
                : compared(Operator.EQUAL, part);
    }

    private Criterion range(String from, String to) {
        var ends = new ArrayList<Criterion>();
        if (!from.isEmpty()) {
            ends.add(compared(Operator.GREATER_OR_EQUAL, from));
        }
        if (!to.isEmpty()) {
            ends.add(column.kind() == Kind.MOMENT
                    ? new Criterion.Comparison(column.name(), Operator.LESS, date(to).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                    : compared(Operator.LESS_OR_EQUAL, to));
        }
        return new Criterion.All(ends);
    }

    private Criterion compared(Operator operator, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("''") ? new Criterion.Comparison(column.name(), operator, "") : new Criterion.Comparison(column.name(), operator, value(text));
    }

    private static Operator operator(String sign) {
        return switch (sign) {
            case "<>" -> Operator.NOT_EQUAL;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case "<" -> Operator.LESS;
            default -> Operator.EQUAL;
        };
    }

    private Object value(String text) {
        return switch (column.kind()) {
            case TEXT, CODE, CHOICE -> text;
            case FLAG -> text.equals("true") || text.equals("1") || text.equalsIgnoreCase(view.text("filter.yes"));
            case NUMBER, COUNT -> Long.valueOf(text);
            case QUANTITY, UNIT_AMOUNT, AMOUNT -> number(text);
            case DATE -> date(text);
            case MOMENT -> date(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        };
    }

    private BigDecimal number(String text) {
        var formats = view.formats();
        var plain = text.replace('\u2212', '-').replaceAll("[\\s\u00a0\u202f]", "");
        return new BigDecimal(formats.decimalSign().equals(",") ? plain.replace(".", "").replace(',', '.') : plain.replace(",", ""));
    }

    private LocalDate date(String text) {
        try {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "t" -> LocalDate.now(ZoneOffset.UTC);
                case "w" -> view.workDate();
                default -> text.length() == 10 && text.charAt(4) == '-'
                        ? LocalDate.parse(text)
                        : LocalDate.parse(text, DateTimeFormatter.ofPattern(view.formats().datePattern().replace("yyyy", "uuuu")));
            };
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }
}
