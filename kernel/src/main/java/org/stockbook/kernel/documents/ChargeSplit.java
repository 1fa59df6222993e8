package org.stockbook.kernel.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.measure.Extent;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;

/** Ways to spread an item charge over its targets (spec: purchasing, section 7, suggest). */
public enum ChargeSplit {
    EQUALLY,
    BY_AMOUNT,
    BY_WEIGHT,
    BY_VOLUME;

    /**
     * What a charge may be spread over.
     *
     * @param quantity of the target in the unit of its line
     * @param lineAmount of the target in the currency of the charge's document
     * @param grossWeight of one unit of the line
     * @param volume of one unit of the line
     */
    public record Candidate(Target target, UnitQuantity quantity, Money lineAmount, Extent grossWeight, Extent volume) {}

    /**
     * New assignments of a whole charge line: each candidate gets its share of what the ones before it have left, so that the
     * last takes the remainder; candidates without weight get none.
     */
    public List<ChargeAssignment> suggest(DocumentLine charge, List<Candidate> candidates) {
        var left = charge.quantity().minus(charge.progress().invoiced());
        var leftWeight = candidates.stream().map(this::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        var rows = new ArrayList<ChargeAssignment>();
        for (var candidate : candidates) {
            var weight = weight(candidate);
            if (weight.signum() != 0) {
                var exact = left.value().multiply(weight).divide(leftWeight, 30, RoundingMode.HALF_UP);
                var share = weight.compareTo(leftWeight) == 0 ? left : UnitQuantity.rounded(exact);
                rows.add(ChargeAssignment.of(charge.no(), candidate.target(), share));
                left = left.minus(share);
                leftWeight = leftWeight.subtract(weight);
            }
        }
        return rows;
    }

    private BigDecimal weight(Candidate candidate) {
        return switch (this) {
            case EQUALLY -> BigDecimal.ONE;
            case BY_AMOUNT -> candidate.lineAmount().value();
            case BY_WEIGHT -> candidate.quantity().value().multiply(candidate.grossWeight().value());
            case BY_VOLUME -> candidate.quantity().value().multiply(candidate.volume().value());
        };
    }
}
