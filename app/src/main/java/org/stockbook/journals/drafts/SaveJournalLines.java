package org.stockbook.journals.drafts;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.LineDimensions;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.journals.lines.TypedItems;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumbers;
import org.stockbook.platform.security.Permissions;

/** Keeps what was typed, completed and with what is wrong with it: a line is never refused for its contents (spec: journals, section 3). */
@Component
class SaveJournalLines {
    static final int STEP = 10_000;

    private final JournalDrafts drafts;
    private final CompleteLines completing;
    private final LineDimensions dimensions;
    private final InventoryPolicies policies;
    private final TakeNumbers numbers;
    private final TypedItems items;
    private final Permissions permissions;

    SaveJournalLines(
            JournalDrafts drafts,
            CompleteLines completing,
            LineDimensions dimensions,
            InventoryPolicies policies,
            TakeNumbers numbers,
            TypedItems items,
            Permissions permissions) {
        this.drafts = drafts;
        this.completing = completing;
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
        var kept = keep(batch, completing.complete(batch.kind(), begun, policy).lines());
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
        var kept = keep(batch, completing.checked(batch.kind(), lines, policy).lines());
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
            case JournalLineChange.Deleted deleted -> Stream.of(deleted.id());
            case JournalLineChange.Added _ -> Stream.empty();
        };
    }

    private static Stream<Long> deleted(JournalLineChange change) {
        return change instanceof JournalLineChange.Deleted(var id, _) ? Stream.of(id) : Stream.empty();
    }

    private static Stream<Long> overtaken(JournalLineChange change, Map<Long, Draft> lines) {
        return switch (change) {
            case JournalLineChange.Added _ -> Stream.empty();
            case JournalLineChange.Deleted(var id, var version) -> version == 0 || isUnchanged(lines, id, version) ? Stream.empty() : Stream.of(id);
            case JournalLineChange.Edited edited -> isUnchanged(lines, edited.id(), edited.version()) ? Stream.empty() : Stream.of(edited.id());
        };
    }

    private static boolean isUnchanged(Map<Long, Draft> lines, long id, int version) {
        return Optional.ofNullable(lines.get(id)).filter(line -> version == 0 || version == line.version()).isPresent();
    }

    /** What each change begins with: the line as it is, or a new one with what it takes from above; changes of one line are put together. */
    private List<CompleteLines.Begun> begin(DraftBatch batch, InventoryPolicy policy, List<? extends JournalLineChange> changes, Map<Long, Draft> edited) {
        var numberOf = numbersOfAdded(batch, changes);
        var begun = new ArrayList<CompleteLines.Begun>();
        var placeOf = new LinkedHashMap<Long, Integer>();
        var above = Optional.<LineValues>empty();
        for (var i = 0; i < changes.size(); i++) {
            switch (changes.get(i)) {
                case JournalLineChange.Edited change -> {
                    var place = placeOf.putIfAbsent(change.id(), begun.size());
                    var line = Optional.ofNullable(edited.get(change.id())).orElseThrow();
                    if (place == null) {
                        begun.add(new CompleteLines.Begun(line, change.values()));
                    } else {
                        begun.set(place, begun.get(place).with(change.values()));
                    }
                }
                case JournalLineChange.Deleted _ -> {}
                case JournalLineChange.Added change -> {
                    int no = Optional.ofNullable(numberOf.get(i)).orElseThrow();
                    var before = above.or(() -> drafts.before(batch, no - 1).map(Draft::values));
                    var values = fromAbove(batch, policy, before);
                    begun.add(new CompleteLines.Begun(Draft.fresh(no, values), change.values()));
                    above = Optional.of(values.with(change.values()));
                }
            }
        }
        return begun;
    }

    private LineValues fromAbove(DraftBatch batch, InventoryPolicy policy, Optional<LineValues> above) {
        var values = CompleteLines.fromAbove(batch, policy.workDate(), above);
        return above.isPresent() ? values : values.with(JournalField.DOCUMENT_NO, nextDocument(batch, policy.workDate()));
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

    /** New lines get their ids, changed ones their versions; the order of the changes stays. */
    private List<Draft> keep(DraftBatch batch, List<Draft> lines) {
        var user = permissions.login();
        var added = drafts.insert(batch, lines.stream().filter(line -> line.id() == 0).toList(), user).iterator();
        var changed = drafts.update(batch, lines.stream().filter(line -> line.id() != 0).toList(), user).iterator();
        return lines.stream().map(line -> line.id() == 0 ? added.next() : changed.next()).toList();
    }
}
