package org.stockbook.kernel.generaljournal;

import java.util.Optional;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.origin.DimensionSetId;

/**
 * What else a journal line says.
 *
 * @param vat splits VAT out of the amount; only on accounts of the general ledger
 * @param appliesTo the open entry of the partner that the line settles
 * @param correction shown as a negative debit instead of a credit, and the reverse
 */
public record LineTerms(
        String description, Optional<VatCombination> vat, Optional<AppliesTo> appliesTo, DimensionSetId dimensions, ReasonCode reason, boolean correction) {
    public static final LineTerms NONE =
            new LineTerms("", Optional.empty(), Optional.empty(), DimensionSetId.EMPTY, ReasonCode.BLANK, false);

    public LineTerms applying(AppliesTo entry) {
        return new LineTerms(description, vat, Optional.of(entry), dimensions, reason, correction);
    }

    public LineTerms with(VatCombination combination) {
        return new LineTerms(description, Optional.of(combination), appliesTo, dimensions, reason, correction);
    }
}
