package org.stockbook.journals.drafts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.stockbook.finance.DimensionSets;
import org.stockbook.finance.RegisterStamp;
import org.stockbook.inventory.InventoryLedger;
import org.stockbook.inventory.InventoryOutcome;
import org.stockbook.inventory.InventoryPolicies;
import org.stockbook.inventory.InventoryPolicy;
import org.stockbook.inventory.InventoryPosting;
import org.stockbook.kernel.book.BookedValue;
import org.stockbook.kernel.book.ItemBook;
import org.stockbook.kernel.code.DocumentNo;
import org.stockbook.kernel.code.ItemNo;
import org.stockbook.kernel.code.JournalBatchName;
import org.stockbook.kernel.code.SourceCode;
import org.stockbook.kernel.code.VariantCode;
import org.stockbook.kernel.dimension.DimensionCombination;
import org.stockbook.kernel.dimension.DimensionOwner;
import org.stockbook.kernel.dimension.DimensionRules;
import org.stockbook.kernel.ledger.ItemLedgerEntryNo;
import org.stockbook.kernel.ledger.Place;
import org.stockbook.kernel.ledger.PostingGroups;
import org.stockbook.kernel.ledger.ValueEntryType;
import org.stockbook.kernel.measure.Amount;
import org.stockbook.kernel.measure.UnitCost;
import org.stockbook.kernel.origin.DimensionSetId;
import org.stockbook.kernel.origin.Origin;
import org.stockbook.kernel.posting.LineNo;
import org.stockbook.kernel.posting.PostingLine;
import org.stockbook.kernel.posting.Refusal;
import org.stockbook.kernel.revaluation.Revaluation;
import org.stockbook.kernel.revaluation.RevaluationProposal;
import org.stockbook.kernel.revaluation.RevaluationRefusal;
import org.stockbook.kernel.revaluation.RevaluationRequest;
import org.stockbook.kernel.revaluation.RevaluationShare;
import org.stockbook.platform.security.Permission;
import org.stockbook.platform.security.Permissions;

/** Says what stock is worth on a date and gives it a new value (spec: journals, section 8; costing, section 8). */
@Component
public class RevalueInventory {
    private static final SourceCode SOURCE = new SourceCode("REVALJNL");

    private final InventoryLedger ledger;
    private final InventoryPolicies policies;
    private final InventoryPosting posting;
    private final JournalCards cards;
    private final DimensionSets dimensions;
    private final Permissions permissions;

    RevalueInventory(
            InventoryLedger ledger,
            InventoryPolicies policies,
            InventoryPosting posting,
            JournalCards cards,
            DimensionSets dimensions,
            Permissions permissions) {
        this.ledger = ledger;
        this.policies = policies;
        this.posting = posting;
        this.cards = cards;
        this.dimensions = dimensions;
        this.permissions = permissions;
    }

    /** Proposed lines, by item; items whose value cannot be calculated are refused and propose nothing. */
    public record Calculated(List<Proposed> lines, List<RevaluationRefusal> refusals) {
        public Calculated {
            lines = List.copyOf(lines);
            refusals = List.copyOf(refusals);
        }
    }

    /** One line that can be revalued. */
    public record Proposed(ItemNo item, RevaluationProposal proposal) {}

    /**
     * A line with its new value.
     *
     * @param revalued the new value of the whole quantity, zero or above
     */
    public record Revalued(LineNo line, ItemNo item, LocalDate postingDate, DocumentNo document, Subject subject, Amount revalued) {}

    /** What is revalued. */
    public sealed interface Subject {
        /**
         * A line that was calculated.
         *
         * @param updateStandardCost the new unit cost becomes the standard cost
         */
        record Calculation(RevaluationRequest request, RevaluationProposal proposal, boolean updateStandardCost) implements Subject {}

        /** A whole increase chosen by hand. */
        record WholeEntry(ItemLedgerEntryNo entry) implements Subject {}
    }

    /** Calculates the inventory value of items. */
    @Transactional(readOnly = true)
    public Calculated calculate(Set<ItemNo> items, RevaluationRequest request) {
        permissions.require(Permission.EDIT_REVALUATION_JOURNAL);
        var policy = policies.of(permissions.login());
        var lines = new ArrayList<Proposed>();
        var refusals = new ArrayList<RevaluationRefusal>();
        ledger.read(items).loadHistories(items).forEach((item, book) -> {
            var revaluation = new Revaluation(book, policy.averageCost(), request);
            revaluation.refusal().ifPresentOrElse(
                    refusals::add, () -> revaluation.propose().forEach(proposal -> lines.add(new Proposed(item, proposal))));
        });
        return new Calculated(lines, refusals);
    }

    /** Posts new values: all lines or none; a line whose stock has changed since it was calculated is refused. */
    @Transactional
    public InventoryOutcome post(List<Revalued> lines) {
        permissions.require(Permission.POST_REVALUATION_JOURNAL);
        var items = new LinkedHashSet<ItemNo>();
        lines.forEach(line -> items.add(line.item()));
        var books = ledger.lock(items).loadHistories(items);
        var policy = policies.of(permissions.login());
        var made = new Making(policy, cards.of(items.stream().map(ItemNo::code).toList(), policy), setsOf(items));
        for (var line : lines) {
            made.add(line, Optional.ofNullable(books.get(line.item()))
                    .orElseThrow(() -> new IllegalArgumentException("item " + line.item() + " does not exist")));
        }
        var outcome = made.refusals.isEmpty()
                ? posting.post(RegisterStamp.of(permissions.login(), SOURCE, JournalBatchName.BLANK), made.lines)
                : new InventoryOutcome.Refused(made.refusals, List.of());
        if (outcome instanceof InventoryOutcome.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private Map<ItemNo, DimensionSetId> setsOf(Set<ItemNo> items) {
        var owners = items.stream().map(item -> new DimensionOwner(DimensionOwner.Kind.ITEM, item.code())).toList();
        var defaults = dimensions.defaultsOf(owners);
        var combinations = new HashMap<ItemNo, DimensionCombination>();
        owners.forEach(owner -> combinations.put(new ItemNo(owner.card()),
                DimensionRules.propose(DimensionCombination.EMPTY, List.of(defaults.getOrDefault(owner, List.of())))));
        var sets = dimensions.setsOf(Set.copyOf(combinations.values()));
        var byItem = new HashMap<ItemNo, DimensionSetId>();
        combinations.forEach((item, combination) -> byItem.put(item, sets.getOrDefault(combination, DimensionSetId.EMPTY)));
        return byItem;
    }

    /** Posting lines being made. */
    private static final class Making {
        private final InventoryPolicy policy;
        private final JournalCards.Known known;
        private final Map<ItemNo, DimensionSetId> sets;
        private final List<PostingLine> lines = new ArrayList<>();
        private final List<Refusal> refusals = new ArrayList<>();

        private Making(InventoryPolicy policy, JournalCards.Known known, Map<ItemNo, DimensionSetId> sets) {
            this.policy = policy;
            this.known = known;
            this.sets = sets;
        }

        private void add(Revalued line, ItemBook book) {
            switch (line.subject()) {
                case Subject.Calculation calculation -> calculated(line, calculation, book);
                case Subject.WholeEntry whole -> wholeEntry(line, whole, book);
            }
        }

        private void calculated(Revalued line, Subject.Calculation calculation, ItemBook book) {
            var proposal = calculation.proposal();
            var revaluation = new Revaluation(book, policy.averageCost(), calculation.request());
            var shares = revaluation.refusal().isPresent() || proposal.entry().isPresent() && book.find(proposal.entry()).isEmpty()
                    ? Optional.<List<RevaluationShare>>empty()
                    : revaluation.spread(proposal, line.revalued());
            if (shares.isEmpty()) {
                refusals.add(new Refusal.RevaluationStale(line.line(), line.item()));
                return;
            }
            var standardCost = calculation.updateStandardCost()
                    ? Optional.of(line.revalued().per(proposal.quantity()))
                    : Optional.<UnitCost>empty();
            var place = proposal.group().location()
                    .map(location -> new Place(proposal.group().variant().orElse(VariantCode.BLANK), location));
            lines.add(new PostingLine.Revaluation(
                    line.line(), line.item(), line.postingDate(), shares.get(), true, standardCost, place, groups(line), origin(line)));
        }

        private void wholeEntry(Revalued line, Subject.WholeEntry whole, ItemBook book) {
            var found = book.find(whole.entry()).filter(entry -> entry.isIncrease());
            if (found.isEmpty()) {
                refusals.add(new Refusal.ApplicationInvalid(line.line(), whole.entry(), Refusal.ApplicationField.ENTRY));
                return;
            }
            var increase = found.get();
            var value = increase.values().stream()
                    .filter(one -> one.entry().type() != ValueEntryType.ROUNDING)
                    .map(BookedValue::inventoriable)
                    .reduce(Amount.ZERO, Amount::plus);
            var share = new RevaluationShare(increase.no(), increase.quantity(), line.revalued().minus(value));
            lines.add(new PostingLine.Revaluation(line.line(), line.item(), line.postingDate(), List.of(share), false, Optional.<UnitCost>empty(),
                    Optional.<Place>empty(), groups(line), origin(line)));
        }

        private PostingGroups groups(Revalued line) {
            return Optional.ofNullable(known.items().get(line.item().code())).map(JournalCard::groups).orElse(PostingGroups.BLANK);
        }

        private Origin origin(Revalued line) {
            return Origin.ofJournal(line.document(), line.postingDate())
                    .withSource(SOURCE)
                    .withDimensions(sets.getOrDefault(line.item(), DimensionSetId.EMPTY))
                    .withDescription(Optional.ofNullable(known.items().get(line.item().code())).map(JournalCard::description).orElse(""));
        }
    }
}
