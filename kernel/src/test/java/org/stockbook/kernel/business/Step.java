package org.stockbook.kernel.business;

/**
 * One thing that happens in a business. Steps that concern earlier entries or documents pick one by a number, among those it fits
 * at that moment; where none fits, nothing happens. So a story can be shortened anywhere and still be told.
 */
public sealed interface Step permits JournalStep, DocumentStep, PeriodStep {
    /**
     * Makes it happen; false when nothing fitted.
     *
     * @throws PostingRefused if the books refuse it; then nothing has happened
     */
    boolean happen(Company company);
}
