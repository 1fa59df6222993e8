package org.stockbook.scenario.operation;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a purchase or sales document. In an update every field that is empty stays as it is.
 *
 * @param price direct unit cost or unit price, per unit of the line, in the document's currency
 * @param unitCostLcy sales returns: the cost taken back in
 * @param tracking serial and lot numbers of all of the line
 * @param cleared fields that an update makes blank again, by the names of the format
 * @param source the posted receipt or shipment that this invoice line is taken from
 */
public record DocumentLine(
        int line,
        Optional<LineType> type,
        Optional<String> no,
        Optional<String> variant,
        Optional<String> location,
        Optional<String> uom,
        Optional<BigDecimal> quantity,
        @JsonAlias({"direct_unit_cost", "unit_price"}) Optional<BigDecimal> price,
        Optional<BigDecimal> lineDiscountPct,
        Optional<BigDecimal> indirectCostPct,
        Optional<BigDecimal> unitCostLcy,
        Optional<Integer> applToItemEntry,
        Optional<Integer> applFromItemEntry,
        @JsonProperty("source_no") @JsonAlias({"receipt_no", "shipment_no"}) Optional<String> source,
        @JsonProperty("source_line") @JsonAlias({"receipt_line_no", "shipment_line_no"}) Optional<Integer> sourceLine,
        Optional<String> description,
        Map<String, String> dimensions,
        List<TrackedQuantity> tracking,
        List<String> cleared) {

    /** A change of a line that changes nothing yet. */
    public static DocumentLine nothing(int line) {
        return new DocumentLine(
                line, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of(), List.of());
    }

    public DocumentLine withNo(String newNo) {
        return new DocumentLine(
                line, type, Optional.of(newNo), variant, location, uom, quantity, price, lineDiscountPct, indirectCostPct, unitCostLcy,
                applToItemEntry, applFromItemEntry, source, sourceLine, description, dimensions, tracking, cleared);
    }

    public DocumentLine withLocation(String newLocation) {
        return new DocumentLine(
                line, type, no, variant, Optional.of(newLocation), uom, quantity, price, lineDiscountPct, indirectCostPct, unitCostLcy,
                applToItemEntry, applFromItemEntry, source, sourceLine, description, dimensions, tracking, cleared);
    }

    public DocumentLine withPrice(BigDecimal newPrice) {
        return new DocumentLine(
                line, type, no, variant, location, uom, quantity, Optional.of(newPrice), lineDiscountPct, indirectCostPct, unitCostLcy,
                applToItemEntry, applFromItemEntry, source, sourceLine, description, dimensions, tracking, cleared);
    }

    public DocumentLine clearing(List<String> fields) {
        return new DocumentLine(
                line, type, no, variant, location, uom, quantity, price, lineDiscountPct, indirectCostPct, unitCostLcy,
                applToItemEntry, applFromItemEntry, source, sourceLine, description, dimensions, tracking, fields);
    }

    /** What a document line sells or buys. */
    public enum LineType {
        @JsonProperty("item")
        ITEM,
        @JsonProperty("item-charge")
        ITEM_CHARGE,
        @JsonProperty("gl-account")
        GENERAL_LEDGER_ACCOUNT,
        @JsonProperty("resource")
        RESOURCE
    }
}
