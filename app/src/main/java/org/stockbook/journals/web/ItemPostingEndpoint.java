package org.stockbook.journals.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.stockbook.journals.ItemPosting;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.drafts.PostItemLines;
import org.stockbook.platform.rows.Kind;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;
import org.stockbook.web.Problem;
import org.stockbook.web.calls.LinesOfCall;
import org.stockbook.web.calls.PostingCall;

/** Posts lines of the item and reclassification journals without a draft (spec: api, section 5.1). */
@RestController
class ItemPostingEndpoint {
    private static final String ADDRESS = "/api/v1/itemPostings";
    private static final String LINES = "itemJournalLines";
    private static final int STEP = 10_000;

    private final PostItemLines posting;
    private final JournalCalls calls;
    private final Permissions permissions;

    ItemPostingEndpoint(PostItemLines posting, JournalCalls calls, Permissions permissions) {
        this.posting = posting;
        this.calls = calls;
        this.permissions = permissions;
    }

    /** All lines or none; of a dry run, what would be written. */
    @PostMapping(path = ADDRESS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> post(@RequestBody Map<String, Object> body, @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String idempotencyKey) {
        permissions.require(Permission.EDIT_ITEM_JOURNAL);
        permissions.require(Permission.POST_ITEM_JOURNAL);
        var call = LinesOfCall.of(body, LINES);
        var kind = PostItemLines.kind(call.texts(JournalField.ENTRY_TYPE.property()));
        var lines = call.read(JournalField.class, JournalField::ofProperty, kind.writable());
        if (dryRun) {
            var preview = posting.preview(lines);
            if (!preview.canBePosted()) {
                throw refused(preview.issues());
            }
            return ResponseEntity.ok(calls.answers().preview(preview));
        }
        LinesOfCall.needed(idempotencyKey);
        return switch (LinesOfCall.once(() -> posting.post(lines, idempotencyKey))) {
            case ItemPosting.Posted posted -> answer(posted);
            case ItemPosting.Refused refused -> throw refused(refused.issues());
        };
    }

    private ResponseEntity<Map<String, Object>> answer(ItemPosting.Posted posted) {
        var receipt = posted.receipt();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("itemRegisterNumber", receipt.register());
        answer.put("documents", receipt.documents().stream().map(number -> Map.of("number", number)).toList());
        answer.put("itemLedgerEntries", receipt.itemEntries());
        answer.put("valueEntries", receipt.valueEntries());
        answer.put("generalLedgerEntries", receipt.generalLedgerEntries());
        answer.put(LINES, receipt.lines().stream().map(this::line).toList());
        return LinesOfCall.created("/api/v1/itemRegisters/" + receipt.register(), posted.replayed(), answer);
    }

    /** With the numbers of its entries, by which programs find them again. */
    private Map<String, Object> line(ItemPosting.Line line) {
        var costs = permissions.has(Permission.READ_COSTS);
        return Map.of("sequence", line.lineNo(), "itemLedgerEntries", line.entries().stream().map(entry -> {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("entryNumber", entry.number());
            shown.put("quantity", JournalAnswers.decimal(entry.quantity()));
            if (costs) {
                shown.put("costAmountActual", JournalAnswers.decimal(entry.cost()));
            }
            return shown;
        }).toList());
    }

    private static Problem refused(List<LineIssue> issues) {
        return LinesOfCall.refused(LINES, STEP, issues.stream().map(issue -> new LinesOfCall.Fault(
                issue.lineNo(), issue.field().property(), issue.code(), JournalAnswers.severity(issue), JournalAnswers.parameters(issue))).toList());
    }

    /** How the call is described to programs. */
    @Configuration(proxyBeanMethods = false)
    static class Description {
        @Bean
        PostingCall itemPostings() {
            var fields = EnumSet.copyOf(JournalKind.ITEM.writable());
            fields.addAll(JournalKind.RECLASSIFICATION.writable());
            return new PostingCall(ADDRESS, LINES, fields.stream().collect(Collectors.toMap(JournalField::property, FieldKinds::of)),
                    Map.of("itemRegisterNumber", Kind.NUMBER, "itemLedgerEntries", Kind.COUNT, "valueEntries", Kind.COUNT, "generalLedgerEntries", Kind.COUNT));
        }
    }
}
