package org.stockbook.generaljournal.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stockbook.generaljournal.DraftIssue;
import org.stockbook.generaljournal.GeneralJournalField;
import org.stockbook.generaljournal.JournalPosted;
import org.stockbook.generaljournal.PostGeneralJournal;
import org.stockbook.platform.identities.Identities;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.Views;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.PostingCall;

/** Posts lines of the general journal without a draft (spec: api, section 5.1). */
@RestController
class GeneralPostingEndpoint {
    private static final String ADDRESS = "/api/v1/generalPostings";
    private static final String LINES = "journalLines";
    private static final int STEP = 10_000;
    /** The closing flag is set by closing a year, never sent. */
    private static final Set<GeneralJournalField> WRITABLE = EnumSet.complementOf(EnumSet.of(GeneralJournalField.LINE, GeneralJournalField.CLOSING));

    private final PostGeneralJournal posting;
    private final Permissions permissions;
    private final Identities identities;
    private final Views views;

    GeneralPostingEndpoint(PostGeneralJournal posting, Permissions permissions, Identities identities, Views views) {
        this.posting = posting;
        this.permissions = permissions;
        this.identities = identities;
        this.views = views;
    }

    /** All lines or none; of a dry run, what would be written. */
    @PostMapping(path = ADDRESS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> post(@RequestBody Map<String, Object> body, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        var lines = LinesOfCall.of(body, LINES).read(GeneralJournalField.class, GeneralJournalField::ofProperty, WRITABLE);
        if (dryRun) {
            var preview = posting.previewLines(lines);
            if (!preview.issues().isEmpty()) {
                throw refused(preview.issues());
            }
            return ResponseEntity.ok(new GeneralJournalAnswers(views.current(), identities).preview(preview));
        }
        LinesOfCall.needed(idempotencyKey);
        return switch (LinesOfCall.once(() -> posting.postLines(lines, idempotencyKey))) {
            case JournalPosted.Posted posted -> answer(posted);
            case JournalPosted.Refused refused -> throw refused(refused.issues());
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(JournalPosted.Posted posted) {
        return LinesOfCall.created("/api/v1/generalLedgerRegisters/" + posted.register(), posted.replayed(), GeneralJournalAnswers.posted(posted));
    }

    private static Problem refused(List<DraftIssue> issues) {
        return LinesOfCall.refused(LINES, STEP, issues.stream().map(issue -> new LinesOfCall.Fault(
                issue.lineNo(), issue.field().property(), issue.code(), "error", GeneralJournalAnswers.parameters(issue))).toList());
    }

    /** How the call is described to programs. */
    @Configuration(proxyBeanMethods = false)
    static class Description {
        private static final Set<GeneralJournalField> DATES = EnumSet.of(GeneralJournalField.POSTING_DATE, GeneralJournalField.DOCUMENT_DATE, GeneralJournalField.DUE_DATE);

        @Bean
        PostingCall generalPostings() {
            var fields = Arrays.stream(GeneralJournalField.values()).filter(WRITABLE::contains)
                    .collect(Collectors.toMap(GeneralJournalField::property, Description::kind));
            return new PostingCall(ADDRESS, LINES, fields,
                    Map.of("generalLedgerRegisterNumber", Kind.NUMBER, "generalLedgerEntries", Kind.COUNT, "vatEntries", Kind.COUNT, "partnerLedgerEntries", Kind.COUNT));
        }

        private static Kind kind(GeneralJournalField field) {
            if (field == GeneralJournalField.CORRECTION) {
                return Kind.FLAG;
            }
            if (field == GeneralJournalField.AMOUNT) {
                return Kind.AMOUNT;
            }
            return DATES.contains(field) ? Kind.DATE : Kind.CODE;
        }
    }
}
