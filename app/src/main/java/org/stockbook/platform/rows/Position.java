package org.stockbook.platform.rows;

import java.util.List;
import java.util.Optional;

/**
 * Where a row stands in an order: what it holds in each column of the order, as text; nothing where it holds nothing. Pages that begin
 * behind a position neither repeat nor miss a row while others are added.
 */
public record Position(List<Optional<String>> values) {
    public Position {
        values = List.copyOf(values);
    }
}
