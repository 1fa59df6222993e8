package org.stockbook.kernel.documents;

import org.stockbook.kernel.code.VatProductGroup;
import org.stockbook.kernel.measure.Percentage;

/**
 * How a line is taxed, as the VAT posting setup said when it was entered.
 *
 * @param identifier what is taxed alike has the same identifier and is rounded together
 */
public record VatTerms(VatProductGroup product, VatRateName identifier, VatCalculation calculation, Percentage rate) {
    public static final VatTerms NONE =
            new VatTerms(VatProductGroup.BLANK, new VatRateName(""), VatCalculation.NORMAL, Percentage.ZERO);

    /** The name under which rates are rounded together, for example VAT25. */
    public record VatRateName(String code) {}
}
