/**
 * The rules of Stockbook as pure functions over immutable records.
 *
 * <p>Needs java.base only: no database, no web, no clock. Time, locale and the state of the books come in as arguments.
 */
module org.stockbook.kernel {
    requires static org.jspecify;

    // exports, in the order of the rows: measure, ledger, tracking, itemapplication, costing, accounts, availability,
    // bins, posting, planning, proof
}
