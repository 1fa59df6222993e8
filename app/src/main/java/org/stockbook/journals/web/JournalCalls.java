package org.stockbook.journals.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.journals.ItemJournals;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalBatch;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;

/** What every call about a batch needs: the kind of journal, the right to it, the batch itself, and how to word the answer. */
@Component
class JournalCalls {
    /** The kinds of journals as a part of addresses. */
    static final String JOURNAL = "{journal:itemJournals|reclassificationJournals|revaluationJournals|recurringJournals}";

    private final ItemJournals journals;
    private final Permissions permissions;
    private final Views views;

    JournalCalls(ItemJournals journals, Permissions permissions, Views views) {
        this.journals = journals;
        this.permissions = permissions;
        this.views = views;
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

    JournalAnswers answers() {
        return new JournalAnswers(views.current());
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

    /** The version in an If-Match header; 0 where there is none. */
    static long version(String header) {
        var digits = header.replace("\"", "").strip();
        if (digits.isEmpty() || digits.equals("*")) {
            return 0;
        }
        if (!digits.matches("\\d{1,18}")) {
            throw Problem.of(400, "api.value-unreadable", Map.of("field", "If-Match", "value", header));
        }
        return Long.parseLong(digits);
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
