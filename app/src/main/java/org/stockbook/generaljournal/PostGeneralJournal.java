package org.stockbook.generaljournal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.generaljournal.GeneralJournalOutcome;
import org.stockbook.kernel.generaljournal.JournalTransaction;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumbers;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Checks, previews and posts a batch: all of its lines or none; posted lines are gone (spec: finance, section 3). */
@Service
public class PostGeneralJournal {
    private static final SourceCode SOURCE = new SourceCode("GENJNL");
    private static final SourceCode CLOSING = new SourceCode("CLSINCOME");
    private static final int DONE = 200;
    private static final int REFUSED = 422;

    private final GeneralJournalDrafts drafts;
    private final CheckLines checks;
    private final JournalBooks books;
    private final JournalLedgers ledgers;
    private final TakeNumbers numbers;
    private final RepeatableCalls calls;
    private final Permissions permissions;

    PostGeneralJournal(
            GeneralJournalDrafts drafts, CheckLines checks, JournalBooks books, JournalLedgers ledgers, TakeNumbers numbers, RepeatableCalls calls, Permissions permissions) {
        this.drafts = drafts;
        this.checks = checks;
        this.books = books;
        this.ledgers = ledgers;
        this.numbers = numbers;
        this.calls = calls;
        this.permissions = permissions;
    }

    /** What posting would write, or why it would not. */
    @Transactional
    public JournalPreview preview(JournalBatchName name) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return preview(drafts.lines(drafts.batch(name).orElseThrow(), 0, Integer.MAX_VALUE));
    }

    /** What posting lines without a draft would write, or why it would not. */
    @Transactional
    public JournalPreview previewLines(List<Map<GeneralJournalField, String>> typed) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        return typed.isEmpty() ? new JournalPreview(List.of(DraftIssue.ofBatch("common.nothing-to-post")), List.of(), Map.of()) : preview(lines(typed));
    }

    private JournalPreview preview(List<DraftLine> lines) {
        var checked = checks.check(lines, false);
        var documents = checked.outcome() instanceof GeneralJournalOutcome.Posted(var posted, _) ? posted : List.<JournalTransaction>of();
        var accounts = documents.stream().flatMap(document -> document.ledger().stream()).map(JournalTransaction.LedgerLine::account).distinct().toList();
        return new JournalPreview(checked.issues(), documents, books.names(accounts));
    }

    /**
     * Posts once, however often the same key is sent.
     *
     * @param version of the batch that was read; 0 posts what is there
     * @param key of the call, empty where the caller has none
     */
    public JournalPosted post(JournalBatchName name, long version, String key) {
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        return once(key, "post general journal " + name.code() + " " + version, () -> post(name, version));
    }

    /**
     * Posts lines without a draft, once, however often the same key is sent (spec: api, section 5.1).
     *
     * @param typed what was sent of each line, as it would be typed into a journal
     */
    public JournalPosted postLines(List<Map<GeneralJournalField, String>> typed, String key) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        permissions.require(Permission.POST_GENERAL_JOURNAL);
        return once(key, "post general lines " + typed, () -> write(DraftBatch.NONE, lines(typed)));
    }

    /** Each line continues the one above it, as in a batch. */
    private List<DraftLine> lines(List<Map<GeneralJournalField, String>> typed) {
        var lines = new ArrayList<DraftLine>();
        for (var values : typed) {
            var above = lines.isEmpty() ? Optional.<DraftLine>empty() : Optional.of(lines.getLast());
            var begun = EditGeneralJournal.proposed(DraftBatch.NONE, checks.workDate(), above);
            lines.add(new DraftLine(0, (lines.size() + 1) * EditGeneralJournal.STEP, 0, begun).with(values));
        }
        return lines;
    }

    private JournalPosted once(String key, String request, Supplier<JournalPosted> work) {
        var refused = new AtomicReference<JournalPosted>(new JournalPosted.Refused(List.of()));
        var answer = calls.answer(key, request, () -> switch (work.get()) {
            case JournalPosted.Posted posted -> CallAnswer.of(DONE, text(posted));
            case JournalPosted.Refused issues -> {
                refused.set(issues);
                yield CallAnswer.of(REFUSED, "");
            }
        });
        return answer.status() == DONE ? posted(answer.body(), answer.replayed()) : refused.get();
    }

    private JournalPosted post(JournalBatchName name, long version) {
        var batch = drafts.lock(name);
        var lines = drafts.lines(batch, 0, Integer.MAX_VALUE);
        if (lines.isEmpty()) {
            return new JournalPosted.Refused(List.of(DraftIssue.ofBatch("common.nothing-to-post")));
        }
        if (version != 0 && version != batch.version()) {
            return new JournalPosted.Refused(List.of(DraftIssue.ofBatch("common.changed-by-another")));
        }
        var posted = write(batch, lines);
        if (posted instanceof JournalPosted.Posted) {
            drafts.deleteAll(batch);
            drafts.raiseVersion(batch);
        }
        return posted;
    }

    private JournalPosted write(DraftBatch batch, List<DraftLine> lines) {
        if (lines.isEmpty()) {
            return new JournalPosted.Refused(List.of(DraftIssue.ofBatch("common.nothing-to-post")));
        }
        var checked = checks.check(lines, true);
        if (!checked.issues().isEmpty() || !(checked.outcome() instanceof GeneralJournalOutcome.Posted(var documents, _))) {
            return new JournalPosted.Refused(checked.issues());
        }
        if (documents.isEmpty()) {
            return new JournalPosted.Refused(List.of(DraftIssue.ofBatch("common.nothing-to-post")));
        }
        var source = documents.stream().anyMatch(document -> document.document().closing()) ? CLOSING : SOURCE;
        var written = ledgers.append(documents, RegisterStamp.of(permissions.login(), source, batch.name()));
        useNumbers(batch, documents);
        var numbered = documents.stream().map(document -> document.document().no()).distinct().toList();
        return new JournalPosted.Posted(written.register(), numbered, written.ledgerEntries(), written.vatEntries(), written.partnerEntries(), false);
    }

    /** Numbers that the series proposed count as used, as far as lines kept them. */
    private void useNumbers(DraftBatch batch, List<JournalTransaction> documents) {
        if (batch.series().isEmpty()) {
            return;
        }
        var dates = documents.stream().map(document -> document.document().postingDate()).toList();
        var foreseen = numbers.foresee(batch.series(), dates);
        for (var i = 0; i < documents.size(); i++) {
            if (foreseen.get(i) instanceof NextNumber.Taken next
                    && next.number().equals(documents.get(i).document().no().code())) {
                numbers.take(batch.series(), List.of(dates.get(i)));
            }
        }
    }

    /** The answer as it is kept for a repeated call; document numbers hold no line break. */
    private static String text(JournalPosted.Posted posted) {
        return posted.register() + "\n" + posted.ledgerEntries() + "\n" + posted.vatEntries() + "\n" + posted.partnerEntries() + "\n"
                + posted.documents().stream().map(DocumentNo::code).collect(Collectors.joining("\n"));
    }

    private static JournalPosted.Posted posted(String text, boolean replayed) {
        var parts = Arrays.asList(text.split("\n", -1));
        return new JournalPosted.Posted(Long.parseLong(parts.getFirst()), parts.stream().skip(4).map(DocumentNo::new).toList(),
                Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2)), Integer.parseInt(parts.get(3)), replayed);
    }
}
