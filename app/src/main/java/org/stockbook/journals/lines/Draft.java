package org.stockbook.journals.lines;

import java.util.List;
import org.stockbook.journals.JournalLine;
import org.stockbook.journals.LineIssue;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.measure.UnitFactor;
import org.stockbook.kernel.origin.DimensionSetId;

/**
 * A journal line as it is kept.
 *
 * @param id 0 for a line that is not kept yet
 * @param version of the line as it was read
 * @param dimensions the combination of dimension values behind the texts of the two global dimensions
 * @param newDimensions the combination after a reclassification
 * @param worth what the line is expected to move
 */
public record Draft(
        long id,
        int lineNo,
        int version,
        LineValues values,
        DimensionSetId dimensions,
        DimensionSetId newDimensions,
        Worth worth,
        List<LineIssue> issues) {
    public Draft {
        issues = List.copyOf(issues);
    }

    public JournalLine shown() {
        return new JournalLine(id, lineNo, version, values.texts(), issues);
    }

    public Draft withIssues(List<LineIssue> found) {
        return new Draft(id, lineNo, version, values, dimensions, newDimensions, worth, found);
    }

    public Draft withDimensions(DimensionSetId set, DimensionSetId newSet) {
        return new Draft(id, lineNo, version, values, set, newSet, worth, issues);
    }

    public Draft withValues(LineValues newValues) {
        return new Draft(id, lineNo, version, newValues, dimensions, newDimensions, worth, issues);
    }

    public Draft withWorth(Worth newWorth) {
        return new Draft(id, lineNo, version, values, dimensions, newDimensions, newWorth, issues);
    }

    /** A line that is not kept yet. */
    public static Draft fresh(int lineNo, LineValues values) {
        return new Draft(0, lineNo, 0, values, DimensionSetId.EMPTY, DimensionSetId.EMPTY, Worth.NONE, List.of());
    }

    /**
     * What the footer of the journal sums up.
     *
     * @param base quantity in base units, with the sign of the line
     * @param unitCost per unit of the line, overhead included
     */
    public record Worth(UnitFactor factor, Quantity base, UnitCost unitCost) {
        public static final Worth NONE = new Worth(UnitFactor.ONE, Quantity.ZERO, UnitCost.ZERO);
    }
}
