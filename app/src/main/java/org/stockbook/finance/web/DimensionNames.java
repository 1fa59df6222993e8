package org.stockbook.finance.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.finance.dimensions.DimensionSets;
import org.stockbook.web.View;

/** The columns of both global dimensions are called as the company calls these. */
@Component
class DimensionNames implements View.OwnNames {
    private final DimensionSets dimensions;

    DimensionNames(DimensionSets dimensions) {
        this.dimensions = dimensions;
    }

    @Override
    public Optional<String> of(String key) {
        return switch (key) {
            case "column.shortcutDimension1Code" -> dimensions.global().first().flatMap(dimensions::name);
            case "column.shortcutDimension2Code" -> dimensions.global().second().flatMap(dimensions::name);
            default -> Optional.empty();
        };
    }
}
