package org.stockbook.kernel.generaljournal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.stockbook.kernel.code.DocumentNo;

/** Posts the lines of a general journal: every document or none (spec: finance, section 3). */
public final class GeneralJournalPosting {
    private GeneralJournalPosting() {}

    /** All refusals, or everything to be written; lines with amount zero are skipped. */
    public static GeneralJournalOutcome post(List<GeneralJournalLine> lines, GeneralJournalFacts facts) {
        var checks = new JournalLineChecks(facts);
        var skipped = lines.stream().filter(line -> line.value().isZero()).toList();
        var posted = lines.stream().filter(line -> !line.value().isZero()).toList();
        var refusals = new ArrayList<GeneralJournalRefusal>();
        posted.forEach(line -> checks.check(line).ifPresent(refusals::add));
        if (!refusals.isEmpty()) {
            return new GeneralJournalOutcome.Refused(refusals);
        }
        var open = new HashMap<>(facts.open());
        var transactions = new ArrayList<JournalTransaction>();
        for (var document : documents(posted)) {
            var booking = new DocumentBooking(facts, open, document);
            booking.book().ifPresent(transactions::add);
            refusals.addAll(booking.refusals());
        }
        return refusals.isEmpty()
                ? new GeneralJournalOutcome.Posted(transactions, skipped.stream().map(GeneralJournalLine::no).toList())
                : new GeneralJournalOutcome.Refused(refusals);
    }

    /** Lines that have to balance together, in the order of their first lines. */
    private static Collection<List<GeneralJournalLine>> documents(List<GeneralJournalLine> lines) {
        var documents = new LinkedHashMap<DocumentKey, List<GeneralJournalLine>>();
        for (var line : lines) {
            var document = line.document();
            documents.computeIfAbsent(new DocumentKey(document.no(), document.postingDate(), document.closing()), _ -> new ArrayList<>()).add(line);
        }
        return documents.values();
    }

    private record DocumentKey(DocumentNo no, LocalDate postingDate, boolean closing) {}
}
