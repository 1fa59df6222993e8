package org.stockbook.kernel.origin;

import java.time.LocalDate;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.PartnerNo;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.code.SourceCode;

/**
 * Where an entry comes from: everything that is carried along for people and reports and never decides a quantity or a cost,
 * except the order line, which ties consumption to output.
 *
 * @param documentLine line number on the posted document, 0 for journals
 * @param externalDocument the partner's own number of the document, empty where there is none
 * @param dimensions the combination of dimension values
 * @param returnReason on what came back or went back
 */
public record Origin(
        DocumentType documentType,
        DocumentNo document,
        int documentLine,
        String externalDocument,
        LocalDate documentDate,
        PartnerType partnerType,
        PartnerNo partner,
        OrderLine order,
        DimensionSetId dimensions,
        String description,
        SourceCode source,
        ReasonCode reason,
        ReturnReasonCode returnReason,
        JournalBatchName batch) {

    /** An entry of something that is no return. */
    public Origin(
            DocumentType documentType,
            DocumentNo document,
            int documentLine,
            String externalDocument,
            LocalDate documentDate,
            PartnerType partnerType,
            PartnerNo partner,
            OrderLine order,
            DimensionSetId dimensions,
            String description,
            SourceCode source,
            ReasonCode reason,
            JournalBatchName batch) {
        this(
                documentType, document, documentLine, externalDocument, documentDate, partnerType, partner, order, dimensions, description,
                source, reason, ReturnReasonCode.BLANK, batch);
    }

    /** An entry with nothing but a document number and a date, as a bare journal line has. */
    public static Origin ofJournal(DocumentNo document, LocalDate documentDate) {
        return new Origin(
                DocumentType.NONE,
                document,
                0,
                "",
                documentDate,
                PartnerType.NONE,
                PartnerNo.BLANK,
                OrderLine.NONE,
                DimensionSetId.EMPTY,
                "",
                new SourceCode("ITEMJNL"),
                ReasonCode.BLANK,
                JournalBatchName.BLANK);
    }

    public Origin withDocument(DocumentType type, DocumentNo no, int line) {
        return new Origin(type, no, line, externalDocument, documentDate, partnerType, partner, order, dimensions, description, source, reason, returnReason, batch);
    }

    public Origin withSource(SourceCode newSource) {
        return new Origin(documentType, document, documentLine, externalDocument, documentDate, partnerType, partner, order, dimensions, description, newSource, reason, returnReason, batch);
    }

    public Origin withDimensions(DimensionSetId newDimensions) {
        return new Origin(documentType, document, documentLine, externalDocument, documentDate, partnerType, partner, order, newDimensions, description, source, reason, returnReason, batch);
    }

    public Origin withDescription(String newDescription) {
        return new Origin(documentType, document, documentLine, externalDocument, documentDate, partnerType, partner, order, dimensions, newDescription, source, reason, returnReason, batch);
    }
}
