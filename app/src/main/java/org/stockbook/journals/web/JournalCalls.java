package org.stockbook.journals.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalBatch;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalPosting;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;
import org.stockbook.web.calls.CallReferences;
import org.stockbook.web.calls.Overtaken;

/** What every call about a batch needs: the kind of journal, the right to it, the batch itself, and how to word the answer. */
@Component
class JournalCalls {
    /** The kinds of journals as a part of addresses. */
    static final String JOURNAL = "{journal:itemJournals|reclassificationJournals|revaluationJournals|recurringJournals}";

    private final ItemJournals journals;
    private final Permissions permissions;
    private final CallReferences references;
    private final Identities identities;
    private final Views views;

    JournalCalls(ItemJournals journals, Permissions permissions, CallReferences references, Identities identities, Views views) {
        this.journals = journals;
        this.permissions = permissions;
        this.references = references;
        this.identities = identities;
        this.views = views;
    }

    CallReferences references() {
        return references;
    }

    /**
     * The line that an id means.
     *
     * @param pointer where the id stands in the request
     * @throws Problem if it can mean no line at all; one that is gone is another matter
     */
    long line(String id, String pointer) {
        return identities.key(JournalAnswers.LINES, id).orElseThrow(() -> Problem.at(422, "api.reference-not-found", pointer, Map.of("field", "id", "value", id)));
    }

    static JournalKind kind(String journal) {
        return JournalKind.ofCollection(journal).orElseThrow(() -> Problem.of(404, "api.reference-not-found", Map.of("field", "journal", "value", journal)));
    }

    /** The batch, for somebody who may work in it. */
    JournalBatch editing(String journal, String batch) {
        var kind = kind(journal);
        permissions.require(kind.editing());
        return known(kind, batch);
    }

    /** The batch, for somebody who may post it. */
    JournalBatch posting(String journal, String batch) {
        var kind = kind(journal);
        permissions.require(kind.posting());
        return known(kind, batch);
    }

    private JournalBatch known(JournalKind kind, String batch) {
        return journals.batch(JournalAddress.of(kind, batch))
                .orElseThrow(() -> Problem.of(404, "api.reference-not-found", Map.of("field", kind.collection(), "value", batch)));
    }

    /** What a batch says now that somebody else has changed it. */
    Problem overtaken(String journal, String batch, Map<String, Object> yours) {
        var now = answers().batch(editing(journal, batch));
        return new Overtaken(String.valueOf(now.get("etag")), "", Optional.empty(), now).against(yours);
    }

    /** All that stands against posting a batch, each with its place in it. */
    Problem refused(JournalAddress address, JournalPosting.Refused refused) {
        var places = refused.issues().stream().allMatch(issue -> issue.lineNo() == 0)
                ? List.<Integer>of()
                : journals.lines(address, 0, Integer.MAX_VALUE).stream().map(line -> line.lineNo()).toList();
        return answers().refused(refused, places);
    }

    JournalAnswers answers() {
        return new JournalAnswers(views.current(), identities);
    }

    /** The fields of a line as they were sent; only those that lines of the kind let one write. */
    static Map<JournalField, String> values(Map<String, Object> data, JournalKind kind) {
        var values = new HashMap<JournalField, String>();
        data.forEach((property, value) -> {
            var field = JournalField.ofProperty(property).orElseThrow(() -> Problem.of(400, "api.unknown-field", Map.of("field", property)));
            if (!kind.writable().contains(field)) {
                throw Problem.of(400, "api.field-read-only", Map.of("field", property));
            }
            values.put(field, text(property, value));
        });
        return values;
    }

    static String text(String property, Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text.replace("\u0000", "");
            case BigDecimal figure -> figure.toPlainString();
            case Number figure -> figure.toString();
            case Boolean flag -> flag.toString();
            default -> throw Problem.of(400, "api.value-unreadable", Map.of("field", property, "value", "…"));
        };
    }
}
