package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.JournalCards;
import org.stockbook.journals.lines.JournalRules;
import org.stockbook.journals.lines.LineDimensions;
import org.stockbook.journals.lines.LineIssues;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.journals.lines.RefusalTexts;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.security.Permissions;

/** Checks all lines of a batch and turns the good ones into posting lines (spec: journals, section 5). */
@Component
class CheckJournal {
    private static final Comparator<LineIssue> IN_ORDER = Comparator.comparingInt(LineIssue::lineNo);

    private final JournalCards cards;
    private final JournalRules rules;
    private final InventoryLedger ledger;
    private final LineDimensions dimensions;
    private final InventoryPolicies policies;
    private final Permissions permissions;

    CheckJournal(
            JournalCards cards,
            JournalRules rules,
            InventoryLedger ledger,
            LineDimensions dimensions,
            InventoryPolicies policies,
            Permissions permissions) {
        this.cards = cards;
        this.rules = rules;
        this.ledger = ledger;
        this.dimensions = dimensions;
        this.policies = policies;
        this.permissions = permissions;
    }

    /** What is wrong with each line by itself and beside the others, and the posting lines of those without a fault. */
    Checked check(DraftBatch batch, List<Draft> lines) {
        var loaded = rules.load(batch.kind(), lines.stream().map(Draft::values).toList(), policy());
        var book = dimensions.load(lines.stream().map(Draft::values).distinct().toList(), lines);
        return ready(batch, lines.stream().map(line -> {
            var found = new ArrayList<>(loaded.rules().check(line));
            found.addAll(book.check(line, book.of(line)));
            return line.withIssues(found);
        }).toList(), loaded.known());
    }

    /**
     * The posting lines of those lines that show no fault, and what is wrong with them beside each other.
     *
     * @param lines with what is wrong with each by itself
     * @param known the cards behind them
     */
    Checked ready(DraftBatch batch, List<Draft> lines, JournalCards.Known known) {
        var issues = new ArrayList<LineIssue>();
        lines.forEach(line -> issues.addAll(line.issues()));
        var good = lines.stream().filter(line -> line.issues().stream().noneMatch(LineIssue::stopsPosting)).toList();
        return switch (batch.kind()) {
            case ITEM, RECLASSIFICATION, RECURRING -> {
                var making = new JournalPostingLines(known, batch);
                var posting = new ArrayList<>(good.stream().map(making::of).toList());
                serials(lines, posting, issues);
                yield new Checked(lines, posting, issues);
            }
            case REVALUATION -> {
                var revalued = revalued(batch, good, known);
                issues.addAll(revalued.refused());
                yield new Checked(lines, revalued.ready(), issues);
            }
        };
    }

    /** What to look at of lines that are not posted. */
    List<LineIssue> warnings(DraftBatch batch, List<Draft> lines) {
        return lines.isEmpty() ? List.of() : check(batch, lines).issues().stream().filter(issue -> !issue.stopsPosting()).toList();
    }

    /** Posting takes the locks of the items before; a preview reads without them. */
    private Revalued revalued(DraftBatch batch, List<Draft> good, JournalCards.Known known) {
        var items = good.stream().map(line -> new ItemNo(line.values().code(JournalField.ITEM))).distinct().toList();
        var making = new RevaluationLines(batch, known, items.isEmpty() ? Map.of() : ledger.read(items).loadHistories(items));
        var ready = new ArrayList<PostingLine>();
        var refused = new ArrayList<LineIssue>();
        for (var line : good) {
            switch (making.of(line)) {
                case RevaluationLines.Made.Nothing _ -> {}
                case RevaluationLines.Made.Ready(var posting) -> ready.add(posting);
                case RevaluationLines.Made.Refused(var refusal) -> refused.add(new LineIssue(line.id(), line.lineNo(), RefusalTexts.field(refusal),
                        refusal.code(), LineIssue.Severity.ERROR, RefusalTexts.parameters(refusal)));
            }
        }
        return new Revalued(ready, refused);
    }

    /** Revaluations that can be posted, and why others cannot. */
    private record Revalued(List<PostingLine> ready, List<LineIssue> refused) {}

    /** Takes the locks of all items, so that those who post the same items follow each other. */
    void lock(List<Draft> lines) {
        var items = lines.stream().map(line -> line.values().code(JournalField.ITEM)).filter(item -> !item.isEmpty()).distinct().map(ItemNo::new).toList();
        if (!items.isEmpty()) {
            ledger.lock(items);
        }
    }

    /** As the acting user meets it. */
    InventoryPolicy policy() {
        return policies.of(permissions.login());
    }

    /** A serial number that is on hand, or comes in twice, cannot come in (spec: tracking, section 6). */
    private void serials(List<Draft> lines, List<PostingLine> good, List<LineIssue> issues) {
        var named = good.stream().map(CheckJournal::serial).flatMap(Optional::stream).collect(Collectors.toSet());
        if (named.isEmpty()) {
            return;
        }
        var byNo = Checked.byNumber(lines);
        Set<JournalCards.Serial> onHand = new HashSet<>(cards.onHand(named));
        for (var line : List.copyOf(good)) {
            if (line instanceof PostingLine.Movement movement && serial(line).isPresent()) {
                var serial = serial(line).get();
                if (movement.quantity().isNegative()) {
                    onHand.remove(serial);
                } else if (!onHand.add(serial)) {
                    var issue = new LineIssues(byNo.getOrDefault(line.line(), lines.getFirst()));
                    issue.add(JournalField.SERIAL_NO, "tracking.serial-already-in-stock", Map.of("serial", serial.serial()));
                    issues.addAll(issue.found());
                    good.remove(line);
                }
            }
        }
    }

    private static Optional<JournalCards.Serial> serial(PostingLine line) {
        return line instanceof PostingLine.Movement movement && !movement.tracking().serial().isBlank()
                ? Optional.of(new JournalCards.Serial(movement.item().code(), movement.tracking().serial().code()))
                : Optional.empty();
    }

    /**
     * A batch after its checks.
     *
     * @param good posting lines of the lines without a fault of their own
     */
    record Checked(List<Draft> lines, List<PostingLine> good, List<LineIssue> issues) {
        Checked {
            lines = List.copyOf(lines);
            good = List.copyOf(good);
            issues = List.copyOf(issues);
        }

        boolean stops() {
            return issues.stream().anyMatch(LineIssue::stopsPosting);
        }

        static Map<LineNo, Draft> byNumber(List<Draft> lines) {
            var byNo = new HashMap<LineNo, Draft>();
            lines.forEach(line -> byNo.put(new LineNo(line.lineNo()), line));
            return byNo;
        }

        /** All that is wrong: what the ledgers would say to the lines without a fault of their own is asked, too. */
        List<LineIssue> all(Function<? super List<PostingLine>, ? extends InventoryOutcome> foretell) {
            return !good.isEmpty() && foretell.apply(good) instanceof InventoryOutcome.Refused refused ? with(refused) : issues.stream().sorted(IN_ORDER).toList();
        }

        /** With what the ledgers refuse, in the order of the lines. */
        List<LineIssue> with(InventoryOutcome.Refused refused) {
            var byNo = byNumber(lines);
            var all = new ArrayList<>(issues);
            refused.refusals().forEach(refusal -> all.add(issue(
                    lineOf(byNo, refusal.line()), RefusalTexts.field(refusal), refusal.code(), RefusalTexts.parameters(refusal))));
            refused.accounts().forEach(missing -> all.add(issue(
                    lineOf(byNo, missing.line()), JournalField.ITEM, missing.refusal().code(), RefusalTexts.parameters(missing.refusal()))));
            return all.stream().sorted(IN_ORDER).toList();
        }

        private static LineIssue issue(Draft line, JournalField field, String code, Map<String, Object> parameters) {
            return new LineIssue(line.id(), line.lineNo(), field, code, LineIssue.Severity.ERROR, parameters);
        }

        /** The draft behind a posting line; costs of earlier postings have none. */
        private static Draft lineOf(Map<LineNo, Draft> byNo, LineNo no) {
            return byNo.getOrDefault(
                    no, Draft.fresh(no.value(), LineValues.NONE));
        }
    }
}
