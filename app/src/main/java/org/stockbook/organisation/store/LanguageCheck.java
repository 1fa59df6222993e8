package org.stockbook.organisation.store;

import java.util.List;
import java.util.Map;
import org.stockbook.platform.i18n.Language;
import org.stockbook.platform.records.RecordChange;
import org.stockbook.platform.records.RecordCheck;
import org.stockbook.platform.records.RecordIssue;

/** The languages of the product are en, fr-CA and da. */
record LanguageCheck() implements RecordCheck {
    @Override
    public List<RecordIssue> check(List<RecordChange> changes) {
        return changes.stream().filter(change -> change.names("languageTag") && Language.ofTag(change.text("languageTag")).isEmpty())
                .map(change -> change.issue("languageTag", "api.reference-not-found", Map.of("field", "languageTag", "value", change.text("languageTag"))))
                .toList();
    }
}
