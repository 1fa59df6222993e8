package org.stockbook.journals.drafts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.LineIssues;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumbers;

/** The document numbers of a batch: consecutive lines with one number are one document (spec: journals, section 4). */
@Component
class JournalNumbers {
    private final TakeNumbers numbers;

    JournalNumbers(TakeNumbers numbers) {
        this.numbers = numbers;
    }

    /** Why the lines cannot be numbered as they stand; nothing is used. */
    List<LineIssue> foresee(DraftBatch batch, List<Draft> lines) {
        var groups = groups(lines);
        return batch.series().isEmpty()
                ? List.of()
                : compared(groups, numbers.foresee(batch.series(), dates(groups)));
    }

    /** Uses the numbers of the batch's series, and gives lines the numbers of its posting series. */
    Numbered take(DraftBatch batch, List<Draft> lines) {
        var groups = groups(lines);
        var issues = new ArrayList<LineIssue>();
        if (!batch.series().isEmpty()) {
            issues.addAll(compared(groups, numbers.take(batch.series(), dates(groups))));
        }
        if (batch.postingSeries().isEmpty() || !issues.isEmpty()) {
            return new Numbered(lines, issues);
        }
        var taken = numbers.take(batch.postingSeries(), dates(groups));
        var renumbered = new ArrayList<Draft>();
        for (var i = 0; i < groups.size(); i++) {
            switch (taken.get(i)) {
                case NextNumber.Taken next -> groups.get(i).forEach(line ->
                        renumbered.add(line.withValues(line.values().with(JournalField.DOCUMENT_NO, next.number()))));
                case NextNumber.None none -> issues.addAll(issue(groups.get(i), none.code(), none.parameters()));
            }
        }
        return new Numbered(renumbered, issues);
    }

    static List<List<Draft>> groups(List<Draft> lines) {
        var groups = new ArrayList<List<Draft>>();
        for (var line : lines) {
            var continues = !groups.isEmpty() && number(groups.getLast().getFirst()).equals(number(line));
            if (!continues) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(line);
        }
        return groups;
    }

    private static String number(Draft line) {
        return line.values().text(JournalField.DOCUMENT_NO);
    }

    static List<LocalDate> dates(List<List<Draft>> groups) {
        return groups.stream().map(group -> group.getFirst().values().date(JournalField.POSTING_DATE).orElse(LocalDate.EPOCH)).toList();
    }

    private static List<LineIssue> compared(List<List<Draft>> groups, List<NextNumber> expected) {
        var issues = new ArrayList<LineIssue>();
        for (var i = 0; i < groups.size(); i++) {
            switch (expected.get(i)) {
                case NextNumber.Taken next -> {
                    if (!next.number().equals(number(groups.get(i).getFirst()))) {
                        issues.addAll(issue(groups.get(i), "journals.document-no-out-of-sequence", Map.of("expected", next.number())));
                    }
                }
                case NextNumber.None none -> issues.addAll(issue(groups.get(i), none.code(), none.parameters()));
            }
        }
        return issues;
    }

    private static List<LineIssue> issue(List<Draft> group, String code, Map<String, Object> parameters) {
        var issues = new LineIssues(group.getFirst());
        issues.add(JournalField.DOCUMENT_NO, code, parameters);
        return issues.found();
    }

    /** Lines as they are posted. */
    record Numbered(List<Draft> lines, List<LineIssue> issues) {
        Numbered {
            lines = List.copyOf(lines);
            issues = List.copyOf(issues);
        }
    }
}
