package org.stockbook.generaljournal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.finance.AccountMovements;
import org.stockbook.finance.AccountMovements.Period;
import org.stockbook.finance.FiscalYears;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/**
 * Proposes the journal lines that carry the income of the youngest closed year to retained earnings, on the day that closes the year
 * (spec: finance, section 7). Run again after late entries, it proposes the difference.
 */
@Service
public class CloseIncomeStatement {
    private final FiscalYears years;
    private final AccountMovements movements;
    private final JournalBooks books;
    private final EditGeneralJournal editing;
    private final Permissions permissions;

    CloseIncomeStatement(FiscalYears years, AccountMovements movements, JournalBooks books, EditGeneralJournal editing, Permissions permissions) {
        this.years = years;
        this.movements = movements;
        this.books = books;
        this.editing = editing;
        this.permissions = permissions;
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Proposed(int lines, LocalDate closingDay) implements Outcome {}

        record Refused(String code, Map<String, Object> parameters) implements Outcome {
            public Refused {
                parameters = Map.copyOf(parameters);
            }
        }
    }

    @Transactional
    public Outcome propose(JournalBatchName batch, String documentNumber) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        var year = years.lastClosed();
        var earnings = books.retainedEarnings();
        if (year.isEmpty()) {
            return new Outcome.Refused("finance.year-not-closed", Map.of());
        }
        if (earnings.isEmpty()) {
            return new Outcome.Refused("common.field-required", Map.of("field", "retainedEarningsAccountNumber"));
        }
        var last = year.get().last();
        var lines = lines(last, documentNumber, earnings.get().code());
        if (lines.isEmpty()) {
            return new Outcome.Refused("common.nothing-to-post", Map.of());
        }
        editing.save(batch, lines);
        return new Outcome.Proposed(lines.size(), last);
    }

    private List<LineChange> lines(LocalDate last, String documentNumber, String earnings) {
        var posted = movements.in(new Period(LocalDate.MIN.withYear(1), last, true));
        var changes = new ArrayList<LineChange>();
        var profit = Amount.ZERO;
        for (var account : movements.chart()) {
            var balance = posted.getOrDefault(account.number(), AccountMovements.Sums.NONE).balance();
            if (account.isPosting() && account.isIncome() && !balance.isZero()) {
                changes.add(line(last, documentNumber, account.number(), balance.negated()));
                profit = profit.plus(balance);
            }
        }
        if (!changes.isEmpty() && !profit.isZero()) {
            changes.add(line(last, documentNumber, earnings, profit));
        }
        return changes;
    }

    private static LineChange line(LocalDate last, String documentNumber, String account, Amount amount) {
        return new LineChange.Added(0, Map.of(
                GeneralJournalField.POSTING_DATE, last.toString(), GeneralJournalField.DOCUMENT_NO, documentNumber, GeneralJournalField.ACCOUNT_TYPE, "account",
                GeneralJournalField.ACCOUNT_NO, account, GeneralJournalField.AMOUNT, amount.toString(), GeneralJournalField.BALANCING_NO, "",
                GeneralJournalField.CLOSING, "true"));
    }
}
