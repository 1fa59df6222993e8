package org.stockbook.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.kernel.code.CurrencyCode;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.ReasonCode;
import org.stockbook.kernel.documents.ChargeAssignment;
import org.stockbook.kernel.documents.Document;
import org.stockbook.kernel.documents.DocumentDates;
import org.stockbook.kernel.documents.DocumentHeader;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.DocumentTerms;
import org.stockbook.kernel.documents.posting.PartnerState;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.organisation.NextNumber;

/** Creates and changes open documents; each change is refused if somebody else was faster (spec: purchasing, sections 2.2, 2.3, 2.6). */
@Component
public class ChangeDocument {
    private static final int STEP = 10_000;

    private final Documents documents;
    private final DocumentDefaults defaults;
    private final DocumentNumbers numbers;

    ChangeDocument(Documents documents, DocumentDefaults defaults, DocumentNumbers numbers) {
        this.documents = documents;
        this.defaults = defaults;
        this.numbers = numbers;
    }

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

    /**
     * A change.
     *
     * @param version that the user has read; 0 overwrites whatever is there
     */
    public record Change(DocumentKey key, int version, String user) {}

    @Transactional
    public DocumentChanged create(Draft draft, String user) {
        var partner = defaults.partner(draft.key().side(), draft.partner());
        if (partner.isEmpty()) {
            return refused(0, "api.reference-not-found", Map.of("field", "partnerNumber", "value", draft.partner()));
        }
        if (isBlocked(draft.key(), partner.get().blocked())) {
            var code = draft.key().side().name().equals("PURCHASE") ? "purchasing.vendor-blocked" : "sales.customer-blocked";
            return refused(0, code, Map.of("level", partner.get().blocked().name()));
        }
        var header = new DocumentHeader(
                draft.key().side(), draft.key().kind(), draft.key().no(), partner.get().partner(), DocumentDates.on(draft.today()),
                new DocumentTerms(partner.get().currency(), DocumentTerms.LOCAL.rate(), false), "", DimensionSetId.EMPTY, ReasonCode.BLANK);
        var empty = new StoredDocument(
                0, 0, DocumentStatus.OPEN, new Document(header, List.of()), partner.get().location(), List.of(), Optional.empty());
        return switch (headed(empty, draft.header())) {
            case DocumentChanged.Kept headed -> number(headed.document(), draft.lines(), user);
            case DocumentChanged.Refused refused -> refused;
            case DocumentChanged.ChangedByAnother changed -> changed;
            case DocumentChanged.Missing missing -> missing;
        };
    }

    private static boolean isBlocked(DocumentKey key, PartnerState.Blocked blocked) {
        return switch (blocked) {
            case NONE, PAYMENTS -> false;
            case ALL -> true;
            case SHIPMENTS, INVOICES -> !key.kind().isReturn();
        };
    }

    private DocumentChanged number(StoredDocument document, List<LineChange> lines, String user) {
        return switch (lines(document, lines)) {
            case Edited edited when !edited.issues().isEmpty() -> new DocumentChanged.Refused(edited.issues());
            case Edited edited -> {
                var header = document.document().header();
                if (!header.no().isBlank()) {
                    yield new DocumentChanged.Kept(documents.create(edited.document(), user));
                }
                yield switch (numbers.next(document.key().purpose(), header)) {
                    case NextNumber.None none -> refused(0, none.code(), none.parameters());
                    case NextNumber.Taken taken -> new DocumentChanged.Kept(documents.create(numbered(edited.document(), taken.number()), user));
                };
            }
        };
    }

    private static StoredDocument numbered(StoredDocument stored, String number) {
        var header = stored.document().header();
        return stored.with(stored.document().withHeader(new DocumentHeader(
                header.side(), header.kind(), new DocumentNo(number), header.partner(), header.dates(), header.terms(), header.external(),
                header.dimensions(), header.reason())));
    }

    /** Changes the header; what was agreed only while the document is open. */
    @Transactional
    public DocumentChanged head(Change change, HeaderChange header) {
        return change(change, stored -> {
            var money = header.currency().isPresent() || header.pricesIncludeVat().isPresent() || header.location().isPresent();
            return money && stored.status() != DocumentStatus.OPEN ? notOpen(0) : save(headed(stored, header), List.of(), change.user());
        });
    }

    /** Adds and changes lines. */
    @Transactional
    public DocumentChanged lines(Change change, List<LineChange> lines) {
        return change(change, stored -> {
            var locked = lines.stream().filter(line -> !line.isOnlyProgress()).findFirst();
            if (locked.isPresent() && stored.status() != DocumentStatus.OPEN) {
                return notOpen(locked.get().line());
            }
            var edited = lines(stored, lines);
            return edited.issues().isEmpty()
                    ? save(new DocumentChanged.Kept(edited.document()), edited.written(), change.user())
                    : new DocumentChanged.Refused(edited.issues());
        });
    }

    /** Takes lines out that are neither received nor shipped. */
    @Transactional
    public DocumentChanged remove(Change change, List<LineNo> lines) {
        return change(change, stored -> {
            if (stored.status() != DocumentStatus.OPEN) {
                return notOpen(lines.isEmpty() ? 0 : lines.getFirst().value());
            }
            var started = stored.document().lines().stream()
                    .filter(line -> lines.contains(line.no()) && !line.progress().handled().isZero())
                    .findFirst();
            if (started.isPresent()) {
                return refused(started.get().no().value(), "common.below-handled", Map.of("handled", started.get().progress().handled().value()));
            }
            var changed = stored
                    .with(stored.document().withLines(stored.document().lines().stream().filter(line -> !lines.contains(line.no())).toList()))
                    .withCharges(stored.charges().stream().filter(row -> !lines.contains(row.charge())).toList());
            return new DocumentChanged.Kept(documents.save(changed, new Documents.LineChanges(List.of(), lines), change.user()));
        });
    }

    /** Replaces what is assigned of one item charge line. */
    @Transactional
    public DocumentChanged assign(Change change, LineNo charge, List<ChargeAssignment> rows) {
        return change(change, stored -> {
            var charges = new ArrayList<>(stored.charges().stream().filter(row -> !row.charge().equals(charge)).toList());
            charges.addAll(rows);
            return save(new DocumentChanged.Kept(stored.withCharges(charges)), List.of(), change.user());
        });
    }

    @Transactional
    public DocumentChanged release(Change change) {
        return change(change, stored -> stored.document().lines().stream().allMatch(line -> line.subject().isText() || line.quantity().isZero())
                ? refused(0, "common.nothing-to-release", Map.of())
                : save(new DocumentChanged.Kept(stored.with(DocumentStatus.RELEASED)), List.of(), change.user()));
    }

    @Transactional
    public DocumentChanged reopen(Change change) {
        return change(change, stored -> save(new DocumentChanged.Kept(stored.with(DocumentStatus.OPEN)), List.of(), change.user()));
    }

    /** Deletes a document; not while something is handled and not invoiced. */
    @Transactional
    public DocumentChanged delete(Change change) {
        return change(change, stored -> {
            var open = stored.document().lines().stream().filter(line -> !line.progress().notInvoiced().isZero()).findFirst();
            if (open.isPresent()) {
                return refused(open.get().no().value(), "sales.shipped-not-invoiced", Map.of("line", open.get().no().value()));
            }
            documents.delete(stored);
            return new DocumentChanged.Kept(stored);
        });
    }

    private DocumentChanged change(Change change, Function<StoredDocument, DocumentChanged> work) {
        var found = documents.lock(change.key());
        if (found.isEmpty()) {
            return new DocumentChanged.Missing();
        }
        var stored = found.get();
        return change.version() != 0 && change.version() != stored.version()
                ? new DocumentChanged.ChangedByAnother(stored.version())
                : work.apply(stored);
    }

    private DocumentChanged save(DocumentChanged changed, List<LineNo> written, String user) {
        return changed instanceof DocumentChanged.Kept kept
                ? new DocumentChanged.Kept(documents.save(kept.document(), new Documents.LineChanges(written, List.of()), user))
                : changed;
    }

    private DocumentChanged headed(StoredDocument stored, HeaderChange change) {
        var header = stored.document().header();
        var posting = change.postingDate().orElse(header.dates().posting());
        var documentDate = change.documentDate().orElse(change.postingDate().orElse(header.dates().document()));
        var dates = new DocumentDates(posting, documentDate, posting, change.dueDate().orElse(documentDate));
        var currency = change.currency().map(CurrencyCode::new).orElse(header.terms().currency());
        var rate = currency.isBlank() ? Optional.of(DocumentTerms.LOCAL.rate()) : defaults.rate(currency, posting);
        if (rate.isEmpty()) {
            return refused(0, "finance.exchange-rate-missing", Map.of("currency", currency.code(), "date", posting));
        }
        var location = change.location().orElse(stored.location().code());
        if (!defaults.locationExists(location)) {
            return refused(0, "api.reference-not-found", Map.of("field", "locationCode", "value", location));
        }
        var terms = new DocumentTerms(currency, rate.get(), change.pricesIncludeVat().orElse(header.terms().pricesIncludeVat()));
        var changed = new DocumentHeader(
                header.side(), header.kind(), header.no(), header.partner(), dates, terms, change.external().orElse(header.external()),
                header.dimensions(), header.reason());
        return new DocumentChanged.Kept(new StoredDocument(
                stored.id(), stored.version(), stored.status(), stored.document().withHeader(changed), new LocationCode(location),
                stored.charges(), stored.cancels()));
    }

    private record Edited(StoredDocument document, List<LineNo> written, List<DocumentIssue> issues) {}

    private Edited lines(StoredDocument stored, List<LineChange> changes) {
        var editor = new LineChanges(defaults, stored.document().header(), stored.location());
        var lines = new ArrayList<>(stored.document().lines());
        var written = new ArrayList<LineNo>();
        var issues = new ArrayList<DocumentIssue>();
        for (var change : changes) {
            var at = position(lines, change.line());
            if (change.line() != 0 && at.isEmpty()) {
                issues.add(new DocumentIssue(change.line(), "api.reference-not-found", Map.of("field", "sequence", "value", change.line())));
                continue;
            }
            var next = new LineNo((lines.isEmpty() ? 0 : lines.getLast().no().value()) + STEP);
            switch (at.isPresent() ? editor.edit(lines.get(at.get()), change) : editor.add(next, change)) {
                case LineChanges.Result.Refused refused -> issues.addAll(refused.issues());
                case LineChanges.Result.Changed changed -> {
                    at.ifPresentOrElse(index -> lines.set(index, changed.line()), () -> lines.add(changed.line()));
                    written.add(changed.line().no());
                }
            }
        }
        return new Edited(stored.with(stored.document().withLines(lines)), written, issues);
    }

    private static Optional<Integer> position(List<DocumentLine> lines, int no) {
        for (var index = 0; index < lines.size(); index++) {
            if (lines.get(index).no().value() == no) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private static DocumentChanged notOpen(int line) {
        return refused(line, "common.status-not-open", Map.of());
    }

    private static DocumentChanged refused(int line, String code, Map<String, ?> parameters) {
        return new DocumentChanged.Refused(List.of(new DocumentIssue(line, code, Map.copyOf(parameters))));
    }
}
