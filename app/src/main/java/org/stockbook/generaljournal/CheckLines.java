package org.stockbook.generaljournal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stockbook.kernel.generaljournal.GeneralJournalOutcome;
import org.stockbook.kernel.generaljournal.GeneralJournalPosting;
import org.stockbook.organisation.WorkDate;
import org.stockbook.platform.security.Permissions;

/** What posting would say to drafts. */
@Component
class CheckLines {
    private final ReadLines reading;
    private final JournalBooks books;
    private final WorkDate workDate;
    private final Permissions permissions;

    CheckLines(ReadLines reading, JournalBooks books, WorkDate workDate, Permissions permissions) {
        this.reading = reading;
        this.books = books;
        this.workDate = workDate;
        this.permissions = permissions;
    }

    LocalDate workDate() {
        return workDate.today();
    }

    /** Each line by itself; whether its document balances is asked when the batch is checked. */
    List<DraftLine.Checked> eachLine(List<DraftLine> lines) {
        var issues = check(lines, false).issues().stream().filter(issue -> !issue.code().equals("finance.journal-out-of-balance")).toList();
        return lines.stream().map(line -> new DraftLine.Checked(line, issues.stream().filter(issue -> issue.lineId() == line.id()).toList())).toList();
    }

    /** A batch as posting sees it. */
    record Checked(List<DraftIssue> issues, GeneralJournalOutcome outcome) {
        Checked {
            issues = List.copyOf(issues);
        }
    }

    /** The whole of a batch; open entries are held where it is going to be posted. */
    Checked check(List<DraftLine> lines, boolean lock) {
        var read = reading.read(lines);
        var outcome = GeneralJournalPosting.post(read.lines(), books.facts(read.lines(), permissions.login(), lock));
        var issues = new ArrayList<>(read.issues());
        if (outcome instanceof GeneralJournalOutcome.Refused(var refusals) && (read.issues().isEmpty() || !refusals.isEmpty())) {
            issues.addAll(JournalRefusals.issues(refusals, lines));
        }
        issues.sort(Comparator.comparingInt(DraftIssue::lineNo));
        return new Checked(issues, outcome);
    }
}
