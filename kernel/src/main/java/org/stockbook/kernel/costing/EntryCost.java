package org.stockbook.kernel.costing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stockbook.kernel.book.BookedEntry;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.ledger.ValueEntry;
import org.stockbook.kernel.ledger.ValueEntryNo;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;

/**
 * The cost of one entry while adjustment runs: what is posted plus what this run is going to post. Every change is stated as
 * a target; the difference to the present becomes one pending amount per document (spec: costing, sections 1 P4 and 6.4).
 */
final class EntryCost {
    private final BookedEntry booked;
    private final List<Document> documents = new ArrayList<>(1);
    private final List<ValueEntry> partialRevaluations = new ArrayList<>(0);
    private Amount wholeCost = Amount.ZERO;
    private Amount rounding = Amount.ZERO;
    private Amount total = Amount.ZERO;

    EntryCost(BookedEntry booked) {
        this.booked = booked;
        var byOriginal = new LinkedHashMap<ValueEntryNo, Document>();
        for (var value : booked.values()) {
            if (value.entry().isDocument()) {
                byOriginal.put(value.entry().no(), new Document(value));
            }
        }
        for (var value : booked.values()) {
            count(value, byOriginal);
        }
        documents.addAll(byOriginal.values());
    }

    private void count(BookedValue value, Map<ValueEntryNo, Document> byOriginal) {
        var entry = value.entry();
        var original = entry.isDocument() ? entry.no() : entry.appliesTo();
        var document = byOriginal.get(original);
        if (document != null && (entry.isDocument() || entry.adjustment())) {
            document.add(streamOf(entry), entry.cost().actual(), entry.cost().expected());
        }
        total = total.plus(entry.cost().inventoriable());
        if (entry.type() == ValueEntryType.ROUNDING) {
            rounding = rounding.plus(entry.cost().actual());
        } else if (entry.isPartialRevaluation()) {
            partialRevaluations.add(entry);
        } else {
            wholeCost = wholeCost.plus(partOfWhole(entry));
        }
    }

    /**
     * What a value entry adds to the cost of the whole entry: an expected cost as far as it is not invoiced yet, else the
     * actual cost. A revaluation counts with both parts.
     */
    private Amount partOfWhole(ValueEntry entry) {
        if (entry.type() == ValueEntryType.REVALUATION) {
            return entry.cost().inventoriable();
        }
        if (!entry.expectedCost()) {
            return entry.cost().actual();
        }
        return booked.isFullyInvoiced() ? Amount.ZERO : entry.cost().expected().share(notInvoiced(), entry.valuedQuantity());
    }

    private Quantity notInvoiced() {
        return booked.quantity().minus(booked.state().invoiced());
    }

    static CostStream streamOf(ValueEntry entry) {
        return switch (entry.type()) {
            case INDIRECT_COST -> CostStream.INDIRECT;
            case VARIANCE -> CostStream.VARIANCE;
            case DIRECT_COST, REVALUATION, ROUNDING, DIRECT_COST_NON_INVENTORY -> CostStream.DIRECT;
        };
    }

    BookedEntry booked() {
        return booked;
    }

    List<Document> documents() {
        return documents;
    }

    List<ValueEntry> partialRevaluations() {
        return partialRevaluations;
    }

    /** Actual and expected cost of the entry, with everything pending. */
    Amount total() {
        return total;
    }

    /** Cost of the whole entry as a source, without roundings and without revaluations of what was left of it. */
    Amount wholeCost() {
        return wholeCost;
    }

    /** What stands on the entry beside its documents: charges and revaluations. */
    Amount besideDocuments() {
        var beside = total;
        for (var document : documents) {
            beside = beside.minus(document.total());
        }
        return beside;
    }

    Amount rounding() {
        return rounding;
    }

    /** Direct cost (with revaluation), indirect cost or variance of the whole entry. */
    Amount wholeCost(CostStream stream) {
        var sum = Amount.ZERO;
        for (var value : booked.values()) {
            var entry = value.entry();
            if (entry.type() != ValueEntryType.ROUNDING && streamOf(entry) == stream) {
                sum = sum.plus(partOfWhole(entry));
            }
        }
        for (var document : documents) {
            sum = sum.plus(document.pendingActual(stream));
        }
        return sum;
    }

    void addRounding(Amount amount) {
        rounding = rounding.plus(amount);
        total = total.plus(amount);
    }

    /**
     * Makes the direct cost of this entry a given total.
     *
     * @return whether anything changed
     */
    boolean become(Amount target) {
        return become(CostStream.DIRECT, target);
    }

    /** Distributes a total over the documents by quantity: invoices get their share, the rest stays expected. */
    boolean become(CostStream stream, Amount target) {
        return become(stream, stream == CostStream.DIRECT ? target : Amount.ZERO, sharesOfInvoices(target));
    }

    /**
     * Makes the direct cost of what is invoiced its share of one total, and of what is expected another.
     *
     * @param whole of all kinds of cost together: what is not invoiced is not told apart
     */
    boolean becomeDirect(Amount whole, Amount direct) {
        return become(CostStream.DIRECT, whole, sharesOfInvoices(direct));
    }

    private List<Amount> sharesOfInvoices(Amount target) {
        var parts = new ArrayList<Amount>(documents.size());
        var given = Amount.ZERO;
        var quantitySoFar = Quantity.ZERO;
        for (var document : invoices()) {
            quantitySoFar = quantitySoFar.plus(document.quantity());
            var upTo = target.share(quantitySoFar, booked.quantity());
            parts.add(upTo.minus(given));
            given = upTo;
        }
        return parts;
    }

    /** Gives each invoice its own target; while not all is invoiced, the receipt or shipment keeps the whole as expected. */
    boolean become(CostStream stream, Amount target, List<Amount> invoiceTargets) {
        var fully = booked.isFullyInvoiced();
        var changed = false;
        var invoice = 0;
        for (var document : documents) {
            if (document.isInvoice()) {
                changed |= pend(document, stream, invoiceTargets.get(invoice++).minus(document.actual(stream)), fully);
            } else if (!fully) {
                changed |= pendExpected(document, stream, target.minus(document.expected(stream)));
            }
        }
        return changed;
    }

    private boolean pend(Document document, CostStream stream, Amount difference, boolean fully) {
        if (difference.isZero()) {
            return false;
        }
        document.pend(stream, difference, Amount.ZERO);
        if (!fully) {
            document.pend(CostStream.DIRECT, Amount.ZERO, difference.negated());
        }
        wholeCost = wholeCost.plus(difference);
        total = fully ? total.plus(difference) : total;
        return true;
    }

    private boolean pendExpected(Document document, CostStream stream, Amount difference) {
        if (difference.isZero()) {
            return false;
        }
        var before = document.expected(stream).share(notInvoiced(), document.quantity());
        document.pend(stream, Amount.ZERO, difference);
        var after = document.expected(stream).share(notInvoiced(), document.quantity());
        wholeCost = wholeCost.plus(after.minus(before));
        total = total.plus(difference);
        return true;
    }

    List<Document> invoices() {
        return documents.stream().filter(Document::isInvoice).toList();
    }
}
