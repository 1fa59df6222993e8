package org.stockbook.kernel.generalledger;

import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.origin.OrderLine;
import org.stockbook.kernel.origin.Origin;

/** What a general ledger line carries along: copied from its value entry, or the document of the run that grouped many. */
public record LineOrigin(
        DocumentType documentType, DocumentNo document, OrderLine order, ReasonCode reason, DimensionSetId dimensions) {

    static LineOrigin of(Origin origin) {
        return new LineOrigin(origin.documentType(), origin.document(), origin.order(), origin.reason(), origin.dimensions());
    }

    static LineOrigin ofRun(DocumentNo document, DimensionSetId dimensions) {
        return new LineOrigin(DocumentType.NONE, document, OrderLine.NONE, ReasonCode.BLANK, dimensions);
    }
}
