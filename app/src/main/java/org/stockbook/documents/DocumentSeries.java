package org.stockbook.documents;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.NumberSeries;
import org.stockbook.organisation.TakeNumber;
import org.stockbook.platform.database.SetupVersion;

/** The number series that are set up for kinds of documents (spec: purchasing, section 2.7). */
@Component
public class DocumentSeries {
    private final Documents documents;
    private final TakeNumber takeNumber;

    DocumentSeries(Documents documents, TakeNumber takeNumber) {
        this.documents = documents;
        this.takeNumber = takeNumber;
    }

    /** The next number of each purpose, in two round trips where the transaction that is running has asked how far the setups have come. */
    List<NextNumber> next(List<String> purposes, LocalDate date, SetupVersion setups) {
        return takeNumber.take(purposes.stream().map(purpose -> new NumberSeries.Wanted(documents.seriesFor(purpose, setups), date)).toList());
    }

    /** The next number of a purpose; the transaction that is running takes it. */
    public NextNumber next(String purpose, LocalDate date) {
        return takeNumber.take(documents.seriesFor(purpose), date);
    }
}
