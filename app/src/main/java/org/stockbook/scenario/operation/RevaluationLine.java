package org.stockbook.scenario.operation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A new value for a proposed revaluation line, or a revaluation of one entry made by hand.
 *
 * @param unitCostRevalued a figure, or an expression over the proposed line
 * @param inventoryValueRevalued a figure, or an expression over the proposed line
 */
@JsonIgnoreProperties("entry_type")
public record RevaluationLine(
        int line,
        LocalDate postingDate,
        String document,
        String item,
        String variant,
        String location,
        Optional<BigDecimal> quantity,
        Optional<JsonNode> unitCostRevalued,
        Optional<JsonNode> inventoryValueRevalued,
        Optional<Integer> appliesToEntry,
        Map<String, String> dimensions) {

    public RevaluationLine {
        unitCostRevalued = unitCostRevalued.filter(figure -> !figure.isNull());
        inventoryValueRevalued = inventoryValueRevalued.filter(figure -> !figure.isNull());
    }
}
