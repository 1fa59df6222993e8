package org.stockbook.journals.drafts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.JournalCards;
import org.stockbook.journals.lines.JournalRules;
import org.stockbook.journals.lines.LineDimensions;
import org.stockbook.journals.lines.LineValues;

/** Completes lines: what follows from what was typed, what they are worth, their dimensions, and what is wrong with each (spec: journals, sections 3 and 6). */
@Component
class CompleteLines {
    private static final List<JournalField> FROM_ABOVE =
            List.of(JournalField.POSTING_DATE, JournalField.DOCUMENT_DATE, JournalField.ENTRY_TYPE, JournalField.DOCUMENT_NO, JournalField.RECURRING_METHOD);

    private final JournalRules rules;
    private final LineDimensions dimensions;

    CompleteLines(JournalRules rules, LineDimensions dimensions) {
        this.rules = rules;
        this.dimensions = dimensions;
    }

    /** A line before a change, and the change. */
    record Begun(Draft before, Map<JournalField, String> typed) {
        Begun with(Map<JournalField, String> more) {
            var all = new HashMap<>(typed);
            all.putAll(more);
            return new Begun(before, all);
        }
    }

    /**
     * Lines with their issues.
     *
     * @param known the cards behind them
     */
    record Completed(List<Draft> lines, JournalCards.Known known) {
        Completed {
            lines = List.copyOf(lines);
        }
    }

    /** What a new line has before anything is typed into it: what it takes from the line above, or from the batch. */
    static LineValues fromAbove(DraftBatch batch, LocalDate workDate, Optional<LineValues> above) {
        var texts = new EnumMap<JournalField, String>(JournalField.class);
        texts.put(JournalField.POSTING_DATE, workDate.toString());
        texts.put(JournalField.DOCUMENT_DATE, workDate.toString());
        texts.put(JournalField.ENTRY_TYPE, LineValues.word(batch.kind().entryTypes().getFirst()));
        texts.put(JournalField.REASON, batch.reason().code());
        above.ifPresent(values -> FROM_ABOVE.stream().filter(values::has).forEach(field -> texts.put(field, values.text(field))));
        return LineValues.NONE.with(texts);
    }

    Completed complete(JournalKind kind, List<Begun> begun, InventoryPolicy policy) {
        var typed = begun.stream().map(change -> change.before().values().with(change.typed())).toList();
        var loaded = rules.load(kind, typed, policy);
        var values = begun.stream().map(change -> loaded.rules().complete(change.before().values(), change.typed())).toList();
        return checked(kind, begun, values, loaded);
    }

    /** Lines whose values are complete already. */
    Completed checked(JournalKind kind, List<Draft> lines, InventoryPolicy policy) {
        var begun = lines.stream().map(line -> new Begun(Draft.fresh(line.lineNo(), LineValues.NONE), line.values().texts())).toList();
        var values = lines.stream().map(Draft::values).toList();
        return checked(kind, begun, values, rules.load(kind, values, policy));
    }

    private Completed checked(JournalKind kind, List<Begun> begun, List<LineValues> values, JournalRules.Loaded loaded) {
        var book = dimensions.load(values, begun.stream().map(Begun::before).toList());
        var lines = new ArrayList<Draft>();
        var combinations = new ArrayList<LineDimensions.Combinations>();
        for (var i = 0; i < begun.size(); i++) {
            var before = begun.get(i).before();
            lines.add(before.withValues(values.get(i)).withWorth(loaded.rules().worth(values.get(i))).withIssues(List.of()));
            combinations.add(book.after(kind, before, values.get(i), begun.get(i).typed()));
        }
        var named = dimensions.keep(lines, combinations);
        var checked = new ArrayList<Draft>();
        for (var i = 0; i < named.size(); i++) {
            var line = named.get(i);
            var issues = new ArrayList<LineIssue>(loaded.rules().check(line));
            issues.addAll(book.check(line, combinations.get(i)));
            checked.add(line.withIssues(issues));
        }
        return new Completed(checked, loaded.known());
    }
}
