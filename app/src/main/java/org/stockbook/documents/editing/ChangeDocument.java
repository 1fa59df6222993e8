package org.stockbook.documents.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.AsTyped;
import org.stockbook.documents.Centers;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.DocumentSeries;
import org.stockbook.documents.Documents;
import org.stockbook.documents.LineMark;
import org.stockbook.documents.Particulars;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.editing.EditDocument.Change;
import org.stockbook.documents.editing.EditDocument.Edit;
import org.stockbook.documents.prices.FindPrice;
import org.stockbook.finance.dimensions.DimensionSetCheck;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.documents.ChargeAssignment.Target;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.DocumentTerms;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.TradeSide;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.organisation.NextNumber;

/** Creates and changes open documents; each change is refused if somebody else was faster (spec: purchasing, sections 2.2, 2.3, 2.6). */
@Component
public class ChangeDocument {
    private static final int STEP = 10_000;

    private final Documents documents;
    private final DocumentDefaults defaults;
    private final DocumentSeries numbers;
    private final EditDocument edit;
    private final Centers centers;
    private final FindPrice prices;
    private final LineItems items;
    private final ReleaseChecks release;
    private final DimensionSetCheck dimensions;

    ChangeDocument(Documents documents, DocumentSeries numbers, EditDocument edit, Proposals proposals) {
        this.documents = documents;
        this.defaults = proposals.defaults();
        this.numbers = numbers;
        this.edit = edit;
        this.centers = proposals.centers();
        this.prices = proposals.prices();
        this.items = proposals.items();
        this.release = proposals.release();
        this.dimensions = proposals.dimensions();
    }

    /** Where proposals come from, and what they must have become before they are released. */
    @Component
    record Proposals(DocumentDefaults defaults, Centers centers, FindPrice prices, LineItems items, ReleaseChecks release, DimensionSetCheck dimensions) {}

    /**
     * A new document.
     *
     * @param key with a blank number to take the next one of the series
     * @param today posting date where none is typed
     */
    public record Draft(DocumentKey key, String partner, LocalDate today, HeaderChange header, List<LineChange> lines) {
        public Draft {
            lines = List.copyOf(lines);
        }
    }

    @Transactional
    public DocumentChanged create(Draft draft, String user) {
        var partner = defaults.partner(draft.key().side(), draft.partner());
        if (partner.isEmpty()) {
            return refused(0, "api.reference-not-found", Map.of("field", draft.key().side() == TradeSide.PURCHASE ? "vendorNumber" : "customerNumber", "value", draft.partner()));
        }
        if (ReleaseChecks.isBlocked(draft.key(), partner.get().blocked())) {
            return new DocumentChanged.Refused(List.of(ReleaseChecks.blocked(draft.key().side(), partner.get().blocked())));
        }
        var from = partner.get();
        var center = centers.of(draft.key().side(), user);
        var header = new DocumentHeader(
                draft.key().side(), draft.key().kind(), draft.key().no(), from.partner(), DocumentDates.on(draft.today()),
                new DocumentTerms(from.currency(), DocumentTerms.LOCAL.rate(), from.pricesIncludeVat()), "", DimensionSetId.EMPTY,
                ReasonCode.BLANK);
        var particulars = from.particulars().in(center.proposed().orElse(from.particulars().center()));
        var empty = StoredDocument.fresh(new Document(header, List.of()), location(from, particulars, center), particulars);
        var headed = headed(empty, withTerms(draft.header(), from), center);
        return headed instanceof Edit.Refuse refuse
                ? new DocumentChanged.Refused(refuse.issues())
                : number(((Edit.Keep) headed).document(), draft.lines(), user);
    }

    /** The partner's before the centre's before the company's (spec: responsibility-centers, section 5.1). */
    private LocationCode location(DocumentDefaults.OfPartner partner, Particulars particulars, Centers.OfUser center) {
        var ofCenter = defaults.center(particulars.center()).filter(location -> !location.isBlank()).orElse(center.location());
        return partner.location().isBlank() ? ofCenter : partner.location();
    }

    /** The partner's terms count as typed, so that dates follow them. */
    private static HeaderChange withTerms(HeaderChange change, DocumentDefaults.OfPartner partner) {
        var values = new HashMap<HeaderChange.Field, Object>(change.values());
        values.putIfAbsent(HeaderChange.Field.PAYMENT_TERMS, partner.paymentTerms());
        return new HeaderChange(values);
    }

    private DocumentChanged number(StoredDocument document, List<LineChange> lines, String user) {
        return switch (lines(document, lines)) {
            case Edited edited when !edited.issues().isEmpty() -> new DocumentChanged.Refused(edited.issues());
            case Edited edited -> {
                var header = document.document().header();
                if (!header.no().isBlank()) {
                    yield new DocumentChanged.Kept(documents.create(edited.document(), user));
                }
                yield switch (numbers.next(document.key().purpose(), header.dates().posting())) {
                    case NextNumber.None none -> refused(0, none.code(), none.parameters());
                    case NextNumber.Taken taken -> new DocumentChanged.Kept(documents.create(edited.document().numbered(new DocumentNo(taken.number())), user));
                };
            }
        };
    }

    /** Changes the header; what was agreed only while the document is open. */
    public DocumentChanged head(Change change, HeaderChange header) {
        return edit.change(change, stored -> {
            if (header.touchesWhatWasAgreed() && stored.status() != DocumentStatus.OPEN) {
                return notOpen(0);
            }
            return headed(stored, header, centers.of(change.key().side(), change.user()));
        });
    }

    /** Adds and changes lines. */
    public DocumentChanged lines(Change change, List<LineChange> lines) {
        return edit.change(change, stored -> {
            var locked = lines.stream().filter(line -> !line.isOnlyProgress()).findFirst();
            if (locked.isPresent() && stored.status() != DocumentStatus.OPEN) {
                return notOpen(locked.get().line());
            }
            var edited = lines(stored, lines);
            return edited.issues().isEmpty()
                    ? new Edit.Keep(edited.document(), edited.written(), List.of())
                    : new Edit.Refuse(edited.issues());
        });
    }

    /** Puts another item in the place of a line's; what was ordered first is remembered (spec: items, section 8). */
    public DocumentChanged substitute(Change change, LineChange instead) {
        return edit.change(change, stored -> {
            var edited = lines(stored, List.of(instead));
            if (!edited.issues().isEmpty()) {
                return new Edit.Refuse(edited.issues());
            }
            var no = new LineNo(instead.line());
            return new Edit.Keep(edited.document().ordered(no, ordered(stored, no)), edited.written(), List.of());
        });
    }

    private static Optional<LineSubject.OfItem> ordered(StoredDocument stored, LineNo no) {
        return stored.mark(no).flatMap(LineMark::ordered).or(() -> stored.document().lines().stream().filter(line -> line.no().equals(no))
                .map(DocumentLine::subject).filter(LineSubject.OfItem.class::isInstance).map(LineSubject.OfItem.class::cast).findFirst());
    }

    /** Takes lines out that are neither received nor shipped. */
    @Transactional
    public DocumentChanged remove(Change change, List<LineNo> lines) {
        var gone = new ArrayList<DocumentLine>();
        var changed = edit.change(change, stored -> {
            if (stored.status() != DocumentStatus.OPEN) {
                return notOpen(lines.isEmpty() ? 0 : lines.getFirst().value());
            }
            var started = stored.document().lines().stream()
                    .filter(line -> lines.contains(line.no()) && !line.progress().handled().isZero())
                    .findFirst();
            if (started.isPresent()) {
                return Edit.refuse(started.get().no().value(), "common.below-handled", Map.of("handled", started.get().progress().handled().value()));
            }
            var left = stored.document().lines().stream().filter(line -> !lines.contains(line.no())).toList();
            var charges = stored.charges().stream()
                    .filter(row -> !lines.contains(row.charge()) && !(row.target() instanceof Target.SameDocument same && lines.contains(same.line())))
                    .toList();
            stored.document().lines().stream().filter(line -> lines.contains(line.no())).forEach(gone::add);
            return new Edit.Keep(stored.with(stored.document().withLines(left)).withCharges(charges), List.of(), lines);
        });
        items.forget(gone);
        return changed;
    }

    /** What stands against releasing a document; nothing changes. */
    public List<DocumentIssue> issues(StoredDocument stored, String user) {
        return release.issues(stored, user);
    }

    public DocumentChanged release(Change change) {
        return edit.change(change, stored -> {
            var issues = release.issues(stored, change.user());
            return issues.isEmpty() ? Edit.whole(discounted(stored).with(DocumentStatus.RELEASED)) : new Edit.Refuse(issues);
        });
    }

    private StoredDocument discounted(StoredDocument stored) {
        return documents.settings(stored.document().header().side()).invoiceDiscountAutomatic()
                ? stored.with(prices.discounted(stored.document()))
                : stored;
    }

    /** Takes off the invoice discount that is agreed with the partner. */
    public DocumentChanged discount(Change change) {
        return edit.change(change, stored -> stored.status() == DocumentStatus.OPEN
                ? Edit.whole(stored.with(prices.discounted(stored.document())))
                : notOpen(0));
    }

    public DocumentChanged reopen(Change change) {
        return edit.change(change, stored -> Edit.header(stored.with(DocumentStatus.OPEN)));
    }

    /** Deletes a document; not while something is handled and not invoiced. */
    @Transactional
    public DocumentChanged delete(Change change) {
        return edit.locked(change, stored -> {
            var open = stored.document().lines().stream().filter(line -> !line.progress().notInvoiced().isZero()).findFirst();
            if (open.isPresent()) {
                var line = open.get().no().value();
                return new DocumentChanged.Refused(List.of(new DocumentIssue(line, "sales.shipped-not-invoiced", Map.of("line", line))));
            }
            documents.delete(stored);
            items.forget(stored.document().lines());
            return new DocumentChanged.Kept(stored);
        });
    }

    private Edit headed(StoredDocument stored, HeaderChange change, Centers.OfUser center) {
        var changes = new HeaderChanges(defaults, center, dimensions);
        var headed = changes.apply(stored, change);
        return changes.issues().isEmpty() ? Edit.whole(headed) : new Edit.Refuse(changes.issues());
    }

    private record Edited(StoredDocument document, List<LineNo> written, List<DocumentIssue> issues) {}

    private Edited lines(StoredDocument stored, List<LineChange> changes) {
        var editor = new LineChanges(defaults, prices, stored.document().header(), stored.location());
        var lines = new ArrayList<>(stored.document().lines());
        var written = new ArrayList<LineNo>();
        var named = items.named(stored.document().header(), changes);
        var issues = new ArrayList<DocumentIssue>(named.issues());
        var texts = new HashMap<LineNo, AsTyped>();
        for (var change : named.changes()) {
            var at = position(lines, change.line());
            if (change.line() != 0 && at.isEmpty()) {
                issues.add(new DocumentIssue(change.line(), "api.reference-not-found", Map.of("field", "sequence", "value", change.line())));
                continue;
            }
            var next = new LineNo((lines.isEmpty() ? 0 : lines.getLast().no().value()) + STEP);
            switch (applied(editor, at.map(lines::get), next, change)) {
                case Applied(LineChanges.Result.Refused refused, var _) -> issues.addAll(refused.issues());
                case Applied(LineChanges.Result.Changed changed, var typed) -> {
                    var line = changed.line().no();
                    at.ifPresentOrElse(index -> lines.set(index, changed.line()), () -> lines.add(changed.line()));
                    written.add(line);
                    texts.merge(line, typed, AsTyped::then);
                }
            }
        }
        return new Edited(kept(stored, stored.typed(texts).with(stored.document().withLines(lines))), written, issues);
    }

    /** What a change came to, and what stays of it as it was typed. */
    private record Applied(LineChanges.Result result, AsTyped typed) {}

    /** As much of a change as can be taken, where the rest may stay as it was typed. */
    private static Applied applied(LineChanges editor, Optional<DocumentLine> line, LineNo next, LineChange typed) {
        var change = typed.settled(line.map(DocumentLine::subject).filter(subject -> !subject.isText()).isEmpty());
        var result = line.map(before -> editor.edit(before, change)).orElseGet(() -> editor.add(next, change));
        return (result instanceof LineChanges.Result.Refused(var issues) ? change.keeping(issues.getFirst()) : Optional.<LineChange>empty())
                .map(less -> applied(editor, line, next, less)).orElseGet(() -> new Applied(result, change.typed()));
    }

    /** A line that is about something else now is no longer about what was ordered first. */
    private static StoredDocument kept(StoredDocument before, StoredDocument after) {
        var subjects = before.document().lines().stream().collect(Collectors.toMap(DocumentLine::no, DocumentLine::subject));
        var kept = after;
        for (var line : after.document().lines()) {
            if (after.mark(line.no()).flatMap(LineMark::ordered).isPresent() && !line.subject().equals(subjects.get(line.no()))) {
                kept = kept.ordered(line.no(), Optional.empty());
            }
        }
        return kept;
    }

    private static Optional<Integer> position(List<DocumentLine> lines, int no) {
        for (var index = 0; index < lines.size(); index++) {
            if (lines.get(index).no().value() == no) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private static Edit notOpen(int line) {
        return Edit.refuse(line, "common.status-not-open", Map.of());
    }

    private static DocumentChanged refused(int line, String code, Map<String, ?> parameters) {
        return new DocumentChanged.Refused(List.of(new DocumentIssue(line, code, Map.copyOf(parameters))));
    }
}
