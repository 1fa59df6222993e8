package org.stockbook.documents.store;

import java.util.Optional;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;

/**
 * A line of a posted document to be written.
 *
 * @param surplus of receipts: by how much its quantity is above what was ordered
 */
record PostedLineRow(
        LineNo no, DocumentLine source, UnitQuantity quantity, UnitQuantity invoiced, Money net, Money vat, UnitQuantity surplus, Optional<Long> corrects) {}
