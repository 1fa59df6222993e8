package org.stockbook.platform.rows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What figures of a list count, not which rows are shown (spec: api, section 4, total filters).
 *
 * @param from first day of the period whose movements count; balances do not begin anew with it
 * @param to last day that counts, for movements and balances
 * @param knownAt only what was registered up to then
 * @param locations codes of places, blank for none of them; all places where empty
 * @param variants codes of variants, blank for the item itself; all where empty
 * @param dimensions the values wanted of each dimension, by their codes
 */
public record TotalFilters(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Instant> knownAt, Set<String> locations, Set<String> variants,
        Map<String, Set<String>> dimensions) {
    public static final String AS_OF = "asOf";
    public static final String KNOWN_AT = "knownAt";
    public static final String DATES = "dateFilter";
    public static final String LOCATIONS = "locationFilter";
    public static final String VARIANTS = "variantFilter";
    public static final String DIMENSIONS = "dimensionFilter";
    /** Every option there is; a list that cannot answer one refuses it by name. */
    public static final List<String> NAMES = List.of(AS_OF, KNOWN_AT, DATES, LOCATIONS, VARIANTS, DIMENSIONS);
    /** What figures of stock can count. */
    public static final List<String> OF_STOCK = List.of(AS_OF, KNOWN_AT, DATES, LOCATIONS, VARIANTS);
    /** What figures of accounts can count. */
    public static final List<String> OF_ACCOUNTS = List.of(AS_OF, KNOWN_AT, DATES, DIMENSIONS);

    private static final int LAST_YEAR = 9999;
    private static final String BLANK = "''";

    public TotalFilters {
        locations = Set.copyOf(locations);
        variants = Set.copyOf(variants);
        dimensions = Map.copyOf(dimensions);
    }

    /** @throws RowsRefused if one of them cannot be read, or two contradict each other */
    public static TotalFilters of(Map<String, String> options) {
        var asOf = date(AS_OF, options.getOrDefault(AS_OF, ""));
        var dates = options.getOrDefault(DATES, "").strip();
        var ends = dates.split("\\.\\.", -1);
        if (!dates.isEmpty() && (asOf.isPresent() || ends.length > 2)) {
            throw unreadable(DATES);
        }
        var from = dates.isEmpty() ? Optional.<LocalDate>empty() : date(DATES, ends[0]);
        var to = dates.isEmpty() ? asOf : date(DATES, ends[ends.length - 1]);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw unreadable(DATES);
        }
        return new TotalFilters(from, to, moment(options.getOrDefault(KNOWN_AT, "")), codes(options.getOrDefault(LOCATIONS, "")), codes(options.getOrDefault(VARIANTS, "")),
                dimensions(options.getOrDefault(DIMENSIONS, "")));
    }

    public boolean isEmpty() {
        return from.isEmpty() && to.isEmpty() && knownAt.isEmpty() && locations.isEmpty() && variants.isEmpty() && dimensions.isEmpty();
    }

    private static Optional<LocalDate> date(String option, String text) {
        try {
            var date = text.isBlank() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(text.strip()));
            if (date.filter(day -> day.getYear() < 1 || day.getYear() > LAST_YEAR).isPresent()) {
                throw unreadable(option);
            }
            return date;
        } catch (DateTimeException bad) {
            throw unreadable(option);
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            var moment = text.isBlank() ? Optional.<Instant>empty() : Optional.of(Instant.parse(text.strip()));
            moment.ifPresent(instant -> date(KNOWN_AT, instant.atOffset(ZoneOffset.UTC).toLocalDate().toString()));
            return moment;
        } catch (DateTimeException bad) {
            throw unreadable(KNOWN_AT);
        }
    }

    private static Set<String> codes(String text) {
        return text.isBlank() ? Set.of() : Arrays.stream(text.split("\\|", -1)).map(String::strip).map(code -> code.equals(BLANK) ? "" : code.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@code DEPARTMENT:SALES|ADM,AREA:EAST}: any of the values of a dimension, and that for every dimension named. */
    private static Map<String, Set<String>> dimensions(String text) {
        var wanted = new LinkedHashMap<String, Set<String>>();
        for (var dimension : text.isBlank() ? new String[0] : text.split(",")) {
            var pair = dimension.split(":", 2);
            if (pair.length < 2 || pair[0].isBlank() || pair[1].isBlank() || wanted.put(pair[0].strip().toUpperCase(Locale.ROOT), codes(pair[1])) != null) {
                throw unreadable(DIMENSIONS);
            }
        }
        return wanted;
    }

    private static RowsRefused unreadable(String option) {
        return new RowsRefused("api.malformed", Map.of("reason", option));
    }
}
