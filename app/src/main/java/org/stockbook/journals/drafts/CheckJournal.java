package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.LineIssue;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.platform.security.Permissions;

/** Checks all lines of a batch and turns the good ones into posting lines (spec: journals, section 5). */
@Component
class CheckJournal {
    private static final Comparator<LineIssue> IN_ORDER = Comparator.comparingInt(LineIssue::lineNo);

    private final JournalCards cards;
    private final LineDimensions dimensions;
    private final InventoryPolicies policies;
    private final Permissions permissions;

    CheckJournal(JournalCards cards, LineDimensions dimensions, InventoryPolicies policies, Permissions permissions) {
        this.cards = cards;
        this.dimensions = dimensions;
        this.policies = policies;
        this.permissions = permissions;
    }

    /** What is wrong with each line by itself and beside the others, and the posting lines of those without a fault. */
    Checked check(DraftBatch batch, List<Draft> lines) {
        var items = lines.stream().map(line -> line.values().code(JournalField.ITEM)).distinct().toList();
        var known = cards.of(items, policy());
        var book = dimensions.load(lines.stream().map(Draft::values).distinct().toList(), lines);
        var checks = new JournalLineChecks(known);
        var making = new JournalPostingLines(known, batch);
        var issues = new ArrayList<LineIssue>();
        var good = new ArrayList<PostingLine>();
        for (var line : lines) {
            var found = new ArrayList<>(checks.check(line));
            found.addAll(book.check(line, book.of(line)));
            issues.addAll(found);
            if (found.stream().noneMatch(LineIssue::stopsPosting)) {
                good.add(making.of(line));
            }
        }
        serials(lines, good, issues);
        return new Checked(lines, good, issues);
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
                    no, new Draft(0, no.value(), 0, new LineValues(Map.of()), DimensionSetId.EMPTY, Draft.Worth.NONE, List.of()));
        }
    }
}
