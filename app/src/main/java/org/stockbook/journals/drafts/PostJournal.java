package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.Draft;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.security.Permissions;

/** Posts a batch: all of its lines in one transaction, or none; posted lines are gone (spec: journals, section 11). */
@Component
class PostJournal {
    private static final int DONE = 200;
    private static final int REFUSED = 422;
    private static final int MOST_RUNS = 1000;

    private final JournalDrafts drafts;
    private final SaveJournalLines saving;
    private final CheckJournal checks;
    private final JournalNumbers numbers;
    private final InventoryPosting posting;
    private final RepeatableCalls calls;
    private final Permissions permissions;

    PostJournal(
            JournalDrafts drafts,
            SaveJournalLines saving,
            CheckJournal checks,
            JournalNumbers numbers,
            InventoryPosting posting,
            RepeatableCalls calls,
            Permissions permissions) {
        this.drafts = drafts;
        this.saving = saving;
        this.checks = checks;
        this.numbers = numbers;
        this.posting = posting;
        this.calls = calls;
        this.permissions = permissions;
    }

    /**
     * Posts once, however often the same key is sent.
     *
     * @param allDue recurring lines are posted as often as they are due, not once
     */
    JournalPosting post(JournalAddress address, long version, boolean allDue, String key) {
        permissions.require(address.kind().posting());
        var refused = new AtomicReference<JournalPosting>(new JournalPosting.Refused(List.of()));
        var request = "post " + address.kind() + " " + address.name().code() + " " + version + (allDue ? " all due" : "");
        var answer = calls.answer(key, request, () -> switch (post(address, version, allDue)) {
            case JournalPosting.Posted posted -> CallAnswer.of(DONE, text(posted));
            case JournalPosting.Refused issues -> {
                refused.set(issues);
                yield CallAnswer.of(REFUSED, "");
            }
        });
        return answer.status() == DONE ? posted(answer.body(), answer.replayed()) : refused.get();
    }

    private JournalPosting post(JournalAddress address, long version, boolean allDue) {
        var batch = drafts.lock(address);
        var lines = saving.linesOf(batch);
        if (lines.isEmpty()) {
            return refused("common.nothing-to-post");
        }
        if (version != 0 && version != batch.version()) {
            return refused("common.changed-by-another");
        }
        if (batch.kind() == JournalKind.RECURRING) {
            return recurring(batch, lines, allDue);
        }
        return switch (attempt(batch, lines)) {
            case Attempt.Failed(var refused) -> refused;
            case Attempt.Done(var posted, var numbered) -> {
                drafts.deleteAll(batch);
                drafts.raiseVersion(batch);
                yield answer(posted, numbered);
            }
        };
    }

    /** Posts what is due, lets the opposite of reversing lines follow, and moves the lines to their next dates. */
    private JournalPosting recurring(DraftBatch batch, List<Draft> lines, boolean allDue) {
        var policy = checks.policy();
        var done = Optional.<JournalPosting.Posted>empty();
        var due = RecurringLines.due(lines, policy.workDate());
        for (var run = 0; !due.isEmpty() && run < MOST_RUNS; run++) {
            switch (occurrence(batch, due)) {
                case Attempt.Failed(var refused) -> {
                    return refused;
                }
                case Attempt.Done(var posted, var numbered) ->
                    done = Optional.of(done.map(before -> before.with(answer(posted, numbered))).orElseGet(() -> answer(posted, numbered)));
            }
            saving.save(batch.address(), RecurringLines.advanced(due));
            due = allDue
                    ? RecurringLines.due(saving.linesOf(batch), policy.workDate()).stream().filter(RecurringLines::repeats).toList()
                    : List.of();
        }
        return done.<JournalPosting>map(posted -> posted).orElseGet(() -> nothingDue(batch, RecurringLines.expired(lines, policy.workDate())));
    }

    /** What was never posted before its line ended is said, not passed over. */
    private JournalPosting nothingDue(DraftBatch batch, List<Draft> expired) {
        var issues = new ArrayList<>(refused("common.nothing-to-post").issues());
        issues.addAll(checks.warnings(batch, expired));
        return new JournalPosting.Refused(issues);
    }

    /** Posts lines that are due once, and the day after the opposite of those that are taken back. */
    Attempt occurrence(DraftBatch batch, List<Draft> due) {
        var first = attempt(batch, RecurringLines.worded(due, checks.policy().language()));
        if (!(first instanceof Attempt.Done(var posted, var numbered))) {
            return first;
        }
        var reversals = RecurringLines.reversals(numbered, posted.lines());
        if (reversals.isEmpty()) {
            return first;
        }
        return switch (write(batch, checks.check(batch, reversals))) {
            case Attempt.Failed failed -> failed;
            case Attempt.Done(var reversed, var _) -> new Attempt.Done(together(posted, reversed), numbered);
        };
    }

    private static InventoryOutcome.Posted together(InventoryOutcome.Posted one, InventoryOutcome.Posted other) {
        return new InventoryOutcome.Posted(other.register() == 0 ? one.register() : other.register(), joined(one.lines(), other.lines()),
                joined(one.entries(), other.entries()), joined(one.values(), other.values()), joined(one.generalLedger(), other.generalLedger()), merged(one.unitCosts(), other.unitCosts()));
    }

    private static Map<ItemNo, UnitCost> merged(Map<ItemNo, UnitCost> before, Map<ItemNo, UnitCost> after) {
        var merged = new HashMap<>(before);
        merged.putAll(after);
        return merged;
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Checks, numbers and posts lines; numbers are taken behind the locks of the items. */
    private Attempt attempt(DraftBatch batch, List<Draft> lines) {
        checks.lock(lines);
        var checked = checks.check(batch, lines);
        var numbered = numbers.take(batch, lines);
        if (checked.stops() || !numbered.issues().isEmpty()) {
            var all = new ArrayList<>(checked.all(good -> posting.preview(stamp(batch), good)));
            all.addAll(numbered.issues());
            return new Attempt.Failed(new JournalPosting.Refused(all.stream().sorted(Comparator.comparingInt(LineIssue::lineNo)).toList()));
        }
        if (checked.good().isEmpty()) {
            return new Attempt.Failed(refused("common.nothing-to-post"));
        }
        return write(batch, batch.postingSeries().isEmpty() ? checked : checks.check(batch, numbered.lines()));
    }

    /** What posting lines would do, and all that is wrong with them; nothing is written and no number taken. */
    Foretold foretell(DraftBatch batch, List<Draft> lines) {
        var checked = checks.check(batch, lines);
        var outcome = checked.good().isEmpty()
                ? new InventoryOutcome.Posted(0, List.of(), List.of(), List.of(), List.of())
                : posting.preview(stamp(batch), checked.good());
        return new Foretold(checked, numbers.foresee(batch, lines), outcome);
    }

    /** @param outOfSequence document numbers that would leave gaps */
    record Foretold(CheckJournal.Checked checked, List<LineIssue> outOfSequence, InventoryOutcome outcome) {}

    private RegisterStamp stamp(DraftBatch batch) {
        return RegisterStamp.of(permissions.login(), batch.source(), batch.address().name());
    }

    private Attempt write(DraftBatch batch, CheckJournal.Checked ready) {
        if (ready.stops()) {
            return new Attempt.Failed(new JournalPosting.Refused(ready.issues()));
        }
        return switch (posting.post(stamp(batch), ready.good())) {
            case InventoryOutcome.Refused refused -> new Attempt.Failed(new JournalPosting.Refused(ready.with(refused)));
            case InventoryOutcome.Posted posted -> new Attempt.Done(posted, ready.lines());
        };
    }

    /** One go at posting lines. */
    sealed interface Attempt {
        record Done(InventoryOutcome.Posted posted, List<Draft> lines) implements Attempt {}

        record Failed(JournalPosting.Refused refused) implements Attempt {}
    }

    private static JournalPosting.Refused refused(String code) {
        return new JournalPosting.Refused(List.of(new LineIssue(0, 0, JournalField.LINE, code, LineIssue.Severity.ERROR, Map.of())));
    }

    private static JournalPosting.Posted answer(InventoryOutcome.Posted posted, List<Draft> lines) {
        var documents = lines.stream().map(line -> line.values().text(JournalField.DOCUMENT_NO)).distinct().map(DocumentNo::new).toList();
        return new JournalPosting.Posted(
                posted.register(), documents, posted.entries().size(), posted.values().size(), posted.generalLedger().size(), false);
    }

    /** The answer as it is kept for a repeated call; document numbers hold no line break. */
    private static String text(JournalPosting.Posted posted) {
        return posted.register() + "\n" + posted.itemEntries() + "\n" + posted.valueEntries() + "\n" + posted.generalLedgerEntries() + "\n"
                + posted.documents().stream().map(DocumentNo::code).collect(Collectors.joining("\n"));
    }

    private static JournalPosting.Posted posted(String text, boolean replayed) {
        var parts = Arrays.asList(text.split("\n", -1));
        return new JournalPosting.Posted(Long.parseLong(parts.getFirst()), parts.stream().skip(4).map(DocumentNo::new).toList(),
                Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2)), Integer.parseInt(parts.get(3)), replayed);
    }
}
