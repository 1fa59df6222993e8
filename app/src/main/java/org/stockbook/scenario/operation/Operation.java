package org.stockbook.scenario.operation;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One business step of a scenario. Entries are meant by ordinal: 7 is the seventh item ledger entry since the scenario began.
 * Documents go by the names that the scenario gives them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @Type(value = Operation.WorkDate.class, name = "work-date"),
    @Type(value = Operation.ChangeMasterData.class, name = "master"),
    @Type(value = Operation.RenameItem.class, name = "item.rename"),
    @Type(value = Operation.PostItemJournal.class, name = "item-journal.post"),
    @Type(value = Operation.CalculateRevaluation.class, name = "revaluation.calculate"),
    @Type(value = Operation.PostRevaluation.class, name = "revaluation.post"),
    @Type(value = Operation.CreateDocument.class, name = "document.create"),
    @Type(value = Operation.UpdateDocument.class, name = "document.update"),
    @Type(value = Operation.AssignCharge.class, name = "document.assign-charge"),
    @Type(value = Operation.PostDocument.class, name = "document.post"),
    @Type(value = Operation.DeleteDocument.class, name = "document.delete"),
    @Type(value = Operation.CreateTransfer.class, name = "transfer.create"),
    @Type(value = Operation.UpdateTransfer.class, name = "transfer.update"),
    @Type(value = Operation.ShipTransfer.class, name = "transfer.ship"),
    @Type(value = Operation.ReceiveTransfer.class, name = "transfer.receive"),
    @Type(value = Operation.Undo.class, name = "undo"),
    @Type(value = Operation.AdjustCost.class, name = "cost.adjust"),
    @Type(value = Operation.PostCostToLedger.class, name = "cost.post-to-gl"),
    @Type(value = Operation.CloseInventoryPeriod.class, name = "inventory-period.close"),
    @Type(value = Operation.ReopenInventoryPeriod.class, name = "inventory-period.reopen"),
    @Type(value = Operation.ExpectError.class, name = "expect-error")
})
public sealed interface Operation {
    /** The default posting date from here on. */
    record WorkDate(LocalDate date) implements Operation {}

    /** @param action what is done to the entity */
    record ChangeMasterData(Action action, MasterData data) implements Operation {}

    /** Creating overwrites what is there. */
    enum Action {
        @JsonProperty("create")
        CREATE,
        @JsonProperty("update")
        UPDATE,
        @JsonProperty("delete")
        DELETE
    }

    record RenameItem(String item, String to) implements Operation {}

    /** One batch, posted in order. */
    record PostItemJournal(List<JournalLine> lines) implements Operation {}

    /**
     * Proposes revaluation lines.
     *
     * @param per {@code item} or {@code item-ledger-entry}
     * @param items all items when empty
     * @param locationFilter a code, or conditions on it
     * @param variantFilter a code, or conditions on it
     */
    @JsonIgnoreProperties("lines_hint")
    record CalculateRevaluation(
            LocalDate postingDate,
            String document,
            RevaluationPer per,
            boolean byLocation,
            boolean byVariant,
            List<String> items,
            Optional<JsonNode> locationFilter,
            Optional<JsonNode> variantFilter,
            boolean updateStandardCost,
            Optional<String> calculationBase)
            implements Operation {}

    /** What one revaluation line stands for. */
    enum RevaluationPer {
        @JsonProperty("item")
        ITEM,
        @JsonProperty("item-ledger-entry")
        ITEM_LEDGER_ENTRY
    }

    record PostRevaluation(List<RevaluationLine> lines) implements Operation {}

    /** @param partner the vendor or customer */
    record CreateDocument(
            Side side,
            String doc,
            DocumentType type,
            @JsonAlias({"vendor", "customer"}) String partner,
            LocalDate postingDate,
            Optional<LocalDate> orderDate,
            Optional<String> location,
            String currency,
            boolean pricesIncludingVat,
            Map<String, String> dimensions,
            List<DocumentLine> lines)
            implements Operation {}

    /**
     * What is empty stays.
     *
     * @param partner the vendor or customer
     * @param lines known lines with what changes, or whole new lines
     */
    record UpdateDocument(
            Side side,
            String doc,
            @JsonAlias({"vendor", "customer"}) Optional<String> partner,
            Optional<LocalDate> postingDate,
            Optional<LocalDate> orderDate,
            Optional<String> location,
            Optional<String> currency,
            Optional<Boolean> pricesIncludingVat,
            Map<String, String> dimensions,
            List<DocumentLine> lines,
            List<Integer> removeLines)
            implements Operation {}

    /** Replaces what was assigned of a charge line. */
    record AssignCharge(Side side, String doc, int line, List<Assignment> to) implements Operation {}

    /** @param amount the charge's unit amount times the quantity when empty */
    record Assignment(String kind, String doc, int line, BigDecimal quantity, Optional<BigDecimal> amount) {}

    /** @param creates the names that the scenario gives to the posted documents, by their kind */
    record PostDocument(
            Side side,
            String doc,
            LocalDate postingDate,
            boolean receive,
            boolean ship,
            boolean invoice,
            List<HandledLine> lines,
            Map<String, String> creates)
            implements Operation {}

    /** @param handle what is received, shipped, shipped back or taken back of the line now */
    record HandledLine(
            int line,
            @JsonAlias({"receive", "ship", "return_ship", "return_receive"}) Optional<BigDecimal> handle,
            Optional<BigDecimal> invoice) {}

    record DeleteDocument(Side side, String doc) implements Operation {}

    record CreateTransfer(
            String doc, String from, String to, String inTransit, LocalDate postingDate, List<TransferLine> lines)
            implements Operation {}

    /** What is empty stays; lines are known ones with what changes, or whole new ones. */
    record UpdateTransfer(
            String doc,
            Optional<String> from,
            Optional<String> to,
            Optional<String> inTransit,
            Optional<LocalDate> postingDate,
            List<TransferLine> lines,
            List<Integer> removeLines)
            implements Operation {}

    record TransferLine(
            int line,
            Optional<String> item,
            Optional<String> variant,
            Optional<String> uom,
            Optional<BigDecimal> quantity,
            Optional<Integer> appliesToEntry,
            Map<String, String> dimensions,
            List<TrackedQuantity> tracking) {}

    record ShipTransfer(String doc, LocalDate postingDate, List<QuantityOfLine> lines, Map<String, String> creates)
            implements Operation {}

    record ReceiveTransfer(String doc, LocalDate postingDate, List<QuantityOfLine> lines, Map<String, String> creates)
            implements Operation {}

    record QuantityOfLine(int line, BigDecimal quantity) {}

    /** @param kind {@code purchase-receipt}, {@code sales-shipment}, {@code return-receipt} or {@code return-shipment} */
    record Undo(String kind, List<PostedLineName> lines) implements Operation {}

    record PostedLineName(String doc, int line) {}

    /** @param items all items when empty */
    record AdjustCost(boolean postToGl, List<String> items, Optional<String> itemFilter) implements Operation {}

    record PostCostToLedger(
            CostPostingMethod method,
            String document,
            Optional<LocalDate> postingDateFrom,
            Optional<LocalDate> postingDateTo,
            List<String> items)
            implements Operation {}

    /** How ledger entries are made of value entries. */
    enum CostPostingMethod {
        @JsonProperty("per-entry")
        PER_ENTRY,
        @JsonProperty("per-posting-group")
        PER_POSTING_GROUP
    }

    record CloseInventoryPeriod(LocalDate endingDate) implements Operation {}

    record ReopenInventoryPeriod(LocalDate endingDate) implements Operation {}

    /** The attempt must be refused and leave no trace. */
    record ExpectError(Operation attempt) implements Operation {}

    /** Which side of the trade a document is on. */
    enum Side {
        @JsonProperty("purchase")
        PURCHASE,
        @JsonProperty("sales")
        SALES
    }

    /** The kinds of open documents. */
    enum DocumentType {
        @JsonProperty("order")
        ORDER,
        @JsonProperty("invoice")
        INVOICE,
        @JsonProperty("return-order")
        RETURN_ORDER,
        @JsonProperty("credit-memo")
        CREDIT_MEMO
    }
}
