package org.stockbook.scenario.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.posting.OpenPostedLine;
import org.stockbook.kernel.documents.posting.PostedGoods;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.LineNo;

/** The lines of posted receipts, shipments, returns and transfers. */
final class PostedLines {
    private static final int STEP = 10000;

    private final Map<PostedLineKey, Line> lines = new TreeMap<>();
    private final List<Line> inPostingOrder = new ArrayList<>();

    /** A posted line and how much of it is invoiced. */
    static final class Line {
        private final PostedLineKey key;
        private final DocumentNo order;
        private final LineNo orderLine;
        private ItemNo item;
        private final UnitFactor factor;
        private final UnitQuantity quantity;
        private final List<ItemLedgerEntryNo> entries;
        private UnitQuantity invoiced;
        private boolean corrected;

        Line(PostedLineKey key, Origin origin, UnitQuantity quantity, UnitQuantity invoiced, List<ItemLedgerEntryNo> entries) {
            this.key = key;
            this.order = origin.order();
            this.orderLine = origin.line();
            this.item = origin.item();
            this.factor = origin.factor();
            this.quantity = quantity;
            this.invoiced = invoiced;
            this.entries = List.copyOf(entries);
        }

        PostedLineKey key() {
            return key;
        }

        ItemNo item() {
            return item;
        }

        DocumentNo order() {
            return order;
        }

        LineNo orderLine() {
            return orderLine;
        }

        UnitQuantity quantity() {
            return quantity;
        }

        List<ItemLedgerEntryNo> entries() {
            return entries;
        }

        UnitQuantity invoiced() {
            return invoiced;
        }

        boolean isCorrected() {
            return corrected;
        }
    }

    /** The line of the open document behind a posted line. */
    record Origin(DocumentNo order, LineNo line, ItemNo item, UnitFactor factor) {}

    void add(Line line) {
        lines.put(line.key(), line);
        inPostingOrder.add(line);
    }

    void rename(ItemNo item, ItemNo newNo) {
        inPostingOrder.stream().filter(line -> line.item.equals(item)).forEach(line -> line.item = newNo);
    }

    Optional<Line> find(PostedLineKey key) {
        return Optional.ofNullable(lines.get(key));
    }

    void invoice(PostedLineKey key, UnitQuantity quantity) {
        find(key).ifPresent(line -> line.invoiced = line.invoiced.plus(quantity));
    }

    /** An undone line gets a line of its own beside it, with the opposite quantity; nothing of either is left to invoice. */
    void correct(Line line) {
        line.corrected = true;
        line.invoiced = line.quantity;
        var key = new PostedLineKey(line.key.type(), line.key.document(), correctionNo(line.key));
        var origin = new Origin(line.order, line.orderLine, line.item, line.factor);
        add(new Line(key, origin, line.quantity.negated(), line.quantity.negated(), List.of()));
    }

    /** Half-way to the next line. */
    private LineNo correctionNo(PostedLineKey key) {
        return lines.keySet().stream()
                .filter(other -> other.type() == key.type() && other.document().equals(key.document()))
                .map(PostedLineKey::line)
                .filter(no -> no.compareTo(key.line()) > 0)
                .min(LineNo::compareTo)
                .map(next -> new LineNo((key.line().value() + next.value()) / 2))
                .orElseGet(() -> new LineNo(key.line().value() + STEP));
    }

    /** What is not wholly invoiced, oldest first. */
    List<OpenPostedLine> open(Function<ItemLedgerEntryNo, Quantity> notInvoiced) {
        return inPostingOrder.stream()
                .filter(line -> !line.invoiced.equals(line.quantity))
                .map(line -> new OpenPostedLine(
                        line.key,
                        line.order,
                        line.orderLine,
                        line.factor,
                        line.quantity.minus(line.invoiced),
                        line.entries.stream()
                                .map(entry -> new OpenPostedLine.OpenEntry(entry, notInvoiced.apply(entry)))
                                .filter(entry -> !entry.notInvoiced().isZero())
                                .toList()))
                .toList();
    }

    List<PostedGoods> goods(Function<ItemLedgerEntryNo, ItemLedgerEntry> entries) {
        return inPostingOrder.stream()
                .map(line -> new PostedGoods(
                        line.key,
                        line.item,
                        line.entries.stream()
                                .map(entry -> new PostedGoods.EntryQuantity(entry, entries.apply(entry).quantity()))
                                .toList()))
                .toList();
    }

    static DocumentType typeOf(String kind) {
        return switch (kind) {
            case "purchase-receipt" -> DocumentType.PURCHASE_RECEIPT;
            case "sales-shipment" -> DocumentType.SALES_SHIPMENT;
            case "return-receipt" -> DocumentType.SALES_RETURN_RECEIPT;
            case "return-shipment" -> DocumentType.PURCHASE_RETURN_SHIPMENT;
            case "transfer-receipt" -> DocumentType.TRANSFER_RECEIPT;
            case "transfer-shipment" -> DocumentType.TRANSFER_SHIPMENT;
            default -> throw new IllegalArgumentException("unknown kind of posted document: " + kind);
        };
    }
}
