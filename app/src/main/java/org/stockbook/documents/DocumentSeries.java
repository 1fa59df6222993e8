package org.stockbook.documents;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumber;

/** The number series that are set up for kinds of documents (spec: purchasing, section 2.7). */
@Component
public class DocumentSeries {
    private final Documents documents;
    private final TakeNumber takeNumber;

    DocumentSeries(Documents documents, TakeNumber takeNumber) {
        this.documents = documents;
        this.takeNumber = takeNumber;
    }

    /** The next number of a purpose; the transaction that is running takes it. */
    public NextNumber next(String purpose, LocalDate date) {
        return takeNumber.take(documents.seriesFor(purpose), date);
    }
}
