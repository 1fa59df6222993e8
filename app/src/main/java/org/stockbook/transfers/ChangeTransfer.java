package org.stockbook.transfers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.DocumentSeries;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.finance.dimensions.DimensionSetCheck;
import org.stockbook.items.FindItem;
import org.stockbook.items.FoundItem;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.transfer.TransferHeader;
import org.stockbook.kernel.documents.transfer.TransferLine;
import org.stockbook.kernel.documents.transfer.TransferOrder;
import org.stockbook.kernel.documents.transfer.TransferRoute;
import org.stockbook.kernel.items.ReferenceChoice.Audience;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.organisation.NextNumber;

/** Creates and changes transfer orders; each change is refused if somebody else was faster (spec: transfer, sections 2 to 4). */
@Component
public class ChangeTransfer {
    private static final int STEP = 10_000;

    private final TransferOrders orders;
    private final TransferDefaults defaults;
    private final DocumentSeries series;
    private final FindItem find;
    private final DimensionSetCheck dimensions;

    ChangeTransfer(TransferOrders orders, TransferDefaults defaults, DocumentSeries series, FindItem find, DimensionSetCheck dimensions) {
        this.orders = orders;
        this.defaults = defaults;
        this.series = series;
        this.find = find;
        this.dimensions = dimensions;
    }

    /**
     * A new order.
     *
     * @param no blank to take the next one of the series
     * @param today posting date where none is typed
     */
    public record Draft(DocumentNo no, LocalDate today, TransferHeaderChange header, List<TransferLineChange> lines) {
        public Draft {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A change of an order.
     *
     * @param version that the user has read; 0 overwrites whatever is there
     * @param line that was read instead of the order, so that changes of other lines do not count
     */
    public record Change(DocumentNo no, int version, String user, Optional<LineRead> line) {
        public Change(DocumentNo no, int version, String user) {
            this(no, version, user, Optional.empty());
        }

        private boolean isOvertaken(StoredTransfer now) {
            return version != 0 && version != now.version()
                    || line.filter(read -> read.version() != 0 && now.mark(read.no()).filter(mark -> mark.version() == read.version()).isEmpty()).isPresent();
        }
    }

    /**
     * A line as somebody has read it.
     *
     * @param version 0 overwrites whatever is there
     */
    public record LineRead(LineNo no, int version) {}

    @Transactional
    public TransferChanged create(Draft draft, String user) {
        var day = draft.header().date(TransferHeaderChange.Field.POSTING_DATE).orElse(draft.today());
        var header = new TransferHeader(draft.no(), LocationCode.BLANK, LocationCode.BLANK, new TransferRoute.InTransit(LocationCode.BLANK), day);
        var empty = new StoredTransfer(0, 0, DocumentStatus.OPEN, new TransferOrder(header, List.of()));
        var typed = new TransferHeaderChanges(defaults, draft.header(), dimensions);
        var headed = typed.apply(empty);
        var filled = lines(headed, draft.lines());
        var issues = new ArrayList<>(typed.issues());
        issues.addAll(filled.issues());
        if (!issues.isEmpty()) {
            return new TransferChanged.Refused(issues);
        }
        if (!draft.no().isBlank()) {
            return orders.find(draft.no()).isPresent()
                    ? refused(TransferIssues.issue(0, "common.already-exists", Map.of("field", "number", "value", draft.no().code(), "key", draft.no().code())))
                    : new TransferChanged.Kept(orders.create(filled.order(), user));
        }
        return switch (series.next("TRANSFER_ORDER", day)) {
            case NextNumber.None none -> refused(TransferIssues.issue(0, none.code(), none.parameters()));
            case NextNumber.Taken taken -> new TransferChanged.Kept(orders.create(filled.order().numbered(new DocumentNo(taken.number())), user));
        };
    }

    /** Changes the header; what was agreed only while the order is open. */
    @Transactional
    public TransferChanged head(Change change, TransferHeaderChange header) {
        return keeping(change, stored -> {
            if (header.touchesWhatWasAgreed() && stored.status() != DocumentStatus.OPEN) {
                return notOpen(stored, 0);
            }
            var typed = new TransferHeaderChanges(defaults, header, dimensions);
            return new Edited(typed.apply(stored), typed.issues());
        });
    }

    /** Adds and changes lines. */
    @Transactional
    public TransferChanged lines(Change change, List<TransferLineChange> lines) {
        return keeping(change, stored -> {
            var locked = lines.stream().filter(line -> !line.isOnlyProgress()).findFirst();
            return locked.isPresent() && stored.status() != DocumentStatus.OPEN ? notOpen(stored, locked.get().line()) : lines(stored, lines);
        });
    }

    /** Takes lines out of which nothing is shipped. */
    @Transactional
    public TransferChanged remove(Change change, List<LineNo> lines) {
        return keeping(change, stored -> {
            if (stored.status() != DocumentStatus.OPEN) {
                return notOpen(stored, lines.isEmpty() ? 0 : lines.getFirst().value());
            }
            var issues = stored.order().lines().stream()
                    .filter(line -> lines.contains(line.no()) && !line.progress().shipped().isZero())
                    .map(line -> TransferIssues.issue(line.no().value(), "common.below-handled", Map.of("handled", line.progress().shipped().value())))
                    .toList();
            var left = stored.order().lines().stream().filter(line -> !lines.contains(line.no())).toList();
            return new Edited(stored.with(new TransferOrder(stored.order().header(), left)), issues);
        });
    }

    /** Says that the order is ready to be worked off (spec: transfer, section 3). */
    @Transactional
    public TransferChanged release(Change change) {
        return keeping(change, stored -> new Edited(stored.with(DocumentStatus.RELEASED), againstRelease(stored)));
    }

    /** What stands against releasing an order; nothing changes (spec: transfer, section 3). */
    public static List<DocumentIssue> againstRelease(StoredTransfer stored) {
        var order = stored.order();
        var header = order.header();
        var issues = new ArrayList<>(stored.unread());
        if (header.from().isBlank()) {
            issues.add(TransferIssues.missing(0, "transferFromCode"));
        }
        if (header.to().isBlank()) {
            issues.add(TransferIssues.missing(0, "transferToCode"));
        }
        if (!header.from().isBlank() && header.from().equals(header.to())) {
            issues.add(TransferIssues.issue(0, "transfer.locations-equal", Map.of("location", header.from().code())));
        }
        if (header.route() instanceof TransferRoute.InTransit transit && transit.location().isBlank()) {
            issues.add(TransferIssues.missing(0, "inTransitCode"));
        }
        if (stored.unread().isEmpty() && order.lines().stream().allMatch(line -> line.quantity().isZero())) {
            issues.add(TransferIssues.issue(0, "common.nothing-to-release", Map.of()));
        }
        return issues;
    }

    @Transactional
    public TransferChanged reopen(Change change) {
        return keeping(change, stored -> new Edited(stored.with(DocumentStatus.OPEN), List.of()));
    }

    /** Deletes an order; not while something of it is on its way. */
    @Transactional
    public TransferChanged delete(Change change) {
        return locked(change, stored -> {
            var travelling = stored.order().lines().stream().filter(line -> !line.progress().inTransit().isZero()).findFirst();
            if (travelling.isPresent()) {
                return refused(TransferIssues.issue(travelling.get().no().value(), "common.below-handled", Map.of("handled", travelling.get().progress().shipped().value())));
            }
            orders.delete(stored);
            return new TransferChanged.Kept(stored);
        });
    }

    /** An order with its changes, and why they cannot be kept. */
    private record Edited(StoredTransfer order, List<DocumentIssue> issues) {}

    private static Edited notOpen(StoredTransfer stored, int line) {
        return new Edited(stored, List.of(TransferIssues.issue(line, "common.status-not-open", Map.of())));
    }

    private TransferChanged keeping(Change change, Function<StoredTransfer, Edited> work) {
        return locked(change, stored -> {
            var edited = work.apply(stored);
            return edited.issues().isEmpty()
                    ? new TransferChanged.Kept(orders.save(edited.order(), change.user()))
                    : new TransferChanged.Refused(edited.issues());
        });
    }

    private TransferChanged locked(Change change, Function<StoredTransfer, TransferChanged> work) {
        var found = orders.lock(change.no());
        if (found.isEmpty()) {
            return new TransferChanged.Missing();
        }
        var stored = found.get();
        if (change.line().filter(read -> stored.mark(read.no()).isEmpty()).isPresent()) {
            return new TransferChanged.Missing();
        }
        return change.isOvertaken(stored)
                ? new TransferChanged.ChangedByAnother(stored)
                : work.apply(stored);
    }

    private Edited lines(StoredTransfer stored, List<TransferLineChange> changes) {
        var named = named(stored, changes);
        var editor = new TransferLineChanges(stored, defaults.goods(named.stream().flatMap(change -> change.item().stream()).map(ItemNo::new).toList()));
        var lines = new ArrayList<>(stored.order().lines());
        var issues = new ArrayList<DocumentIssue>();
        var texts = new HashMap<LineNo, AsTyped>();
        for (var change : named) {
            var at = position(lines, change.line());
            if (change.line() != 0 && at.isEmpty()) {
                issues.add(TransferIssues.notFound(change.line(), "sequence", change.line()));
                continue;
            }
            var next = new LineNo((lines.isEmpty() ? 0 : lines.getLast().no().value()) + STEP);
            switch (applied(editor, at.map(lines::get), next, change)) {
                case Applied(TransferLineChanges.Result.Refused refused, var _) -> issues.add(refused.issue());
                case Applied(TransferLineChanges.Result.Changed changed, var typed) -> {
                    at.ifPresentOrElse(index -> lines.set(index, changed.line()), () -> lines.add(changed.line()));
                    texts.merge(changed.line().no(), typed, AsTyped::then);
                }
            }
        }
        return new Edited(stored.typed(texts).with(new TransferOrder(stored.order().header(), lines)), issues);
    }

    /** What a change came to, and what stays of it as it was typed. */
    private record Applied(TransferLineChanges.Result result, AsTyped typed) {}

    /** As much of a change as can be taken, where the rest may stay as it was typed. */
    private static Applied applied(TransferLineChanges editor, Optional<TransferLine> line, LineNo next, TransferLineChange typed) {
        var change = typed.settled(line.filter(before -> !before.item().equals(StoredTransfer.NOTHING)).isEmpty());
        var result = line.map(before -> editor.edit(before, change)).orElseGet(() -> editor.add(next, change));
        return (result instanceof TransferLineChanges.Result.Refused(var issue) ? change.keeping(issue) : Optional.<TransferLineChange>empty())
                .map(less -> applied(editor, line, next, less)).orElseGet(() -> new Applied(result, change.typed()));
    }

    /** With the items that are meant; a change of unit or variant is about the item that the line has. */
    private List<TransferLineChange> named(StoredTransfer stored, List<TransferLineChange> changes) {
        var typed = changes.stream().flatMap(change -> change.item().stream()).filter(text -> !text.isBlank()).distinct().toList();
        var found = typed.isEmpty() ? Map.<String, FoundItem>of() : find.find(typed, Audience.ANYBODY, stored.order().header().posting());
        return changes.stream()
                .map(change -> change.item().flatMap(text -> Optional.ofNullable(found.get(text))).filter(FoundItem.One.class::isInstance)
                        .map(one -> change.of(((FoundItem.One) one).item().code()))
                        .orElseGet(() -> change.item().isPresent() ? change : itemOf(stored.order().lines(), change)))
                .toList();
    }

    private static TransferLineChange itemOf(List<TransferLine> lines, TransferLineChange change) {
        return change.isOnlyProgress() ? change : position(lines, change.line()).map(at -> change.of(lines.get(at).item().code())).orElse(change);
    }

    private static Optional<Integer> position(List<TransferLine> lines, int no) {
        for (var index = 0; index < lines.size(); index++) {
            if (lines.get(index).no().value() == no) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private static TransferChanged refused(DocumentIssue issue) {
        return new TransferChanged.Refused(List.of(issue));
    }
}
