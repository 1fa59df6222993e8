package org.stockbook.journals.web;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.journals.drafts.KeepStandardJournals;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Standard journals in the API (spec: journals, section 10). */
@RestController
@RequestMapping(path = "/api/v1/standardItemJournals", produces = MediaType.APPLICATION_JSON_VALUE)
class StandardJournalEndpoint {
    private final KeepStandardJournals standards;
    private final Permissions permissions;

    StandardJournalEndpoint(KeepStandardJournals standards, Permissions permissions) {
        this.standards = standards;
        this.permissions = permissions;
    }

    /** @param search part of the code or the name */
    @GetMapping
    Map<String, Object> all(@RequestParam(defaultValue = "") String search) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        var words = search.strip().toLowerCase(Locale.ROOT);
        return Map.of("value", standards.all().stream()
                .filter(journal -> (journal.code() + " " + journal.description()).toLowerCase(Locale.ROOT).contains(words))
                .map(journal -> Map.of("code", journal.code(), "displayName", journal.description(), "kind", JournalAnswers.word(journal.kind().name()),
                        "lines", journal.lines()))
                .toList());
    }
}
