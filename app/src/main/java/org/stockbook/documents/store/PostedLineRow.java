package org.stockbook.documents.store;

import java.util.Optional;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.measure.Money;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.posting.LineNo;

/** A line of a posted document to be written. */
record PostedLineRow(
        LineNo no, DocumentLine source, UnitQuantity quantity, UnitQuantity invoiced, Money net, Money vat, Optional<Long> corrects) {}
