package org.stockbook.journals.drafts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.journals.JournalAddress;
import org.stockbook.journals.JournalField;
import org.stockbook.journals.JournalKind;
import org.stockbook.journals.LineIssue;
import org.stockbook.journals.PostingPreview;
import org.stockbook.journals.lines.JournalCards;
import org.stockbook.journals.lines.Draft;
import org.stockbook.journals.lines.LineDimensions;
import org.stockbook.kernel.code.AccountNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.LocationCode;
import org.stockbook.kernel.code.UnitCode;
import org.stockbook.kernel.generalledger.GeneralLedgerLine;
import org.stockbook.kernel.ledger.ItemLedgerEntry;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.Quantity;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.platform.security.Permissions;

/** Shows what posting a batch would write, by the same code as posting; nothing is written and no number used (spec: journals, section 11). */
@Component
class PreviewJournal {
    private static final int ALL = Integer.MAX_VALUE;

    private final JournalDrafts drafts;
    private final JournalCards cards;
    private final LineDimensions dimensions;
    private final CheckJournal checks;
    private final PostJournal post;
    private final Permissions permissions;
    private final TransactionTemplate rehearsal;

    PreviewJournal(
            JournalDrafts drafts,
            JournalCards cards,
            LineDimensions dimensions,
            CheckJournal checks,
            PostJournal post,
            Permissions permissions,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.cards = cards;
        this.dimensions = dimensions;
        this.checks = checks;
        this.post = post;
        this.permissions = permissions;
        this.rehearsal = new TransactionTemplate(transactions);
        this.rehearsal.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Transactional(readOnly = true)
    public PostingPreview preview(JournalAddress address) {
        permissions.require(address.kind().editing());
        var batch = drafts.batch(address).orElseThrow(() -> new IllegalArgumentException("no batch " + address));
        var all = dimensions.named(drafts.lines(batch, 0, ALL));
        if (batch.kind() != JournalKind.RECURRING) {
            return preview(batch, all, List.of());
        }
        var policy = checks.policy();
        var due = RecurringLines.due(all, policy.workDate());
        var lost = checks.warnings(batch, RecurringLines.expired(all, policy.workDate()));
        return RecurringLines.anyReversing(due) ? rehearsed(batch, due, lost) : preview(batch, RecurringLines.worded(due, policy.language()), lost);
    }

    private PostingPreview preview(DraftBatch batch, List<Draft> lines, List<LineIssue> more) {
        var foretold = post.foretell(batch, lines);
        var checked = foretold.checked();
        var outOfSequence = merged(foretold.outOfSequence(), more);
        return switch (foretold.outcome()) {
            case InventoryOutcome.Refused refused -> refused(merged(checked.with(refused), outOfSequence));
            case InventoryOutcome.Posted _ when checked.stops() || outOfSequence.stream().anyMatch(LineIssue::stopsPosting) ->
                refused(merged(checked.issues(), outOfSequence));
            case InventoryOutcome.Posted posted -> shown(posted, merged(checked.issues(), more));
        };
    }

    /** What is taken back names entries that the posting itself makes: it is posted as it will be, and all of that is rolled back. */
    private PostingPreview rehearsed(DraftBatch batch, List<Draft> due, List<LineIssue> more) {
        var attempt = Optional.ofNullable(rehearsal.execute(status -> {
            status.setRollbackOnly();
            return post.occurrence(batch, due);
        })).orElseThrow();
        return switch (attempt) {
            case PostJournal.Attempt.Failed(var refused) -> refused(merged(refused.issues(), more));
            case PostJournal.Attempt.Done(var posted, var _) -> shown(posted, merged(checks.warnings(batch, due), more));
        };
    }

    private static List<LineIssue> merged(List<LineIssue> issues, List<LineIssue> more) {
        var all = new ArrayList<>(issues);
        more.stream().filter(issue -> all.stream().noneMatch(known -> known.lineNo() == issue.lineNo() && known.field() == JournalField.DOCUMENT_NO)).forEach(all::add);
        return all.stream().sorted(Comparator.comparingInt(LineIssue::lineNo)).toList();
    }

    static PostingPreview refused(List<LineIssue> issues) {
        return new PostingPreview(issues, List.of(), List.of(), List.of(), 0, 0, List.of());
    }

    PostingPreview shown(InventoryOutcome.Posted posted, List<LineIssue> issues) {
        var entries = posted.entries().stream().map(PreviewJournal::row).toList();
        var itemOf = new HashMap<ItemLedgerEntryNo, ItemNo>();
        posted.lines().forEach(line -> line.entries().forEach(entry -> itemOf.put(entry, line.item())));
        var own = posted.values().stream().filter(value -> !value.entry().adjustment() && itemOf.containsKey(value.entry().itemLedgerEntry())).toList();
        var values = own.stream().map(value -> row(value, itemOf)).toList();
        return new PostingPreview(issues, entries, values, accounts(posted.generalLedger()), posted.generalLedger().size(),
                posted.values().size() - own.size(), stock(posted.entries(), posted.unitCosts()));
    }

    private static PostingPreview.ItemRow row(ItemLedgerEntry entry) {
        return new PostingPreview.ItemRow(entry.postingDate(), entry.type(), entry.origin().document(), entry.item(),
                entry.origin().description(), entry.place().location(), entry.quantity());
    }

    private static PostingPreview.ValueRow row(InventoryOutcome.NewValue value, Map<ItemLedgerEntryNo, ItemNo> itemOf) {
        var entry = value.entry();
        return new PostingPreview.ValueRow(itemOf.getOrDefault(entry.itemLedgerEntry(), new ItemNo("?")), entry.type(),
                value.state().valuationDate(), entry.valuedQuantity(), entry.cost().actual(), entry.cost().expected());
    }

    private List<PostingPreview.AccountRow> accounts(List<GeneralLedgerLine> lines) {
        var debits = new TreeMap<AccountNo, Amount>();
        var credits = new HashMap<AccountNo, Amount>();
        for (var line : lines) {
            debits.merge(line.account(), line.amount().max(Amount.ZERO), Amount::plus);
            credits.merge(line.account(), line.amount().negated().max(Amount.ZERO), Amount::plus);
        }
        var numbersOf = debits.keySet().stream().map(AccountNo::code).toList();
        var names = numbersOf.isEmpty() ? Map.<String, String>of() : cards.accountNames(numbersOf);
        var rows = new ArrayList<PostingPreview.AccountRow>();
        debits.forEach((account, debit) -> rows.add(new PostingPreview.AccountRow(
                account, names.getOrDefault(account.code(), ""), debit, credits.getOrDefault(account, Amount.ZERO))));
        return rows;
    }

    private List<PostingPreview.StockRow> stock(List<ItemLedgerEntry> entries, Map<ItemNo, UnitCost> costsAfter) {
        var items = entries.stream().map(ItemLedgerEntry::item).distinct().toList();
        if (items.isEmpty()) {
            return List.of();
        }
        var known = cards.of(items.stream().map(ItemNo::code).toList(), checks.policy());
        var onHand = cards.stockOf(items);
        var changes = new LinkedHashMap<ItemNo, Map<LocationCode, Quantity>>();
        entries.forEach(entry -> changes.computeIfAbsent(entry.item(), _ -> new TreeMap<>())
                .merge(entry.place().location(), entry.quantity(), Quantity::plus));
        var rows = new ArrayList<PostingPreview.StockRow>();
        changes.forEach((item, byLocation) -> byLocation.forEach((location, change) -> {
            var before = onHand.getOrDefault(item, Map.of()).entrySet().stream()
                    .filter(place -> place.getKey().location().equals(location))
                    .map(Map.Entry::getValue)
                    .reduce(Quantity.ZERO, Quantity::plus);
            var card = known.items().get(item.code());
            var cost = card == null ? UnitCost.ZERO : card.item().card().unitCost();
            rows.add(new PostingPreview.StockRow(item, card == null ? "" : card.description(), location,
                    new UnitCode(card == null ? "" : card.baseUnit()), before, before.plus(change), new PostingPreview.CostChange(cost, costsAfter.getOrDefault(item, cost))));
        }));
        return rows;
    }
}
