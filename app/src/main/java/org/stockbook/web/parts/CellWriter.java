package org.stockbook.web.parts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.rows.Row;
import org.stockbook.web.PageColumn;
import org.stockbook.web.PageColumn.Trait;
import org.stockbook.web.Report;
import org.stockbook.web.View;

/** Writes values as their kind and the reader's language want them. */
public final class CellWriter {
    private static final String DASH = "–";
    private static final String INDENTATION = "\u2003";
    private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Set<Kind> NAMED = Set.of(Kind.TEXT, Kind.CODE, Kind.CHOICE);
    private static final Pattern NUMBER_OF_KIND = Pattern.compile("[A-Z_]+:(.+)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final View view;

    public CellWriter(View view) {
        this.view = view;
    }

    public Cell cell(PageColumn column, Row row) {
        var mark = column.mark().apply(row);
        return mark.isEmpty() ? plain(column, row) : plain(column, row).marked(view.text(mark));
    }

    private Cell plain(PageColumn column, Row row) {
        var value = row.value(column.name());
        if (value.isEmpty()) {
            return new Cell("", "", style(column, BigDecimal.ONE));
        }
        var meaning = column.meaning().apply(row);
        if (!meaning.isEmpty()) {
            return new Cell(read(meaning, value.get().toString()), "", style(column, BigDecimal.ONE), value.get().toString());
        }
        return switch (value.get()) {
            case BigDecimal figure -> figure(column, figure, column.link().apply(row));
            case Integer number when column.kind().isFigure() -> figure(column, BigDecimal.valueOf(number), column.link().apply(row));
            case Long number when column.kind().isFigure() -> figure(column, BigDecimal.valueOf(number), column.link().apply(row));
            default -> new Cell(indentation(column, row) + text(column, value.get()), column.link().apply(row), style(column, BigDecimal.ONE), word(column, value.get()));
        };
    }

    /** What stands for a value that is shown in words or as a sign. */
    private static String word(PageColumn column, Object value) {
        return value instanceof Boolean || value instanceof String && (column.kind() == Kind.CHOICE || column.is(Trait.WORDED)) ? value.toString() : "";
    }

    /** Rows of a tree stand in below what they belong to. */
    private static String indentation(PageColumn column, Row row) {
        return column.is(Trait.TREE) ? INDENTATION.repeat(row.figure("depth").intValue()) : "";
    }

    private Cell figure(PageColumn column, BigDecimal figure, String link) {
        if (figure.signum() == 0 && !column.is(Trait.PROVEN) && column.kind() != Kind.NUMBER) {
            return new Cell(DASH, "", style(column, figure) + " m", "0");
        }
        return aligned(column, figure, link);
    }

    public Cell total(PageColumn column, BigDecimal figure) {
        return aligned(column, figure, "");
    }

    /** The place of a total that comes later. */
    public Cell awaited(PageColumn column) {
        return new Cell("…", "", style(column, BigDecimal.ZERO));
    }

    private Cell aligned(PageColumn column, BigDecimal figure, String link) {
        var written = written(column.kind(), figure);
        return new Cell(written, link, style(column, figure), "", Cell.Tail.of(written, view.formats().decimalSign()), "");
    }

    public String written(Kind kind, BigDecimal figure) {
        var formats = view.formats();
        return switch (kind) {
            case AMOUNT -> formats.amount(figure);
            case UNIT_AMOUNT -> formats.unitAmount(figure);
            case NUMBER -> figure.toPlainString();
            case QUANTITY, COUNT, TEXT, CODE, CHOICE, FLAG, DATE, MOMENT -> formats.quantity(figure);
        };
    }

    public String text(PageColumn column, Object value) {
        return switch (value) {
            case LocalDate date -> view.formats().date(date);
            case Instant moment -> view.formats().moment(moment);
            case Boolean flag -> flag ? "✓" : "";
            case Report.Message message -> view.text(message);
            default -> column.kind() == Kind.CHOICE ? view.text("choice." + column.name() + "." + value) : column.is(Trait.WORDED) ? worded(column, value.toString()) : value.toString();
        };
    }

    /** The value of one column, or a key of several: codes speak for themselves, figures and days say what they are. */
    private String read(List<PageColumn> columns, String kept) {
        var parts = kept.split(",", columns.size());
        return parts.length < columns.size() ? kept : IntStream.range(0, parts.length).filter(at -> !parts[at].isEmpty()).mapToObj(at -> {
            var part = read(columns.get(at), parts[at]);
            return columns.size() == 1 || NAMED.contains(columns.get(at).kind()) ? part : view.text("key.part", Map.of("heading", view.text(columns.get(at).key()), "value", part));
        }).collect(Collectors.joining(" · "));
    }

    /** A value that is kept as a text of programs, written as people read it; what is no such value stays as it is. */
    private String read(PageColumn column, String kept) {
        return switch (column.kind()) {
            case COUNT, QUANTITY, UNIT_AMOUNT, AMOUNT -> FIGURE.matcher(kept).matches() ? written(column.kind(), new BigDecimal(kept)) : kept;
            case DATE -> DAY.matcher(kept).matches() ? view.formats().date(LocalDate.parse(kept)) : kept;
            case FLAG -> view.text(kept.equals("true") ? "filter.word-yes" : "filter.no");
            case CHOICE -> view.texts().has("choice." + column.name() + "." + kept) ? view.text("choice." + column.name() + "." + kept) : kept;
            case TEXT, CODE, NUMBER, MOMENT -> kept;
        };
    }

    /** A language calls itself as it does where people choose theirs; a number that says its kind stands beside the kind, and so alone. */
    private String worded(PageColumn column, String value) {
        if (column.name().startsWith("language")) {
            return Language.ofTag(value).map(Language::ownName).orElse(value);
        }
        var number = NUMBER_OF_KIND.matcher(value);
        if (number.matches()) {
            return number.group(1);
        }
        var page = "page." + value.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return Stream.of("choice." + column.name() + "." + value, page, "column." + value).filter(view.texts()::has).findFirst().map(view::text).orElse(value);
    }

    private static String style(PageColumn column, BigDecimal figure) {
        var styles = new ArrayList<String>();
        if (column.kind().isFigure()) {
            styles.add("n");
        } else if (column.kind() == Kind.CODE || column.kind() == Kind.NUMBER) {
            styles.add("code");
        }
        if (column.kind() == Kind.CHOICE && column.name().equals("status")) {
            styles.add("status");
        }
        if (column.is(Trait.MUTED)) {
            styles.add("m");
        }
        if (column.is(Trait.FILLING)) {
            styles.add("fill");
        }
        if (column.is(Trait.BALANCE) && figure.signum() < 0) {
            styles.add("neg");
        }
        if (column.is(Trait.PROVEN)) {
            styles.add(figure.signum() == 0 ? "ok" : "bad");
        }
        return String.join(" ", styles);
    }

    public List<Cell> cells(List<PageColumn> columns, Row row) {
        return columns.stream().map(column -> cell(column, row)).toList();
    }

    public TableModel.Head head(PageColumn column) {
        return new TableModel.Head(column.name(), view.heading(column.key()), style(column, BigDecimal.ONE).replace(" m", "").replace("fill", "wide"), "", "");
    }
}
