package org.stockbook.platform.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stockbook.platform.exchange.Mapping.Format;

/** How the numbers and dates of one column are written: as the mapping says, else as all of its values allow. */
public final class WrittenValues {
    private static final List<String> DATES = List.of("uuuu-MM-dd", "dd.MM.uuuu", "dd-MM-uuuu", "uuuu/MM/dd", "uuuuMMdd", "dd/MM/uuuu", "MM/dd/uuuu");
    private static final String GROUPED = "[-+]?\\d{1,3}(%s\\d{3})+(%s\\d*)?";

    private final boolean decimalComma;
    private final List<DateTimeFormatter> dates;

    private WrittenValues(boolean decimalComma, List<DateTimeFormatter> dates) {
        this.decimalComma = decimalComma;
        this.dates = dates;
    }

    public static WrittenValues of(Supplier<Stream<String>> values, Format format) {
        return new WrittenValues(
                format.decimal().isEmpty() ? hasDecimalComma(values) : format.decimal().equals("comma") || format.decimal().equals(","),
                format.date().isEmpty() ? datesThatFit(values) : List.of(formatter(format.date().replace("yyyy", "uuuu"))));
    }

    /** A comma that is not followed by exactly three digits, or follows a point, is a decimal comma; so is one where no value has a point. */
    private static boolean hasDecimalComma(Supplier<Stream<String>> values) {
        var anyComma = values.get().anyMatch(value -> value.indexOf(',') >= 0);
        var anyPoint = values.get().anyMatch(value -> value.indexOf('.') >= 0);
        return anyComma && (!anyPoint || values.get().anyMatch(value -> value.lastIndexOf(',') > value.lastIndexOf('.') && value.indexOf('.') >= 0));
    }

    /** Patterns that read every value; two that read all of them differently leave the dates uncertain. */
    private static List<DateTimeFormatter> datesThatFit(Supplier<Stream<String>> values) {
        return DATES.stream().map(WrittenValues::formatter).filter(pattern -> values.get().limit(1000).allMatch(value -> parse(pattern, value).isPresent())).toList();
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException unknown) {
            throw new FileRefused(FileRefused.MAPPING, "mapping.date-pattern", Map.of("pattern", pattern));
        }
    }

    private static Optional<LocalDate> parse(DateTimeFormatter pattern, String value) {
        try {
            return Optional.of(LocalDate.parse(value, pattern));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** The date, if it can be told for certain. */
    public Optional<LocalDate> date(String text) {
        if (dates.isEmpty()) {
            return DATES.stream().limit(5).map(WrittenValues::formatter).map(pattern -> parse(pattern, text)).flatMap(Optional::stream).findFirst();
        }
        var readings = dates.stream().map(pattern -> parse(pattern, text)).flatMap(Optional::stream).distinct().toList();
        return readings.size() == 1 ? Optional.of(readings.getFirst()) : Optional.empty();
    }

    public Optional<BigDecimal> number(String text) {
        var plain = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace("'", "").replace('\u2212', '-');
        var decimal = decimalComma ? "," : "\\.";
        var grouping = decimalComma ? "\\." : ",";
        if (plain.matches(GROUPED.formatted(grouping, decimal))) {
            plain = plain.replaceAll(grouping, "");
        }
        plain = decimalComma ? plain.replace(',', '.') : plain;
        return plain.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
