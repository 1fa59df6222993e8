package org.stockbook.documents.corrections;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.stockbook.documents.DocumentKey;
import org.stockbook.documents.Documents;
import org.stockbook.documents.ItemCards;
import org.stockbook.documents.PostDocumentOutcome.DocumentIssue;
import org.stockbook.documents.StoredDocument;
import org.stockbook.documents.editing.DocumentChanged;
import org.stockbook.documents.editing.EditDocument;
import org.stockbook.documents.editing.EditDocument.Edit;
import org.stockbook.documents.posted.PostedDocument;
import org.stockbook.documents.posted.PostedDocuments;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.documents.DocumentLine;
import org.stockbook.kernel.documents.DocumentStatus;
import org.stockbook.kernel.documents.LineProgress;
import org.stockbook.kernel.documents.LineSource;
import org.stockbook.kernel.documents.LineSubject;
import org.stockbook.kernel.documents.PostedLineKey;
import org.stockbook.kernel.documents.ReturnReason;
import org.stockbook.kernel.documents.TrackedPart;
import org.stockbook.kernel.documents.posting.ItemCard;
import org.stockbook.kernel.measure.UnitQuantity;
import org.stockbook.kernel.origin.DocumentType;
import org.stockbook.kernel.posting.FixedApplication;
import org.stockbook.kernel.posting.LineNo;

/**
 * Fills a document with lines of another, open or posted; a return of posted goods names the entries that it reverses, so that they
 * go back at exactly their cost (spec: purchasing, sections 2.8 and 4.3; sales, section 8.3).
 */
@Component
public class CopyDocument {
    private static final int STEP = 10_000;

    private final EditDocument edit;
    private final Documents documents;
    private final PostedDocuments posted;
    private final PostedLines lines;
    private final ItemCards cards;

    CopyDocument(EditDocument edit, Documents documents, PostedDocuments posted, PostedLines lines, ItemCards cards) {
        this.edit = edit;
        this.documents = documents;
        this.posted = posted;
        this.lines = lines;
        this.cards = cards;
    }

    /** What is copied. */
    public sealed interface Source {
        /** A document that is not posted. */
        record Open(DocumentKey key) implements Source {}

        /** A posted document, whole. */
        record Posted(DocumentType type, DocumentNo no) implements Source {}

        /** Chosen lines of posted documents. */
        record PostedLines(List<PostedLineKey> lines) implements Source {
            public PostedLines {
                lines = List.copyOf(lines);
            }
        }
    }

    /**
     * What came of it.
     *
     * @param skipped lines that were left out, with the reason
     */
    public record Outcome(DocumentChanged changed, List<DocumentIssue> skipped) {
        public Outcome {
            skipped = List.copyOf(skipped);
        }
    }

    /** Adds the lines behind those of the document. */
    @Transactional
    public Outcome copy(EditDocument.Change change, Source source) {
        var skipped = new ArrayList<DocumentIssue>();
        var changed = edit.change(change, stored -> {
            if (stored.status() != DocumentStatus.OPEN) {
                return Edit.refuse(0, "common.status-not-open", Map.of());
            }
            return found(source, stored)
                    .map(found -> Edit.whole(append(stored, usable(found, stored, skipped))))
                    .orElseGet(() -> Edit.refuse(0, "api.reference-not-found", Map.of("field", "source", "value", nameOf(source))));
        });
        return new Outcome(changed, skipped);
    }

    private static String nameOf(Source source) {
        return switch (source) {
            case Source.Open open -> open.key().no().code();
            case Source.Posted document -> document.no().code();
            case Source.PostedLines chosen -> chosen.lines().isEmpty() ? "" : chosen.lines().getFirst().document().code();
        };
    }

    /** A line with what was ordered before a substitute took its place. */
    private record Copied(DocumentLine line, Optional<LineSubject.OfItem> ordered) {}

    private Optional<List<Copied>> found(Source source, StoredDocument target) {
        return switch (source) {
            case Source.Open open -> documents.find(open.key()).map(found -> {
                var ordered = found.ordered();
                return found.document().lines().stream().map(line -> new Copied(fresh(line), Optional.ofNullable(ordered.get(line.no())))).toList();
            });
            case Source.Posted document -> posted.find(document.type(), document.no())
                    .map(found -> ofPosted(target, keysOf(found), List.of(found)));
            case Source.PostedLines chosen -> {
                var found = chosen.lines().stream()
                        .map(key -> new Source.Posted(key.type(), key.document()))
                        .distinct()
                        .map(document -> posted.find(document.type(), document.no()))
                        .flatMap(Optional::stream)
                        .toList();
                yield found.isEmpty() ? Optional.empty() : Optional.of(ofPosted(target, chosen.lines(), found));
            }
        };
    }

    private static List<PostedLineKey> keysOf(PostedDocument document) {
        return document.lines().stream().map(line -> new PostedLineKey(document.type(), document.header().no(), line.line().no())).toList();
    }

    private List<Copied> ofPosted(StoredDocument target, List<PostedLineKey> keys, List<PostedDocument> found) {
        var reversible = lines.reversible(keys);
        var copied = new ArrayList<Copied>();
        for (var key : keys) {
            var document = found.stream().filter(one -> one.type() == key.type() && one.header().no().equals(key.document())).findFirst();
            document.flatMap(one -> one.line(key)).filter(line -> !line.corrected()).ifPresent(line -> {
                var entries = reversible.stream().filter(one -> one.key().equals(key)).findFirst().map(ReversibleLine::entries).orElse(List.of());
                var reverses = target.document().header().kind().isReturn() && !document.orElseThrow().header().kind().isReturn();
                if (reverses && line.line().subject().isItem() && !line.entries().isEmpty()) {
                    entries.forEach(entry -> copied.add(new Copied(reversing(line.again(), entry), line.ordered())));
                } else {
                    copied.add(new Copied(fresh(line.again()), line.ordered()));
                }
            });
        }
        return copied;
    }

    /** What of an entry has not gone back yet, at exactly its cost. */
    private static DocumentLine reversing(DocumentLine line, ReversibleLine.Entry entry) {
        var left = UnitQuantity.rounded(entry.left().value().divide(line.unit().factor().value(), 5, RoundingMode.HALF_UP));
        var quantity = left.compareTo(line.quantity()) < 0 ? left : line.quantity();
        var application = entry.incoming() ? new FixedApplication.ToEntry(entry.entry()) : new FixedApplication.FromEntry(entry.entry());
        var back = fresh(line.withQuantity(quantity));
        return entry.tracking().isNone()
                ? back.withApplication(application)
                : back.withTracked(List.of(new TrackedPart(entry.tracking(), quantity.toBase(line.unit().factor()), application)));
    }

    private static DocumentLine fresh(DocumentLine line) {
        return line.withProgress(LineProgress.fresh(line.quantity()))
                .withSource(LineSource.OWN)
                .withApplication(FixedApplication.AUTOMATIC)
                .withTracked(List.of());
    }

    /** Blocked items are left out. */
    private List<Copied> usable(List<Copied> found, StoredDocument target, List<DocumentIssue> skipped) {
        var items = new ArrayList<ItemNo>();
        found.forEach(copied -> {
            if (copied.line().subject() instanceof LineSubject.OfItem item) {
                items.add(item.item());
            }
        });
        var here = switch (target.document().header().side()) {
            case PURCHASE -> ItemCard.Blocking.PURCHASE;
            case SALES -> ItemCard.Blocking.SALES;
        };
        var known = cards.read(items, here);
        return found.stream().filter(copied -> !isBlocked(copied.line(), known, target, skipped)).toList();
    }

    private static boolean isBlocked(DocumentLine line, Map<ItemNo, ItemCard> known, StoredDocument target, List<DocumentIssue> skipped) {
        if (!(line.subject() instanceof LineSubject.OfItem item)) {
            return false;
        }
        var blocking = Optional.ofNullable(known.get(item.item())).map(ItemCard::blocked).orElse(ItemCard.Blocking.ALL);
        var blocked = switch (blocking) {
            case NONE -> false;
            case ALL -> true;
            case PURCHASE, SALES -> !target.document().header().kind().isReturn();
        };
        if (blocked) {
            skipped.add(new DocumentIssue(line.no().value(), "items.blocked", Map.of("item", item.item().code())));
        }
        return blocked;
    }

    private static StoredDocument append(StoredDocument target, List<Copied> copied) {
        var all = new ArrayList<>(target.document().lines());
        var ordered = new HashMap<LineNo, LineSubject.OfItem>();
        for (var one : copied) {
            var no = new LineNo((all.isEmpty() ? 0 : all.getLast().no().value()) + STEP);
            all.add((target.document().header().kind().isReturn() ? one.line() : one.line().withReturnReason(ReturnReason.NONE)).numbered(no));
            one.ordered().ifPresent(item -> ordered.put(no, item));
        }
        return target.with(target.document().withLines(all)).ordered(ordered);
    }
}
