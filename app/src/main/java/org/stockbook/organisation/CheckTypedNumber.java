package org.stockbook.organisation;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a number may be typed instead of taken (spec: finance, section 8). */
@Component
public class CheckTypedNumber {
    private final NumberSeries series;

    CheckTypedNumber(NumberSeries series) {
        this.series = series;
    }

    /** Why not; empty when it may. Without a series every number is typed. */
    public Optional<NextNumber.None> refusal(String code, String number) {
        return series.find(code)
                .filter(found -> !found.manual())
                .map(found -> new NextNumber.None("finance.series-manual-not-allowed", Map.of("series", found.code(), "number", number)));
    }
}
