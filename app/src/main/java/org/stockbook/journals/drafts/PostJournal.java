package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalPosting;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.LineDimensions;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.security.Permissions;

/** Posts a batch: all of its lines in one transaction, or none; posted lines are gone (spec: journals, section 11). */
@Component
class PostJournal {
    private static final int DONE = 200;
    private static final int REFUSED = 422;

    private final JournalDrafts drafts;
    private final LineDimensions dimensions;
    private final CheckJournal checks;
    private final JournalNumbers numbers;
    private final InventoryPosting posting;
    private final RepeatableCalls calls;
    private final Permissions permissions;

    PostJournal(
            JournalDrafts drafts,
            LineDimensions dimensions,
            CheckJournal checks,
            JournalNumbers numbers,
            InventoryPosting posting,
            RepeatableCalls calls,
            Permissions permissions) {
        this.drafts = drafts;
        this.dimensions = dimensions;
        this.checks = checks;
        this.numbers = numbers;
        this.posting = posting;
        this.calls = calls;
        this.permissions = permissions;
    }

    /** Posts once, however often the same key is sent. */
    JournalPosting post(JournalAddress address, long version, String key) {
        permissions.require(address.kind().posting());
        var refused = new AtomicReference<JournalPosting>(new JournalPosting.Refused(List.of()));
        var answer = calls.answer(key, "post " + address.kind() + " " + address.name().code() + " " + version, () -> switch (post(address, version)) {
            case JournalPosting.Posted posted -> CallAnswer.of(DONE, text(posted));
            case JournalPosting.Refused issues -> {
                refused.set(issues);
                yield CallAnswer.of(REFUSED, "");
            }
        });
        return answer.status() == DONE ? posted(answer.body()) : refused.get();
    }

    private JournalPosting post(JournalAddress address, long version) {
        var batch = drafts.lock(address);
        var lines = dimensions.named(drafts.lines(batch, 0, Integer.MAX_VALUE));
        if (lines.isEmpty()) {
            return refused("common.nothing-to-post");
        }
        if (version != 0 && version != batch.version()) {
            return refused("common.changed-by-another");
        }
        checks.lock(lines);
        var checked = checks.check(batch, lines);
        var numbered = numbers.take(batch, lines);
        if (checked.stops() || !numbered.issues().isEmpty()) {
            var all = new ArrayList<>(checked.issues());
            all.addAll(numbered.issues());
            return new JournalPosting.Refused(all.stream().sorted(Comparator.comparingInt(LineIssue::lineNo)).toList());
        }
        if (checked.good().isEmpty()) {
            return refused("common.nothing-to-post");
        }
        var ready = batch.postingSeries().isEmpty() ? checked : checks.check(batch, numbered.lines());
        var stamp = RegisterStamp.of(permissions.login(), batch.source(), batch.address().name());
        return switch (posting.post(stamp, ready.good())) {
            case InventoryOutcome.Refused refused -> new JournalPosting.Refused(ready.with(refused));
            case InventoryOutcome.Posted posted -> {
                drafts.deleteAll(batch);
                drafts.raiseVersion(batch);
                yield answer(posted, numbered.lines());
            }
        };
    }

    private static JournalPosting.Refused refused(String code) {
        return new JournalPosting.Refused(List.of(new LineIssue(0, 0, JournalField.LINE, code, LineIssue.Severity.ERROR, Map.of())));
    }

    private static JournalPosting.Posted answer(InventoryOutcome.Posted posted, List<Draft> lines) {
        var documents = lines.stream().map(line -> line.values().text(JournalField.DOCUMENT_NO)).distinct().map(DocumentNo::new).toList();
        return new JournalPosting.Posted(
                posted.register(), documents, posted.entries().size(), posted.values().size(), posted.generalLedger().size());
    }

    /** The answer as it is kept for a repeated call; document numbers hold no line break. */
    private static String text(JournalPosting.Posted posted) {
        return posted.register() + "\n" + posted.itemEntries() + "\n" + posted.valueEntries() + "\n" + posted.generalLedgerEntries() + "\n"
                + posted.documents().stream().map(DocumentNo::code).collect(Collectors.joining("\n"));
    }

    private static JournalPosting.Posted posted(String text) {
        var parts = Arrays.asList(text.split("\n", -1));
        return new JournalPosting.Posted(Long.parseLong(parts.getFirst()), parts.stream().skip(4).map(DocumentNo::new).toList(),
                Integer.parseInt(parts.get(1)), Integer.parseInt(parts.get(2)), Integer.parseInt(parts.get(3)));
    }
}
