package org.stockbook.journals.drafts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.inventory.PostingRequest;
import org.stockbook.inventory.shared.SharedPostings;
import org.stockbook.journals.ItemPosting;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.PostingPreview;
import org.stockbook.journals.lines.LineValues;
import org.stockbook.kernel.ledger.EntryType;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.platform.calls.CallAnswer;
import org.stockbook.platform.calls.RepeatableCalls;
import org.stockbook.platform.security.Permissions;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts lines without a draft: for programs, which should not share batches with people (spec: api, section 5.1). The lines pass the checks
 * of the journals before the transaction of the posting begins; this holds the items only as long as the ledgers are written.
 */
@Component
public class PostItemLines {
    private static final int CREATED = 201;
    private static final int REFUSED = 422;

    private final ReadyLines lines;
    private final PreviewJournal previews;
    private final InventoryPosting posting;
    private final SharedPostings shared;
    private final RepeatableCalls calls;
    private final Permissions permissions;
    private final JsonMapper json;

    PostItemLines(
            ReadyLines lines,
            PreviewJournal previews,
            InventoryPosting posting,
            SharedPostings shared,
            RepeatableCalls calls,
            Permissions permissions,
            JsonMapper json) {
        this.lines = lines;
        this.previews = previews;
        this.posting = posting;
        this.shared = shared;
        this.calls = calls;
        this.permissions = permissions;
        this.json = json;
    }

    /** What lines are whose entry types are these: a reclassification as soon as one of them transfers. */
    public static JournalKind kind(List<String> entryTypes) {
        return entryTypes.stream().map(String::strip).anyMatch(LineValues.word(EntryType.TRANSFER)::equals) ? JournalKind.RECLASSIFICATION : JournalKind.ITEM;
    }

    /**
     * Posts once, however often the same key is sent.
     *
     * @param typed what was sent of each line, as it would be typed into a journal
     */
    public ItemPosting post(List<Map<JournalField, String>> typed, String key) {
        var kind = permitted(typed);
        var request = "post item lines " + json.writeValueAsString(typed);
        var earlier = calls.earlier(key, request);
        if (earlier.isPresent()) {
            return posted(earlier.get());
        }
        if (typed.isEmpty()) {
            return new ItemPosting.Refused(List.of(ReadyLines.issue("common.nothing-to-post")));
        }
        var ready = lines.of(kind, typed);
        if (ready.checked().stops()) {
            return new ItemPosting.Refused(ready.checked().all(good -> posting.preview(stamp(ready.batch()), good)));
        }
        return ready.wantsHolding() ? held(ready, key, request) : shared(ready, new RepeatableCalls.Call(key, request));
    }

    private ItemPosting shared(ReadyLines.Ready ready, RepeatableCalls.Call call) {
        var checked = ready.checked();
        var order = new SharedPostings.Order(call, new PostingRequest(stamp(ready.batch()), checked.good()), posted -> answer(receipt(checked, posted)));
        return switch (shared.post(order)) {
            case SharedPostings.Outcome.Answered(var answer) -> posted(answer);
            case SharedPostings.Outcome.Refused(var why) -> new ItemPosting.Refused(checked.with(why));
        };
    }

    /** Checks again behind the locks of the items. */
    private ItemPosting held(ReadyLines.Ready ready, String key, String request) {
        var refused = new AtomicReference<ItemPosting>(new ItemPosting.Refused(List.of()));
        var answer = calls.answer(key, request, () -> switch (write(lines.held(ready))) {
            case ItemPosting.Posted done -> answer(done.receipt());
            case ItemPosting.Refused issues -> {
                refused.set(issues);
                yield CallAnswer.of(REFUSED, "");
            }
        });
        return answer.status() == CREATED ? posted(answer) : refused.get();
    }

    private CallAnswer answer(ItemPosting.Receipt receipt) {
        return CallAnswer.of(CREATED, json.writeValueAsString(receipt));
    }

    private JournalKind permitted(List<Map<JournalField, String>> typed) {
        var kind = kind(typed.stream().flatMap(line -> Optional.ofNullable(line.get(JournalField.ENTRY_TYPE)).stream()).toList());
        permissions.require(kind.editing());
        permissions.require(kind.posting());
        return kind;
    }

    private RegisterStamp stamp(DraftBatch batch) {
        return RegisterStamp.of(permissions.login(), batch.source(), batch.address().name());
    }

    private ItemPosting write(ReadyLines.Ready ready) {
        var checked = ready.checked();
        if (checked.stops()) {
            return new ItemPosting.Refused(checked.issues());
        }
        return switch (posting.post(stamp(ready.batch()), checked.good())) {
            case InventoryOutcome.Refused refused -> new ItemPosting.Refused(checked.with(refused));
            case InventoryOutcome.Posted posted -> new ItemPosting.Posted(receipt(checked, posted), false);
        };
    }

    private static ItemPosting.Receipt receipt(CheckJournal.Checked checked, InventoryOutcome.Posted posted) {
        var quantityOf = new HashMap<ItemLedgerEntryNo, Quantity>();
        posted.entries().forEach((ItemLedgerEntry entry) -> quantityOf.put(entry.no(), entry.quantity()));
        var costOf = new HashMap<ItemLedgerEntryNo, Amount>();
        posted.values().forEach(value -> costOf.merge(value.entry().itemLedgerEntry(), value.entry().cost().actual(), Amount::plus));
        var documents = checked.lines().stream().map(line -> line.values().text(JournalField.DOCUMENT_NO)).distinct().toList();
        var lines = posted.lines().stream().map(line -> new ItemPosting.Line(line.line().value(), line.entries().stream()
                .map(entry -> new ItemPosting.Entry(entry.value(), quantityOf.getOrDefault(entry, Quantity.ZERO).value(), costOf.getOrDefault(entry, Amount.ZERO).value()))
                .toList())).toList();
        return new ItemPosting.Receipt(posted.register(), documents, posted.entries().size(), posted.values().size(), posted.generalLedger().size(), lines);
    }

    private ItemPosting posted(CallAnswer answer) {
        return new ItemPosting.Posted(json.readValue(answer.body(), ItemPosting.Receipt.class), answer.replayed());
    }

    /** What posting would write, or all that stands in its way; nothing is written, no key is needed. */
    public PostingPreview preview(List<Map<JournalField, String>> typed) {
        var kind = permitted(typed);
        if (typed.isEmpty()) {
            return PreviewJournal.refused(List.of(ReadyLines.issue("common.nothing-to-post")));
        }
        var ready = lines.of(kind, typed);
        var checked = ready.checked();
        if (checked.good().isEmpty()) {
            return PreviewJournal.refused(checked.issues());
        }
        return switch (posting.preview(stamp(ready.batch()), checked.good())) {
            case InventoryOutcome.Refused refused -> PreviewJournal.refused(checked.with(refused));
            case InventoryOutcome.Posted _ when checked.stops() -> PreviewJournal.refused(checked.issues());
            case InventoryOutcome.Posted posted -> previews.shown(posted, checked.issues());
        };
    }
}
