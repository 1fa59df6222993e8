package org.stockbook.journals.drafts;

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
 * @param worth what the line is expected to move
 */
public record Draft(long id, int lineNo, int version, LineValues values, DimensionSetId dimensions, Worth worth, List<LineIssue> issues) {
    public Draft {
        issues = List.copyOf(issues);
    }

    JournalLine shown() {
        return new JournalLine(id, lineNo, version, values.texts(), issues);
    }

    Draft withIssues(List<LineIssue> found) {
        return new Draft(id, lineNo, version, values, dimensions, worth, found);
    }

    Draft withDimensions(DimensionSetId set) {
        return new Draft(id, lineNo, version, values, set, worth, issues);
    }

    Draft withValues(LineValues newValues) {
        return new Draft(id, lineNo, version, newValues, dimensions, worth, issues);
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
