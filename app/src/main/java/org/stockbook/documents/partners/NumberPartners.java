package org.stockbook.documents.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.stockbook.documents.DocumentSeries;
import org.stockbook.organisation.NextNumber;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCompletion;

/**
 * New vendors or customers without a number take the next one of their series, and are searched for by their name.
 *
 * @param purpose VENDOR or CUSTOMER, as in the number series of documents
 */
public record NumberPartners(DocumentSeries series, String purpose) implements RecordCompletion {

    @Override
    public List<RecordChange> complete(List<RecordChange> changes) {
        return changes.stream().map(change -> searchName(change.isNew() && change.text("number").isEmpty() ? numbered(change) : change)).toList();
    }

    private RecordChange numbered(RecordChange change) {
        return series.next(purpose, LocalDate.now(Clock.systemDefaultZone())) instanceof NextNumber.Taken taken
                ? change.giving("number", taken.number())
                : change;
    }

    private static RecordChange searchName(RecordChange change) {
        return change.names("displayName") && !change.names("searchName") ? change.giving("searchName", change.text("displayName").toUpperCase(Locale.ROOT)) : change;
    }
}
