package org.stockbook.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for: ISO dates and moments, codes, chosen words; blanks are absent.
 *
 * @param values by parameter
 */
public record ReportRequest(Map<String, String> values, LocalDate workDate) {
    public ReportRequest {
        values = Map.copyOf(values);
    }

    public String text(String parameter) {
        return values.getOrDefault(parameter, "");
    }

    /** Whether a box is ticked. */
    public boolean isSet(String parameter) {
        return text(parameter).equals("true");
    }

    public Optional<LocalDate> date(String parameter) {
        return Optional.ofNullable(values.get(parameter)).map(LocalDate::parse);
    }

    public Optional<Instant> moment(String parameter) {
        return Optional.ofNullable(values.get(parameter)).map(Instant::parse);
    }
}
