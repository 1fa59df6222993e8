package org.stockbook.documents.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.stockbook.documents.DocumentKey;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.origin.DocumentType;

/** Figures about documents, each in one query. */
public interface DocumentFigures {
    /** Of the item lines that still want goods; empty if there is no such document. */
    List<LineAvailability> available(DocumentKey document);

    /** Empty if there is no such posted document. */
    Optional<Profit> profit(DocumentType type, DocumentNo number);

    /**
     * What a posted sales invoice or credit memo has earned, in local currency.
     *
     * @param sales without value added tax
     * @param cost as it was known when it was posted
     * @param adjustedCost as it is known now
     */
    record Profit(BigDecimal sales, BigDecimal cost, BigDecimal adjustedCost) {}
}
