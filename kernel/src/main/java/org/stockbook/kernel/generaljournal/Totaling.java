package org.stockbook.kernel.generaljournal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stockbook.kernel.code.AccountNo;

/** Which accounts a Total sums: numbers and ranges of numbers, such as {@code 2100..2199|2300} (spec: finance, section 1). Numbers sort as text. */
public final class Totaling {
    private static final Pattern PARTS = Pattern.compile("\\|");
    private static final Pattern BOUNDS = Pattern.compile("\\.\\.");

    private final List<Range> ranges;

    private Totaling(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** First and last number, both included. */
    private record Range(String first, String last) {}

    /** Reads what was typed; a blank totals nothing. */
    public static Totaling of(String text) {
        return new Totaling(Stream.of(PARTS.split(text)).map(String::strip).filter(part -> !part.isEmpty()).map(Totaling::range).toList());
    }

    private static Range range(String part) {
        var bounds = BOUNDS.split(part, -1);
        return bounds.length == 1 ? new Range(part, part) : new Range(bounds[0].strip(), bounds[1].isBlank() ? "\uffff" : bounds[1].strip());
    }

    public boolean includes(AccountNo account) {
        var no = account.code();
        return ranges.stream().anyMatch(range -> no.compareTo(range.first()) >= 0 && no.compareTo(range.last()) <= 0);
    }
}
