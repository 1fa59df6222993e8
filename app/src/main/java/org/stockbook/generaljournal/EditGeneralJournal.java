package org.stockbook.generaljournal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.organisation.NextNumber;
import org.stockbook.organisation.TakeNumbers;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Keeps what is typed into the general journal: a line is never refused for its contents (spec: finance, section 3). */
@Service
public class EditGeneralJournal {
    static final int STEP = 10_000;
    private static final List<GeneralJournalField> FROM_ABOVE = List.of(
            GeneralJournalField.POSTING_DATE, GeneralJournalField.DOCUMENT_TYPE, GeneralJournalField.DOCUMENT_NO, GeneralJournalField.ACCOUNT_TYPE);

    private final GeneralJournalDrafts drafts;
    private final CheckLines checks;
    private final TakeNumbers numbers;
    private final Permissions permissions;

    EditGeneralJournal(GeneralJournalDrafts drafts, CheckLines checks, TakeNumbers numbers, Permissions permissions) {
        this.drafts = drafts;
        this.checks = checks;
        this.numbers = numbers;
        this.permissions = permissions;
    }

    @Transactional(readOnly = true)
    public Optional<DraftBatch> batch(JournalBatchName name) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return drafts.batch(name);
    }

    @Transactional
    public DraftBatch create(DraftBatch batch) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return drafts.create(batch);
    }

    /** The first of what a batch names that does not exist: its field and value. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> unknown(DraftBatch batch) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return drafts.unknown(batch);
    }

    /**
     * Keeps what is said of a batch.
     *
     * @param version that was read; 0 overwrites whatever is there
     * @return the batch as it is now; nothing where somebody has changed it since
     */
    @Transactional
    public Optional<DraftBatch> change(DraftBatch batch, long version) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        if (isOvertaken(drafts.lock(batch.name()), version)) {
            return Optional.empty();
        }
        drafts.change(batch);
        drafts.raiseVersion(batch);
        return drafts.batch(batch.name());
    }

    private static boolean isOvertaken(DraftBatch batch, long version) {
        return version != 0 && version != batch.version();
    }

    /**
     * Removes a batch with its lines.
     *
     * @param version that was read; 0 for whatever is there
     * @return whether it is gone; it stays where somebody has changed it since
     */
    @Transactional
    public boolean delete(JournalBatchName name, long version) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        var batch = drafts.lock(name);
        if (isOvertaken(batch, version)) {
            return false;
        }
        drafts.remove(batch);
        return true;
    }

    @Transactional
    public List<DraftLine.Checked> lines(DraftBatch batch, int skip, int top) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return checks.eachLine(drafts.lines(batch, skip, top));
    }

    /** A line of any batch. */
    @Transactional(readOnly = true)
    public Optional<DraftLine.Kept> line(long id) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return drafts.line(id).map(kept -> new DraftLine.Kept(kept.batch(), checks.eachLine(List.of(kept.checked().line())).getFirst(), kept.changedBy(), kept.changedAt()));
    }

    public JournalTotals totals(DraftBatch batch) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        return drafts.totals(batch);
    }

    /** Keeps all of the changes or, where somebody else was faster with one of the lines, none. */
    @Transactional
    public LinesSaved save(JournalBatchName name, List<? extends LineChange> changes) {
        permissions.require(Permission.EDIT_GENERAL_JOURNAL);
        var batch = drafts.lock(name);
        var known = known(batch, changes);
        var overtaken = changes.stream().flatMap(change -> overtaken(change, known).stream()).distinct().toList();
        if (!overtaken.isEmpty()) {
            return new LinesSaved.ChangedByAnother(overtaken);
        }
        drafts.delete(batch, changes.stream().filter(LineChange.Deleted.class::isInstance).map(change -> ((LineChange.Deleted) change).id()).toList());
        var kept = drafts.keep(batch, changed(batch, changes, known), permissions.login());
        drafts.raiseVersion(batch);
        return new LinesSaved.Kept(checks.eachLine(kept), drafts.totals(batch));
    }

    /** The line that somebody else was faster with. */
    private static Optional<Long> overtaken(LineChange change, Map<Long, DraftLine> known) {
        return switch (change) {
            case LineChange.Added _ -> Optional.empty();
            case LineChange.Edited(var id, var version, _) -> isRead(known, id, version) ? Optional.empty() : Optional.of(id);
            case LineChange.Deleted(var id, var version) -> version == 0 || isRead(known, id, version) ? Optional.empty() : Optional.of(id);
        };
    }

    private static boolean isRead(Map<Long, DraftLine> known, long id, int version) {
        return Optional.ofNullable(known.get(id)).filter(line -> version == 0 || version == line.version()).isPresent();
    }

    private Map<Long, DraftLine> known(DraftBatch batch, List<? extends LineChange> changes) {
        var ids = changes.stream().flatMap(change -> switch (change) {
            case LineChange.Added _ -> Stream.<Long>empty();
            case LineChange.Edited edited -> Stream.of(edited.id());
            case LineChange.Deleted deleted -> Stream.of(deleted.id());
        }).distinct().toList();
        var known = new HashMap<Long, DraftLine>();
        drafts.lines(batch, ids).forEach(line -> known.put(line.id(), line));
        return known;
    }

    /** Lines with their changes in the order of these; several changes of one line are put together. */
    private List<DraftLine> changed(DraftBatch batch, List<? extends LineChange> changes, Map<Long, DraftLine> known) {
        var lines = new LinkedHashMap<Integer, DraftLine>();
        var last = Optional.<DraftLine>empty();
        for (var change : changes) {
            switch (change) {
                case LineChange.Edited edited -> {
                    var line = Optional.ofNullable(known.get(edited.id())).orElseThrow();
                    lines.put(line.lineNo(), lines.getOrDefault(line.lineNo(), line).with(edited.values()));
                }
                case LineChange.Added added -> {
                    var atEnd = added.after() <= 0;
                    var above = atEnd ? last.or(() -> drafts.before(batch, Integer.MAX_VALUE)) : drafts.before(batch, added.after());
                    var no = atEnd ? above.map(DraftLine::lineNo).orElse(0) + STEP : place(batch, above.map(DraftLine::lineNo).orElse(0));
                    var line = new DraftLine(0, no, 0, proposed(batch, above)).with(added.values());
                    lines.put(no, line);
                    last = atEnd ? Optional.of(line) : last;
                }
                case LineChange.Deleted _ -> {
                    // removed before
                }
            }
        }
        return List.copyOf(lines.values());
    }

    private int place(DraftBatch batch, int after) {
        var next = drafts.after(batch, after);
        if (next.isEmpty()) {
            return after + STEP;
        }
        var middle = after + (next.get() - after) / 2;
        if (middle > after) {
            return middle;
        }
        drafts.makeRoom(batch, after, STEP);
        return after + STEP / 2;
    }

    private Map<GeneralJournalField, String> proposed(DraftBatch batch, Optional<DraftLine> above) {
        var texts = proposed(batch, checks.workDate(), above);
        if (above.isEmpty() && !batch.series().isEmpty()
                && numbers.foresee(batch.series(), List.of(checks.workDate())).getFirst() instanceof NextNumber.Taken next) {
            texts.put(GeneralJournalField.DOCUMENT_NO, next.number());
        }
        return texts;
    }

    /** A new line continues the document above; the first one gets the batch's balancing account. */
    static Map<GeneralJournalField, String> proposed(DraftBatch batch, LocalDate workDate, Optional<DraftLine> above) {
        var texts = new EnumMap<GeneralJournalField, String>(GeneralJournalField.class);
        texts.put(GeneralJournalField.REASON, batch.reason());
        texts.put(GeneralJournalField.BALANCING_NO, batch.balancingAccount());
        texts.put(GeneralJournalField.POSTING_DATE, workDate.toString());
        above.ifPresent(line -> FROM_ABOVE.forEach(field -> texts.put(field, line.text(field))));
        texts.values().removeIf(String::isEmpty);
        return texts;
    }
}
