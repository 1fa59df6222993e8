package org.stockbook.platform.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many numbers in one column of one row, separated by commas: cheaper to answer than a row for each. */
public final class NumberList {

    private static final int DECIMAL = 10;

    private NumberList() {}

    /** The numbers in their order; none where there is no text. */
    public static List<Long> of(@Nullable String text) {
        var numbers = new ArrayList<Long>();
        if (text != null) {
            var start = 0;
            for (var comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
                numbers.add(Long.parseLong(text, start, comma, DECIMAL));
                start = comma + 1;
            }
            numbers.add(Long.parseLong(text, start, text.length(), DECIMAL));
        }
        return numbers;
    }
}
