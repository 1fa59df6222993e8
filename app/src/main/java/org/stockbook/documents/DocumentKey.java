package org.stockbook.documents;

import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentKind;
import org.stockbook.kernel.documents.TradeSide;

/** What names an open purchase or sales document. */
public record DocumentKey(TradeSide side, DocumentKind kind, DocumentNo no) {
    public static DocumentKey of(DocumentHeader header) {
        return new DocumentKey(header.side(), header.kind(), header.no());
    }

    /** The kind as it is kept and as number series are set up for it, for example PURCHASE_ORDER. */
    public String purpose() {
        return side.name() + "_" + kind.name();
    }
}
