package org.stockbook.journals.drafts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalLineChange;
import org.stockbook.journals.JournalSaved;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.JournalRules;
import org.stockbook.journals.lines.LineDimensions;
import org.stockbook.journals.lines.LineRules;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.journals.lines.TypedItems;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumbers;
import org.stockbook.platform.security.Permissions;

/** Keeps what was typed, completed and with what is wrong with it: a line is never refused for its contents (spec: journals, section 3). */
@Component
class SaveJournalLines {
    static final int STEP = 10_000;
    private static final List<JournalField> FROM_ABOVE =
            List.of(JournalField.POSTING_DATE, JournalField.DOCUMENT_DATE, JournalField.ENTRY_TYPE, JournalField.DOCUMENT_NO, JournalField.RECURRING_METHOD);

    private final JournalDrafts drafts;
    private final JournalRules rules;
    private final LineDimensions dimensions;
    private final InventoryPolicies policies;
    private final TakeNumbers numbers;
    private final TypedItems items;
    private final Permissions permissions;

    SaveJournalLines(
            JournalDrafts drafts,
            JournalRules rules,
            LineDimensions dimensions,
            InventoryPolicies policies,
            TakeNumbers numbers,
            TypedItems items,
            Permissions permissions) {
        this.drafts = drafts;
        this.rules = rules;
        this.dimensions = dimensions;
        this.policies = policies;
        this.numbers = numbers;
        this.items = items;
        this.permissions = permissions;
    }

    /** Keeps all of the changes or, where somebody else was faster with one of the lines, none. */
    @Transactional
    public JournalSaved save(JournalAddress address, List<? extends JournalLineChange> changes) {
        permissions.require(address.kind().editing());
        var batch = drafts.lock(address);
        var edited = new HashMap<Long, Draft>();
        var ids = changes.stream().flatMap(SaveJournalLines::idOf).distinct().toList();
        dimensions.named(drafts.lines(batch, ids)).forEach(line -> edited.put(line.id(), line));
        var overtaken = changes.stream().flatMap(change -> overtaken(change, edited)).distinct().toList();
        if (!overtaken.isEmpty()) {
            return new JournalSaved.ChangedByAnother(overtaken);
        }
        drafts.delete(batch, changes.stream().flatMap(SaveJournalLines::deleted).toList());
        var policy = policies.of(permissions.login());
        var begun = begin(batch, policy, items.named(changes), edited);
        var complete = complete(batch, begun, policy);
        var kept = keep(batch, begun, complete);
        if (!changes.isEmpty()) {
            drafts.raiseVersion(batch);
        }
        return new JournalSaved.Kept(kept.stream().map(Draft::shown).toList(), drafts.totals(batch));
    }

    /** Every line of a batch, with the texts of its dimensions. */
    List<Draft> linesOf(DraftBatch batch) {
        return dimensions.named(drafts.lines(batch, 0, Integer.MAX_VALUE));
    }

    /** Keeps lines that are complete already, with their dimensions and issues. */
    JournalSaved.Kept add(DraftBatch batch, List<Draft> lines) {
        var policy = policies.of(permissions.login());
        var begun = lines.stream().map(line -> new Begun(Draft.fresh(line.lineNo(), LineValues.NONE), line.values().texts())).toList();
        var values = lines.stream().map(Draft::values).toList();
        var kept = keep(batch, begun, checked(batch, begun, values, rules.load(batch.kind(), values, policy).rules()));
        if (!kept.isEmpty()) {
            drafts.raiseVersion(batch);
        }
        return new JournalSaved.Kept(kept.stream().map(Draft::shown).toList(), drafts.totals(batch));
    }

    /** The number that the next document of a batch would get; empty where the batch has no series. */
    String nextDocument(DraftBatch batch, LocalDate date) {
        return !batch.series().isEmpty() && numbers.foresee(batch.series(), List.of(date)).getFirst() instanceof NextNumber.Taken next ? next.number() : "";
    }

    private static Stream<Long> idOf(JournalLineChange change) {
        return switch (change) {
            case JournalLineChange.Edited edited -> Stream.of(edited.id());
            case JournalLineChange.Added _, JournalLineChange.Deleted _ -> Stream.empty();
        };
    }

    private static Stream<Long> deleted(JournalLineChange change) {
        return change instanceof JournalLineChange.Deleted(var id) ? Stream.of(id) : Stream.empty();
    }

    private static Stream<Long> overtaken(JournalLineChange change, Map<Long, Draft> lines) {
        return switch (change) {
            case JournalLineChange.Added _, JournalLineChange.Deleted _ -> Stream.empty();
            case JournalLineChange.Edited edited -> Optional.ofNullable(lines.get(edited.id()))
                            .filter(line -> edited.version() == 0 || edited.version() == line.version())
                            .isPresent()
                    ? Stream.empty()
                    : Stream.of(edited.id());
        };
    }

    /** What each change begins with: the line as it is, or a new one with what it takes from above; changes of one line are put together. */
    private List<Begun> begin(DraftBatch batch, InventoryPolicy policy, List<? extends JournalLineChange> changes, Map<Long, Draft> edited) {
        var numberOf = numbersOfAdded(batch, changes);
        var begun = new ArrayList<Begun>();
        var placeOf = new LinkedHashMap<Long, Integer>();
        var above = Optional.<LineValues>empty();
        for (var i = 0; i < changes.size(); i++) {
            switch (changes.get(i)) {
                case JournalLineChange.Edited change -> {
                    var place = placeOf.putIfAbsent(change.id(), begun.size());
                    var line = Optional.ofNullable(edited.get(change.id())).orElseThrow();
                    if (place == null) {
                        begun.add(new Begun(line, change.values()));
                    } else {
                        begun.set(place, begun.get(place).with(change.values()));
                    }
                }
                case JournalLineChange.Deleted _ -> {}
                case JournalLineChange.Added change -> {
                    int no = Optional.ofNullable(numberOf.get(i)).orElseThrow();
                    var before = above.or(() -> drafts.before(batch, no - 1).map(Draft::values));
                    var values = fromAbove(batch, policy, before);
                    begun.add(new Begun(Draft.fresh(no, values), change.values()));
                    above = Optional.of(values.with(change.values()));
                }
            }
        }
        return begun;
    }

    private LineValues fromAbove(DraftBatch batch, InventoryPolicy policy, Optional<LineValues> above) {
        var texts = new EnumMap<JournalField, String>(JournalField.class);
        var workDate = policy.workDate();
        texts.put(JournalField.POSTING_DATE, workDate.toString());
        texts.put(JournalField.DOCUMENT_DATE, workDate.toString());
        texts.put(JournalField.ENTRY_TYPE, LineValues.word(batch.kind().entryTypes().getFirst()));
        texts.put(JournalField.REASON, batch.reason().code());
        above.ifPresent(values -> FROM_ABOVE.stream().filter(values::has).forEach(field -> texts.put(field, values.text(field))));
        if (above.isEmpty()) {
            texts.put(JournalField.DOCUMENT_NO, nextDocument(batch, workDate));
        }
        return LineValues.NONE.with(texts);
    }

    /** Line numbers of added lines by the place of the change; from the end of the batch backwards, so that making room moves none of them. */
    private Map<Integer, Integer> numbersOfAdded(DraftBatch batch, List<? extends JournalLineChange> changes) {
        var behind = new TreeMap<Integer, List<Integer>>();
        for (var i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof JournalLineChange.Added added) {
                behind.computeIfAbsent(added.after() <= 0 ? Integer.MAX_VALUE : added.after(), _ -> new ArrayList<>()).add(i);
            }
        }
        var numberOf = new HashMap<Integer, Integer>();
        behind.descendingMap().forEach((after, places) -> {
            int start = after == Integer.MAX_VALUE ? drafts.before(batch, after).map(Draft::lineNo).orElse(0) : after;
            var step = step(batch, start, places.size());
            for (var i = 0; i < places.size(); i++) {
                numberOf.put(places.get(i), start + (i + 1) * step);
            }
        });
        return numberOf;
    }

    private int step(DraftBatch batch, int start, int lines) {
        var next = drafts.after(batch, start);
        if (next.isEmpty()) {
            return STEP;
        }
        var step = (next.get() - start) / (lines + 1);
        if (step >= 1) {
            return step;
        }
        drafts.makeRoom(batch, start, lines * STEP);
        return STEP;
    }

    private List<Draft> complete(DraftBatch batch, List<Begun> begun, InventoryPolicy policy) {
        var typed = begun.stream().map(change -> change.before().values().with(change.typed())).toList();
        var loaded = rules.load(batch.kind(), typed, policy).rules();
        var values = begun.stream().map(change -> loaded.complete(change.before().values(), change.typed())).toList();
        return checked(batch, begun, values, loaded);
    }

    /** Lines with what they are worth, their dimensions and what is wrong with them. */
    private List<Draft> checked(DraftBatch batch, List<Begun> begun, List<LineValues> values, LineRules loaded) {
        var book = dimensions.load(values, begun.stream().map(Begun::before).toList());
        var lines = new ArrayList<Draft>();
        var combinations = new ArrayList<LineDimensions.Combinations>();
        for (var i = 0; i < begun.size(); i++) {
            var before = begun.get(i).before();
            lines.add(before.withValues(values.get(i)).withWorth(loaded.worth(values.get(i))).withIssues(List.of()));
            combinations.add(book.after(batch.kind(), before, values.get(i), begun.get(i).typed()));
        }
        var named = dimensions.keep(lines, combinations);
        var checked = new ArrayList<Draft>();
        for (var i = 0; i < named.size(); i++) {
            var line = named.get(i);
            var issues = new ArrayList<LineIssue>(loaded.check(line));
            issues.addAll(book.check(line, combinations.get(i)));
            checked.add(line.withIssues(issues));
        }
        return checked;
    }

    /** New lines get their ids, changed ones their versions; the order of the changes stays. */
    private List<Draft> keep(DraftBatch batch, List<Begun> begun, List<Draft> lines) {
        var user = permissions.login();
        var added = drafts.insert(batch, lines.stream().filter(line -> line.id() == 0).toList(), user).iterator();
        var changed = drafts.update(batch, lines.stream().filter(line -> line.id() != 0).toList(), user).iterator();
        return begun.stream().map(change -> change.before().id() == 0 ? added.next() : changed.next()).toList();
    }

    /** A line before a change. */
    private record Begun(Draft before, Map<JournalField, String> typed) {
        Begun with(Map<JournalField, String> more) {
            var all = new HashMap<>(typed);
            all.putAll(more);
            return new Begun(before, all);
        }
    }
}
