/**
 * The rules of Stockbook as pure functions over immutable records.
 *
 * <p>Needs java.base only: no database, no web, no clock. Time, locale and the state of the books come in as arguments.
 */
module org.stockbook.kernel {
    requires static org.jspecify;

    exports org.stockbook.kernel.measure;
    exports org.stockbook.kernel.code;
    exports org.stockbook.kernel.origin;
    exports org.stockbook.kernel.dimension;
    exports org.stockbook.kernel.ledger;
    exports org.stockbook.kernel.book;
    exports org.stockbook.kernel.availability;
    exports org.stockbook.kernel.accounts;
    exports org.stockbook.kernel.generalledger;
    exports org.stockbook.kernel.reconciliation;
    exports org.stockbook.kernel.proof;
    exports org.stockbook.kernel.itemapplication;
    exports org.stockbook.kernel.costing;
    exports org.stockbook.kernel.revaluation;
    exports org.stockbook.kernel.posting;
    exports org.stockbook.kernel.documents;
    exports org.stockbook.kernel.documents.amounts;
    exports org.stockbook.kernel.documents.invoicing;
    exports org.stockbook.kernel.documents.prices;
    exports org.stockbook.kernel.documents.posting;
    exports org.stockbook.kernel.documents.corrections;
    exports org.stockbook.kernel.documents.transfer;
    exports org.stockbook.kernel.generaljournal;
    exports org.stockbook.kernel.items;
}
