package org.stockbook.journals.drafts;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.lines.DateFormula;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.journals.lines.RecurringMethod;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostedLine;
import org.stockbook.platform.i18n.Language;

/** Lines that come again: which are due, how they are worded, and what they are after posting (spec: journals, section 9). */
final class RecurringLines {
    private RecurringLines() {}

    /** Lines whose date has come and that have not expired; what cannot be read is left to the checks. */
    static List<Draft> due(List<Draft> lines, LocalDate workDate) {
        return lines.stream()
                .filter(line -> line.values().date(JournalField.POSTING_DATE).filter(date -> date.isAfter(workDate)).isEmpty())
                .filter(line -> line.values().date(JournalField.RECURRING_UNTIL).filter(until -> until.isBefore(workDate)).isEmpty())
                .toList();
    }

    /** Lines that ended before the work date although something of them was still due: it is lost. */
    static List<Draft> expired(List<Draft> lines, LocalDate workDate) {
        return lines.stream()
                .filter(line -> line.values().date(JournalField.RECURRING_UNTIL)
                        .filter(until -> until.isBefore(workDate))
                        .filter(until -> line.values().date(JournalField.POSTING_DATE).filter(date -> !date.isAfter(until)).isPresent())
                        .isPresent())
                .toList();
    }

    /** Whether an occurrence of the lines is followed by its opposite. */
    static boolean anyReversing(List<Draft> lines) {
        return lines.stream().anyMatch(line -> method(line.values()).isReversing());
    }

    /** With day, week, month and year in the places kept for them. */
    static List<Draft> worded(List<Draft> lines, Language language) {
        return lines.stream().map(line -> line.withValues(worded(line.values(), language))).toList();
    }

    private static LineValues worded(LineValues values, Language language) {
        return values.date(JournalField.POSTING_DATE).map(date -> values.with(Map.of(
                JournalField.DOCUMENT_NO, worded(values.text(JournalField.DOCUMENT_NO), date, language),
                JournalField.DESCRIPTION, worded(values.text(JournalField.DESCRIPTION), date, language)))).orElse(values);
    }

    private static String worded(String text, LocalDate date, Language language) {
        var month = date.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, Locale.forLanguageTag(language.tag()));
        return text.replace("%1", Integer.toString(date.getDayOfMonth()))
                .replace("%2", Integer.toString(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)))
                .replace("%3", Integer.toString(date.getMonthValue()))
                .replace("%4", month)
                .replace("%5", month)
                .replace("%6", Integer.toString(date.getYear()));
    }

    /** What the lines are after posting: later, and without quantity where that is asked for each time. */
    static List<JournalLineChange> advanced(List<Draft> posted) {
        return posted.stream().<JournalLineChange>map(line -> new JournalLineChange.Edited(line.id(), 0, advanced(line.values()))).toList();
    }

    private static Map<JournalField, String> advanced(LineValues values) {
        var changes = new EnumMap<JournalField, String>(JournalField.class);
        var next = DateFormula.read(values.text(JournalField.RECURRING_FREQUENCY))
                .flatMap(formula -> values.date(JournalField.POSTING_DATE).map(formula::from));
        next.ifPresent(date -> changes.put(JournalField.POSTING_DATE, date.toString()));
        if (method(values).isVariable()) {
            changes.put(JournalField.QUANTITY, "");
            changes.put(JournalField.AMOUNT, "");
        }
        return changes;
    }

    private static RecurringMethod method(LineValues values) {
        return values.word(RecurringMethod.class, JournalField.RECURRING_METHOD).orElse(RecurringMethod.FIXED);
    }

    /** Whether another occurrence can be posted without being asked for its quantity. */
    static boolean repeats(Draft line) {
        return !method(line.values()).isVariable();
    }

    /** The day after, the opposite of each reversing line, at the cost of the entry that it made. */
    static List<Draft> reversals(List<Draft> posted, List<PostedLine> made) {
        var entryOf = new HashMap<LineNo, ItemLedgerEntryNo>();
        made.stream().filter(line -> !line.entries().isEmpty()).forEach(line -> entryOf.put(line.line(), line.entries().getFirst()));
        return posted.stream()
                .filter(line -> method(line.values()).isReversing())
                .flatMap(line -> Optional.ofNullable(entryOf.get(new LineNo(line.lineNo()))).map(entry -> reversal(line, entry)).stream())
                .toList();
    }

    private static Draft reversal(Draft line, ItemLedgerEntryNo entry) {
        var values = line.values();
        var date = values.date(JournalField.POSTING_DATE).orElseThrow().plusDays(1).toString();
        var quantity = values.figure(JournalField.QUANTITY).orElseThrow();
        var amount = values.figure(JournalField.AMOUNT).map(figure -> figure.negate().toPlainString()).orElse("");
        var leaves = values.entryType().orElseThrow().leavesStock() == quantity.signum() > 0;
        var changes = new EnumMap<JournalField, String>(JournalField.class);
        changes.put(JournalField.POSTING_DATE, date);
        changes.put(JournalField.DOCUMENT_DATE, date);
        changes.put(JournalField.RECURRING_UNTIL, "");
        changes.put(JournalField.QUANTITY, quantity.negate().toPlainString());
        changes.put(JournalField.AMOUNT, amount);
        changes.put(JournalField.APPLIES_TO_ENTRY, leaves ? "" : Long.toString(entry.value()));
        changes.put(JournalField.APPLIES_FROM_ENTRY, leaves ? Long.toString(entry.value()) : "");
        return line.withValues(values.with(changes));
    }
}
